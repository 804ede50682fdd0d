"""Gives an empty graph its constraints and indexes, and refuses a graph of another version of this program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from graph import faults
from graph.schema import SCHEMA_VERSION, Index, ledger_index, missing_indexes
from graph.wire import Ask

INDEX_SECONDS = 300


class Graph(Protocol):
    """What preparing needs of a store."""

    address: str

    def ask(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]: ...

    def write(self, statements: Iterable[str]) -> None: ...

    def take_turn(self, work: Callable[[Ask], None]) -> None: ...


def prepare(graph: Graph) -> None:
    """Make what the graph lacks, while holding its lock; nothing to do leaves it untouched."""
    found = graph.ask("MATCH (s:Schema {id: 'schema'}) RETURN s.version AS version")
    stored = found[0]["version"] if found else None
    if stored is not None and stored > SCHEMA_VERSION:
        raise faults.newer_schema(graph.address, stored)
    if stored is not None and stored < SCHEMA_VERSION and graph.ask("MATCH (c:Claim) RETURN c.id LIMIT 1"):
        raise faults.older_schema(graph.address, stored)
    if stored == SCHEMA_VERSION and not _missing(graph):
        return
    # The lock needs its constraint first; under it one process prepares, the others find it done.
    graph.write([ledger_index().statement])
    graph.take_turn(lambda ask: _make(graph, ask))


def _make(graph: Graph, ask: Ask) -> None:
    # Schema and data can't share a transaction, so the indexes are made beside the one that holds the lock.
    missing = _missing(graph)
    graph.write([index.clearing for index in missing if index.is_constraint])
    graph.write([index.statement for index in missing])
    ask("CALL db.awaitIndexes($seconds)", {"seconds": INDEX_SECONDS})
    ask("MERGE (s:Schema {id: 'schema'}) SET s.version = $version", {"version": SCHEMA_VERSION})


def _missing(graph: Graph) -> list[Index]:
    return missing_indexes(graph.ask("SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint"))
