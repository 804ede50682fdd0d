"""A whole graph concluded from a few claims, without a server: what a scope that holds everything amounts to."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.bodies import make_bodies
from graph.claims import claim_role_key, implied_roles, lineage_key, main_body_key, vote_id
from graph.conclude import conclude
from graph.decisions import decision_id
from graph.gather import mentions_of
from graph.identity.individuals import find_individuals
from graph.known import Known, keys_of, naming_of, post_of
from graph.model import Doubt
from graph.names import role_key
from graph.plan import Properties, State
from graph.scope import RoleForms, Scope
from tests.graph.claims_for import Told, told_on


def scope_of(*told: Told, title: str | None = None) -> Scope:
    known = {claim.id: Known(claim, published, title, ()) for claim, published in map(told_on, told)}
    bodies = make_bodies(each.claim for each in known.values() if lineage_key(each.claim) is not None)
    named = {id: each for id, each in known.items() if each.claim.person is not None}
    identified = find_individuals(naming_of(each, post_of(each, bodies)) for each in named.values())
    own = {key for each in known.values() if (key := main_body_key(each.claim)) is not None}
    mentioned = keys_of((each.claim for each in known.values()), "mention") - own
    roles: dict[str, RoleForms] = defaultdict(RoleForms)
    decisions: dict[str, list[Known]] = defaultdict(list)
    votes: dict[str, list[Known]] = defaultdict(list)
    for each in known.values():
        if (key := claim_role_key(each.claim)) is not None:
            roles[key].count(each.claim, 1)
        for implied in implied_roles(each.claim):
            roles[role_key(implied)].implied[implied] += 1
        if (decision := decision_id(each.claim)) is not None:
            decisions[decision].append(each)
        if (vote := vote_id(each.claim)) is not None:
            votes[vote].append(each)
    return Scope(
        bodies=bodies,
        family=own,
        claims=known,
        namings=named,
        people={claim: person for person in identified.people for claim in person.claims},
        identified=identified,
        mentioned=mentions_of(known.values(), mentioned),
        roles=roles,
        decisions=decisions,
        votes=votes,
        finals=[each for each in known.values() if each.claim.action in ("từ trần", "khai trừ")],
    )


def concluded(*told: Told, title: str | None = None) -> State:
    return conclude(scope_of(*told, title=title))[0]


def doubted(*told: Told) -> list[Doubt]:
    return conclude(scope_of(*told))[1]


def nodes(state: State, label: str) -> list[Properties]:
    return sorted((node for (kind, _), node in state.nodes.items() if kind == label), key=lambda node: str(node["id"]))


def values(state: State, label: str, name: str) -> list[Any]:
    """One property of all nodes of a label, in order."""
    return sorted((node.get(name) for node in nodes(state, label)), key=str)


def ties(state: State, type: str, name: str = "name") -> list[tuple[Any, Any]]:
    """The ties of a type by a property of the nodes at their ends, where they have it."""
    by_id = {id: node.get(name, node.get("title", id)) for (_, id), node in state.nodes.items()}
    return sorted(((by_id.get(link.start, link.start), by_id.get(link.end, link.end)) for link in state.links if link.tie.type == type), key=str)  # fmt: skip
