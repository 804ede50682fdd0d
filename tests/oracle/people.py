"""Which printed names are one person (RULES 24, 25): by the sources' own ids, else by post, decision and source.

A post left more than 17 years before it is taken again joins nobody (DECISIONS); the worlds are shorter than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations

from tests.oracle.rows import Claim, UndecidedError, tone


def join_people(claims: Sequence[Claim], decision_of: Callable[[Claim], Hashable]) -> dict[Claim, int]:
    """Number the persons of a world and give each claim its own."""
    person = {claim: at for at, claim in enumerate(claims)}
    for one, other in combinations(claims, 2):
        if person[one] != person[other] and _one_person(one, other, decision_of):
            gone, kept = person[other], person[one]
            person = {claim: kept if at == gone else at for claim, at in person.items()}
    for number in set(person.values()):
        _check([claim for claim in claims if person[claim] == number])
    return person


def _one_person(one: Claim, other: Claim, decision_of: Callable[[Claim], Hashable]) -> bool:
    if one.own and other.own and one.own.partition(":")[0] == other.own.partition(":")[0]:
        return one.own == other.own
    if tone(one.name) != tone(other.name) or _years_apart(one, other) > 1:
        return False
    if one.post == other.post:
        return True
    decision = decision_of(one)
    together = one.source == other.source or (decision is not None and decision == decision_of(other))
    return together and _years_apart(one, other) == 0 and not (one.own and other.own)


def _years_apart(one: Claim, other: Claim) -> int:
    return abs(int(one.born) - int(other.born)) if one.born and other.born else 0


def _check(claims: Sequence[Claim]) -> None:
    """Refuse a person whose claims a veto parts: which way, the rules leave open."""
    owns: dict[str, set[str]] = {}
    for claim in claims:
        if claim.own:
            owns.setdefault(claim.own.partition(":")[0], set()).add(claim.own)
    born = {int(claim.born) for claim in claims if claim.born}
    if any(len(ids) > 1 for ids in owns.values()) or len(born) > 1:
        raise UndecidedError("one person with two ids or years of birth")
    bare = [claim for claim in claims if not claim.own]
    for one, other in combinations(bare, 2):
        if (one.source, one.post, one.date, one.term) == (other.source, other.post, other.date, other.term):
            raise UndecidedError("a roster that seats one name twice")


def most_printed(names: Iterable[str]) -> str:
    """The form most often printed; of a tie the first (RULES 24)."""
    return min(Counter(names).items(), key=lambda item: (-item[1], item[0]))[0]
