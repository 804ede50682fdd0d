"""The golden graphs: hand-written tables of tests/fixtures, each loaded once on each version of the server.

Both hold the province Minh Giang of `golden`; one has Đông Lĩnh besides, the other Bình Sa, so that a case about a
whole graph stays short.
"""

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

FIXTURES = Path(__file__).parents[1] / "fixtures"
ORDER = ("organizations", "changes", "tenures", "decisions", "elections", "votes")


def golden_tables(province: str) -> list[Path]:
    """The tables of the golden graph with this province."""
    places = (FIXTURES / folder / f"{name}.csv" for folder in ("golden", province) for name in ORDER)
    return [path for path in places if path.exists()]


@pytest.fixture(scope="session")
def dong_linh_loaded(servers: Servers, family: Family) -> Iterator[Store]:
    yield from _load(servers, family, "dong_linh")


@pytest.fixture(scope="session")
def binh_sa_loaded(servers: Servers, family: Family) -> Iterator[Store]:
    yield from _load(servers, family, "binh_sa")


def _load(servers: Servers, family: Family, province: str) -> Iterator[Store]:
    """Load the golden tables; the store tells what the server notices in our Cypher."""
    address = servers.address(family)
    wipe(address)
    with connect(address) as store:
        for report in load_paths(store, golden_tables(province)):
            assert report.errors == ()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=UNKNOWN_NAMES)
        opened = connect(address, notices="WARNING")
    with opened:
        yield opened


@pytest.fixture
def golden(dong_linh_loaded: Store) -> Iterator[Store]:
    """The golden graph with Đông Lĩnh; a notice of the server about our Cypher fails the test."""
    with heeding_notices():
        yield dong_linh_loaded


@pytest.fixture
def binh_sa(binh_sa_loaded: Store) -> Iterator[Store]:
    """The golden graph with Bình Sa; a notice of the server about our Cypher fails the test."""
    with heeding_notices():
        yield binh_sa_loaded
