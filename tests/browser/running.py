"""The app as a process of its own on a free port, for tests that open it in a browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

CHECKOUT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
PHONE = 390
_SETTLED = 400  # ms until what reacts to the width has done so
_WIDTH = (
    "Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth))"
)
_IDLE = "document.querySelector('[data-testid=stApp]').getAttribute('data-test-script-state') === 'notRunning'"


def free_port() -> int:
    """Find a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_app(environ: Mapping[str, str]) -> Iterator[str]:
    """Run the app in an environment as long as the block lasts; its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    server = subprocess.Popen(command, cwd=CHECKOUT, env={**os.environ, **environ})
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def settle(page: Page, *, patience: float) -> None:
    """Wait until the page is drawn; what is touched while it is drawn anew may be gone the next moment."""
    page.wait_for_function(_IDLE, timeout=patience)


def fits_a_phone(page: Page) -> bool:
    """Tell whether a page needs no moving sideways on a phone; the window is as wide as before afterwards."""
    before = page.viewport_size
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.wait_for_timeout(_SETTLED)
    wide = page.evaluate(_WIDTH)
    if before is not None:
        page.set_viewport_size(before)
    return bool(wide <= PHONE)


def _wait_for(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{address} did not answer in {START_SECONDS} s")
