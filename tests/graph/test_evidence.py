"""The sentences behind tenures, read from the sample."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.catalog import read_catalog
from graph.evidence import find_publishers, read_evidence, read_publishers

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


def test_the_publishers_behind_an_answer_are_those_of_its_rows_or_of_the_posts_in_them(sample: SampleGraph) -> None:
    """As the rows of the sample's tables say; who is behind most of the tenures comes first."""
    catalog, today = read_catalog(), date(2025, 12, 10)
    posts = catalog.ask(sample.store, "person_posts", {"person": "Phạm Bình Minh", "at": "2019-01-01"}, today=today)
    assert len(posts.tenures) == 3
    assert read_publishers(sample.store, posts.tenures) == ["Wikipedia tiếng Việt"]
    several = catalog.ask(sample.store, "concurrent_posts", {"at": "2023-07-20"}, today=today)
    publishers = read_publishers(sample.store, several.tenures)
    assert publishers[0] == "Wikipedia tiếng Việt"
    assert "VietnamPlus" in publishers
    evidence = [piece for pieces in read_evidence(sample.store, several.tenures).values() for piece in pieces]
    assert set(find_publishers(evidence)) == set(publishers)
    tree = catalog.ask(sample.store, "organization_tree", {"organization": "Chính phủ"}, today=today)
    assert (tree.tenures, read_publishers(sample.store, tree.tenures)) == ([], [])
