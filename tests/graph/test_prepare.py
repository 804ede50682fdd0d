"""A graph of another version of the program is refused before anything is read or written."""

from __future__ import annotations

import pytest
from neo4j import GraphDatabase

from graph.errors import StoreError
from graph.plan import State, plan_changes
from graph.schema import SCHEMA_VERSION
from graph.server import Address
from graph.store import Store, connect
from tests.graph.conftest import Decision

pytestmark = pytest.mark.server


def test_a_newer_graph_is_refused(store: Store, address: Address) -> None:
    _set_version(address, SCHEMA_VERSION + 1)
    try:
        with pytest.raises(StoreError, match="newer version"):
            connect(address)
    finally:
        _set_version(address, SCHEMA_VERSION)


def test_an_older_graph_is_refused_once_it_holds_claims(store: Store, address: Address) -> None:
    _set_version(address, SCHEMA_VERSION - 1)
    try:
        connect(address).close()
        assert store.ask("MATCH (s:Schema) RETURN s.version AS version") == [{"version": SCHEMA_VERSION}]
        state = State()
        state.node("Claim", "c1")
        store.apply(lambda _: Decision(plan_changes(State(), state)))
        _set_version(address, SCHEMA_VERSION - 1)
        with pytest.raises(StoreError, match="earlier version.*export csv FOLDER"):
            connect(address)
    finally:
        _set_version(address, SCHEMA_VERSION)


def _set_version(address: Address, version: int) -> None:
    with GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        driver.execute_query("MERGE (s:Schema {id: 'schema'}) SET s.version = $v", v=version)
