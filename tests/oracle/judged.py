"""What was judged by hand of two names (RULES 26): the latest verdict on a pair holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.oracle.rows import Claim, Row, UndecidedError


@dataclass(frozen=True)
class Judged:
    """A verdict on two persons, by the numbers that they bear without it."""

    pair: frozenset[int]
    verdict: str
    at: str


def read_judged(rows: Iterable[Row], person_of: Mapping[Claim, int]) -> list[Judged]:
    """Find the latest verdict on each pair of persons that are loaded."""
    latest: dict[frozenset[int], Judged] = {}
    for row in rows:
        found = [_meant(row[column], person_of) for column in ("person_a", "person_b")]
        if None in found:
            continue
        pair = frozenset(person for person in found if person is not None)
        if len(pair) == 1:
            raise UndecidedError("a judgement on what the rules join anyway")
        old = latest.get(pair)
        if old is not None and old.at == row["at"]:
            raise UndecidedError("two judgements of one hour")
        if old is None or old.at < row["at"]:
            latest[pair] = Judged(pair, row["verdict"], row["at"])
    if len({judged.at for judged in latest.values()}) < len(latest):
        raise UndecidedError("judgements of one hour")
    return list(latest.values())


def _meant(text: str, person_of: Mapping[Claim, int]) -> int | None:
    """Whom a judgement names: by an own id, or by a name exactly as printed."""
    found = {person for claim, person in person_of.items() if text in (claim.own, claim.name)}
    if len(found) > 1:
        raise UndecidedError("a judgement on a name of several")
    return next(iter(found), None)


def apply_judged(judged: Sequence[Judged], person_of: Mapping[Claim, int]) -> dict[Claim, int]:
    """Make one person of two judged the same; what such ties and a verdict against them mean together is open."""
    now = {person: person for person in person_of.values()}
    for verdict in judged:
        if verdict.verdict == "same":
            gone, kept = (now[person] for person in sorted(verdict.pair, reverse=True))
            now = {person: kept if at == gone else at for person, at in now.items()}
    apart = [verdict for verdict in judged if verdict.verdict != "same"]
    if any(len({now[person] for person in verdict.pair}) == 1 for verdict in apart):
        raise UndecidedError("judged one by way of a third")
    joined = {claim: now[person] for claim, person in person_of.items()}
    for person in set(joined.values()):
        owns = {claim.own for claim, number in joined.items() if number == person and claim.own}
        if len(owns) > 1:
            raise UndecidedError("one person with two ids")
    return joined


def verdict_among(judged: Sequence[Judged], person: int, persons: Iterable[int]) -> Any:
    """The latest verdict on a person and another one of some."""
    others = set(persons) - {person}
    told = [verdict for verdict in judged if person in verdict.pair and verdict.pair - {person} <= others]
    return max(told, key=lambda verdict: verdict.at).verdict if told else None
