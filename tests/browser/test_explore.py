"""The page to explore in a browser: what is touched quickly, by keyboard, downloads, and what the canvas says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import canvas, nodes
from tests.browser.test_pages import MINH, PATIENCE, app, page, title

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

__all__ = ["app", "page"]

pytest_plugins = ["tests.sample_graph", "tests.chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.server]
AT = "2019-01-01"
FOREIGN = "Bộ Ngoại giao"


@pytest.fixture
def minh(sample: SampleGraph) -> str:
    (row,) = sample.store.ask("MATCH (p:Person {name: $name}) RETURN p.id AS id", {"name": MINH})
    return str(row["id"])


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
    page.wait_for_url("**/?person=person-*")
    title(page, MINH)
    page.wait_for_timeout(2_000)  # time for whatever would come late
    title(page, MINH)
    page.wait_for_url("**/?person=person-*")


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
