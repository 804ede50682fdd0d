"""A graph with the sample in it: a plugin for the tests of pages, app and browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from graph.settings import Settings
from graph.store import Store, open_store
from loaders.first_data import load_sample
from tests.conftest import LANES, Servers
from tests.graph.conftest import wipe

_ID = "MATCH (n) WHERE $label IN labels(n) AND coalesce(n.name, n.title) = $name RETURN n.id AS id"


@dataclass(frozen=True, slots=True)
class SampleGraph:
    """An open store on the sample, and the settings with which others find the same graph."""

    store: Store
    settings: Settings

    @property
    def environ(self) -> dict[str, str]:
        """What an entry point must read to find it."""
        settings = self.settings
        return {
            "CADRES_HOME": str(settings.home),
            "CADRES_CACHE": str(settings.cache),
            "CADRES_NEO4J": settings.neo4j_version,
        }

    def find(self, label: str, name: str) -> str:
        """The id of the one node of a label and a name."""
        (row,) = self.store.ask(_ID, {"label": label, "name": name})
        return str(row["id"])


@pytest.fixture(scope="session")
def sample(servers: Servers) -> Iterator[SampleGraph]:
    """The sample, loaded once for the whole session; nobody writes to it, and whoever empties a graph came before."""
    family = LANES["sample"]
    settings = servers.settings(family)
    wipe(servers.address(family))
    with open_store(settings) as store:
        load_sample(store)
        yield SampleGraph(store, settings)
