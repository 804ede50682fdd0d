"""Time what a reader waits for in a running app: the first page, a search, a node's panel, neighbours brought.

    python -m tests.benchmarks.pages PERSON [--app http://127.0.0.1:8501] [--times 5]

PERSON is the id of somebody with several posts. The first row is cold only if nobody opened this app before.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections.abc import Callable

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.scratch import print_table
from tests.browser.canvas import Nodes, canvas, nodes
from tests.chromium import FLAGS, find_chromium

PATIENCE = 120_000
LOOK = 20  # ms between two looks at the page


class Reader:
    """A browser window, and the address of the app."""

    def __init__(self, browser: Browser, app: str) -> None:
        self._browser, self._app = browser, app

    def blank(self) -> Page:
        """A window without a cache."""
        page = self._browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(PATIENCE)
        return page

    def address(self, path: str) -> str:
        return f"{self._app}{path}"

    def open(self, path: str) -> tuple[Page, float]:
        """Open a page in such a window, and tell how long until its picture stood."""
        page = self.blank()
        start = time.perf_counter()
        page.goto(self.address(path))
        wait_until(page, lambda: len(nodes(page)) > 0)
        return page, time.perf_counter() - start


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE / 1000
    while not is_so():
        if time.perf_counter() > end:
            raise TimeoutError("the page never came to it")
        page.wait_for_timeout(LOOK)


def time_typing(reader: Reader, _: str) -> float:
    """From the address until one can type into the search box and a name is on the page."""
    page = reader.blank()
    start = time.perf_counter()
    page.goto(reader.address("/?lang=en"))
    page.locator("h1").first.wait_for()
    page.get_by_label("Find people").click()
    took = time.perf_counter() - start
    page.context.close()
    return took


def time_start(reader: Reader, _: str) -> float:
    """From the address to the picture of the first page."""
    page, took = reader.open("/?lang=en")
    page.context.close()
    return took


def time_search(reader: Reader, _: str) -> float:
    """From the last key to the first hit."""
    page, _took = reader.open("/?lang=en")
    page.get_by_label("Find people").press_sequentially("nguyen va", delay=30)
    page.wait_for_timeout(2_000)
    before = page.locator(".st-key-hits a").all_inner_texts()
    start = time.perf_counter()
    page.get_by_label("Find people").press_sequentially("n the")
    wait_until(page, lambda: page.locator(".st-key-hits a").all_inner_texts() not in ([], before))
    took = time.perf_counter() - start
    page.context.close()
    return took


def time_panel(reader: Reader, person: str) -> float:
    """From the click on a node to its name in the panel."""
    page, _took = open_expanded(reader, person)
    other = next(node["name"] for node in nodes(page).values() if node["label"] == "post")
    at = place_of(page, other)
    start = time.perf_counter()
    page.mouse.click(*at)
    wait_until(page, lambda: page.locator(".st-key-panel h3").inner_text() == other)
    took = time.perf_counter() - start
    page.context.close()
    return took


def time_expand(reader: Reader, person: str) -> float:
    """From a double click to the neighbours drawn; what was shown may not move."""
    page, _took = open_expanded(reader, person)
    before = nodes(page)
    post = next(node["name"] for node in before.values() if node["label"] == "post" and node["hidden"])
    at = place_of(page, post)
    start = time.perf_counter()
    page.mouse.dblclick(*at)
    wait_until(page, lambda: len(nodes(page)) > len(before))
    took = time.perf_counter() - start
    print(f"shown nodes moved by {moved(before, nodes(page)):.1f} px at most")
    page.context.close()
    return took


def place_of(page: Page, name: str) -> tuple[float, float]:
    """Where on the screen a node stands."""
    box = canvas(page).bounding_box()
    node = next(node for node in nodes(page).values() if node["name"] == name)
    assert box is not None
    return box["x"] + node["on"]["x"], box["y"] + node["on"]["y"]


def open_expanded(reader: Reader, person: str) -> tuple[Page, float]:
    page, took = reader.open(f"/explore?focus={person}&do=e.{person}&at=2019-01-01&lang=en")
    page.locator(".st-key-panel h3").wait_for()
    page.wait_for_timeout(2_000)
    return page, took


def moved(before: Nodes, now: Nodes) -> float:
    """How far the node that moved most did, in the picture."""
    return max(
        math.hypot(now[id]["at"]["x"] - node["at"]["x"], now[id]["at"]["y"] - node["at"]["y"])
        for id, node in before.items()
    )


MEASURES: tuple[tuple[str, float, Callable[[Reader, str], float]], ...] = (
    ("first page, until one can type", 5.0, time_typing),
    ("first page, until its picture stands", 5.0, time_start),
    ("search, from the last key to the hits", 1.0, time_search),
    ("click on a node, until its panel", 0.5, time_panel),
    ("expand, until drawn", 1.5, time_expand),
)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("person")
    parser.add_argument("--app", default="http://127.0.0.1:8501")
    parser.add_argument("--times", type=int, default=5)
    said = parser.parse_args()
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        reader = Reader(browser, said.app)
        for name, allowed, measure in MEASURES:
            took = [measure(reader, said.person) for _ in range(said.times)]
            figures = [took[0], statistics.median(took), max(took), allowed]
            rows.append([name, *(f"{each:.2f}" for each in figures), f"{statistics.median(took) / allowed:.2f}"])
        browser.close()
    print_table(["what", "first s", "median s", "longest s", "allowed s", "ratio"], rows)


if __name__ == "__main__":
    main()
