"""The browser of the browser tests: the system's Chromium, driven by Playwright, which fetches none of its own.

As a program it tells what would do where there is none, and ends with 1. As a plugin it gives the fixture `browser`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
MISSING = (
    "no Chromium here: `apt-get install chromium` on Debian, or put chromium or google-chrome on the PATH, "
    "then run the tests again"
)


def find_chromium() -> str | None:
    """Find a browser that answers; the stub that Ubuntu puts in a snap's place does not."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path is not None and _answers(path)), None)


def _answers(path: str) -> bool:
    try:
        said = subprocess.run(
            [path, "--version"],
            capture_output=True,
            text=True,
            timeout=20,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and said.stdout.startswith(("Chromium", "Google Chrome"))


# For a module, not the session: while it lives, no other test of this thread may run an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the test is skipped, with what would do, where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


def main() -> int:
    """Exit with 0 where a browser is found, else say what would do."""
    if find_chromium() is not None:
        return 0
    if "--quiet" not in sys.argv[1:]:
        print(f"The browser tests will be skipped: {MISSING}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
