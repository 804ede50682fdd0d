"""The sentences behind tenures, read from the sample."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.evidence import read_evidence

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server


def test_a_tenure_has_its_sentence_and_its_source(sample: SampleGraph) -> None:
    """As the row of Phạm Bình Minh at the foreign ministry in the sample's tenures.csv says."""
    (row,) = sample.store.ask(
        "MATCH (:Person {name: 'Phạm Bình Minh'})-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post), "
        "(post)-[:IN_BODY]->(:Organization {name: 'Bộ Ngoại giao'}), (post)-[:OF_ROLE]->(:Role {title_vi: 'Bộ trưởng'}) "
        "RETURN t.id AS id"
    )
    (piece,) = read_evidence(sample.store, [row["id"]])[row["id"]]
    assert piece.quote is not None
    assert "Bộ trưởng Bộ Ngoại giao" in piece.quote
    assert (piece.title, piece.publisher) == ("Phạm Bình Minh", "Wikipedia tiếng Việt")
    assert piece.published == date(2025, 12, 10)
    assert piece.url is not None
    assert piece.url.startswith("https://vi.wikipedia.org/?curid=")


def test_a_tenure_that_is_not_there_rests_on_nothing(sample: SampleGraph) -> None:
    assert read_evidence(sample.store, ["tenure-none"]) == {"tenure-none": []}
    assert read_evidence(sample.store, []) == {}
