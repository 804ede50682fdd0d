"""What a page needs to know of a body or a post before any question: its names, where it belongs, what is near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.store import Store

_BODY = """
MATCH (o:Organization {id: $id})
RETURN o.id AS id, o.name AS name, coalesce(o.names, []) AS names, o.place AS place,
  coalesce(o.founded, toString(o.exists_from)) AS founded,
  coalesce(o.dissolved, toString(o.exists_until)) AS dissolved,
  COLLECT { MATCH (o)-[:PART_OF]->(x:Organization) RETURN DISTINCT [x.id, x.name] AS pair ORDER BY pair } AS above,
  COLLECT {
    MATCH (o)<-[:CHANGED_TO]-(:OrgChange)-[:CHANGED_FROM]->(x:Organization) WHERE x <> o
    RETURN DISTINCT [x.id, x.name] AS pair ORDER BY pair
  } AS before,
  COLLECT {
    MATCH (o)<-[:CHANGED_FROM]-(:OrgChange)-[:CHANGED_TO]->(x:Organization) WHERE x <> o
    RETURN DISTINCT [x.id, x.name] AS pair ORDER BY pair
  } AS after
"""
_POSTS_OF = """
MATCH (:Organization {id: $id})<-[:IN_BODY]-(post:Post)-[:OF_ROLE]->(r:Role)
RETURN post.id AS id, r.title_vi AS role, COUNT { (post)<-[:IN_POST]-(:Tenure) } AS held
ORDER BY coalesce(r.head, false) DESC, r.rank, role, id
"""
_POST = """
MATCH (post:Post {id: $id})-[:IN_BODY]->(o:Organization)
MATCH (post)-[:OF_ROLE]->(r:Role)
RETURN post.id AS id, post.title AS title, post.seats AS seats, r.id AS role_id, r.title_vi AS role,
  o.id AS organization_id, o.name AS organization
"""
_PLACES = """
UNWIND $tenures AS id
MATCH (p:Person)-[:HELD]->(t:Tenure {id: id})-[:IN_POST]->(post:Post)-[:IN_BODY]->(o:Organization)
RETURN id, p.id AS person_id, p.name AS person, post.id AS post_id, post.title AS post, o.id AS organization_id,
  o.name AS organization, t.capacity AS capacity, t.last_attested AS last_attested, t.ended_basis AS ended_basis,
  COLLECT {
    MATCH (d:Decision)-[:OPENED|CLOSED]->(t) WHERE d.number IS NOT NULL
    RETURN DISTINCT d.number AS number ORDER BY number
  } AS decisions
"""
_BUSIEST = """
MATCH (o:Organization)<-[:IN_BODY]-(:Post)<-[:IN_POST]-(t:Tenure)
WITH o, count(t) AS held ORDER BY held <= 150 DESC, held DESC, o.id LIMIT 1
RETURN o.id AS id
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A body by its id and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class BodyCard:
    """A body with its other names, its life, and the bodies above, before and after it."""

    id: str
    name: str
    names: tuple[str, ...]
    place: str | None
    founded: str | None
    dissolved: str | None
    above: tuple[Named, ...]
    before: tuple[Named, ...]
    after: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PostCard:
    """A post, the role that it is and the body in which it is."""

    id: str
    title: str
    seats: int | None
    role_id: str
    role: str
    organization_id: str
    organization: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tenure stands: whose it is, in which post, in what capacity, by which numbered decisions."""

    person_id: str
    person: str
    post_id: str
    post: str
    organization_id: str
    organization: str
    capacity: str | None
    last_attested: str | None
    ended_basis: str | None
    decisions: tuple[str, ...]


def read_body(store: Store, id: str) -> BodyCard | None:
    """Find a body by its id; None where there is none."""
    rows = store.ask(_BODY, {"id": id})
    if not rows:
        return None
    row = rows[0]
    near = {side: tuple(Named(*pair) for pair in row[side]) for side in ("above", "before", "after")}
    return BodyCard(**{**row, **near, "names": tuple(row["names"])})


def read_busiest_body(store: Store) -> str | None:
    """Name the body with the most tenures that a reader can take in, a good first one; None where there is none."""
    rows = store.ask(_BUSIEST)
    return rows[0]["id"] if rows else None


def read_posts_of(store: Store, body: str) -> list[dict[str, Any]]:
    """List the posts of a body, heads first, and how many tenures each has."""
    return store.ask(_POSTS_OF, {"id": body})


def read_post(store: Store, id: str) -> PostCard | None:
    """Find a post by its id; None where there is none."""
    rows = store.ask(_POST, {"id": id})
    return PostCard(**rows[0]) if rows else None


def read_places(store: Store, tenures: Sequence[str]) -> dict[str, Place]:
    """Read where some tenures stand, by their ids."""
    rows = store.ask(_PLACES, {"tenures": list(dict.fromkeys(tenures))}) if tenures else []
    return {row["id"]: _make_place(row) for row in rows}


def _make_place(row: dict[str, Any]) -> Place:
    seen = row["last_attested"]
    values = {name: value for name, value in row.items() if name != "id"}
    return Place(
        **{
            **values,
            "decisions": tuple(row["decisions"]),
            "last_attested": None if seen is None else seen.isoformat(),
        }
    )
