"""A load in the background as other processes see it: who holds its lock is loading, a small file says how far it is.

The kernel frees the lock when its holder dies, however it dies: a load that has stopped never looks like one that runs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.server.locks import is_held, wait_lock

_LOCK, _FILE = "loading.lock", "loading.json"
_SECONDS = 0.5  # who only looks holds the lock for a moment


@dataclass(frozen=True, slots=True)
class Loading:
    """A load on its way: the input as its Load names it, how many of how many rows; none of none: it only begins."""

    input: str
    done: int = 0
    total: int = 0


Tell = Callable[[Loading], None]


@contextmanager
def announced(home: Path) -> Iterator[Tell | None]:
    """Hold the right to load in the background, and tell how far it is; None where another process holds it."""
    lock = wait_lock(home / _LOCK, seconds=_SECONDS)
    if lock is None:
        yield None
        return
    try:
        yield lambda loading: _write(home, loading)
    finally:
        (home / _FILE).unlink(missing_ok=True)
        os.close(lock)


def read_loading(home: Path) -> Loading | None:
    """Read how far the load in the background is; None where there is none."""
    if not is_held(home / _LOCK):
        return None
    try:
        told = json.loads((home / _FILE).read_text("utf-8"))
    except FileNotFoundError:
        return None  # it has not begun, or has just ended
    return Loading(**told)


def _write(home: Path, loading: Loading) -> None:
    """Write it whole: a reader must never see half a file."""
    half = home / f"{_FILE}.new"
    half.write_text(json.dumps(asdict(loading), ensure_ascii=False), "utf-8")
    half.replace(home / _FILE)
