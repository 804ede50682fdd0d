"""Ends that a tenure's own claims do not tell: the body's end, a new term, death, a successor (RULES 11-14). Pure.

The earliest reason ends an open tenure; of several on one day the one that RULES 11 names first. A tenure attested
later than a new term or a successor is left open: the contradiction is kept and shown. That a post was abolished no
input tells (DESIGN 8 names bodies in `changes`, a person in every other row), so nothing ends by `post_ended` yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from graph.dates import ONE_DAY, Bound, PartialDate, end_bound
from graph.model import EndBasis, Tenure
from graph.terms import is_earlier

_RANK: dict[EndBasis, int] = {"decision": 0, "body_ended": 1, "post_ended": 2, "term": 3, "death": 4, "replaced": 5}


class Post(Protocol):
    """What is asked of a post here."""

    @property
    def single(self) -> bool: ...
    @property
    def party(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ending:
    """A reason for which open tenures of a body or of a person end."""

    basis: EndBasis
    body: str | None = None
    person: str | None = None
    day: PartialDate | None = None
    latest: date | None = None  # where no day is told: it was over by then
    term: str | None = None
    party_only: bool = False
    claim: str | None = None
    decides: bool = False

    @property
    def bound(self) -> Bound:
        return end_bound(self.day) if self.day is not None else Bound(None, self.latest)


def apply_endings(tenures: Sequence[Tenure], endings: Iterable[Ending], posts: Mapping[str, Post]) -> list[Tenure]:
    """End every open tenure that has a reason to be ended."""
    by_body: dict[str, list[Ending]] = defaultdict(list)
    by_person: dict[str, list[Ending]] = defaultdict(list)
    for ending in endings:
        if ending.body is not None:
            by_body[ending.body].append(ending)
        if ending.person is not None:
            by_person[ending.person].append(ending)
    rivals: dict[tuple[str, str | None], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        rivals[_seat(tenure, posts)].append(tenure)
    return [
        _ended(
            tenure,
            [
                *by_body[tenure.organization],
                *by_person[tenure.person],
                *_successions(tenure, rivals[_seat(tenure, posts)]),
            ],
            party=posts[tenure.post].party,
        )
        for tenure in tenures
    ]


def _ended(tenure: Tenure, endings: Sequence[Ending], *, party: bool) -> Tenure:
    if tenure.ended_basis not in (None, "term"):  # a re-election ends by term, unless something did before
        return tenure
    fitting = [ending for ending in endings if _fits(tenure, ending, party=party)]
    if not fitting:
        return tenure
    chosen = min(fitting, key=lambda e: (e.bound.most or date.max, _RANK[e.basis], e.claim or "", str(e.day)))
    if tenure.ended_basis == "term" and not _is_before(chosen.bound, tenure.end):
        return tenure
    opened = tenure.started_basis != "attested"
    after = _after_held(tenure)
    bound, printed = chosen.bound, chosen.day
    if not opened or bound.least is None:
        least = min(after, bound.most) if after is not None and bound.most is not None else after
        bound, printed = Bound(least, bound.most), (printed if opened else None)
    rests = tuple(sorted({*tenure.claims, chosen.claim})) if chosen.claim is not None else tenure.claims
    closers = (*tenure.closers, chosen.claim) if chosen.claim is not None and chosen.decides else tenure.closers
    return replace(
        tenure, end=bound, ended=printed, ended_basis=chosen.basis, claims=rests, closers=tuple(sorted(set(closers)))
    )


def _is_before(one: Bound, other: Bound) -> bool:
    return one.most is not None and (other.most is None or one.most < other.most)


def _fits(tenure: Tenure, ending: Ending, *, party: bool) -> bool:
    if ending.party_only and not party:
        return False
    day = ending.bound.most
    if tenure.start.least is None or day is None or tenure.start.least >= day:
        return False
    if ending.basis in ("term", "replaced") and tenure.last_attested is not None and tenure.last_attested >= day:
        return False
    return ending.basis != "term" or is_earlier(tenure.term, ending.term)


def _after_held(tenure: Tenure) -> date | None:
    days = [tenure.last_attested + ONE_DAY] if tenure.last_attested is not None else []
    days += [tenure.start.most + ONE_DAY] if tenure.start.most is not None else []
    return max(days, default=None)


def _seat(tenure: Tenure, posts: Mapping[str, Post]) -> tuple[str, str | None]:
    """What a tenure can be replaced in: a single seat by anybody, one of many by its own holder alone."""
    return tenure.post, None if posts[tenure.post].single else tenure.person


def _successions(tenure: Tenure, rivals: Sequence[Tenure]) -> list[Ending]:
    """Who came after in the same seat: another person in a single one, or the same person in full (RULES 13)."""
    found = []
    for rival in rivals:
        if rival.capacity != "full" or rival.start.least is None or tenure.start.least is None:
            continue
        if tenure.capacity == ("full" if rival.person == tenure.person else "alternate"):
            continue
        if rival.start.least > tenure.start.least:
            found.append(_replaced_by(rival))
    return found


def _replaced_by(rival: Tenure) -> Ending:
    if rival.started_basis == "attested":
        return Ending("replaced", latest=rival.start.least)
    return Ending("replaced", day=rival.started, latest=rival.start.most)
