"""What only a browser shows of adding an article: a cell corrected by hand, the sentence of a row, a reload, the way back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.running import settle
from tests.browser.test_pages import app, page, title

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

__all__ = ["app", "page"]

pytest_plugins = ["tests.sample_graph", "tests.chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.server]
PATIENCE = 60_000
QUOTE = "Ngày 5/3/2024, Bộ Y tế quyết định bổ nhiệm ông Lò Văn Nhầm giữ chức Giám đốc Bệnh viện Mẫu."
TEXT = f"Bệnh viện Mẫu có giám đốc mới\n\n{QUOTE}\n\nTrời hôm ấy có mưa.\n"
STANDING_CELL = (180, 52)  # a cell that is not edited, two before the person
BUTTON_CELL = (110, 52)
_TIES = "MATCH (a)-[r]->(b) WHERE NOT b:Load RETURN count(*) AS n"
_HELD = """
MATCH (p:Person {name: $name})-[:HELD]->(t:Tenure)-[:RESTS_ON]->(c:Claim)
RETURN p.id AS person, t.started AS started, c.quote AS quote, c.rule AS rule
"""


def test_an_article_is_corrected_loaded_shown_and_taken_back(
    page: Page, app: str, sample: SampleGraph, tmp_path: Path
) -> None:
    file = tmp_path / "bệnh viện mẫu.txt"
    file.write_text(TEXT, "utf-8")
    before = counts(sample)
    page.goto(f"{app}/article?lang=en")
    title(page, "Add an article")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(file.name).first.wait_for()
    page.get_by_role("button", name="Look at it").click()
    editor = page.get_by_test_id("stDataFrame").first
    expect(editor).to_be_visible(timeout=PATIENCE)
    expect(page.locator("mark").first).to_contain_text("[1+]", timeout=PATIENCE)
    expect(editor.locator("[role=gridcell]", has_text="Lò Văn Nhầm")).to_have_count(1, timeout=PATIENCE)
    see_sentence(page, editor)
    correct(page, editor, "Lò Văn Nhằm")
    expect(page.get_by_text("People not in the graph yet: Lò Văn Nhằm")).to_be_visible(timeout=PATIENCE)
    assert counts(sample) == before
    page.get_by_role("button", name="Load into the graph").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("It would change: 1 tenure added, 1 person added.", timeout=PATIENCE)
    expect(dialog).to_contain_text("1 row was corrected by hand", timeout=PATIENCE)
    dialog.get_by_role("button", name="Load into the graph").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("Loaded.", timeout=PATIENCE)
    (held,) = sample.store.ask(_HELD, {"name": "Lò Văn Nhằm"})
    assert (held["started"], held["quote"]) == ("2024-03-05", QUOTE)
    assert held["rule"].endswith("; by hand: person")
    see_person(page, f"{app}/person?person={held['person']}&at=2025-01-01&lang=en")
    page.get_by_role("button", name="Take this load back").click()
    expect(dialog).to_contain_text("Taking it back would change: 1 tenure gone, 1 person gone.", timeout=PATIENCE)
    dialog.get_by_role("button", name="Take this load back").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text("Taken back: 1 tenure gone", timeout=PATIENCE)
    assert counts(sample) == before


def test_files_are_loaded_to_the_end_though_the_page_is_reloaded(
    page: Page, app: str, sample: SampleGraph, tmp_path: Path
) -> None:
    before = counts(sample)
    files = [tmp_path / f"{name}.txt" for name in ("một", "hai", "ba")]
    for file in files:
        file.write_text(TEXT.replace("Nhầm", file.stem.capitalize()), "utf-8")
    page.goto(f"{app}/article?lang=en")
    title(page, "Add an article")
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text(files[-1].name).first.wait_for()
    page.get_by_role("button", name="Look at it").click()
    load = page.get_by_role("button", name="Load 3 files into the graph")
    expect(load).to_be_enabled(timeout=PATIENCE)
    settle(page, patience=PATIENCE)
    page.reload()
    expect(load).to_be_enabled(timeout=PATIENCE)
    settle(page, patience=PATIENCE)
    load.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Load into the graph").click(timeout=PATIENCE)
    expect(dialog).to_be_hidden(timeout=PATIENCE)
    page.reload()
    back = page.get_by_role("button", name="Take this load back")
    expect(back).to_have_count(3, timeout=PATIENCE)
    page.get_by_role("button", name="More").click()
    job = page.url.partition("job=")[2]
    expect(page.get_by_role("link", name="Add an article")).to_have_attribute("href", re.compile(f"job={job}"))
    page.keyboard.press("Escape")
    assert [len(sample.store.ask(_HELD, {"name": f"Lò Văn {name}"})) for name in ("Một", "Hai", "Ba")] == [1, 1, 1]
    for left in (2, 1, 0):
        settle(page, patience=PATIENCE)
        back.first.click()
        dialog.get_by_role("button", name="Take this load back").click(timeout=PATIENCE)
        expect(dialog).to_be_hidden(timeout=PATIENCE)
        expect(page.get_by_text("Taken back:")).to_have_count(3 - left, timeout=PATIENCE)
    assert counts(sample) == before


def counts(sample: SampleGraph) -> dict[str, int]:
    """All nodes and relationships but the load, which stays remembered as taken back."""
    return {**sample.store.counts(), "Load": 0, "ties": sample.store.ask(_TIES)[0]["n"]}


def correct(page: Page, editor: Locator, meant: str) -> None:
    """Type a name in the place of the one in the first row."""
    settle(page, patience=PATIENCE)
    page.wait_for_timeout(500)
    editor.click(position={"x": STANDING_CELL[0], "y": STANDING_CELL[1]}, timeout=PATIENCE)
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.type(meant, delay=30)
    page.keyboard.press("Enter")


def see_sentence(page: Page, editor: Locator) -> None:
    """Press the number of the first row; its sentence stands out, the rest fades, what it would change is drawn."""
    settle(page, patience=PATIENCE)
    page.wait_for_timeout(500)
    editor.click(position={"x": BUTTON_CELL[0], "y": BUTTON_CELL[1]}, timeout=PATIENCE)
    expect(page.locator("mark").first).to_have_css("outline-style", "solid", timeout=PATIENCE)
    faded = page.locator("span[style]").filter(has_text="Trời hôm ấy có mưa.").first
    expect(faded).to_have_css("opacity", "0.55", timeout=PATIENCE)
    expect(page.get_by_text("Row 1 would change:")).to_be_visible(timeout=PATIENCE)
    picture = page.get_by_test_id("stGraphVizChart")
    expect(picture.locator("svg text", has_text="+ Lò Văn Nhầm")).to_have_count(1, timeout=PATIENCE)


def see_person(page: Page, address: str) -> None:
    """Open the page of the person as its address is shared, in another window."""
    other = page.context.new_page()
    other.goto(address)
    title(other, "Lò Văn Nhằm")
    expect(other.get_by_text("Giám đốc Bệnh viện Mẫu").first).to_be_visible(timeout=PATIENCE)
    other.close()
