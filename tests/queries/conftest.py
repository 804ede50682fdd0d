"""The golden graph: the hand-written tables of tests/fixtures/golden, loaded once on each version of the server."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.settings import Family
from graph.store import Store, connect
from loaders.load import load_paths
from tests.conftest import Servers
from tests.graph.conftest import UNKNOWN_NAMES, heeding_notices, wipe

TABLES = Path(__file__).parents[1] / "fixtures" / "golden"
ORDER = ("organizations", "changes", "tenures", "decisions", "elections", "votes")


@pytest.fixture(scope="session")
def loaded(servers: Servers, family: Family) -> Iterator[Store]:
    """The golden tables as a graph, through a store that tells what the server notices in our Cypher."""
    address = servers.address(family)
    wipe(address)
    with connect(address) as store:
        for report in load_paths(store, [TABLES / f"{name}.csv" for name in ORDER]):
            assert report.errors == ()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=UNKNOWN_NAMES)
        opened = connect(address, notices="WARNING")
    with opened:
        yield opened


@pytest.fixture
def golden(loaded: Store) -> Iterator[Store]:
    """The golden graph; a notice of the server about our Cypher fails the test."""
    with heeding_notices():
        yield loaded
