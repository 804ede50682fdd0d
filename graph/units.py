"""The chart of a body: which of its units to draw, a level at a time, as many as a reader can take in. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.cards import Place

Row = Mapping[str, Any]
MOST_UNITS = 32


def choose_units(rows: Sequence[Row], most: int = MOST_UNITS) -> list[Row]:
    """Choose the body and its units down to the last level that fits whole; of the first level what fits."""
    levels = sorted({row["depth"] for row in rows})
    chosen: list[Row] = []
    for depth in levels:
        level = [row for row in rows if row["depth"] == depth]
        if len(chosen) + len(level) > most:
            if depth <= 1:  # those with a known head say more than empty ones
                known = sorted(level, key=lambda row: row["head"] is None)
                chosen += known[: most - len(chosen)]
            break
        chosen += level
    return chosen


def put_heads(rows: Sequence[Row], heads: Mapping[str, Place]) -> list[Row]:
    """Put to each unit whose head is known the head's id and tenure; `heads` are the tenures of heads by their ids."""
    found = {(place.organization_id, place.person): (id, place) for id, place in heads.items()}
    filled: list[Row] = []
    for row in rows:
        tenure, place = found.get((row["organization_id"], row["head"]), (None, None))
        filled.append({**row, "tenure_id": tenure, "head_id": place.person_id if place is not None else None})
    return filled
