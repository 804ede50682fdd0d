"""Read the concluded state of a scope as it is stored, in the form in which `conclude` makes it, for comparison."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from graph.gather import Shelf
from graph.known import Known, node_of
from graph.plan import Link, State
from graph.schema import tie

_BODIES = """
MATCH (o:Organization) USING INDEX o:Organization(key) WHERE o.key IN $keys
RETURN properties(o) AS node, [(o)-[r:PART_OF]->(p:Organization) | [p.id, properties(r)]] AS parents
"""
_POSTS = """
MATCH (o:Organization)<-[:IN_BODY]-(post:Post) USING INDEX o:Organization(key) WHERE o.key IN $keys
RETURN properties(post) AS node, o.id AS body, [(post)-[:OF_ROLE]->(r:Role) | r.id] AS roles,
       [(post)-[i:IMPLIES]->(q:Post) | [q.id, i.kind]] AS implies
"""
_TENURES = """
MATCH (o:Organization)<-[:IN_BODY]-(post:Post)<-[:IN_POST]-(t:Tenure) USING INDEX o:Organization(key)
WHERE o.key IN $keys
MATCH (p:Person)-[:HELD]->(t)
RETURN properties(t) AS node, post.id AS post, p.id AS person,
       [(p)-[s:SERVED_IN {tenure: t.id}]->(b:Organization) | [b.id, properties(s)]] AS served,
       [(t)-[:RESTS_ON]->(c:Claim) | c.id] AS claims,
       [(d:Decision)-[r:OPENED]->(t) | [d.id, r.action]] AS opened,
       [(d:Decision)-[r:CLOSED]->(t) | [d.id, r.action]] AS closed,
       [(v:ConfidenceVote)-[r:RATED]->(t) | [v.id, properties(r)]] AS rated
"""
_CHANGES = """
MATCH (o:Organization)<-[:CHANGED_FROM|CHANGED_TO]-(x:OrgChange) USING INDEX o:Organization(key) WHERE o.key IN $keys
WITH DISTINCT x
RETURN properties(x) AS node, [(x)-[:CHANGED_FROM]->(b:Organization) | b.id] AS before,
       [(x)-[:CHANGED_TO]->(b:Organization) | b.id] AS after,
       [(x)-[:ISSUED_BY]->(b:Organization) | b.id] AS issuers, [(x)-[:RESTS_ON]->(c:Claim) | c.id] AS claims
"""
_PEOPLE = """
UNWIND $keys AS key
MATCH (p:Person {id: key}) USING INDEX p:Person(id)
RETURN properties(p) AS node, [(p)-[m:MAYBE_SAME]->(q:Person) | [q.id, properties(m)]] AS likenesses,
       [(p)<-[m:MAYBE_SAME]-(q:Person) | [q.id, properties(m)]] AS likened,
       [(p)-[j:JUDGED]->(q:Person) | [q.id, properties(j)]] AS judged
"""
_ROLES = "MATCH (n:Role) WHERE n.key IN $keys RETURN properties(n) AS node"
_DECISIONS = """
UNWIND $keys AS key
MATCH (n:Decision {id: key}) USING INDEX n:Decision(id)
RETURN properties(n) AS node, [(n)-[:ISSUED_BY]->(b:Organization) | b.id] AS issuers
"""
_VOTES = """
UNWIND $keys AS key
MATCH (n:ConfidenceVote {id: key}) USING INDEX n:ConfidenceVote(id)
RETURN properties(n) AS node, [(n)-[:IN_BODY]->(b:Organization) | b.id] AS bodies,
       [(n)-[:RESTS_ON]->(c:Claim) | c.id] AS claims
"""
_MENTIONED = "MATCH (o:Organization) USING INDEX o:Organization(key) WHERE o.key IN $keys RETURN properties(o) AS node"


def read_stored_bodies(shelf: Shelf, state: State, keys: Collection[str]) -> None:
    """Read the bodies of a family with their posts, tenures and changes."""
    for row in shelf.rows(_BODIES, keys):
        _put(state, "Organization", row)
        for parent, properties in row["parents"]:
            _join(state, "PART_OF", row["node"]["id"], parent, properties=properties)
    for row in shelf.rows(_POSTS, keys):
        _put(state, "Post", row)
        _join(state, "IN_BODY", row["node"]["id"], row["body"], start_label="Post")
        for role in row["roles"]:
            _join(state, "OF_ROLE", row["node"]["id"], role)
        for post, kind in row["implies"]:
            _join(state, "IMPLIES", row["node"]["id"], post, properties={"kind": kind})
    for row in shelf.rows(_TENURES, keys):
        _put_tenure(state, row)
    for row in shelf.rows(_CHANGES, keys):
        _put(state, "OrgChange", row)
        id = row["node"]["id"]
        _join_all(state, "CHANGED_FROM", id, row["before"])
        _join_all(state, "CHANGED_TO", id, row["after"])
        _join_all(state, "ISSUED_BY", id, row["issuers"], start_label="OrgChange")
        _join_all(state, "RESTS_ON", id, row["claims"], start_label="OrgChange")


def _put_tenure(state: State, row: Mapping[str, Any]) -> None:
    _put(state, "Tenure", row)
    id = row["node"]["id"]
    _join(state, "HELD", row["person"], id)
    _join(state, "IN_POST", id, row["post"])
    for body, properties in row["served"]:
        _join(state, "SERVED_IN", row["person"], body, properties=properties)
    _join_all(state, "RESTS_ON", id, row["claims"], start_label="Tenure")
    for type, given in (("OPENED", row["opened"]), ("CLOSED", row["closed"])):
        for decision, action in given:
            _join(state, type, decision, id, properties={"action": action})
    for vote, properties in row["rated"]:
        _join(state, "RATED", vote, id, properties=properties)


def read_stored_mentioned(shelf: Shelf, state: State, keys: Collection[str]) -> None:
    """Read the bodies that are only mentioned."""
    for row in shelf.rows(_MENTIONED, keys):
        _put(state, "Organization", row)


def put_stored_claims(state: State, claims: Iterable[Known]) -> None:
    """Put claims as they are stored: with what was concluded of them before."""
    for known in claims:
        state.nodes["Claim", known.claim.id] = node_of(known, post=known.post, copy_of=known.copy_of)


def read_stored_people(shelf: Shelf, state: State, namings: Iterable[Known], claims: Iterable[Known]) -> None:
    """Read the persons whom some claims name, and put whom these and further claims are taken to mean."""
    named = list(namings)
    for row in shelf.rows(_PEOPLE, {known.person for known in named if known.person is not None}):
        _put(state, "Person", row)
        for type, others in (("MAYBE_SAME", row["likenesses"]), ("JUDGED", row["judged"])):
            for other, properties in others:
                _join(state, type, row["node"]["id"], other, properties=properties)
        for other, properties in row["likened"]:  # one near by name is not among the persons named
            _join(state, "MAYBE_SAME", other, row["node"]["id"], properties=properties)
    for known in [*named, *claims]:
        if known.person is not None:
            _join(state, "ABOUT", known.claim.id, known.person)


def read_stored_ledger(
    shelf: Shelf, state: State, *, roles: Collection[str], decisions: Collection[str], votes: Collection[str]
) -> None:
    """Read roles, decisions and votes."""
    for row in shelf.rows(_ROLES, roles):
        _put(state, "Role", row)
    for row in shelf.rows(_DECISIONS, decisions):
        _put(state, "Decision", row)
        _join_all(state, "ISSUED_BY", row["node"]["id"], row["issuers"], start_label="Decision")
    for row in shelf.rows(_VOTES, votes):
        _put(state, "ConfidenceVote", row)
        _join_all(state, "IN_BODY", row["node"]["id"], row["bodies"], start_label="ConfidenceVote")
        _join_all(state, "RESTS_ON", row["node"]["id"], row["claims"], start_label="ConfidenceVote")


def _put(state: State, label: str, row: Mapping[str, Any]) -> None:
    node = row["node"]
    state.nodes[label, node["id"]] = node


def _join_all(state: State, type: str, start: str, ends: Collection[str], *, start_label: str | None = None) -> None:
    for end in ends:
        _join(state, type, start, end, start_label=start_label)


def _join(
    state: State,
    type: str,
    start: str,
    end: str,
    *,
    start_label: str | None = None,
    properties: Mapping[str, Any] | None = None,
) -> None:
    joined = tie(type, start_label)
    given = dict(properties or {})
    key = given[joined.key] if joined.key is not None else None
    state.links[Link(joined, start, end, key)] = given
