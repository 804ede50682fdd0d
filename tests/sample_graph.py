"""A graph with the sample in it, on a local server of its own: a plugin for the tests of pages, app and browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.server import stop
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.launch import load_sample


@dataclass(frozen=True, slots=True)
class SampleGraph:
    """An open store on the sample, and the settings with which others find the same graph."""

    store: Store
    settings: Settings

    @property
    def environ(self) -> dict[str, str]:
        """What an entry point must read to find it."""
        return {"CADRES_HOME": str(self.settings.home), "CADRES_CACHE": str(self.settings.cache)}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[SampleGraph]:
    """The sample, loaded once for the whole session; nobody writes to it."""
    settings = Settings(home=tmp_path_factory.mktemp("sample") / "home", cache=cache, idle_seconds=60.0)
    with open_store(settings) as store:
        load_sample(store, settings.home, "en")
        yield SampleGraph(store, settings)
    stop(settings, force=True)
