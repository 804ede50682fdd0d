"""Networks beyond Cypher: who serves with whom at a date, as a networkx graph made from one read, and what it shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import networkx

from graph.catalog import Catalog
from graph.catalog.paths import Stop, find_stops
from graph.store import Store

_SERVING = """
MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
RETURN DISTINCT p.id AS person, p.name AS name, o.id AS body, o.name AS body_name
"""
_IN_BODY = """
MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(:Organization {id: $body})
WHERE p.id IN $people
RETURN t.id AS id ORDER BY id
"""
_EXACT_UP_TO = 500  # people; beyond, what lies between them is estimated from so many of them
_SEED = 7
_MOST_BODIES = 3


@dataclass(frozen=True, slots=True)
class Group:
    """People who serve with each other more than with others; the bodies that most of their ties are in."""

    people: tuple[str, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """A person on many shortest paths between others; `share` of all paths, into how many groups the ties lead."""

    person_id: str
    person: str
    share: float
    groups: int
    n: int


@dataclass(frozen=True, slots=True)
class Network:
    """The network of a day as a page shows it: names, ties with the bodies shared, groups and bridges."""

    names: Mapping[str, str]
    ties: Mapping[tuple[str, str], tuple[str, ...]]
    degrees: Mapping[str, int]  # of those who serve with anybody
    groups: tuple[Group, ...]
    bridges: tuple[Bridge, ...]

    def degree(self, person: str) -> int:
        """Count whom a person serves with."""
        return self.degrees.get(person, 0)


@dataclass(frozen=True, slots=True)
class Step:
    """A stop of a path between two people; a body has the tenures in it of those before and after it."""

    id: str
    name: str
    tenures: tuple[str, ...] = ()


def read_colleagues(store: Store, at: date, *, max_size: int = 60) -> networkx.Graph[str]:
    """Join people who certainly or possibly serve in one body at a date; larger bodies make no tie (RULES 35).

    Nodes are ids of persons with `name`; an edge has `bodies`, the names of the bodies shared, in order.
    """
    members: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    network: networkx.Graph[str] = networkx.Graph()
    for row in store.ask(_SERVING, {"at": at}):
        network.add_node(row["person"], name=row["name"])
        members[row["body"]].add(row["person"])
        names[row["body"]] = row["body_name"]
    for body, people in sorted(members.items()):
        if len(people) > max_size:
            continue
        for one, other in combinations(sorted(people), 2):
            shared = network.edges[one, other]["bodies"] if network.has_edge(one, other) else []
            network.add_edge(one, other, bodies=sorted({*shared, names[body]}))
    return network


def read_network(store: Store, at: date, *, most: int = 20) -> Network:
    """Read who serves with whom at a date, with the groups and the people between them."""
    return make_network(read_colleagues(store, at), most=most)


def make_network(graph: networkx.Graph[str], *, most: int) -> Network:
    """Find the groups and the bridges of a network; the same network gives the same answer."""
    ordered: networkx.Graph[str] = networkx.Graph()
    ordered.add_nodes_from(sorted(graph.nodes(data=True)))
    ordered.add_edges_from(sorted(graph.edges(data=True), key=lambda edge: edge[:2]))
    tied = ordered.subgraph([node for node in ordered if ordered.degree(node)]).copy()
    groups = _find_groups(tied)
    return Network(
        names={node: data["name"] for node, data in ordered.nodes(data=True)},
        ties={(one, other): tuple(data["bodies"]) for one, other, data in tied.edges(data=True)},
        degrees=dict(tied.degree()),
        groups=groups,
        bridges=_find_bridges(tied, groups, most),
    )


def _find_groups(tied: networkx.Graph[str]) -> tuple[Group, ...]:
    if not tied:
        return ()
    found = networkx.community.louvain_communities(tied, seed=_SEED)
    groups = [_make_group(tied, people) for people in found]
    return tuple(sorted(groups, key=lambda group: (-len(group.people), group.people)))


def _make_group(tied: networkx.Graph[str], people: set[str]) -> Group:
    inside = tied.subgraph(people)
    counts = Counter(body for _, _, data in inside.edges(data=True) for body in data["bodies"])
    bodies = sorted(counts, key=lambda body: (-counts[body], body))[:_MOST_BODIES]
    return Group(tuple(sorted(people, key=lambda person: (-inside.degree(person), person))), tuple(bodies))


def _find_bridges(tied: networkx.Graph[str], groups: Sequence[Group], most: int) -> tuple[Bridge, ...]:
    sample = _EXACT_UP_TO if len(tied) > _EXACT_UP_TO else None
    shares: dict[str, float] = networkx.betweenness_centrality(tied, k=sample, seed=_SEED)
    of = {person: number for number, group in enumerate(groups) for person in group.people}
    ranked = sorted(shares, key=lambda person: (-shares[person], person))
    return tuple(
        Bridge(
            person,
            tied.nodes[person]["name"],
            shares[person],
            len({of[other] for other in tied[person]}),
            tied.degree(person),
        )
        for person in ranked[:most]
        if shares[person] > 0
    )


def read_path(store: Store, catalog: Catalog, given: Mapping[str, str], *, today: date) -> list[Step]:
    """Find the path that the question `shortest_path` finds, with ids, and the tenures that make each tie."""
    asked = catalog.prepare(store, "shortest_path", given, today=today)
    stops = find_stops(asked, asked.bound)
    return [_make_step(store, stops, place) for place in range(len(stops))]


def _make_step(store: Store, stops: Sequence[Stop], place: int) -> Step:
    stop = stops[place]
    if place % 2 == 0:
        return Step(stop.id, stop.name)
    people = [stops[place - 1].id, stops[place + 1].id]
    rows = store.ask(_IN_BODY, {"body": stop.id, "people": people})
    return Step(stop.id, stop.name, tuple(row["id"] for row in rows))
