"""What only a browser shows of the further pages: that they ask nothing of the outside, links, Back, and an undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from graph.views.links import PATHS
from loaders.load import load_paths
from tests.browser.running import fits_a_phone
from tests.browser.test_pages import PATIENCE, app, page, switch_to_english, title

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

__all__ = ["app", "page"]

pytest_plugins = ["tests.sample_graph", "tests.chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.server]
FIRST = ("start", "concurrent", "questions", "console")
ROW = (
    "person,role,organization,started,ended,source_title,publisher,published,quote\n"
    "Lê Thị Gỡ Lại,Giám đốc,Sở Y tế tỉnh Mẫu,2010-01-01,,Bài một,Báo A,2020-01-01,Câu một.\n"
)


def test_every_further_page_opens_fits_a_phone_and_asks_nothing_of_the_outside(page: Page, app: str) -> None:
    for number, path in enumerate(path for name, path in PATHS.items() if name not in FIRST):
        page.goto(f"{app}{path}?lang={('vi', 'en')[number % 2]}&at=2022-01-01")
        page.locator("h1").first.wait_for()
        page.wait_for_timeout(1_000)  # fonts, charts and pictures come after the words
        assert page.get_by_test_id("stException").count() == 0, path
        assert fits_a_phone(page), path


def test_a_deep_link_leads_from_a_body_to_a_post_to_a_person_and_back(page: Page, app: str) -> None:
    page.goto(f"{app}/committee?organization=Ch%C3%ADnh%20ph%E1%BB%A7&to=2022-01-01&lang=en")
    title(page, "A body at two dates")
    page.get_by_role("link", name="Open the page of this body").click()
    title(page, "Chính phủ")
    page.get_by_role("tab", name="Posts").click()
    page.get_by_role("link", name="Thủ tướng", exact=True).click()
    page.wait_for_url("**/post?post=post-*")
    page.get_by_role("link", name="Phạm Minh Chính", exact=True).first.click()
    title(page, "Phạm Minh Chính")
    page.go_back()
    page.wait_for_url("**/post?post=post-*")
    page.go_back()
    title(page, "Chính phủ")


def test_streamlit_speaks_the_language_of_the_page(page: Page, app: str) -> None:
    """Streamlit has the words of its widgets in English alone; ours stand in Markdown and stay as they are."""
    page.goto(f"{app}/article?lang=vi")
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader).to_contain_text("mỗi tệp", timeout=PATIENCE)
    expect(uploader).to_contain_text("Tải tệp lên")
    expect(uploader).not_to_contain_text("per file")
    assert page.evaluate("document.documentElement.lang") == "vi"
    switch_to_english(page)
    title(page, "Add an article")
    expect(uploader).to_contain_text("per file", timeout=PATIENCE)
    expect(uploader).not_to_contain_text("mỗi tệp")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_load_is_taken_back(page: Page, app: str, sample: SampleGraph, tmp_path: Path) -> None:
    file = tmp_path / "một dòng.csv"
    file.write_text(ROW, "utf-8")
    before = sample.store.counts()
    (report,) = load_paths(sample.store, [file])
    page.goto(f"{app}/loads?load={report.load_id}&lang=en")
    expect(page.get_by_text("1 row", exact=True)).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Take this load back").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Taking it back would change: 1 tenure gone, 1 person gone.", timeout=PATIENCE)
    dialog.get_by_role("button", name="Take this load back").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("Taken back: 1 tenure gone", timeout=PATIENCE)
    assert {**sample.store.counts(), "Load": 0} == {**before, "Load": 0}
