"""An answer as a picture: nodes wherever they stand, each once, links between them alone; a plan as rows."""

from __future__ import annotations

from graph.answers import draw_answer, list_steps
from graph.wire import LinkValue, NodeValue, PathValue

ANA = NodeValue("4:1", ("Person",), {"id": "person-1", "name": "Ana"})
MINISTRY = NodeValue("4:2", ("Organization",), {"name": "Ministry"})
CLAIM = NodeValue("4:3", ("Claim",), {"quote": "x" * 80})
SERVED = LinkValue("5:1", "SERVED_IN", "4:1", "4:2", {"started": "2019"})
ABOUT = LinkValue("5:2", "ABOUT", "4:3", "4:1", {})


def test_nodes_are_found_in_paths_lists_and_maps_and_come_once() -> None:
    drawn = draw_answer([[PathValue((ANA, MINISTRY), (SERVED,)), 7], [[ANA], {"c": CLAIM}]])
    assert [(node.id, node.label, node.name) for node in drawn.picture.nodes] == [
        ("4:1", "person", "Ana"),
        ("4:2", "organization", "Ministry"),
        ("4:3", "other", "x" * 60 + " …"),
    ]
    assert [(edge.id, edge.source, edge.target, edge.caption) for edge in drawn.picture.edges] == [
        ("5:1", "4:1", "4:2", "SERVED_IN")
    ]
    assert drawn.values["5:1"] is SERVED
    assert drawn.left_out == 0


def test_a_link_without_its_ends_is_not_drawn_and_what_does_not_fit_is_counted() -> None:
    drawn = draw_answer([[ANA, ABOUT], [MINISTRY], [CLAIM]], most=2)
    assert drawn.picture.ids == ["4:1", "4:2"]
    assert drawn.picture.edges == ()
    assert drawn.left_out == 1


def test_an_answer_without_nodes_has_an_empty_picture() -> None:
    assert draw_answer([["text", 1, None]]).picture.nodes == ()


def test_the_steps_of_a_plan_stand_below_what_needs_them() -> None:
    left = {"operatorType": "NodeByLabelScan@neo4j", "args": {"Details": "p:Person", "EstimatedRows": 12.4}}
    right = {"operatorType": "Argument@neo4j", "args": {}, "children": []}
    plan = {"operatorType": "ProduceResults@neo4j", "args": {"Details": "p"}, "children": [left, right]}
    assert list_steps(plan) == [
        {"step": "ProduceResults", "details": "p", "rows": 0},
        {"step": "    NodeByLabelScan", "details": "p:Person", "rows": 12},
        {"step": "    Argument", "details": "", "rows": 0},
    ]
    assert list_steps({}) == []
