"""Labels, keys and relationship types, declared once; constraints, indexes and upserts are derived from them.

Cypher takes no parameters for labels and types, so the statements are made here, from this table alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.errors import StoreError

SCHEMA_VERSION = 2
SEARCH_INDEX = "search"
SEARCHED = ("Person", "Organization", "Post", "Decision")


@dataclass(frozen=True, slots=True)
class Label:
    """A node label; its key is always `id`. `indexed` are properties looked up often."""

    name: str
    indexed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship type between two labels. Two of one type between the same nodes differ by `key`."""

    type: str
    start: str
    end: str
    key: str | None = None


LABELS = (
    Label("Person", ("name",)),
    Label("Organization", ("name", "key")),
    Label("Role", ("key",)),
    Label("Post", ("title",)),
    Label("Tenure", ("started_max", "started_min", "ended_min", "last_attested")),
    Label("Decision", ("number", "date")),
    Label("Source", ("sha256",)),
    Label(
        "Claim",
        ("person_key", "person_ref", "slot", "body_key", "lineage_key", "role_key", "decision", "vote", "action"),
    ),
    Label("Key"),  # a further name, body or mention by which claims are found again
    Label("Judgement"),
    Label("Load", ("input",)),
    Label("ConfidenceVote"),
    Label("OrgChange", ("date",)),
)

TIES = (
    Tie("HELD", "Person", "Tenure"),
    Tie("IN_POST", "Tenure", "Post"),
    Tie("IN_BODY", "Post", "Organization"),
    Tie("IN_BODY", "ConfidenceVote", "Organization"),
    Tie("OF_ROLE", "Post", "Role"),
    Tie("PART_OF", "Organization", "Organization", key="key"),
    Tie("CHANGED_FROM", "OrgChange", "Organization"),
    Tie("CHANGED_TO", "OrgChange", "Organization"),
    Tie("ISSUED_BY", "Decision", "Organization"),
    Tie("ISSUED_BY", "OrgChange", "Organization"),
    Tie("OPENED", "Decision", "Tenure", key="action"),
    Tie("CLOSED", "Decision", "Tenure", key="action"),
    Tie("RESTS_ON", "Tenure", "Claim"),
    Tie("RESTS_ON", "ConfidenceVote", "Claim"),
    Tie("RESTS_ON", "OrgChange", "Claim"),
    Tie("STATED_IN", "Claim", "Source"),
    Tie("ALSO", "Claim", "Key"),
    Tie("CAME_WITH", "Source", "Load"),
    Tie("ABOUT", "Claim", "Person"),
    Tie("IMPLIES", "Post", "Post", key="kind"),
    Tie("MAYBE_SAME", "Person", "Person"),
    Tie("JUDGED", "Person", "Person", key="judgement"),
    Tie("RATED", "ConfidenceVote", "Tenure"),
    Tie("SERVED_IN", "Person", "Organization", key="tenure"),
)


def tie(type: str, start: str | None = None) -> Tie:
    """Find the declared tie of a type; `start` tells those of one type apart."""
    found = [each for each in TIES if each.type == type and start in (None, each.start)]
    assert len(found) == 1, f"{type} from {start}: {len(found)} ties"
    return found[0]


LEDGER = Label("Ledger")  # one node: whoever writes takes its lock first, so that loads take turns
SCHEMA = Label("Schema")  # one node: which version of this file the graph was made by


@dataclass(frozen=True, slots=True)
class Index:
    """A constraint or index that the graph must have, and the statement that makes it."""

    name: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    statement: str
    is_constraint: bool = False

    @property
    def clearing(self) -> str:
        """The statement that takes away what a server killed while it made a constraint left of it."""
        return f"DROP INDEX {self.name} IF EXISTS"


def indexes() -> tuple[Index, ...]:
    """List the constraints and indexes of the graph, constraints first."""
    keys = [_key_of(label) for label in (*LABELS, LEDGER, SCHEMA)]
    ranges = [_range_of(label, name) for label in LABELS for name in label.indexed]
    return (*keys, *ranges, _search_index())


def ledger_index() -> Index:
    """Name the constraint that keeps the lock of the graph one node."""
    return _key_of(LEDGER)


def _key_of(label: Label) -> Index:
    name = f"{label.name.lower()}_id"
    made = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label.name}) REQUIRE n.id IS UNIQUE"
    return Index(name, (label.name,), ("id",), made, is_constraint=True)


def _range_of(label: Label, property: str) -> Index:
    name = f"{label.name.lower()}_{property}"
    made = f"CREATE RANGE INDEX {name} IF NOT EXISTS FOR (n:{label.name}) ON (n.{property})"
    return Index(name, (label.name,), (property,), made)


def _search_index() -> Index:
    made = (
        f"CREATE FULLTEXT INDEX {SEARCH_INDEX} IF NOT EXISTS FOR (n:{'|'.join(SEARCHED)}) ON EACH [n.search] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}"
    )
    return Index(SEARCH_INDEX, SEARCHED, ("search",), made)


@dataclass(frozen=True, slots=True)
class Statements:
    """How rows of one label or tie are written; each takes `$rows` and returns how many it found or made."""

    put: str
    drop: str


@lru_cache(maxsize=1)
def node_statements() -> dict[str, Statements]:
    """Make the writing statements of each label: a row to put is its properties, a row to drop its id."""
    return {label.name: _node_statements(label) for label in LABELS}


@lru_cache(maxsize=1)
def link_statements() -> dict[Tie, Statements]:
    """Make the writing statements of each tie: a row has `start`, `end`, `key` and `properties`."""
    return {tie: _link_statements(tie) for tie in TIES}


def _node_statements(label: Label) -> Statements:
    return Statements(
        put=f"UNWIND $rows AS row MERGE (n:{label.name} {{id: row.id}}) SET n = row RETURN count(n) AS n",
        drop=f"UNWIND $rows AS row MATCH (n:{label.name} {{id: row}}) DETACH DELETE n RETURN count(*) AS n",
    )


def _link_statements(tie: Tie) -> Statements:
    # A type alone joins two nodes once; where several may stand side by side the key is in the pattern.
    link = tie.type if tie.key is None else f"{tie.type} {{{tie.key}: row.key}}"
    # The indexes are named: a plan made while the graph was empty would else scan, and stay.
    start = f"(a:{tie.start} {{id: row.start}}) USING INDEX a:{tie.start}(id)"
    end = f"(b:{tie.end} {{id: row.end}}) USING INDEX b:{tie.end}(id)"
    return Statements(
        put=f"UNWIND $rows AS row MATCH {start} MATCH {end} "
        f"MERGE (a)-[r:{link}]->(b) SET r = row.properties RETURN count(r) AS n",
        drop=f"UNWIND $rows AS row MATCH {start} MATCH {end} MATCH (a)-[r:{link}]->(b) DELETE r RETURN count(*) AS n",
    )


def count_statement() -> str:
    """Make the statement that counts the nodes of each label, one row a label."""
    counts = (f"RETURN '{label.name}' AS label, COUNT {{ (:{label.name}) }} AS n" for label in LABELS)
    return " UNION ALL ".join(counts)


def missing_indexes(stored: Iterable[Mapping[str, Any]]) -> list[Index]:
    """Find what a graph lacks, by its `SHOW INDEXES`; an index of our name for something else is an error."""
    there = {row["name"]: row for row in stored}
    missing = []
    for index in indexes():
        row = there.get(index.name)
        # A server killed while it made a constraint keeps the index alone.
        if row is None or (index.is_constraint and row["owningConstraint"] is None):
            missing.append(index)
        elif not _covers(index, row):
            raise StoreError(
                vi=f"Cơ sở dữ liệu đã có chỉ mục «{index.name}» cho việc khác; hãy dùng cơ sở dữ liệu trống.",
                en=f"The database has an index '{index.name}' for something else; use an empty database.",
            )
    return missing


def _covers(index: Index, row: Mapping[str, Any]) -> bool:
    return set(row["labelsOrTypes"]) == set(index.labels) and set(row["properties"]) == set(index.properties)
