"""An open store on each promised version of the server, emptied before each test. Only on servers started by us."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import pytest
from neo4j import GraphDatabase

from graph.console import Console
from graph.plan import Changes, State, plan_changes
from graph.schema import tie
from graph.server import Address
from graph.store import Store, connect

# An empty database knows no label, type or property yet, and says so.
UNKNOWN_NAMES = r".*gql_status='01N5[012]'"
WHOLE_GRAPH = """
MATCH (n) WHERE NOT n:Schema AND NOT n:Ledger
RETURN labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS ties ORDER BY n.id
"""
ONE_IN_A_POST = [
    {"labels": ["Person"], "properties": {"id": "p1", "name": "Tô Lâm", "search": "to lam"}, "ties": 1},
    {"labels": ["Tenure"], "properties": {"id": "t1", "started_min": date(2023, 7, 1)}, "ties": 1},
]


@dataclass(frozen=True)
class Decision:
    """The least that a store applies."""

    changes: Changes


def wipe(address: Address) -> None:
    """Take everything out of a server of ours but its schema version and its lock."""
    with GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        driver.execute_query(
            "MATCH (n) WHERE NOT n:Schema AND NOT n:Ledger DETACH DELETE n", database_=address.database
        )


@contextmanager
def heeding_notices() -> Iterator[None]:
    """Make an error of what the server notices in our Cypher."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", module=r"neo4j.*")
        warnings.filterwarnings("error", message=r".*gql_status=")
        warnings.filterwarnings("ignore", message=UNKNOWN_NAMES)
        yield


@pytest.fixture
def store(address: Address) -> Iterator[Store]:
    """The store of an empty graph; a warning of the server about our Cypher fails the test."""
    with heeding_notices():
        wipe(address)
        with connect(address, notices="WARNING") as opened:
            yield opened


@pytest.fixture(scope="module")
def kept_console(address: Address) -> Iterator[tuple[Store, Console]]:
    """One console for the tests of a file: none of them may write."""
    with heeding_notices():
        opened = connect(address, notices="WARNING")
    with opened:
        yield opened, opened.open_console()


@pytest.fixture
def console(kept_console: tuple[Store, Console], address: Address) -> Iterator[Console]:
    """A console on a graph of one person in one post, as the test before should have left it."""
    store, opened = kept_console
    with heeding_notices():
        if store.ask(WHOLE_GRAPH) != ONE_IN_A_POST:
            wipe(address)
            state = State()
            state.node("Person", "p1", name="Tô Lâm", search="to lam")
            state.node("Tenure", "t1", started_min=date(2023, 7, 1))
            state.link(tie("HELD"), "p1", "t1")
            store.apply(lambda _: Decision(plan_changes(State(), state)))
        yield opened
        assert store.ask(WHOLE_GRAPH) == ONE_IN_A_POST, "a query of this test wrote"
