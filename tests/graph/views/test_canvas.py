"""What the canvas is told: data alone, badges by number, the act of a double click, words for keys and readers."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from graph.export import write_graphml
from graph.picture import Edge, Node, Picture, make_picture
from graph.views.canvas import Touch, make_data
from graph.views.targets import find_page
from graph.views.words import read_words
from tests.graph.views.pages import TODAY

HOSTILE = "<img src=x onerror=alert(1)>"
PICTURE = make_picture(
    [Node("p", "person", HOSTILE, focus=True, hidden=12), Node("t", "post", "Minister"), Node("o", "organization", "Ministry")],
    [Edge("e", "p", "t", "HELD", "2019–2021", current=False), Edge("b", "t", "o", "IN_BODY")],
)  # fmt: skip


def test_the_part_is_told_data_alone() -> None:
    acts = Touch(expand=print, hide=print).named()
    data = make_data(PICTURE, read_words("en"), label="A graph", layout="fcose", anchor="p", acts=acts)
    first = data["nodes"][0]
    assert (first["name"], first["hidden_count"], first["focus"]) == (HOSTILE, 12, True)
    assert data["edges"][0] == {
        "id": "e", "source": "p", "target": "t", "type": "HELD", "caption": "2019–2021", "current": False, "certain": True,
    }  # fmt: skip
    assert (data["double"], data["triggers"], data["anchor"]) == ("expand", ["expand", "hide"], "p")
    assert set(data["styles"]) == {"light", "dark"}
    assert data["strings"]["label"] == "A graph"
    assert data["strings"]["more"] == "{n} more not shown; double-click brings up to 25"


def test_every_label_has_a_shape_and_a_colour_of_its_own() -> None:
    data = make_data(Picture((), ()), read_words("vi"), label="", layout="dagre", anchor=None, acts={})
    for theme in ("light", "dark"):
        labels = data["styles"][theme]["labels"].values()
        assert len({paint["shape"] for paint in labels}) == len({paint["line"] for paint in labels}) == 5
    assert data["double"] == "open"
    assert data["strings"]["more"] == "Còn {n} nút quanh đây chưa hiện"


@pytest.mark.parametrize(("id", "page"), [("p", "person"), ("o", "organization"), ("t", "post"), ("nobody", None)])
def test_a_node_leads_to_its_page(id: str, page: str | None) -> None:
    target = find_page(PICTURE, id, TODAY)
    assert (target[0] if target is not None else None) == page
    assert target is None or target[1] == {target[0]: id, "at": TODAY.isoformat()}


def test_graphml_holds_what_is_on_screen() -> None:
    root = ElementTree.fromstring(write_graphml(PICTURE))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert [node.get("id") for node in root.iter(f"{space}node")] == ["p", "t", "o"]
    assert [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{space}edge")] == [("p", "t"), ("t", "o")]
    assert {"2019–2021", HOSTILE, "HELD"} <= {data.text for data in root.iter(f"{space}data")}
