"""The schema's statements: from the table alone, accepted by the server, complete."""

from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.schema import LABELS, TIES, indexes, link_statements, missing_indexes, node_statements, tie
from graph.store import Store

SHOWN = "SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint, state, type"


def test_every_label_and_tie_has_its_statements() -> None:
    assert set(node_statements()) == {label.name for label in LABELS}
    assert set(link_statements()) == set(TIES)


def test_a_tie_with_a_key_is_merged_on_it_and_one_without_is_not() -> None:
    part_of = link_statements()[tie("PART_OF")].put
    held = link_statements()[tie("HELD")].put
    assert "-[r:PART_OF {key: row.key}]->" in part_of
    assert "-[r:HELD]->" in held


def test_names_of_indexes_are_unique() -> None:
    names = [index.name for index in indexes()]
    assert len(set(names)) == len(names)


def test_an_opened_graph_lacks_nothing(store: Store) -> None:
    stored = store.ask(SHOWN)
    assert missing_indexes(stored) == []
    assert {row["state"] for row in stored} == {"ONLINE"}


def test_each_id_is_unique_by_a_constraint(store: Store) -> None:
    owners = {row["name"]: row["owningConstraint"] for row in store.ask(SHOWN)}
    assert all(owners[f"{label.name.lower()}_id"] for label in LABELS)


def test_names_are_searched_by_every_syllable(store: Store) -> None:
    analyzers = store.ask(
        "SHOW INDEXES YIELD name, options WHERE name = 'search' "
        "RETURN options.indexConfig['fulltext.analyzer'] AS analyzer"
    )
    assert analyzers == [{"analyzer": "standard-no-stop-words"}]


def test_a_constraint_that_was_not_finished_is_missing() -> None:
    left = {"name": "role_id", "labelsOrTypes": ["Role"], "properties": ["id"], "owningConstraint": None}
    assert "role_id" in [index.name for index in missing_indexes([left])]


def test_an_index_of_our_name_for_something_else_is_refused() -> None:
    foreign = {"name": "search", "labelsOrTypes": ["Film"], "properties": ["title"], "owningConstraint": None}
    with pytest.raises(StoreError, match="'search'"):
        missing_indexes([foreign])
