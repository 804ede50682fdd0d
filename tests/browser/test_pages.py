"""What only a browser shows: typing, links and the Back button, the language, cancelling, and no request to the outside."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.canvas import Nodes, nodes, touch
from tests.browser.running import fits_a_phone, running_app

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph", "tests.chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.server]
MINH = "Phạm Bình Minh"
PATIENCE = 30_000


@pytest.fixture(scope="module")
def app(sample: SampleGraph) -> Iterator[str]:
    """The app on the sample; its address."""
    with running_app(sample.environ) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser window in Vietnamese; a request to anywhere but this machine fails the test."""
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    outside: list[str] = []
    opened.on("request", lambda asked: outside.append(asked.url) if leaves(asked.url) else None)
    yield opened
    context.close()
    assert outside == []


def leaves(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1"


def title(page: Page, text: str) -> None:
    expect(page.locator("h1").first).to_have_text(text, timeout=PATIENCE)


def switch_to_english(page: Page) -> None:
    """Touch the switch as a reader does: again, where a page still being drawn did not take the first touch."""
    for _ in range(6):
        page.get_by_text("English").filter(visible=True).first.click()
        with suppress(PlaywrightTimeout):
            page.wait_for_url("**lang=en**", timeout=PATIENCE / 6)
            return


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", ["/", "/explore", "/concurrent", "/questions", "/console"])
def test_every_page_opens_fits_a_phone_and_asks_nothing_of_the_outside(
    page: Page, app: str, path: str, lang: str
) -> None:
    page.goto(f"{app}{path}?lang={lang}&at=2022-01-01")
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(2_000)  # fonts, charts and pictures come after the words
    assert page.get_by_test_id("stException").count() == 0
    assert fits_a_phone(page)


def test_search_without_diacritics_finds_a_person_and_back_returns(page: Page, app: str) -> None:
    page.goto(f"{app}/?lang=vi&at=2022-01-01")
    page.locator("h1").first.wait_for()
    first = page.locator("h1").first.inner_text()
    page.get_by_label("Tìm người").fill("pham binh minh")
    page.get_by_role("link", name=MINH, exact=True).first.click()
    title(page, MINH)
    page.wait_for_url("**/person?person=person-*")
    page.go_back()
    title(page, first)
    page.go_forward()
    title(page, MINH)


def test_a_deep_link_opens_a_person_at_a_date(page: Page, app: str, sample: SampleGraph) -> None:
    minh = sample.find("Person", MINH)
    page.goto(f"{app}/person?person={minh}&at=2019-01-01&lang=en")
    title(page, MINH)
    expect(page.locator("h4").first).to_contain_text(
        "On 2019-01-01, according to Wikipedia tiếng Việt", timeout=PATIENCE
    )
    links = page.get_by_test_id("stMainBlockContainer").get_by_role("link", name="Bộ Ngoại giao", exact=True)
    before = links.count()
    touch(page, "Bộ Ngoại giao")
    expect(links).to_have_count(before + 1, timeout=PATIENCE)
    links.first.click()
    page.wait_for_url("**/organization?organization=*")
    title(page, "Bộ Ngoại giao")


def test_the_language_switch_changes_every_word_and_the_address(page: Page, app: str) -> None:
    page.goto(f"{app}/concurrent?lang=vi&at=2022-01-01")
    title(page, "Kiêm nhiệm")
    switch_to_english(page)
    title(page, "Concurrent posts")
    page.wait_for_url("**lang=en**")
    page.get_by_role("link", name="Questions").click()
    title(page, "Questions")


def test_cancel_ends_the_query_on_the_server(page: Page, app: str, sample: SampleGraph) -> None:
    page.goto(f"{app}/console?lang=en")
    box = page.get_by_label("Cypher query")
    box.fill("UNWIND range(1, 1000000000) AS slow WITH slow WHERE slow % 7 = 8 RETURN count(slow) AS n")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("cancelled", timeout=PATIENCE)
    left = sample.store.ask("SHOW TRANSACTIONS YIELD currentQuery AS query RETURN query")
    assert not any("AS slow" in row["query"] for row in left)
    expect(box).to_have_text("UNWIND range(1, 1000000000) AS slow WITH slow WHERE slow % 7 = 8 RETURN count(slow) AS n")


def test_the_editor_completes_from_the_schema_and_runs_by_keyboard(page: Page, app: str) -> None:
    page.goto(f"{app}/console?lang=en")
    box = page.get_by_label("Cypher query")
    box.fill("")
    box.press_sequentially("MATCH (p:Pers")
    offered = page.locator(".cm-tooltip-autocomplete li")
    expect(offered).to_have_text(["Person"], timeout=PATIENCE)
    page.wait_for_timeout(200)  # a suggestion may not be taken at once after it came
    page.keyboard.press("Enter")
    box.press_sequentially(") RETURN p LIMIT 3")
    expect(box).to_have_text("MATCH (p:Person) RETURN p LIMIT 3")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("3 rows")).to_be_visible(timeout=PATIENCE)
    page.get_by_test_id("stButtonGroup").get_by_text("Graph", exact=True).click()
    assert [node["label"] for node in nodes(page).values()] == ["person", "person", "person"]


def test_exploring_moves_nothing_that_is_shown_and_every_step_can_be_taken_back(
    page: Page, app: str, sample: SampleGraph
) -> None:
    minh = sample.find("Person", MINH)
    page.goto(f"{app}/explore?focus={minh}&at=2019-01-01&lang=en")
    panel = page.locator(".st-key-panel")
    expect(panel.locator("h3")).to_have_text(MINH, timeout=PATIENCE)
    page.wait_for_timeout(1_000)  # what comes beside the canvas makes it narrower
    first = drawn(page, lambda now: len(now) == 1)
    touch(page, MINH, twice=True)
    second = drawn(page, lambda now: len(now) > 1)
    assert {node["label"] for node in second.values()} == {"person", "post"}
    assert stands(second, first)
    touch(page, "Bộ trưởng Bộ Ngoại giao")
    expect(panel.locator("h3")).to_have_text("Bộ trưởng Bộ Ngoại giao", timeout=PATIENCE)
    panel.get_by_role("button", name="Body").click()
    third = drawn(page, lambda now: len(now) == len(second) + 1)
    assert stands(third, second)
    page.get_by_role("button", name="Collapse").click()
    assert stands(drawn(page, lambda now: now.keys() == second.keys()), second)
    page.go_back()
    drawn(page, lambda now: now.keys() == third.keys())
    page.reload()
    drawn(page, lambda now: now.keys() == third.keys())


def drawn(page: Page, is_so: Callable[[Nodes], bool]) -> Nodes:
    """Wait until the canvas shows what is expected, and return it."""
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        if is_so(now := nodes(page)):
            return now
        page.wait_for_timeout(100)
    pytest.fail(f"the canvas shows {sorted(node['name'] for node in nodes(page).values())}")


def stands(now: Nodes, before: Nodes) -> bool:
    """Tell whether each node of before stands where it stood, on the screen too."""
    return all(now[id]["at"] == node["at"] and now[id]["on"] == node["on"] for id, node in before.items())
