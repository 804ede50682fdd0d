"""What the guidelines call a fact, with its passage and trace; merging what is said twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graph.model import DateBasis, Event, Inferred
from graph.names import body_key, exact_key, role_key


class Strike(NamedTuple):
    """The decision that strikes a past post off, and which of its fields were supplied."""

    action: str
    issuer: str | None
    decision_number: str | None
    date: str | None
    date_basis: DateBasis | None
    inferred: tuple[Inferred, ...] = ()


class Fact(NamedTuple):
    """One person, one post, one thing said of it. Offsets count characters of the document's own text."""

    person: str
    event: Event
    role: str
    organization: str
    action: str | None = None
    issuer: str | None = None
    decision_number: str | None = None
    date: str | None = None
    date_basis: DateBasis | None = None
    end: str | None = None
    term: str | None = None
    elected: str | None = None
    strike: Strike | None = None
    quote_start: int = 0
    quote_end: int = 0
    quote: str = ""
    spans: tuple[tuple[str, int, int], ...] = ()
    rule: str = ""
    inferred: tuple[Inferred, ...] = ()
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """A confidence vote: whose, when, how many were rated, and in what words."""

    body: str
    date: str | None
    subjects: int | None
    level: str
    wording: str | None
    quote_start: int
    quote_end: int
    quote: str
    inferred: tuple[Inferred, ...] = ()


PostKey = tuple[str, str, str]
STANDING = " Thường trực"
_STRENGTH = {"gain": 0, "lose": 1, "hold": 2, "held": 3}


def merge_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Say each fact once; a decision stands over an attestation of the very same post."""
    first: dict[tuple[PostKey, Event], Fact] = {}
    for fact in facts:
        key = (_post_key(fact), fact.event)
        first[key] = _joined(first[key], fact) if key in first else fact
    told = [(post, fact) for (post, _), fact in first.items()]
    standing = {
        _post_key(fact._replace(role=fact.role.removesuffix(STANDING))): fact for fact in _standing(first.values())
    }
    if standing:
        given = [_with_standing(fact, standing) for fact in first.values()]
        told = [(_post_key(fact), fact) for fact in given]
    events: dict[PostKey, set[str]] = {}
    for post, fact in told:
        events.setdefault(post, set()).add(fact.event)
    return tuple(fact for post, fact in told if not _yields(fact, events[post]))


def _standing(facts: Iterable[Fact]) -> Iterable[Fact]:
    """The attestations that a deputy is the standing one."""
    return [fact for fact in facts if fact.event == "hold" and fact.role.endswith(STANDING)]


def _with_standing(fact: Fact, standing: dict[PostKey, Fact]) -> Fact:
    """Two are given the post of deputy, `trong đó ông A là Phó Bí thư Thường trực`: A is given that one."""
    said = standing.get(_post_key(fact)) if fact.event == "gain" else None
    return fact if said is None else fact._replace(role=said.role)


def _post_key(fact: Fact) -> PostKey:
    return exact_key(fact.person), role_key(fact.role), body_key(fact.organization)


def _yields(fact: Fact, events: set[str]) -> bool:
    if fact.event == "hold":
        return "gain" in events or "lose" in events
    if fact.event == "held" and fact.strike is None:
        return "lose" in events or ("hold" in events and fact.date is None and fact.term is None)
    return False


def _joined(first: Fact, again: Fact) -> Fact:
    """Keep the first telling, or the one of a discipline, and fill what it leaves open."""
    if first.strike is None and again.strike is not None:
        first, again = again, first
    return first._replace(
        action=first.action or again.action,
        issuer=first.issuer or again.issuer,
        decision_number=first.decision_number or again.decision_number,
        date=first.date or again.date,
        date_basis=first.date_basis or again.date_basis,
        end=first.end or again.end,
        term=first.term or again.term,
    )
