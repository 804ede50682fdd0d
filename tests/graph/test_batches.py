"""Changes as statements: in an order in which each finds what it needs, cut into batches."""

from __future__ import annotations

import pytest

from graph.batches import make_batches
from graph.plan import Changes, Link, State, plan_changes
from graph.schema import tie


def _changes(stored: State, wanted: State) -> Changes:
    return plan_changes(stored, wanted)


def test_nodes_come_before_links_and_go_after_them() -> None:
    held = tie("HELD")
    old, new = State(), State()
    old.node("Person", "p1")
    old.node("Tenure", "t1")
    old.link(held, "p1", "t1")
    new.node("Person", "p2")
    new.node("Tenure", "t2")
    new.link(held, "p2", "t2")
    said = [batch.statement for batch in make_batches(_changes(old, new))]
    kinds = [("put" if "MERGE" in text else "drop", "link" if "-[" in text else "node") for text in said]
    assert kinds == [
        ("put", "node"),
        ("put", "node"),
        ("put", "link"),
        ("drop", "link"),
        ("drop", "node"),
        ("drop", "node"),
    ]


def test_rows_are_cut_into_batches_and_none_is_lost() -> None:
    wanted = State()
    for number in range(11):
        wanted.node("Person", f"p{number:02}")
    batches = list(make_batches(_changes(State(), wanted), size=5))
    assert [len(batch.rows) for batch in batches] == [5, 5, 1]
    assert [row["id"] for batch in batches for row in batch.rows] == [f"p{number:02}" for number in range(11)]


@pytest.mark.parametrize(
    "changes",
    [
        Changes({"Film": [{"id": "f1"}]}, {}, {}, {}),
        Changes({}, {"Film": ["f1"]}, {}, {}),
        Changes({}, {}, {tie("PART_OF"): [(Link(tie("PART_OF"), "a", "b"), {})]}, {}),
    ],
    ids=["put of a label unknown", "drop of a label unknown", "a link without its key"],
)
def test_changes_outside_the_schema_are_a_wrong_program(changes: Changes) -> None:
    with pytest.raises(AssertionError):
        list(make_batches(changes))
