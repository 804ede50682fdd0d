"""Which body a printed name means on a day (RULES 24, 27, 28): names, qualifiers, renames, mergers, births and ends.

A rename keeps the body; a merger, a split or a creation makes a new one from that day, also where it bears an old
name. Built from claims of ties and changes alone, so it does not depend on any order of loading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from graph.claims import main_body
from graph.dates import ONE_DAY, Bound, PartialDate, end_bound, full_day, start_bound
from graph.ids import make_id
from graph.model import Claim
from graph.names import body_key, split_reference, tone_key

Name = tuple[str, str | None]  # the key of a name, and of the place or parent that tells it from its like
_BIRTHS = ("merge", "split", "create")
_ENDS = ("merge", "split", "dissolve")


@dataclass(frozen=True, slots=True)
class Body:
    """One body: the name it was born with, what tells it from its like, and the day a change made it."""

    key: str
    qualifier: str | None
    made: date | None

    @property
    def id(self) -> str:
        return _body_id(self.key, self.qualifier, self.made)


@lru_cache(maxsize=65536)
def _body_id(key: str, qualifier: str | None, made: date | None) -> str:
    return make_id("org", key, qualifier, made)


@dataclass(frozen=True, slots=True)
class _Turn:
    """From `day` on a name means something new: a body born that day, or the one that bore `renamed` before."""

    day: date
    renamed: Name | None


@dataclass(slots=True)
class Bodies:
    """An index from (printed name, day) to the body it means."""

    _qualifiers: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(dict))
    _turns: dict[Name, list[_Turn]] = field(default_factory=lambda: defaultdict(list))
    _left: dict[Name, list[date]] = field(default_factory=lambda: defaultdict(list))
    _aliases: dict[Name, Name] = field(default_factory=dict)
    _changed: set[Name] = field(default_factory=set)  # names whose bearers a change tells: no alias overrules it
    _ends: dict[Body, list[PartialDate]] = field(default_factory=lambda: defaultdict(list))
    _founded: dict[Body, list[PartialDate]] = field(default_factory=lambda: defaultdict(list))
    _found: dict[tuple[str, date | None], Body] = field(default_factory=dict)

    def find(self, reference: str, day: date | None) -> Body:
        """The body that a reference, `name` or `name @ place`, means on a day (None: whenever)."""
        found = self._found.get((reference, day))
        if found is None:
            found = self._found[reference, day] = self._meant(self._name(reference), day or date.max)
        return found

    def fits(self, reference: str) -> list[str]:
        """The qualifiers among which a bare name cannot choose; empty where it means one body."""
        name, qualifier = split_reference(reference)
        known = self._qualifiers.get(body_key(name), {})
        return sorted(known) if qualifier is None and len(known) > 1 else []

    def end_of(self, body: Body) -> PartialDate | None:
        """The first day without the body, as known: the most precise of what agrees, else the earliest."""
        return _most_precise(self._ends.get(body, []), end_bound)

    def start_of(self, body: Body) -> PartialDate | None:
        """The first day of the body: of the change that made it, else as told."""
        if body.made is not None:
            return full_day(body.made)
        return _most_precise(self._founded.get(body, []), start_bound)

    def _name(self, reference: str) -> Name:
        printed, qualifier = split_reference(reference)
        key = body_key(printed)
        known = self._qualifiers.get(key, {})
        if qualifier is None:
            return key, next(iter(known)) if len(known) == 1 else None
        wanted = tone_key(qualifier)
        for own, others in known.items():
            if wanted == own or wanted in others:
                return key, own
        return key, wanted

    def _meant(self, name: Name, day: date) -> Body:
        turns = self._turns.get(name, [])
        begun = [turn for turn in turns if turn.day <= day]
        if begun:
            return self._turned(name, begun[-1])
        if turns and not any(left <= turns[0].day for left in self._left.get(name, [])):
            return self._turned(name, turns[0])  # printed before the change that first gave the name
        canonical = self._canonical(name)
        return self._meant(canonical, day) if canonical != name else Body(*name, None)

    def _canonical(self, name: Name) -> Name:
        """Follow other names to the main one; of names that call each other so, the first by code point."""
        seen = [name]
        while (following := self._aliases.get(seen[-1])) is not None:
            if following in seen:
                return min(seen[seen.index(following) :], key=str)
            seen.append(following)
        return seen[-1]

    def _turned(self, name: Name, turn: _Turn) -> Body:
        if turn.renamed is None:
            return Body(*name, turn.day)
        return self._meant(turn.renamed, turn.day - ONE_DAY)


def make_bodies(claims: Iterable[Claim]) -> Bodies:
    """Build the index from all claims of ties and changes about the names in question."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    index = Bodies()
    ties = [claim for claim in ordered if claim.kind == "tie" and claim.organization is not None]
    changes = [claim for claim in ordered if claim.kind == "change" and claim.date is not None]
    for claim in ties:
        _declare(index, claim)
    for claim in changes:
        _turn(index, claim)
    for turns in index._turns.values():
        turns.sort(key=lambda turn: (turn.day, turn.renamed is not None, str(turn.renamed)))
    for claim in ties:
        _alias(index, claim)
    for claim in ties:
        _live(index, claim)
    for claim in changes:
        _end(index, claim)
    return index


def _reference(claim: Claim) -> str:
    reference = main_body(claim)
    assert reference is not None, "a tie names its body"
    return reference


def _declare(index: Bodies, claim: Claim) -> None:
    """Note by what a name is told from its like: an explicit `@`, else its place where the name lacks it."""
    printed, qualifier = split_reference(_reference(claim))
    if qualifier is None:
        return
    key, own = body_key(printed), tone_key(qualifier)
    place = tone_key(claim.place) if claim.place is not None else None
    parent = tone_key(split_reference(claim.parent)[0]) if claim.parent is not None else None
    others = index._qualifiers[key].setdefault(own, set())
    others.update(name for name in (place, parent) if name is not None)


def _turn(index: Bodies, claim: Claim) -> None:
    assert claim.date is not None
    day = claim.date.first
    if claim.before is not None and claim.change != "transfer":
        index._left[index._name(claim.before)].append(day)
    if claim.after is None:
        return
    if claim.before is not None and claim.change != "transfer":
        index._changed.add(index._name(claim.before))
    if claim.change == "rename" and claim.before is not None:
        turn = _Turn(day, index._name(claim.before))
    elif claim.change in _BIRTHS:
        turn = _Turn(day, None)
    else:
        return
    turns = index._turns[index._name(claim.after)]
    if turn not in turns:
        turns.append(turn)


def _alias(index: Bodies, claim: Claim) -> None:
    name = index._name(_reference(claim))
    for other in claim.body_names:
        alias: Name = (body_key(other), name[1])
        if alias != name and not index._turns.get(alias) and alias not in index._changed:
            index._aliases[alias] = name
            if name[1] is not None:
                index._qualifiers[alias[0]].setdefault(name[1], set())


def _live(index: Bodies, claim: Claim) -> None:
    reference = _reference(claim)
    body = index.find(reference, claim_day(claim, date.max))
    if claim.dissolved is not None:
        body = index.find(reference, claim.dissolved.first - ONE_DAY)
        index._ends[body].append(claim.dissolved)
    if claim.founded is not None:
        index._founded[body].append(claim.founded)


def _end(index: Bodies, claim: Claim) -> None:
    assert claim.date is not None
    if claim.change in _ENDS and claim.before is not None:
        body = index.find(claim.before, claim.date.first - ONE_DAY)
        index._ends[body].append(claim.date)


def claim_day(claim: Claim, published: date) -> date:
    """The day on which a claim's main body is understood: its own, else the day before an end, else its source's."""
    if claim.kind == "change" and claim.before is not None and claim.date is not None:
        return claim.date.first - ONE_DAY
    when = claim.date or claim.founded
    if when is not None:
        return when.first
    over = claim.end or claim.dissolved
    return over.first - ONE_DAY if over is not None else published


def issuer_day(claim: Claim, published: date) -> date:
    """The day on which an issuer's name is understood."""
    return claim.date.first if claim.date is not None else published


def _most_precise(told: list[PartialDate], bound: Callable[[PartialDate], Bound]) -> PartialDate | None:
    if not told:
        return None
    if all(bound(one).agrees_with(bound(other)) for one in told for other in told):
        return max(told, key=lambda each: (len(str(each)), str(each)))
    return min(told, key=lambda each: (each.first, str(each)))


def life_bounds(bodies: Bodies, body: Body) -> tuple[Bound, Bound]:
    """Where the first day of a body and the first day without it lie."""
    start, end = bodies.start_of(body), bodies.end_of(body)
    nowhere = Bound(None, None)
    return (start_bound(start) if start else nowhere, end_bound(end) if end else nowhere)
