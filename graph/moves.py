"""Reorganisations between two days: which bodies became which, and who went along, as rows and as flows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.cards import Named
from graph.store import Store

_CHANGES = """
MATCH (c:OrgChange)
WHERE c.date_min <= $to AND c.date_max >= $from AND ($organization IS NULL OR EXISTS {
  (c)-[:CHANGED_FROM|CHANGED_TO]->(:Organization {id: $organization})
})
RETURN c.id AS id, c.date AS date, c.kind AS kind, c.number AS decision,
  head(COLLECT { MATCH (c)-[:RESTS_ON]->(k:Claim) RETURN split(k.before, ' @ ')[0] AS name ORDER BY name }) AS former,
  head(COLLECT { MATCH (c)-[:RESTS_ON]->(k:Claim) RETURN split(k.after, ' @ ')[0] AS name ORDER BY name }) AS latter,
  COLLECT { MATCH (c)-[:CHANGED_FROM]->(o) RETURN DISTINCT [o.id, o.name] AS pair ORDER BY pair } AS before,
  COLLECT { MATCH (c)-[:CHANGED_TO]->(o) RETURN DISTINCT [o.id, o.name] AS pair ORDER BY pair } AS after
ORDER BY c.date_min, c.kind, id
"""
# Who was in a body on the eve of the change and took up a post in its successor around it or within a year.
_MOVED = """
UNWIND $changes AS id
MATCH (b:Organization)<-[:CHANGED_FROM]-(c:OrgChange {id: id})-[:CHANGED_TO]->(a:Organization)
WHERE b <> a
MATCH (b)<-[:IN_BODY]-(:Post)<-[:IN_POST]-(x:Tenure)<-[:HELD]-(p:Person)
WHERE x.started_min < c.date_max AND (x.ended_max IS NULL OR x.ended_max >= c.date_min - duration({days: 30}))
MATCH (p)-[:HELD]->(y:Tenure)-[:IN_POST]->(post:Post)-[:IN_BODY]->(a)
WHERE y.started_max >= c.date_min - duration({days: 30}) AND y.started_min <= c.date_max + duration({days: 365})
WITH id, b, a, p, y, post ORDER BY y.started_min, y.id
WITH id, b, a, p, head(collect({tenure_id: y.id, post_id: post.id, post: post.title, started: y.started})) AS seat
RETURN id AS change, b.id AS before_id, a.id AS after_id, p.id AS person_id, p.name AS person,
  seat.tenure_id AS tenure_id, seat.post_id AS post_id, seat.post AS post, seat.started AS started
ORDER BY change, before_id, after_id, person, person_id
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of bodies: those before, those after, and whose decision it was."""

    id: str
    date: str
    kind: str
    decision: str | None
    before: tuple[Named, ...]
    after: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One person who went along from a body to its successor."""

    change: str
    before_id: str
    after_id: str
    person_id: str
    person: str
    tenure_id: str
    post_id: str
    post: str
    started: str | None


@dataclass(frozen=True, slots=True)
class Flow:
    """A stream of the picture, between two of its points; `weight` is how wide it is."""

    start: str
    end: str
    weight: int


@dataclass(frozen=True, slots=True)
class Flows:
    """The picture: points by column (0 bodies before, 1 people, 2 bodies after) with their names, and streams."""

    points: dict[str, tuple[int, str]]
    streams: list[Flow]


def read_changes(store: Store, first: date, last: date, organization: str | None = None) -> list[Change]:
    """Read the changes between two days, both inside, of all bodies or of one."""
    rows = store.ask(_CHANGES, {"from": first, "to": last, "organization": organization})
    return [_make_change(row) for row in rows]


def _make_change(row: dict[str, Any]) -> Change:
    before, after = (tuple(Named(*pair) for pair in row[side]) for side in ("before", "after"))
    if row["kind"] == "rename":  # one body on both sides: what changes is its name, as printed then
        before = tuple(Named(body.id, row["former"] or body.name) for body in before)
        after = tuple(Named(body.id, row["latter"] or body.name) for body in after)
    return Change(row["id"], row["date"], row["kind"], row["decision"], before, after)


def read_moves(store: Store, changes: Sequence[Change]) -> list[Move]:
    """Read who went along with some changes."""
    return [Move(**row) for row in store.ask(_MOVED, {"changes": [change.id for change in changes]})]


def make_flows(changes: Sequence[Change], moves: Sequence[Move]) -> Flows:
    """Make the streams of a picture: bodies to their successors, and beside them the people who went along."""
    points: dict[str, tuple[int, str]] = {}
    streams: dict[tuple[str, str], int] = {}
    for change in changes:
        for before in change.before:
            for after in change.after:
                start, end = f"0:{before.id}", f"2:{after.id}"
                points[start], points[end] = (0, before.name), (2, after.name)
                streams[start, end] = 1
    for move in moves:
        start, person, end = f"0:{move.before_id}", f"1:{move.person_id}", f"2:{move.after_id}"
        if start in points and end in points:
            points[person] = (1, move.person)
            streams[start, person] = streams[person, end] = 1
    return Flows(points, [Flow(start, end, weight) for (start, end), weight in streams.items()])
