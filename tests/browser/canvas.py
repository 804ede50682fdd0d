"""The canvas of a graph as a browser test reads and touches it: through the graph that Cytoscape keeps on its element."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

PATIENCE = 30_000
Nodes = dict[str, dict[str, Any]]
_NODES = """canvas => canvas._cyreg.cy.nodes().map(node => ({
    id: node.id(), name: node.data("name"), label: node.data("label"), at: node.position(),
    on: node.renderedPosition(), hidden: node.data("hidden_count")
}))"""


def canvas(page: Page) -> Locator:
    """The canvas of the page, once something is drawn on it."""
    found = page.locator(".canvas").first
    found.locator("canvas").first.wait_for(timeout=PATIENCE)
    found.scroll_into_view_if_needed()
    return found


def nodes(page: Page) -> Nodes:
    """The nodes drawn, by their id."""
    return {node["id"]: node for node in canvas(page).evaluate(_NODES)}


def touch(page: Page, name: str, *, twice: bool = False) -> dict[str, Any]:
    """Click the node of a name, as a reader does, and return it."""
    found = next(node for node in nodes(page).values() if node["name"] == name)
    place = {"x": found["on"]["x"], "y": found["on"]["y"]}
    if twice:
        canvas(page).dblclick(position=place)
    else:
        canvas(page).click(position=place)
    return found
