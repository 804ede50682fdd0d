"""For the tests of the local server: clients in processes of their own, and a user without rights."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from graph.server import stop
from graph.settings import Settings

CHECKOUT = Path(__file__).resolve().parents[3]
NOBODY = 65534

CLIENT = """
import sys
from pathlib import Path
from graph.server import attach
from graph.settings import Settings
home, cache, idle = sys.argv[1:]
settings = Settings(home=Path(home), cache=Path(cache), idle_seconds=float(idle))
with attach(settings, command="client") as lease:
    print(lease.address.uri, flush=True)
    sys.stdin.read()
"""


def spawn_client(settings: Settings) -> subprocess.Popen[str]:
    """Start a process that attaches, prints the address, and stays until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", CLIENT, str(settings.home), str(settings.cache), str(settings.idle_seconds)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def read_line(client: subprocess.Popen[str]) -> str:
    assert client.stdout is not None
    return client.stdout.readline().strip()


def end_client(client: subprocess.Popen[str]) -> None:
    assert client.stdin is not None
    assert client.stdout is not None
    client.stdin.close()
    client.stdout.close()
    client.wait(30)


def wait_until(true: Callable[[], bool], *, seconds: float = 20.0) -> None:
    """Wait for something that another process brings about."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it has not come about in time"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Settings]:
    """A home for the tests of one file, that they may treat roughly; its data stays between them."""
    settings = Settings(home=tmp_path_factory.mktemp("own") / "home", cache=cache, idle_seconds=60.0)
    yield settings
    stop(settings, force=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def without_rights() -> Callable[[Path], AbstractContextManager[None]]:
    """Make a folder one that the current user cannot write, for a block; root becomes another user meanwhile."""

    @contextmanager
    def block(folder: Path) -> Iterator[None]:
        folder.chmod(0o555)
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if as_root:
                os.seteuid(0)
            folder.chmod(0o755)

    return block
