"""What a screen needs to know before any question: who an id is, and over which days the data reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.store import Store

_PERSON = """
MATCH (p:Person {id: $id})
RETURN p.id AS id, p.name AS name, coalesce(p.names, []) AS names, p.born AS born
"""
_FORMERLY = """
MATCH (p:Person) WHERE $id IN p.former_ids
RETURN p.id AS id, p.name AS name, coalesce(p.names, []) AS names, p.born AS born
ORDER BY id LIMIT 1
"""
_FIRST = """
MATCH (t:Tenure) WHERE t.started_min IS NOT NULL
RETURN t.started_min AS day ORDER BY day LIMIT 1
"""
_ATTESTED = """
MATCH (t:Tenure) WHERE t.last_attested IS NOT NULL
RETURN t.last_attested AS day ORDER BY day DESC LIMIT 1
"""
_PUBLISHED = """
MATCH (s:Source) WHERE s.published_basis <> 'loaded'
RETURN max(s.published) AS day
"""
_INPUTS = """
MATCH (l:Load)
RETURN l.input AS input,
       CASE
         WHEN l.undone IS NOT NULL THEN 'undone' WHEN l.undoing THEN 'undoing' WHEN l.unfinished THEN 'unfinished'
         ELSE 'whole'
       END AS state
ORDER BY l.at, l.id
"""
_UNDOING = "MATCH (l:Load) WHERE l.undoing RETURN l.id AS id ORDER BY id"
_ANYTHING = "MATCH (n:Load|Claim|Person|Organization) RETURN n.id AS id LIMIT 1"

_VOCABULARY = """
CALL db.labels() YIELD label RETURN 'labels' AS kind, label AS name
UNION ALL
CALL db.relationshipTypes() YIELD relationshipType RETURN 'types' AS kind, relationshipType AS name
UNION ALL
CALL db.propertyKeys() YIELD propertyKey RETURN 'keys' AS kind, propertyKey AS name
"""

LoadState = Literal["whole", "unfinished", "undoing", "undone"]


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person's name in the graph, with the other names borne and the year of birth where published."""

    id: str
    name: str
    names: tuple[str, ...]
    born: int | None


@dataclass(frozen=True, slots=True)
class Reach:
    """The first day anything is known of, and the last day a source speaks of."""

    first: date | None
    last: date | None


def read_person(store: Store, person_id: str) -> PersonCard | None:
    """Find a person by id, or by an id borne before a merge; None where nobody has it."""
    rows = store.ask(_PERSON, {"id": person_id}) or store.ask(_FORMERLY, {"id": person_id})
    if not rows:
        return None
    row = rows[0]
    return PersonCard(row["id"], row["name"], tuple(row["names"]), row["born"])


def read_reach(store: Store) -> Reach:
    """Read over which days the data reaches."""
    first = [row["day"] for row in store.ask(_FIRST)]
    last = [row["day"] for query in (_ATTESTED, _PUBLISHED) for row in store.ask(query) if row["day"]]
    return Reach(min(first, default=None), max(last, default=None))


def is_empty(store: Store) -> bool:
    """Tell whether nothing was ever loaded."""
    return not store.ask(_ANYTHING)


def read_inputs(store: Store) -> dict[str, LoadState]:
    """Read what was loaded, the oldest first, and what became of its last load."""
    return {row["input"]: row["state"] for row in store.ask(_INPUTS)}


def read_unfinished(store: Store, *, running: str | None = None) -> list[str]:
    """Name the inputs whose load has begun and not ended, apart from the one that is running."""
    return sorted(name for name, state in read_inputs(store).items() if state == "unfinished" and name != running)


def read_undoing(store: Store) -> list[str]:
    """List the ids of loads whose taking back has begun and not ended."""
    return [row["id"] for row in store.ask(_UNDOING)]


def read_vocabulary(store: Store) -> dict[str, list[str]]:
    """Read the labels, relationship types and property keys that the graph knows, each in order of the alphabet."""
    found: dict[str, list[str]] = {"labels": [], "types": [], "keys": []}
    for row in store.ask(_VOCABULARY):
        found[row["kind"]].append(row["name"])
    return {kind: sorted(names) for kind, names in found.items()}
