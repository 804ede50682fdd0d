"""Who an id is, and over which days the data reaches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.overview import Reach, read_person, read_reach, read_unfinished
from graph.store import Store

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server


def test_a_person_is_found_by_id(sample: SampleGraph) -> None:
    rows = sample.store.ask("MATCH (p:Person {name: 'Phạm Bình Minh'}) RETURN p.id AS id")
    person = read_person(sample.store, rows[0]["id"])
    assert person is not None
    assert (person.name, person.born) == ("Phạm Bình Minh", 1959)
    assert read_person(sample.store, "person-none") is None


def test_the_data_reaches_to_the_last_day_a_source_speaks_of(sample: SampleGraph) -> None:
    reach = read_reach(sample.store)
    assert reach.first is not None
    assert reach.first < date(2011, 1, 1)
    assert reach.last == date(2025, 12, 10)
    assert read_unfinished(sample.store) == []


def test_an_empty_graph_reaches_nowhere(store: Store) -> None:
    assert read_reach(store) == Reach(None, None)
