"""Bring claims into the graph and take them out: gather what they touch, conclude it again, plan the difference.

`decide_load`, `decide_finish` and `decide_undo` are called inside the store's one transaction: they read, and return
what to write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.claims import further_keys
from graph.conclude import conclude, put_arrived
from graph.gather import Claims, Shelf, read_key_uses, read_loaded
from graph.known import Known
from graph.model import Claim, Doubt, Source
from graph.plan import Changes, Properties, State, plan_changes
from graph.schema import tie
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
    """What a load or an undo writes, and what it means in tenures; `left` claims are still to be taken back."""

    changes: Changes
    added: int = 0
    changed: int = 0
    closed: int = 0
    removed: int = 0
    known: int = 0
    left: int = 0
    doubts: tuple[Doubt, ...] = ()


def decide_load(ask: Ask, load: LoadInfo, arrivals: Collection[Arrival], *, unfinished: bool = False) -> Outcome:
    """Decide what some claims change; claims already stored only remember that this load brought them too."""
    sources = stored_sources(ask, {arrival.source.id: arrival.source for arrival in arrivals})
    shelf = Shelf(ask)
    stored = shelf.read({arrival.claim.id for arrival in arrivals})
    added: Claims = {}
    for arrival in arrivals:
        if arrival.claim.id not in stored:
            source = sources[arrival.source.id]
            added[arrival.claim.id] = Known(arrival.claim, source.published, source.title, (load.id,))
    before, after, doubts = _conclude_again(shelf, Delta(added, {}))
    if added:
        refuse_undone(ask, load)
        _remember(before, after, stored, load.id)
        put_sources(after, sources.values(), load.id)
        put_load(after, load, unfinished=unfinished)
    return _outcome(before, after, [doubt for doubt in doubts if set(doubt.claims) & added.keys()], known=len(stored))


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


def decide_finish(ask: Ask, load: LoadInfo) -> Outcome:
    """Decide how the last part of a load in parts marks it as whole; a load that brought nothing is none."""
    before, after = State(), State()
    if stored_load(ask, load.id) is not None:
        put_load(after, load, unfinished=False)
    return _outcome(before, after, [])


def decide_undo(ask: Ask, load: LoadInfo, *, undone: datetime, most: int) -> Outcome:
    """Decide what taking back at most so many claims of a load changes; what another load brought too stays."""
    shelf = Shelf(ask)
    loaded = read_loaded(shelf, load.id)
    order = sorted(loaded.values(), key=lambda known: (known.claim.organization or "", known.claim.id))
    part = {known.claim.id: known for known in order[:most]}
    gone = {id: known for id, known in part.items() if set(known.loads) == {load.id}}
    before, after, doubts = _conclude_again(shelf, Delta({}, gone))
    kept = {id: known for id, known in part.items() if id not in gone}
    _share(before, after, kept, {id: tuple(set(known.loads) - {load.id}) for id, known in kept.items()})
    left = len(loaded) - len(part)
    put_load(after, load, unfinished=left > 0, undone=None if left else undone)
    if not left:
        drop_sources(ask, before, load.id)
    return _outcome(before, after, doubts, known=len(kept), left=left)


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
    if not delta.touched:
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
    old, new = _tenures(before), _tenures(after)
    resting = _tenure_by_claim(before)
    same = {id: _forerunner(id, old, claims, resting) for id, claims in _claims_by_tenure(after).items()}
    changed = {id: was for id, was in same.items() if was is not None and old[was] != new[id]}
    closed = [id for id, was in changed.items() if "ended_basis" in new[id] and "ended_basis" not in old[was]]
    kept = {was for was in same.values() if was is not None}
    return Outcome(
        changes=plan_changes(before, after),
        added=sum(1 for was in same.values() if was is None),
        changed=len(changed) - len(closed),
        closed=len(closed),
        removed=len(old.keys() - kept),
        known=known,
        left=left,
        doubts=tuple(doubts),
    )


def _tenures(state: State) -> dict[str, Properties]:
    """The tenures of a state without their ids, which change when two persons turn out to be one."""
    return {
        id: {name: value for name, value in properties.items() if name != "id"}
        for (label, id), properties in state.nodes.items()
        if label == "Tenure"
    }


def _claims_by_tenure(state: State) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {id: [] for label, id in state.nodes if label == "Tenure"}
    rests = tie("RESTS_ON", "Tenure")
    for link in state.links:
        if link.tie == rests and link.start in found:
            found[link.start].append(link.end)
    return found


def _tenure_by_claim(state: State) -> dict[str, str]:
    return {claim: id for id, claims in sorted(_claims_by_tenure(state).items()) for claim in claims}


def _forerunner(
    id: str, old: Mapping[str, Properties], claims: Collection[str], resting: Mapping[str, str]
) -> str | None:
    """The stored tenure that a concluded one continues: of the same id, else resting on one of its claims."""
    if id in old:
        return id
    return next((resting[claim] for claim in sorted(claims) if claim in resting), None)
