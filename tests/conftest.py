"""What the tests share: our own two servers, started through graph/server in folders of their own.

The caller's NEO4J_* and CADRES_* say nothing here; only CADRES_CACHE is kept, so that jars are fetched once.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from graph.server import Address, Lease, attach, stop
from graph.settings import Family, Settings

FAMILIES: tuple[Family, ...] = ("5.26", "2026")
IDLE_SECONDS = 60.0
LANES: dict[str, Family] = {"sample": "2026", "rules_address": "5.26", "servers": "5.26"}
KEPT_GRAPHS = ("golden", "binh_sa", "sample")


def pytest_configure() -> None:
    """Forget the caller's graph before any test or any command that a test runs can reach it."""
    for name in list(os.environ):
        if name.startswith(("NEO4J_", "CADRES_")) and name != "CADRES_CACHE":
            del os.environ[name]
    # A background shell hands on a deaf SIGINT; the commands that tests interrupt must hear Ctrl-C all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Share out the tests among runners by lane, and run those that empty a graph before those that load one to keep."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_lane(item)))
    yield
    items.sort(key=_stage)


def _lane(item: pytest.Item) -> str:
    """The server that a test uses, so that only one runner starts it; else its file."""
    family = getattr(item, "callspec", None) and item.callspec.params.get("family")
    lanes = (lane for name, lane in LANES.items() if name in _fixtures(item))
    return family or next(lanes, item.nodeid.partition("::")[0])


def _stage(item: pytest.Item) -> int:
    """Which graph a test expects on its server: what it made itself, the golden tables, the sample."""
    kept = [stage for stage, name in enumerate(KEPT_GRAPHS, start=1) if name in _fixtures(item)]
    assert len(kept) <= 1, f"{item.nodeid} wants two graphs at once"
    return kept[0] if kept else 0


def _fixtures(item: pytest.Item) -> Sequence[str]:
    return item.fixturenames if isinstance(item, pytest.Function) else ()


class Servers:
    """The servers of one test session, each started when it is first asked for."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._folder = folder
        self._cache = cache
        self._leases: dict[Family, Lease] = {}

    def settings(self, family: Family) -> Settings:
        # The name holds a space and letters beyond ASCII, as a user's folder may.
        home = self._folder / f"đồ thị {family}"
        return Settings(home=home, cache=self._cache, neo4j_version=family, idle_seconds=IDLE_SECONDS)

    def address(self, family: Family) -> Address:
        if family not in self._leases:
            self._leases[family] = attach(self.settings(family), command="pytest")
        return self._leases[family].address

    def close(self) -> None:
        for family, lease in self._leases.items():
            lease.close()
            stop(self.settings(family), force=True)


@pytest.fixture(scope="session")
def cache() -> Path:
    """The cache of jars that all tests share with the user's own graphs."""
    return Settings.from_env(os.environ).cache


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Servers]:
    """Both servers, on demand; stopped when the session ends."""
    started = Servers(tmp_path_factory.mktemp("servers"), cache)
    yield started
    started.close()


@pytest.fixture(scope="session", params=FAMILIES)
def family(request: pytest.FixtureRequest) -> Family:
    """Each line of Neo4j that we promise, in turn."""
    chosen: Family = request.param
    return chosen


@pytest.fixture(scope="session")
def address(servers: Servers, family: Family) -> Address:
    """The address of a running server of ours; a test that takes it runs on each version."""
    return servers.address(family)
