"""Who may be one person, side by side, and what was judged of whom; a judgement is recorded with who and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.catalog import Catalog
from graph.difference import Difference
from graph.errors import QuestionError
from graph.judgements import read_judgements, with_id
from graph.ledger import decide_judgements
from graph.model import Judgement, Verdict
from graph.overview import PersonCard, read_person
from graph.store import Store

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two persons: who it is, and the career that the sources tell."""

    person: PersonCard
    career: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons who may be one, how likely that is and for which reasons."""

    sides: tuple[Side, Side]
    score: float
    reasons: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, str]:
        return self.sides[0].person.id, self.sides[1].person.id


def read_pairs(store: Store, catalog: Catalog, *, today: date, most: int) -> list[Pair]:
    """Read the likeliest pairs that nobody has judged yet."""
    rows = catalog.ask(store, "possible_duplicates", {"limit": most}, today=today).rows
    return [
        Pair(
            (
                _read_side(store, catalog, row["person_a_id"], today),
                _read_side(store, catalog, row["person_b_id"], today),
            ),
            row["score"],
            tuple(row["reasons"]),
        )
        for row in rows
    ]


def _read_side(store: Store, catalog: Catalog, id: str, today: date) -> Side:
    person = read_person(store, id)
    assert person is not None, f"{id} is in a pair"
    return Side(person, catalog.ask(store, "person_career", {"person": id}, today=today).rows)


def read_judged(store: Store) -> list[Judgement]:
    """Read what holds of each pair that was judged, the newest first (RULES 26)."""
    latest: dict[frozenset[str], Judgement] = {}
    for stored in sorted(read_judgements(store.ask).values(), key=lambda each: each.judgement.at):
        judgement = stored.judgement
        latest[frozenset((judgement.person_a, judgement.person_b))] = judgement
    return sorted(latest.values(), key=lambda each: each.at, reverse=True)


def record(store: Store, persons: tuple[str, str], verdict: Verdict, *, by: str, why: str, at: datetime) -> Difference:
    """Record a judgement on two ids and tell what it changes; raise QuestionError without a name or a reason."""
    if not by.strip() or not why.strip():
        raise QuestionError(
            vi="cần tên người nhận định và lý do, để người khác kiểm lại được",
            en="a judgement needs a name and a reason, so that others can check it",
        )
    day = at.isoformat(timespec="milliseconds")
    judgement = with_id(Judgement("", *persons, verdict, by.strip(), day, why.strip()))
    return store.apply(lambda ask: decide_judgements(ask, None, [judgement])).difference
