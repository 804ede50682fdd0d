"""An empty graph that takes claims and answers saved questions: how a user meets the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.catalog import Catalog, read_catalog
from graph.ledger import Arrival, Outcome, decide_load, decide_undo
from graph.model import Claim, Source
from graph.server import Address
from graph.settings import Family
from graph.sources import LoadInfo
from graph.store import Store, connect
from tests.conftest import Servers
from tests.graph.claims_for import make_source
from tests.graph.conftest import wipe

AT = datetime(2026, 1, 2, tzinfo=UTC)
TODAY = date(2026, 1, 2)


@dataclass(slots=True)
class Graph:
    """A graph on trial. Claims come from the source A of 2024-01-01 unless others are given with them."""

    store: Store
    catalog: Catalog
    sources: dict[str, Source] = field(default_factory=dict)
    loads: list[LoadInfo] = field(default_factory=list)

    def load(self, *claims: Claim) -> Outcome:
        info = LoadInfo(f"load-{len(self.loads)}", AT, "test", "test.csv")
        arrivals = [Arrival(claim, self.sources[claim.source]) for claim in claims]
        outcome = self.store.apply(lambda ask: decide_load(ask, info, arrivals))
        self.loads.append(info)
        return outcome

    def undo(self, number: int) -> Outcome:
        return self.store.apply(lambda ask: decide_undo(ask, self.loads[number], undone=AT, most=1_000))

    def source(self, title: str, published: str = "2024-01-01") -> Source:
        made = make_source(title, published)
        return self.sources.setdefault(made.id, made)

    def ask(self, question: str, **given: Any) -> list[dict[str, Any]]:
        return self.catalog.ask(self.store, question, given, today=TODAY).rows

    def column(self, question: str, column: str, **given: Any) -> list[Any]:
        return [row[column] for row in self.ask(question, **given)]

    def count(self, label: str) -> int:
        return int(self.store.ask("MATCH (n) WHERE $label IN labels(n) RETURN count(n) AS n", {"label": label})[0]["n"])


@pytest.fixture(scope="session")
def rules_address(servers: Servers) -> Address:
    """One version does: that both answer alike is shown by the tests of the questions."""
    family: Family = "5.26"
    return servers.address(family)


@pytest.fixture(scope="session")
def rules_store(rules_address: Address) -> Iterator[Store]:
    with connect(rules_address) as opened:
        yield opened


@pytest.fixture(scope="session")
def saved() -> Catalog:
    return read_catalog()


@pytest.fixture
def graph(rules_address: Address, rules_store: Store, saved: Catalog) -> Graph:
    wipe(rules_address)
    empty = Graph(rules_store, saved)
    empty.source("A")
    return empty
