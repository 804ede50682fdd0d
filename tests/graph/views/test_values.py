"""The console's values: nodes, links and paths as cells and as JSON."""

from __future__ import annotations

from graph.views.values import make_plain, show_cell
from graph.wire import LinkValue, NodeValue, PathValue

PERSON = NodeValue("n1", ("Person",), {"id": "p-1", "name": "Trần Ý"})
POST = NodeValue("n2", ("Post",), {"id": "post-1"})
LINK = LinkValue("r1", "HELD", "n1", "n2", {"key": "k"})


def test_a_cell_names_what_it_holds() -> None:
    assert show_cell(PERSON) == "(Person Trần Ý)"
    assert show_cell(LINK) == "[HELD]"
    assert show_cell(PathValue((PERSON, POST), (LINK,))) == "(Person Trần Ý) – (Post post-1)"
    assert show_cell([PERSON, 3]) == "(Person Trần Ý); 3"
    assert show_cell({"a": [1, 2]}) == "a: 1; 2"
    assert show_cell(None) is None


def test_the_file_leaves_nothing_out() -> None:
    assert make_plain([PERSON, {"l": LINK}]) == [
        {"labels": ["Person"], "properties": {"id": "p-1", "name": "Trần Ý"}},
        {"l": {"type": "HELD", "properties": {"key": "k"}}},
    ]
    assert make_plain(PathValue((POST,), ())) == {
        "nodes": [{"labels": ["Post"], "properties": {"id": "post-1"}}],
        "links": [],
    }
