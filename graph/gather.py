"""Read from the graph what a change of claims touches: claims by body, by name and by decision (STYLE habit 4, gather).

Only reads, through the `ask` that it is given; what it returns is decided on by `conclude`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import claim_from, claim_role_key, implied_roles, main_body_key
from graph.judgements import StoredJudgement, read_judgements
from graph.known import Known, keys_of
from graph.model import Claim
from graph.names import reference_key, role_key
from graph.scope import Mention, RoleForms, find_mentions
from graph.wire import Ask

FINAL_ACTIONS = ["từ trần", "khai trừ"]

# Each finder is a short query of its own, its index named: a plan made while the graph was empty would else scan.
_READ = """
UNWIND $keys AS key
MATCH (c:Claim {id: key}) USING INDEX c:Claim(id)
MATCH (c)-[:STATED_IN]->(s:Source)
RETURN properties(c) AS claim, s.id AS source, s.published AS published, s.title AS title,
       head([(c)-[:ABOUT]->(p:Person) | [p.id] + coalesce(p.former_ids, [])]) AS person
"""
_BY_BODY = "UNWIND $keys AS key MATCH (c:Claim {body_key: key}) USING INDEX c:Claim(body_key) RETURN c.id AS id"
_SIZES = """
UNWIND $keys AS key
MATCH (c:Claim {body_key: key}) USING INDEX c:Claim(body_key)
RETURN key, count(c) AS n
"""
_BY_LINEAGE = """
UNWIND $keys AS key
MATCH (c:Claim {lineage_key: key}) USING INDEX c:Claim(lineage_key)
RETURN c.id AS id
"""
_BY_DECISION = "UNWIND $keys AS key MATCH (c:Claim {decision: key}) USING INDEX c:Claim(decision) RETURN c.id AS id"
_BY_VOTE = "UNWIND $keys AS key MATCH (c:Claim {vote: key}) USING INDEX c:Claim(vote) RETURN c.id AS id"
BY_FURTHER_KEY = """
UNWIND $keys AS key
MATCH (k:Key {id: key}) USING INDEX k:Key(id)
MATCH (k)<-[:ALSO]-(c:Claim)
RETURN c.id AS id
"""
_BY_LOAD = """
UNWIND $keys AS key
MATCH (:Load {id: key})<-[:CAME_WITH]-(:Source)<-[:STATED_IN]-(c:Claim)
WHERE key IN c.loads
RETURN DISTINCT c.id AS id
"""
_FIRST_OF_LOAD = """
UNWIND $keys AS key
MATCH (:Load {id: key})<-[:CAME_WITH]-(:Source)<-[:STATED_IN]-(c:Claim)
WHERE key IN c.loads
RETURN c.id AS id ORDER BY coalesce(c.body_key, ''), id LIMIT $most
"""
_SIZE_OF_LOAD = """
UNWIND $keys AS key
MATCH (:Load {id: key})<-[:CAME_WITH]-(:Source)<-[:STATED_IN]-(c:Claim)
WHERE key IN c.loads
RETURN count(c) AS n
"""
_FINALS = """
MATCH (c:Claim) USING INDEX c:Claim(action) WHERE c.action IN $actions
MATCH (c)-[:ABOUT]->(p:Person) WHERE p.id IN $keys
RETURN DISTINCT c.id AS id
"""
_NEIGHBOURS = """
UNWIND $keys AS key
MATCH (o:Organization {key: key}) USING INDEX o:Organization(key)
CALL (o) {
  MATCH (o)-[:PART_OF {kind: 'organ'}]-(n:Organization) RETURN n.key AS other
  UNION
  MATCH (o)<-[:IN_BODY]-(:Post)-[:IMPLIES]-(:Post)-[:IN_BODY]->(n:Organization) RETURN n.key AS other
}
RETURN DISTINCT other
"""
_OWN = """
UNWIND $keys AS key
RETURN key, EXISTS { MATCH (:Claim {body_key: key}) } OR EXISTS { MATCH (:Key {id: 'body:' + key})<-[:ALSO]-() } AS own
"""
_BEARERS = """
UNWIND $keys AS key
MATCH (o:Organization {key: key}) USING INDEX o:Organization(key)
RETURN key, collect(o.id) AS ids
"""
_ROLES = """
UNWIND $keys AS key
MATCH (c:Claim {role_key: key}) USING INDEX c:Claim(role_key)
RETURN key, c.role AS role, c.title_en AS english, c.rank AS rank, coalesce(c.head, false) AS head, count(*) AS n
"""
_IMPLIED = """
UNWIND $keys AS key
MATCH (:Key {id: 'role:' + key})<-[:ALSO]-(c:Claim)
UNWIND c.implies AS implied
RETURN key, split(implied, ' @ ')[0] AS title, count(*) AS n
"""
_KEY_USES = """
UNWIND $keys AS key
MATCH (k:Key {id: key})
RETURN key, COUNT { (k)<-[:ALSO]-() } AS n
"""

Claims = dict[str, Known]


@dataclass(slots=True)
class Shelf:
    """The claims read so far in one transaction; none is read twice."""

    ask: Ask
    _known: Claims = field(default_factory=dict)
    _judgements: dict[str, StoredJudgement] | None = None

    @property
    def judgements(self) -> Mapping[str, StoredJudgement]:
        """All judgements that are stored."""
        if self._judgements is None:
            self._judgements = read_judgements(self.ask)
        return self._judgements

    def read(self, ids: Collection[str]) -> Claims:
        """The claims that are stored under these ids."""
        missing = [id for id in ids if id not in self._known]
        for row in self.rows(_READ, missing):
            self._known[row["claim"]["id"]] = _known(row)
        return {id: self._known[id] for id in ids if id in self._known}

    def find(self, cypher: str, keys: Collection[str], **more: Any) -> Claims:
        """The claims that a finder leads to."""
        return self.read({row["id"] for row in self.rows(cypher, keys, **more)})

    def rows(self, cypher: str, keys: Collection[str], **more: Any) -> list[dict[str, Any]]:
        """The rows of a query about some keys; without keys nothing is asked."""
        return self.ask(cypher, {"keys": sorted(keys), **more}) if keys else []


def _known(row: Mapping[str, Any]) -> Known:
    claim = row["claim"]
    return Known(
        claim=claim_from(claim, row["source"]),
        published=row["published"],
        source_title=row["title"],
        loads=tuple(claim["loads"]),
        person=row["person"][0] if row["person"] else None,
        former_ids=tuple(row["person"][1:]) if row["person"] else (),
        post=claim.get("post"),
        slot=claim.get("slot"),
        copy_of=claim.get("copy_of"),
    )


def read_loaded(shelf: Shelf, load: str) -> Claims:
    """Read the claims that a load brought."""
    return shelf.find(_BY_LOAD, [load])


def read_first_loaded(shelf: Shelf, load: str, most: int) -> tuple[list[Known], int]:
    """Read the first claims that a load brought, in the order of their bodies; and count all that it brought."""
    (size,) = shelf.rows(_SIZE_OF_LOAD, [load])
    ids = [row["id"] for row in shelf.rows(_FIRST_OF_LOAD, [load], most=most)]
    known = shelf.read(ids)
    return [known[id] for id in ids], size["n"]


def read_lineage(shelf: Shelf, keys: Collection[str]) -> Claims:
    """Read the claims of ties and changes about some bodies."""
    found = shelf.find(_BY_LINEAGE, keys)
    further = shelf.find(BY_FURTHER_KEY, {f"body:{key}" for key in keys})
    return found | {id: known for id, known in further.items() if known.claim.kind in ("tie", "change")}


def read_family(shelf: Shelf, keys: Collection[str]) -> Claims:
    """Read every claim about some bodies."""
    further = shelf.find(BY_FURTHER_KEY, {f"body:{key}" for key in keys})
    return shelf.find(_BY_BODY, keys) | further


def read_sizes(shelf: Shelf, keys: Collection[str]) -> dict[str, int]:
    """Count the stored claims about some bodies; a body without any is left out."""
    return {row["key"]: row["n"] for row in shelf.rows(_SIZES, keys)}


def read_mentioning(shelf: Shelf, keys: Collection[str]) -> Claims:
    """Read the claims that mention some bodies in passing."""
    return shelf.find(BY_FURTHER_KEY, {f"mention:{key}" for key in keys})


def read_neighbours(shelf: Shelf, keys: Collection[str]) -> set[str]:
    """Find the bodies that share the fate of some: their organs and committees, bodies of implied posts."""
    return {row["other"] for row in shelf.rows(_NEIGHBOURS, keys)}


def own_names(claim: Claim) -> set[str]:
    """The keys of the bodies that a claim is about."""
    main = main_body_key(claim)
    return keys_of([claim], "body") | ({main} if main is not None else set())


def lineage_names(claim: Claim) -> set[str]:
    """The keys of the bodies that a claim binds into one family."""
    names = own_names(claim)
    if claim.parent_kind == "organ" and claim.parent is not None:
        names.add(reference_key(claim.parent))
    return names


def close_family(shelf: Shelf, touched: Iterable[Known]) -> set[str]:
    """Find all bodies whose posts a change of these claims can touch."""
    bonds = [lineage_names(known.claim) for known in touched]
    family = set().union(*bonds) if bonds else set()
    frontier = set(family)
    while frontier:
        found = read_neighbours(shelf, frontier)
        for known in read_lineage(shelf, frontier).values():
            found |= lineage_names(known.claim)
        for bond in bonds:
            if bond & found:
                found |= bond
        frontier = found - family
        family |= frontier
    return family


def read_finals(shelf: Shelf, people: Collection[str]) -> Claims:
    """Read the deaths and expulsions of some people."""
    return shelf.find(_FINALS, people, actions=FINAL_ACTIONS)


def read_decisions(shelf: Shelf, ids: Collection[str]) -> Claims:
    """Read all claims of some decisions."""
    return shelf.find(_BY_DECISION, ids)


def read_votes(shelf: Shelf, ids: Collection[str]) -> Claims:
    """Read all claims of some votes."""
    return shelf.find(_BY_VOTE, ids)


def read_roles(shelf: Shelf, keys: Collection[str]) -> dict[str, RoleForms]:
    """Count how some roles are printed in all stored claims."""
    found: dict[str, RoleForms] = {key: RoleForms() for key in keys}
    for row in shelf.rows(_ROLES, keys):
        forms, n = found[row["key"]], row["n"]
        forms.printed[row["role"]] += n
        forms.heads += n if row["head"] else 0
        if row["english"] is not None:
            forms.english[row["english"]] += n
        if row["rank"] is not None:
            forms.ranks[row["rank"]] += n
    for row in shelf.rows(_IMPLIED, keys):
        if role_key(row["title"]) == row["key"]:
            found[row["key"]].implied[row["title"]] += row["n"]
    return found


def role_keys(claims: Iterable[Known]) -> set[str]:
    """The keys of the roles that some claims name or imply."""
    claims = list(claims)
    found = (claim_role_key(known.claim) for known in claims)
    implied = (role_key(title) for known in claims for title in implied_roles(known.claim))
    return {key for key in (*found, *implied) if key is not None}


def read_own(shelf: Shelf, keys: Collection[str]) -> set[str]:
    """Find which bodies some stored claim is about."""
    return {row["key"] for row in shelf.rows(_OWN, keys) if row["own"]}


def read_key_uses(shelf: Shelf, keys: Collection[str]) -> dict[str, int]:
    """Count the stored claims that some further keys lead to."""
    return {row["key"]: row["n"] for row in shelf.rows(_KEY_USES, keys)}


def read_bearers(shelf: Shelf, keys: Collection[str]) -> dict[str, set[str]]:
    """Find the bodies that were born with some names."""
    return {row["key"]: set(row["ids"]) for row in shelf.rows(_BEARERS, keys)}


def mentions_of(claims: Iterable[Known], keys: Collection[str]) -> dict[str, list[Mention]]:
    """List how some bodies are mentioned in passing, by key."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for known in sorted(claims, key=lambda known: known.claim.id):
        for mention in find_mentions(known):
            if mention.key in keys:
                found[mention.key].append(mention)
    return found
