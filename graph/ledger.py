"""Bring claims into the graph and take them out: gather what they touch, conclude it again, plan the difference.

The functions `decide_…` are called inside the store's one transaction: they read, and return
what to write. `compare_without` only looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from graph.claims import further_keys, main_body_key
from graph.conclude import conclude, put_arrived
from graph.difference import Comparison, Difference, compare, find_difference
from graph.gather import Claims, Shelf, read_first_loaded, read_key_uses, read_loaded
from graph.judgements import BY_HAND, StoredJudgement, put_judgements
from graph.known import Known
from graph.model import Claim, Doubt, Judgement, Source
from graph.plan import Changes, Properties, State, plan_changes
from graph.portions import TOUCHED_CLAIMS, cut_portions
from graph.scope import Scope
from graph.sources import (
    LoadInfo,
    drop_sources,
    put_load,
    put_sources,
    refuse_undone,
    stored_load,
    stored_sources,
)
from graph.stored import (
    put_stored_claims,
    read_stored_bodies,
    read_stored_ledger,
    read_stored_mentioned,
    read_stored_people,
)
from graph.touched import Delta, gather_scope
from graph.wire import Ask


@dataclass(frozen=True, slots=True)
class Arrival:
    """A claim on its way in, with its source and the row it was read from."""

    claim: Claim
    source: Source
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load, an undo or a judgement writes, and what it means; `left` claims are still to be taken back."""

    changes: Changes
    difference: Difference
    known: int = 0
    left: int = 0
    doubts: tuple[Doubt, ...] = ()
    waiting: int = 0  # judgements on somebody who is not in the graph yet, or whose name several bear


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What some claims would come to: the graph without and with them, those that it holds, their doubts."""

    compared: Comparison
    stored: frozenset[str]
    doubts: tuple[Doubt, ...]


def decide_load(ask: Ask, load: LoadInfo, arrivals: Collection[Arrival], *, unfinished: bool = False) -> Outcome:
    """Decide what some claims change; claims already stored only remember that this load brought them too."""
    sources = stored_sources(ask, {arrival.source.id: arrival.source for arrival in arrivals})
    found = _conclude_with(ask, load, arrivals, sources)
    if found.added:
        refuse_undone(ask, load)
        _remember(found.before, found.after, found.stored, load.id)
        put_sources(found.after, sources.values(), load.id)
        put_load(found.after, load, unfinished=unfinished)
    return _outcome(found.before, found.after, found.told, known=len(found.stored))


def foresee_load(ask: Ask, load: LoadInfo, arrivals: Collection[Arrival]) -> Foreseen:
    """Decide as `decide_load` does, and tell it apart tenure by tenure; nothing is planned to be written."""
    sources = stored_sources(ask, {arrival.source.id: arrival.source for arrival in arrivals})
    found = _conclude_with(ask, load, arrivals, sources)
    compared = compare(found.before, found.after)
    return Foreseen(compared, frozenset(found.stored), tuple(found.told))


@dataclass(frozen=True, slots=True)
class _Concluded:
    """Those of some claims that are stored and those that are new; the graph without and with these; their doubts."""

    stored: Claims
    added: Claims
    before: State
    after: State
    doubts: list[Doubt]

    @property
    def told(self) -> list[Doubt]:
        """The doubts in which one of the new claims has a part."""
        return [doubt for doubt in self.doubts if not self.added.keys().isdisjoint(doubt.claims)]


def _conclude_with(
    ask: Ask, load: LoadInfo, arrivals: Collection[Arrival], sources: Mapping[str, Source]
) -> _Concluded:
    shelf = Shelf(ask)
    stored = shelf.read({arrival.claim.id for arrival in arrivals})
    added: Claims = {}
    for arrival in arrivals:
        if arrival.claim.id not in stored:
            source = sources[arrival.source.id]
            added[arrival.claim.id] = Known(arrival.claim, source.published, source.title, (load.id,))
    before, after, doubts = _conclude_again(shelf, Delta(added=added))
    return _Concluded(stored, added, before, after, doubts)


def decide_share(ask: Ask, load: LoadInfo, arrivals: Collection[Arrival]) -> Outcome:
    """Decide how claims stored before remember that a load, which brought others, brought them too."""
    stored = Shelf(ask).read({arrival.claim.id for arrival in arrivals})
    before, after = State(), State()
    shared = _remember(before, after, stored, load.id)
    if shared:
        refuse_undone(ask, load)
        sources = {arrival.source.id: arrival.source for arrival in arrivals if arrival.claim.id in shared}
        put_sources(after, stored_sources(ask, sources).values(), load.id)
        put_load(after, load, unfinished=True)
    return _outcome(before, after, [])


def decide_judgements(ask: Ask, load: LoadInfo | None, judgements: Iterable[Judgement]) -> Outcome:
    """Decide what some judgements change, those of a load or (None) one given by hand; RULES 26."""
    shelf = Shelf(ask)
    by = load.id if load is not None else BY_HAND
    given = {each.id: each for each in judgements}
    added = {id: StoredJudgement(each, (by,)) for id, each in given.items() if id not in shelf.judgements}
    shared = [shelf.judgements[id] for id in given.keys() - added.keys() if by not in shelf.judgements[id].loads]
    if load is not None and not added and stored_load(ask, load.id) is None:
        shared = []  # a load that brings nothing new is none
    before, after, doubts = _conclude_again(shelf, Delta(judged=tuple(each.judgement for each in added.values())))
    put_judgements(before, shared)
    put_judgements(after, [*added.values(), *(replace(each, loads=(*each.loads, by)) for each in shared)])
    if load is not None and (added or shared):
        put_load(after, load, unfinished=False)
    outcome = _outcome(before, after, doubts, known=len(given) - len(added))
    return replace(outcome, waiting=len(added.keys() - _applied(after)))


def _applied(state: State) -> set[str]:
    """The judgements that mean two persons of a state."""
    people = (properties for (label, _), properties in state.nodes.items() if label == "Person")
    return {str(id) for person in people for id in _listed(person, "judgements")}


def _listed(properties: Properties, name: str) -> list[str]:
    value = properties.get(name, [])
    assert isinstance(value, list)
    return value


def decide_finish(ask: Ask, load: LoadInfo) -> Outcome:
    """Decide how the last part of a load in parts marks it as whole; a load that brought nothing is none."""
    before, after = State(), State()
    if stored_load(ask, load.id) is not None:
        put_load(after, load, unfinished=False)
    return _outcome(before, after, [])


def decide_undo(ask: Ask, load: LoadInfo, *, undone: datetime, most: int, touched: int = TOUCHED_CLAIMS) -> Outcome:
    """Decide what taking back at most so many claims of a load changes; what another load brought too stays.

    Of the load only these claims are read whole, so that a large one is taken back in time by its size.
    """
    shelf = Shelf(ask)
    order, size = read_first_loaded(shelf, load.id, most)
    first = next(cut_portions(shelf, order, lambda known: known.claim, touched), [])
    part = {known.claim.id: known for known in first}
    gone = {id: known for id, known in part.items() if set(known.loads) == {load.id}}
    left = size - len(part)
    judged = [] if left else [each for each in shelf.judgements.values() if load.id in each.loads]
    unjudged = [each for each in judged if set(each.loads) == {load.id}]
    delta = Delta(removed=gone, unjudged=tuple(each.judgement for each in unjudged))
    before, after, doubts = _conclude_again(shelf, delta)
    put_judgements(before, judged)
    put_judgements(after, [_without(each, load.id) for each in judged if each not in unjudged])
    kept = {id: known for id, known in part.items() if id not in gone}
    _share(before, after, kept, {id: tuple(set(known.loads) - {load.id}) for id, known in kept.items()})
    put_load(after, load, unfinished=left > 0, undoing=left > 0, undone=None if left else undone)
    if not left:
        drop_sources(ask, before, load.id)
    return _outcome(before, after, doubts, known=len(kept), left=left)


def _without(stored: StoredJudgement, load: str) -> StoredJudgement:
    return replace(stored, loads=tuple(each for each in stored.loads if each != load))


def compare_without(ask: Ask, load: str, *, most: int) -> Iterator[Comparison]:
    """Compare what a load touched as it would be without the load with what is stored; nothing is written.

    A large load is looked at in parts of about so many claims, the claims of one body together.
    """
    loaded = read_loaded(Shelf(ask), load)
    gone = {id: known for id, known in loaded.items() if set(known.loads) == {load}}
    for part in _by_bodies(gone, most):
        stored, without, _ = _conclude_again(Shelf(ask), Delta(removed=part))
        yield compare(without, stored)


def _by_bodies(claims: Claims, most: int) -> Iterator[Claims]:
    part: Claims = {}
    body: str | None = None
    for known in sorted(claims.values(), key=lambda known: (main_body_key(known.claim) or "", known.claim.id)):
        if len(part) >= most and main_body_key(known.claim) != body:
            yield part
            part = {}
        body = main_body_key(known.claim)
        part[known.claim.id] = known
    if part:
        yield part


def _remember(before: State, after: State, stored: Claims, load: str) -> Claims:
    """Note on stored claims that a load brought them too; return those that did not know it."""
    shared = {id: known for id, known in stored.items() if load not in known.loads}
    _share(before, after, shared, {id: (*known.loads, load) for id, known in shared.items()})
    return shared


def _share(before: State, after: State, claims: Mapping[str, Known], loads: Mapping[str, tuple[str, ...]]) -> None:
    """Note on claims which loads brought them."""
    outside = [known for id, known in claims.items() if ("Claim", id) not in before.nodes]
    put_stored_claims(before, outside)
    put_stored_claims(after, outside)
    for id in claims:
        after.nodes["Claim", id] = {**after.nodes["Claim", id], "loads": sorted(loads[id])}


def _conclude_again(shelf: Shelf, delta: Delta) -> tuple[State, State, list[Doubt]]:
    """The touched part of the graph as it is stored, and as the changed claims make it."""
    if not delta:
        return State(), State(), []
    scope = gather_scope(shelf, delta)
    after, doubts = conclude(scope)
    put_arrived(after, delta.added.values())
    return _read_stored(shelf, scope, delta), after, doubts


def _read_stored(shelf: Shelf, scope: Scope, delta: Delta) -> State:
    before = State()
    read_stored_bodies(shelf, before, scope.family)
    read_stored_mentioned(shelf, before, scope.mentioned.keys() - scope.family)
    claims = _stored_ones(scope.claims, delta)
    put_stored_claims(before, claims)
    read_stored_people(shelf, before, _stored_ones(scope.namings, delta), claims)
    read_stored_ledger(shelf, before, roles=scope.roles, decisions=scope.decisions, votes=scope.votes)
    for key in _unused_keys(shelf, delta):
        before.node("Key", key)
    return before


def _stored_ones(claims: Claims, delta: Delta) -> list[Known]:
    """Those of some claims that are in the graph now, and those that go."""
    return [*(known for id, known in claims.items() if id not in delta.added), *delta.removed.values()]


def _unused_keys(shelf: Shelf, delta: Delta) -> list[str]:
    """The further keys that lead nowhere once some claims have gone."""
    going = Counter(key for known in delta.removed.values() for key in further_keys(known.claim))
    return [key for key, uses in read_key_uses(shelf, going).items() if uses == going[key]]


def _outcome(before: State, after: State, doubts: Collection[Doubt], *, known: int = 0, left: int = 0) -> Outcome:
    return Outcome(
        changes=plan_changes(before, after),
        difference=find_difference(before, after),
        known=known,
        left=left,
        doubts=tuple(doubts),
    )
