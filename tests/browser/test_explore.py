"""The page to explore in a browser: what is touched quickly, by keyboard, downloads, and what the canvas says."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

import networkx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import canvas, nodes, touch
from tests.browser.test_pages import MINH, PATIENCE, app, drawn, page, stands, title

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

__all__ = ["app", "page"]

pytest_plugins = ["tests.sample_graph", "tests.chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.server]
AT = "2019-01-01"
FOREIGN = "Bộ Ngoại giao"


@pytest.fixture
def minh(sample: SampleGraph) -> str:
    return sample.find("Person", MINH)


def open_explored(page: Page, app: str, focus: str, **params: str) -> Locator:
    """Open the page in a window in which all of it can be touched, and return the panel."""
    page.set_viewport_size({"width": 1280, "height": 1500})
    asked = {"focus": focus, "at": AT, "lang": "en", **params}
    page.goto(f"{app}/explore?" + "&".join(f"{name}={text}" for name, text in asked.items()))
    panel = page.locator(".st-key-panel")
    panel.locator("h3").wait_for()
    canvas(page)
    page.wait_for_timeout(1_500)  # what comes beside the canvas makes it narrower
    return panel


def choose(page: Page, panel: Locator, name: str) -> str:
    """Click a node and wait for its panel; its id."""
    id = str(touch(page, name)["id"])
    expect(panel.locator("h3")).to_have_text(name, timeout=PATIENCE)
    return id


def touch_both(page: Page, name: str, link: Locator) -> None:
    """Click a node and at once a link: no wait, no look between the two."""
    box, there = canvas(page).bounding_box(), link.bounding_box()
    assert box is not None
    assert there is not None
    node = next(node for node in nodes(page).values() if node["name"] == name)
    page.mouse.click(box["x"] + node["on"]["x"], box["y"] + node["on"]["y"])
    page.mouse.click(there["x"] + 8, there["y"] + there["height"] / 2)


def test_a_link_clicked_right_after_a_node_leads_to_its_page(page: Page, app: str, minh: str) -> None:
    panel = open_explored(page, app, minh, do=f"e.{minh}.bodies")
    touch_both(page, FOREIGN, panel.get_by_role("link", name="Open its page"))
    page.wait_for_url("**/person?person=person-*")
    title(page, MINH)
    page.wait_for_timeout(2_000)  # time for whatever would come late
    title(page, MINH)
    page.wait_for_url("**/person?person=person-*")


def test_a_link_to_the_same_page_clicked_right_after_a_node_keeps_the_new_address(
    page: Page, app: str, minh: str
) -> None:
    panel = open_explored(page, app, minh, do=f"e.{minh}.bodies")
    page.get_by_label("Find people, bodies").fill("truong hoa binh")
    other = page.get_by_role("link", name="Trương Hòa Bình", exact=True)
    other.wait_for()
    page.wait_for_timeout(1_000)  # the hits push the canvas down
    touch_both(page, FOREIGN, other)
    for _ in range(2):
        expect(panel.locator("h3")).to_have_text("Trương Hòa Bình", timeout=PATIENCE)
        assert minh not in page.url
        page.wait_for_timeout(2_000)


def test_what_is_on_screen_is_saved_as_an_image_and_as_graphml(page: Page, app: str, minh: str, tmp_path: Path) -> None:
    open_explored(page, app, minh, do=f"e.{minh}")
    box = canvas(page).bounding_box()
    assert box is not None
    with page.expect_download() as image:
        page.get_by_role("button", name="Save PNG").click()
    image.value.save_as(tmp_path / image.value.suggested_filename)
    saved = (tmp_path / "graph.png").read_bytes()
    assert saved[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", saved[16:24])  # where the format keeps them
    assert (abs(width - 2 * box["width"]) <= 2, abs(height - 2 * box["height"]) <= 2) == (True, True)
    assert len(saved) > 5_000  # an empty canvas of this size has some 2,000 bytes
    with page.expect_download() as graph:
        page.get_by_role("button", name="GraphML").click()
    graph.value.save_as(tmp_path / "graph.graphml")
    read = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert {id: told["name"] for id, told in read.nodes(data=True)} == {
        id: node["name"] for id, node in nodes(page).items()
    }
    assert read.number_of_edges() == canvas(page).evaluate("canvas => canvas._cyreg.cy.edges().length") > 0


def test_a_pinned_node_stays_while_another_layout_moves_the_rest(page: Page, app: str, minh: str) -> None:
    panel = open_explored(page, app, minh, do=f"e.{minh}")
    before = nodes(page)
    pinned = choose(page, panel, "Bộ trưởng Bộ Ngoại giao")
    panel.get_by_role("button", name="Pin").click()
    page.wait_for_url(f"**~p.{pinned}**")
    expect(panel.get_by_role("button", name="Unpin")).to_be_visible(timeout=PATIENCE)
    page.get_by_text("By hierarchy").click()
    page.wait_for_url("**layout=dagre**")
    after = drawn(page, lambda now: any(now[id]["at"] != node["at"] for id, node in before.items()))
    assert after[pinned]["at"] == before[pinned]["at"]
    assert len([id for id in before if after[id]["at"] != before[id]["at"]]) == len(before) - 1


def test_hiding_takes_a_node_off_and_undo_brings_it_back(page: Page, app: str, minh: str) -> None:
    panel = open_explored(page, app, minh, do=f"e.{minh}")
    before = nodes(page)
    hidden = choose(page, panel, "Bộ trưởng Bộ Ngoại giao")
    panel.get_by_role("button", name="Hide").click()
    drawn(page, lambda now: now.keys() == before.keys() - {hidden})
    page.wait_for_url(f"**~h.{hidden}**")
    page.get_by_role("button", name="Undo").click()
    drawn(page, lambda now: now.keys() == before.keys())


def test_the_number_at_a_node_is_told_in_words(page: Page, app: str, minh: str) -> None:
    panel = open_explored(page, app, minh, do=f"e.{minh}")
    box = canvas(page).bounding_box()
    assert box is not None
    node = next(node for node in nodes(page).values() if node["name"] == "Ủy viên Bộ Chính trị")
    page.mouse.move(box["x"] + node["on"]["x"], box["y"] + node["on"]["y"])
    words = f"{node['hidden']} more not shown"
    expect(page.locator(".tip")).to_have_text(f"{words}; double-click brings up to 25", timeout=PATIENCE)
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    expect(page.locator(".tip")).to_be_hidden()
    touch(page, "Ủy viên Bộ Chính trị")
    expect(panel.get_by_text(words)).to_be_visible(timeout=PATIENCE)


def test_the_canvas_is_used_by_keyboard_alone(page: Page, app: str, minh: str) -> None:
    panel = open_explored(page, app, minh, do=f"e.{minh}")
    before, zoom = nodes(page), "canvas => canvas._cyreg.cy.zoom()"
    page.get_by_role("application").focus()
    first = canvas(page).evaluate(zoom)
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert canvas(page).evaluate(zoom) < 0.7 * first
    page.keyboard.press("f")
    page.wait_for_timeout(600)
    assert canvas(page).evaluate(zoom) > 0.9 * first
    page.keyboard.press("ArrowRight")  # from none to the first, which is the middle
    page.keyboard.press("ArrowRight")
    chosen = list(before.values())[1]
    expect(panel.locator("h3")).to_have_text(chosen["name"], timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(panel.locator("h3")).to_have_text(MINH, timeout=PATIENCE)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**~e.{chosen['id']}**")
    drawn(page, lambda now: len(now) > len(before))
    page.keyboard.press("Delete")
    drawn(page, lambda now: chosen["id"] not in now)


def test_a_path_is_one_step_that_collapse_takes_back(page: Page, app: str, minh: str) -> None:
    panel = open_explored(page, app, minh)
    before = nodes(page)
    panel.get_by_label("Find path to").fill("truong hoa binh")
    panel.get_by_role("button", name="Trương Hòa Bình").click()
    now = drawn(page, lambda now: len(now) == 3)
    assert stands(now, before)
    assert {node["name"] for node in now.values()} == {MINH, "Bộ Chính trị", "Trương Hòa Bình"}
    page.wait_for_url(f"**do=w.{minh}.person-**")
    expect(page.get_by_text(f"1 step: {MINH} → Bộ Chính trị → Trương Hòa Bình")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Collapse").click()
    assert stands(drawn(page, lambda now: now.keys() == {minh}), before)


def test_the_query_of_a_picture_opens_in_the_console_and_runs_there(page: Page, app: str, minh: str) -> None:
    open_explored(page, app, minh, do=f"e.{minh}")
    page.get_by_role("tab", name="Cypher").click()
    page.get_by_role("link", name="Open in the console").click()
    title(page, "Cypher console")
    expect(page.get_by_label("Cypher query")).to_contain_text("UNWIND $nodes.ids AS id", timeout=PATIENCE)
    page.get_by_role("button", name="Run").click()
    # His three posts of that day, and the three bodies that they are in, are two relations.
    expect(page.get_by_text("2 rows")).to_be_visible(timeout=PATIENCE)
