"""Rows whose bare name of a body fits two of the graph are no claims yet, each an error of its row (RULES 27)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.bodies import Bodies, make_bodies
from graph.claims import main_body, main_body_key
from graph.errors import Text
from graph.gather import Shelf, read_lineage
from graph.ledger import Arrival
from graph.wire import Ask
from loaders.reports import RowError


def part_sure(ask: Ask, arrivals: Sequence[Arrival]) -> tuple[list[Arrival], list[RowError]]:
    """Part what is surely understood, on this graph, from rows that fit two bodies."""
    keys = {key for arrival in arrivals if (key := main_body_key(arrival.claim)) is not None}
    stored = [known.claim for known in read_lineage(Shelf(ask), keys).values()]
    bodies = make_bodies([*stored, *(each.claim for each in arrivals if each.claim.kind in ("tie", "change"))])
    sure, errors = [], []
    for arrival in arrivals:
        error = _ambiguous(arrival, bodies)
        if error is None:
            sure.append(arrival)
        else:
            errors.append(error)
    return sure, errors


def _ambiguous(arrival: Arrival, bodies: Bodies) -> RowError | None:
    printed = main_body(arrival.claim)
    fits = bodies.fits(printed) if printed is not None else []
    if not fits:
        return None
    name = arrival.source.title or arrival.source.id
    some = f"{printed} @ …"
    return RowError(
        name,
        arrival.row,
        printed,
        Text(
            vi=f"{name}, dòng {arrival.row}: «{printed}» là tên của {len(fits)} tổ chức; hãy ghi rõ nơi: {some}",
            en=f"{name}, row {arrival.row}: '{printed}' names {len(fits)} bodies; say which by its place: {some}",
        ),
    )
