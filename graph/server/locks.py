"""Locks that the kernel lets go of when their holder dies, however it dies: `flock` on small files."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError

if sys.platform != "win32":
    import fcntl

POLL_SECONDS = 0.05


def refuse_windows() -> None:
    """Say what would do where the local server's locks do not exist."""
    if sys.platform == "win32":
        raise StoreError(
            vi="Neo4j cục bộ chạy trên Linux và macOS; trên Windows hãy dùng WSL hoặc đặt NEO4J_URI.",
            en="The local Neo4j runs on Linux and macOS; on Windows use WSL or set NEO4J_URI.",
        )


def try_lock(path: Path) -> int | None:
    """Lock a file, made if absent, and return its descriptor; None if somebody holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(path: Path) -> bool:
    """Tell whether a living process holds the lock of a file; changes nothing."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        # Shared, so that two who look at once do not take each other for a holder.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def wait_lock(path: Path, *, seconds: float) -> int | None:
    """Wait for the lock of a file and return its descriptor; None when the time is over."""
    end = time.monotonic() + seconds
    while True:
        descriptor = try_lock(path)
        if descriptor is not None or time.monotonic() > end:
            return descriptor
        time.sleep(POLL_SECONDS)


def wait_free(path: Path, *, seconds: float) -> bool:
    """Wait until nobody holds the lock of a file; False when the time is over."""
    end = time.monotonic() + seconds
    while is_held(path):
        if time.monotonic() > end:
            return False
        time.sleep(POLL_SECONDS)
    return True


@contextmanager
def holding(path: Path, *, seconds: float) -> Iterator[None]:
    """Hold the lock of a file for a block; an error if it cannot be had in time."""
    descriptor = wait_lock(path, seconds=seconds)
    if descriptor is None:
        raise StoreError(
            vi=f"Một tiến trình khác giữ {path} đã hơn {seconds:.0f} giây: hãy đợi nó xong rồi thử lại.",
            en=f"Another process has held {path} for over {seconds:.0f} seconds: let it finish, try again.",
        )
    try:
        yield
    finally:
        os.close(descriptor)
