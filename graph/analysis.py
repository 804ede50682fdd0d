"""Networks beyond Cypher: who serves with whom at a date, as a networkx graph made from one read."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations

import networkx

from graph.store import Store

_SERVING = """
MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
RETURN DISTINCT p.id AS person, p.name AS name, o.id AS body, o.name AS body_name
"""


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
