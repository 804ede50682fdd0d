"""Draw the screenshots of docs/: every page of a running app, in one language, width and scheme.

    python -m tests.browser.pictures FOLDER --app http://127.0.0.1:8501 [--lang en] [--width 1280] [--dark] [PAGE ...]

The app shows the graph that CADRES_HOME or NEO4J_URI names; ids for the addresses are looked up in it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from graph.settings import Settings
from graph.steps import Step, write_steps
from graph.store import Store, open_store
from graph.views.links import PATHS, PageName
from tests.browser.running import settle
from tests.chromium import FLAGS, find_chromium

HIGHEST = 2_400
COLOURS = 256  # enough for a page, at a third of the size
PATIENCE = 120_000
AT = {"at": "2019-01-01"}
_ID = "MATCH (n) WHERE $label IN labels(n) AND coalesce(n.name, n.title) = $name RETURN n.id AS id ORDER BY id LIMIT 1"
_CONSOLE = "MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(x:Post) RETURN p, t, x LIMIT 20"

_TEXT = """Ngày 12/3/2025, Ban Bí thư công bố quyết định về công tác cán bộ.

Theo Quyết định số 2105-QĐNS/TW ngày 10/3/2025, ông Phạm Văn Thử, Ủy viên Ban Thường vụ Tỉnh ủy Lạng Sơn, được điều động giữ chức Phó Trưởng Ban Tổ chức Trung ương.

Bà Trần Thị Mẫu, Phó Giám đốc Sở Y tế tỉnh Lạng Sơn, được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Lạng Sơn từ ngày 1/4/2025.
"""

Find = Callable[[str, str], str]


def make_params(find: Find) -> dict[PageName, dict[str, str]]:
    """Make the address of each page that needs one."""
    minh = find("Person", "Phạm Bình Minh")
    government = {"organization": "Chính phủ"}
    return {
        "start": {"at": "2024-06-30"},
        "explore": {"focus": minh, "do": write_steps([Step("expand", minh)]) or "", **AT},
        "concurrent": {"at": "2024-06-30"},
        "questions": {"q": "committee_members", **government, **AT},
        "person": {"person": minh, **AT},
        "post": {"post": find("Post", "Bộ trưởng Bộ Ngoại giao"), **AT},
        "organization": {"organization": find("Organization", "Chính phủ"), **AT},
        "committee": {**government, "from": "2016-08-01", "to": "2021-08-01"},
        "timeline": {**government, "at": "2019-01-01"},
        "console": {"cypher": _CONSOLE},
        "votes": {"at": "2024-01-01"},
        "reorganisations": {"at": "2025-12-01"},
        "networks": {"a": "Phạm Bình Minh", "b": "Nguyễn Văn Thể", **AT},
    }


def preview_article(page: Page) -> None:
    """Paste a text of invented people and look at what was read in it."""
    page.locator("textarea").first.fill(_TEXT)
    page.get_by_test_id("stBaseButton-primaryFormSubmit").first.click()
    page.wait_for_timeout(6_000)


def run_query(page: Page) -> None:
    """Ask for a few people with their posts."""
    page.get_by_test_id("stBaseButton-primary").first.click()
    page.wait_for_timeout(4_000)


ACTS: dict[PageName, Callable[[Page], None]] = {"article": preview_article, "console": run_query}


def draw(page: Page, address: str, file: Path, name: PageName) -> None:
    """Open a page, wait until it is whole, and keep it as it is on screen."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1_500)
    if name in ACTS:
        ACTS[name](page)
    settle(page, patience=PATIENCE)
    size = page.viewport_size or {"width": 1280, "height": 900}
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({**size, "height": min(max(height, 700), HIGHEST)})
    page.wait_for_timeout(2_500)  # charts and pictures take their new size
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    print(f"{file.name}: {height} high{', WIDER THAN THE SCREEN' if wide > size['width'] else ''}")
    page.set_viewport_size(size)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--app", default="http://127.0.0.1:8501")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--dark", action="store_true")
    said = parser.parse_intermixed_args()
    with open_store(Settings.from_env(os.environ)) as store:
        params = make_params(lambda label, name: _find(store, label, name))
    said.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        scheme = "dark" if said.dark else "light"
        page = browser.new_context(
            viewport={"width": said.width, "height": 900}, color_scheme=scheme, locale=said.lang
        ).new_page()
        for name in said.pages or PATHS:
            query = urlencode({**params.get(name, {}), "lang": said.lang})
            draw(page, f"{said.app}{PATHS[name]}?{query}", said.folder / f"{name}.png", name)
        browser.close()


def _find(store: Store, label: str, name: str) -> str:
    rows = store.ask(_ID, {"label": label, "name": name})
    return str(rows[0]["id"]) if rows else ""


if __name__ == "__main__":
    main()
