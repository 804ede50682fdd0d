"""The app before a server that nobody runs: each page is one card in words, without the password, with a way to try again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import free_port, running_app
from tests.browser.test_pages import PATIENCE, page

__all__ = ["page"]

pytest_plugins = ["tests.chromium"]
pytestmark = pytest.mark.browser
PASSWORD = "mat-khau-bi-mat"


@pytest.fixture(scope="module")
def uri() -> str:
    """An address on which nobody listens."""
    return f"bolt://127.0.0.1:{free_port()}"


@pytest.fixture(scope="module")
def lost(uri: str) -> Iterator[str]:
    """The app with that address; where it is."""
    with running_app({"NEO4J_URI": uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": PASSWORD}) as address:
        yield address


@pytest.mark.parametrize(
    ("address", "told", "retry"),
    [
        ("/?lang=vi", "Không dùng được đồ thị", "Thử lại"),
        ("/explore?lang=en&focus=person-0000000000000000", "The graph cannot be used", "Try again"),
    ],
)
def test_a_page_without_a_server_is_a_card(
    page: Page, lost: str, uri: str, address: str, *, told: str, retry: str
) -> None:
    page.goto(lost + address)
    expect(page.get_by_role("heading", name=told)).to_be_visible(timeout=2 * PATIENCE)
    expect(page.get_by_test_id("stCode")).to_have_text(uri)
    assert PASSWORD not in page.content()
    assert page.get_by_test_id("stException").count() == 0
    page.get_by_role("button", name=retry).click()
    expect(page.get_by_role("heading", name=told)).to_be_visible(timeout=2 * PATIENCE)
    expect(page.get_by_role("button", name=retry)).to_be_enabled(timeout=2 * PATIENCE)
