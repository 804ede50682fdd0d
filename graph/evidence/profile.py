"""Whom a person's claims were taken for: the names printed, the ids, the grounds, and who else it may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.store import Store

_PERSON = """
MATCH (p:Person {id: $person})
RETURN p.id AS id, p.name AS name, coalesce(p.names, []) AS names, p.born AS born, coalesce(p.refs, []) AS refs,
       coalesce(p.former_ids, []) AS former_ids, coalesce(properties(p)['joined_by'], []) AS joined_by
"""
_PRINTED = """
MATCH (:Person {id: $person})<-[:ABOUT]-(c:Claim) WHERE c.person IS NOT NULL
RETURN c.person AS name, count(*) AS n ORDER BY n DESC, name
"""
# A type that nothing in the graph bears yet draws a notice; the type is a value here, so that none is drawn.
_DOUBTS = """
MATCH (:Person {id: $person})-[r]-(other:Person) WHERE type(r) = $type
RETURN other.id AS id, other.name AS name, properties(r) AS tie ORDER BY other.name, id, tie.at
"""


@dataclass(frozen=True, slots=True)
class MaybeSame:
    """Someone else whom the person may be."""

    id: str
    name: str
    score: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody judged of the person and another one."""

    id: str
    name: str
    verdict: str
    by: str | None
    at: date | datetime | str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A person by names and ids. `printed`: how often each name stands in a claim; `names`: all that are borne."""

    id: str
    name: str
    names: tuple[str, ...]
    printed: tuple[tuple[str, int], ...]
    born: int | None
    own_ids: tuple[str, ...]
    former_ids: tuple[str, ...]
    joined_by: tuple[str, ...]
    maybe_same: tuple[MaybeSame, ...]
    verdicts: tuple[Verdict, ...]


def read_profile(store: Store, person: str) -> Profile:
    """Read what is known of a person that is in the graph."""
    (row,) = store.ask(_PERSON, {"person": person})
    return Profile(
        id=row["id"],
        name=row["name"],
        names=tuple(row["names"]),
        printed=tuple((each["name"], each["n"]) for each in store.ask(_PRINTED, {"person": person})),
        born=row["born"],
        own_ids=tuple(row["refs"]),
        former_ids=tuple(row["former_ids"]),
        joined_by=_texts(row["joined_by"]),
        maybe_same=tuple(_make_doubt(each) for each in store.ask(_DOUBTS, {"person": person, "type": "MAYBE_SAME"})),
        verdicts=tuple(_make_verdict(each) for each in store.ask(_DOUBTS, {"person": person, "type": "JUDGED"})),
    )


def _make_doubt(row: dict[str, Any]) -> MaybeSame:
    tie = row["tie"]
    return MaybeSame(row["id"], row["name"], tie.get("score"), _texts(tie.get("reasons", [])))


def _make_verdict(row: dict[str, Any]) -> Verdict:
    tie = row["tie"]
    return Verdict(row["id"], row["name"], tie["verdict"], tie.get("by"), tie.get("at"), tie.get("why"))


def _texts(value: Any) -> tuple[str, ...]:
    """A list of the graph as texts; one text alone is a list of one."""
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
