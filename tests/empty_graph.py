"""An empty graph on each version of the server: a plugin for tests outside tests/graph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.server import Address
from graph.settings import Family
from graph.store import connect
from tests.conftest import Servers
from tests.graph.conftest import wipe
from tests.graph_on_trial import Graph


@pytest.fixture
def graph(servers: Servers, family: Family, address: Address) -> Iterator[Graph]:
    """The empty graph of each version in turn."""
    settings = servers.settings(family)
    environ = {"CADRES_HOME": str(settings.home), "CADRES_CACHE": str(settings.cache), "CADRES_NEO4J": family}
    wipe(address)
    with connect(address) as store:
        yield Graph(store, address, environ)
