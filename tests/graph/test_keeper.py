"""The local server of a store that dies is started again, and what was written is there. On both versions."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.console import Stopped
from graph.errors import StoreError
from graph.plan import State, plan_changes
from graph.server import find, stop
from graph.settings import Family, Settings
from graph.store import Store, open_store
from tests.graph.conftest import Decision


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, cache: Path, family: Family) -> Iterator[Settings]:
    """A home of its own, whose server no other test uses."""
    own = Settings(home=tmp_path_factory.mktemp("keeper") / "home", cache=cache, neo4j_version=family, idle_seconds=60)
    yield own
    stop(own, force=True)


@pytest.fixture(scope="module")
def local(settings: Settings) -> Iterator[Store]:
    """The local graph with one person in it."""
    state = State()
    state.node("Person", "p1", name="Tô Lâm")
    with open_store(settings) as opened:
        opened.apply(lambda _: Decision(plan_changes(State(), state)))
        yield opened


def test_a_store_outlives_its_server(local: Store, settings: Settings) -> None:
    running = find(settings)
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    with pytest.raises(StoreError, match="started again") as caught:
        local.counts()
    assert "khởi động lại" in caught.value.text.vi
    assert local.local
    assert local.counts()["Person"] == 1


def test_a_console_query_that_ends_the_server_does_not_end_the_app(local: Store) -> None:
    console = local.open_console()
    with pytest.raises(Stopped, match="stopped answering|memory|seconds"):
        console.run("RETURN size(reduce(s = 'x', i IN range(1, 40) | s + s)) AS n", job="huge")
    assert console.run("MATCH (p:Person) RETURN p.name AS name", job="after").rows == [["Tô Lâm"]]
