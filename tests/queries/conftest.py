"""The golden graph: the hand-written tables of tests/fixtures/golden, loaded once on each version of the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.settings import Family
from graph.store import Store, connect
from loaders.load import load_paths
from tests.conftest import Servers

TABLES = Path(__file__).parents[1] / "fixtures" / "golden"
ORDER = ("organizations", "changes", "tenures", "decisions", "votes")


@pytest.fixture(scope="session")
def golden_servers(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Servers]:
    """Servers of their own, so that no other test empties the golden graph."""
    started = Servers(tmp_path_factory.mktemp("golden"), cache)
    yield started
    started.close()


@pytest.fixture(scope="session")
def golden(golden_servers: Servers, family: Family) -> Iterator[Store]:
    """The golden tables as a graph; asking it gives a warning of the server as a warning of Python."""
    with connect(golden_servers.address(family), notices="WARNING") as store:
        for report in load_paths(store, [TABLES / f"{name}.csv" for name in ORDER]):
            assert report.errors == ()
        yield store
