"""What lies round the nodes of a picture: links among them, and how many neighbours are not shown, by relation.

A tenure is one link between person and post (or, where the post is not shown, between person and body).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.store import Store

RELATIONS: dict[str, tuple[str, ...]] = {
    "person": ("posts", "bodies", "decisions", "doubles"),
    "post": ("holders", "body"),
    "organization": ("people", "seats", "above", "below", "changes", "issued"),
    "decision": ("people", "issuer"),
}
# What a double click brings: never the same thing twice.
MAIN: dict[str, tuple[str, ...]] = {
    "person": ("posts",),
    "post": ("holders", "body"),
    "organization": ("people", "above", "below"),
    "decision": ("people", "issuer"),
}
_NODES = """
MATCH (n:Person|Organization|Post|Decision) WHERE n.id IN $ids
RETURN n.id AS id,
  CASE
    WHEN n:Person THEN 'person' WHEN n:Organization THEN 'organization' WHEN n:Post THEN 'post' ELSE 'decision'
  END AS label,
  coalesce(n.name, n.number, n.title, n.id) AS name,
  CASE
    WHEN n:Person THEN toString(n.born) WHEN n:Organization THEN n.place WHEN n:Decision THEN n.date
  END AS sub
"""
_AROUND = """
UNWIND $nodes.ids AS id
CALL (id) {
  MATCH (n:Person {id: id})-[:HELD]->(t:Tenure)-[:IN_POST]->(x:Post)-[:OF_ROLE]->(r:Role)
  RETURN 'posts' AS relation, 'HELD' AS type, t.id AS link, id AS source, x.id AS target, x.id AS other, null AS via,
    t AS spell, r AS role, t.started AS started, t.ended AS ended
UNION ALL
  MATCH (n:Person {id: id})-[:HELD]->(t:Tenure)-[:IN_POST]->(p:Post)-[:IN_BODY]->(x:Organization)
  MATCH (p)-[:OF_ROLE]->(r:Role)
  RETURN 'bodies' AS relation, 'SERVED_IN' AS type, t.id AS link, id AS source, x.id AS target, x.id AS other,
    p.id AS via, t AS spell, r AS role, t.started AS started, t.ended AS ended
UNION ALL
  MATCH (n:Person {id: id})-[:HELD]->(t:Tenure)<-[k:OPENED|CLOSED]-(x:Decision)
  RETURN 'decisions' AS relation, type(k) AS type, x.id + type(k) + id AS link, x.id AS source, id AS target,
    x.id AS other, null AS via, null AS spell, null AS role, x.date AS started, x.date AS ended
UNION ALL
  MATCH (n:Person {id: id})-[:MAYBE_SAME]-(x:Person)
  RETURN 'doubles' AS relation, 'MAYBE_SAME' AS type,
    CASE WHEN id < x.id THEN id + x.id ELSE x.id + id END AS link, id AS source, x.id AS target, x.id AS other,
    null AS via, null AS spell, null AS role, null AS started, null AS ended
UNION ALL
  MATCH (n:Post {id: id})<-[:IN_POST]-(t:Tenure)<-[:HELD]-(x:Person)
  RETURN 'holders' AS relation, 'HELD' AS type, t.id AS link, x.id AS source, id AS target, x.id AS other,
    null AS via, t AS spell, null AS role, t.started AS started, t.ended AS ended
UNION ALL
  MATCH (n:Post {id: id})-[:IN_BODY]->(x:Organization)
  RETURN 'body' AS relation, 'IN_BODY' AS type, id + x.id AS link, id AS source, x.id AS target, x.id AS other,
    null AS via, null AS spell, null AS role, null AS started, null AS ended
UNION ALL
  MATCH (n:Organization {id: id})<-[:IN_BODY]-(p:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(x:Person)
  MATCH (p)-[:OF_ROLE]->(r:Role)
  RETURN 'people' AS relation, 'SERVED_IN' AS type, t.id AS link, x.id AS source, id AS target, x.id AS other,
    p.id AS via, t AS spell, r AS role, t.started AS started, t.ended AS ended
UNION ALL
  MATCH (n:Organization {id: id})<-[:IN_BODY]-(x:Post)-[:OF_ROLE]->(r:Role)
  RETURN 'seats' AS relation, 'IN_BODY' AS type, x.id + id AS link, x.id AS source, id AS target, x.id AS other,
    null AS via, null AS spell, r AS role, null AS started, null AS ended
UNION ALL
  MATCH (n:Organization {id: id})-[k:PART_OF]->(x:Organization)
  RETURN 'above' AS relation, 'PART_OF' AS type, id + x.id + k.key AS link, id AS source, x.id AS target, x.id AS other,
    null AS via, k AS spell, null AS role, k.started AS started, k.ended AS ended
UNION ALL
  MATCH (n:Organization {id: id})<-[k:PART_OF]-(x:Organization)
  RETURN 'below' AS relation, 'PART_OF' AS type, x.id + id + k.key AS link, x.id AS source, id AS target, x.id AS other,
    null AS via, k AS spell, null AS role, k.started AS started, k.ended AS ended
UNION ALL
  MATCH (n:Organization {id: id})<-[:CHANGED_FROM]-(c:OrgChange)-[:CHANGED_TO]->(x:Organization) WHERE x <> n
  RETURN 'changes' AS relation, 'BECAME' AS type, c.id + id + x.id AS link, id AS source, x.id AS target,
    x.id AS other, null AS via, null AS spell, null AS role, c.date AS started, c.date AS ended
UNION ALL
  MATCH (n:Organization {id: id})<-[:CHANGED_TO]-(c:OrgChange)-[:CHANGED_FROM]->(x:Organization) WHERE x <> n
  RETURN 'changes' AS relation, 'BECAME' AS type, c.id + x.id + id AS link, x.id AS source, id AS target,
    x.id AS other, null AS via, null AS spell, null AS role, c.date AS started, c.date AS ended
UNION ALL
  MATCH (n:Organization {id: id})<-[:ISSUED_BY]-(x:Decision)
  RETURN 'issued' AS relation, 'ISSUED_BY' AS type, x.id + id AS link, x.id AS source, id AS target, x.id AS other,
    null AS via, null AS spell, null AS role, x.date AS started, x.date AS ended
UNION ALL
  MATCH (n:Decision {id: id})-[k:OPENED|CLOSED]->(:Tenure)<-[:HELD]-(x:Person)
  RETURN 'people' AS relation, type(k) AS type, id + type(k) + x.id AS link, id AS source, x.id AS target,
    x.id AS other, null AS via, null AS spell, null AS role, n.date AS started, n.date AS ended
UNION ALL
  MATCH (n:Decision {id: id})-[:ISSUED_BY]->(x:Organization)
  RETURN 'issuer' AS relation, 'ISSUED_BY' AS type, id + x.id AS link, id AS source, x.id AS target, x.id AS other,
    null AS via, null AS spell, null AS role, n.date AS started, n.date AS ended
}
WITH *, date($at) AS day, CASE WHEN role.head THEN -1000 ELSE 0 END + coalesce(role.rank, 99) AS weight
WITH *,
  (spell.started_min IS NULL OR spell.started_min <= day) AND (spell.ended_max IS NULL OR day < spell.ended_max)
    AND (type <> 'HELD' AND type <> 'SERVED_IN' OR spell.started_min IS NOT NULL) AS current,
  type <> 'HELD' AND type <> 'SERVED_IN'
    OR coalesce(spell.started_max <= day, false) AND (spell.ended_min IS NULL OR day < spell.ended_min)
    OR coalesce(spell.ended_max <= day, false) OR coalesce(day < spell.started_min, false) AS certain
WHERE $past OR current
WITH * ORDER BY current DESC, weight, started DESC, other, link
WITH id, relation,
  collect(DISTINCT CASE WHEN NOT other IN $nodes.shown THEN other END) AS unseen,
  count(DISTINCT other) AS neighbours,
  collect(CASE WHEN other IN $nodes.shown THEN {
    id: link, type: type, source: source, target: target, via: via, role: role.title_vi,
    started: started, ended: ended, current: current, certain: certain
  } END) AS links
RETURN id, relation, neighbours, size(unseen) AS hidden, unseen[..$most] AS unseen, links
ORDER BY id, relation
"""


@dataclass(frozen=True, slots=True)
class AskedCypher:
    """A query that reads what lies round nodes, as it stands, with its parameters as JSON can say them."""

    cypher: str
    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """One relation of one node: the links to shown nodes, how many neighbours there are, and the first unseen."""

    id: str
    relation: str
    neighbours: int
    hidden: int
    unseen: Sequence[str]
    links: Sequence[dict[str, Any]]


def read_nodes(store: Store, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Read label, name and what tells apart of the nodes that there are, in the order given."""
    found = {row["id"]: row for row in store.ask(_NODES, {"ids": list(ids)})}
    return [found[id] for id in ids if id in found]


def read_around(
    store: Store, ids: Sequence[str], shown: Sequence[str], at: date, *, past: bool, most: int = 0
) -> list[Around]:
    """Read what lies round some nodes at a day, or at any with `past`; what is shown is never unseen."""
    asked = ask_around(ids, shown, at, past=past, most=most)
    return [Around(**row) for row in store.ask(asked.cypher, asked.params)]


def ask_around(ids: Sequence[str], shown: Sequence[str], at: date, *, past: bool, most: int = 0) -> AskedCypher:
    """The query that `read_around` asks, for whoever wants to see it or ask it anew."""
    # Within a map: of a list by itself the server makes a plan for 1, for up to 10, for up to 100 … a second each.
    nodes = {"ids": list(ids), "shown": list(shown)}
    given = {"nodes": nodes, "at": at.isoformat(), "past": past, "most": most}
    return AskedCypher(_AROUND.strip(), given)
