"""The guard: a small process that starts java, tells who asked, and stops java when nobody uses it.

It reads its order on standard input and answers in one line on standard output, then lives on its own.
While it or its java lives, server.lock is held; java ends when the guard does.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from graph.errors import CadresError, StoreError
from graph.server.home import Home, choose_any_port, choose_port, read_password, write_conf
from graph.server.launch import Order, parse_order
from graph.server.locks import try_lock
from graph.server.process import JavaExitedError, start_java, stop_java, wait_ready
from graph.server.state import (
    State,
    read_clients,
    read_process,
    remove_dead_leases,
    remove_state,
    write_state,
)

POLL_SECONDS = 0.5
PORTS_TRIED = 3


@dataclass(slots=True)
class _Ending:
    """Whether somebody told the guard to stop."""

    asked: bool = False

    def ask(self, *_: object) -> None:
        self.asked = True


def main() -> int:
    """Carry out the order on standard input until nobody needs the server any more."""
    # Everything that the server writes is its owner's alone.
    os.umask(0o077)
    order = parse_order(sys.stdin.readline())
    lock = try_lock(order.home.server_lock)
    if lock is None:
        return _answer_failure(_already_there(order.home))
    ending = _Ending()
    signal.signal(signal.SIGTERM, ending.ask)
    signal.signal(signal.SIGINT, ending.ask)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    remove_state(order.home)
    try:
        java = _start(order, lock, ending)
    except CadresError as error:
        remove_state(order.home)
        return _answer_failure(error)
    _answer({"ready": True})
    return _watch(order, java, ending)


def _start(order: Order, lock: int, ending: _Ending) -> subprocess.Popen[bytes]:
    port = choose_port(order.home)
    for attempt in range(1, PORTS_TRIED + 1):
        try:
            return _start_on(port, order, lock, ending)
        except JavaExitedError as error:
            if attempt == PORTS_TRIED or not error.is_port_taken:
                raise _ended(order.home, str(error)) from error
            # Somebody took the port between our look and java's.
            port = choose_any_port()
    raise AssertionError("the last attempt returns or raises")


def _start_on(port: int, order: Order, lock: int, ending: _Ending) -> subprocess.Popen[bytes]:
    home = order.home
    write_conf(home, order.library.release, port)
    # Before the start: from here on this version may change the data.
    home.version_file.write_text(f"{order.library.version}\n", encoding="utf-8")
    java = start_java(home, order.library, keep_open=lock)
    guard, child = read_process(os.getpid()), read_process(java.pid)
    write_state(home, State("starting", guard, child, port, order.library.version))
    try:
        wait_ready(java, home, port, read_password(home), ended=lambda: ending.asked)
        home.port_file.write_text(f"{port}\n", encoding="utf-8")
        write_state(home, State("ready", guard, child, port, order.library.version))
    except BaseException:
        stop_java(java)
        raise
    return java


def _watch(order: Order, java: subprocess.Popen[bytes], ending: _Ending) -> int:
    # Counted from the moment the server can be found, so that a client killed early does not keep it.
    last_used = time.monotonic()
    while java.poll() is None:
        if ending.asked:
            return _end(order.home, java)
        if _is_used(order.home):
            last_used = time.monotonic()
        elif time.monotonic() - last_used >= order.idle_seconds and _end_if_unused(order.home, java):
            return 0
        time.sleep(min(POLL_SECONDS, order.idle_seconds))
    remove_state(order.home)
    return 1


def _is_used(home: Home) -> bool:
    remove_dead_leases(home)
    return bool(read_clients(home))


def _end_if_unused(home: Home, java: subprocess.Popen[bytes]) -> bool:
    if not home.folder.exists():
        # The data was taken away beneath the server: nobody can find it any more.
        stop_java(java)
        return True
    lock = try_lock(home.launch_lock)
    if lock is None:
        # Somebody is just coming: look again later.
        return False
    try:
        if _is_used(home):
            return False
        _end(home, java)
        return True
    finally:
        os.close(lock)


def _end(home: Home, java: subprocess.Popen[bytes]) -> int:
    remove_state(home)
    stop_java(java)
    return 0


def _answer(answer: dict[str, object]) -> None:
    try:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever asked is gone; the server is there for the next one, or ends when idle.
        return
    finally:
        # The pipe must not stay open, nor be written to again when Python ends.
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def _answer_failure(error: CadresError) -> int:
    _answer({"ready": False, "vi": error.text.vi, "en": error.text.en})
    return 1


def _already_there(home: Home) -> StoreError:
    return StoreError(
        vi=f"Một Neo4j khác đang chạy trên {home.folder}: hãy thử lại.",
        en=f"Another Neo4j is running on {home.folder}: try again.",
    )


def _ended(home: Home, cause: str) -> StoreError:
    return StoreError(
        vi=f"Neo4j cục bộ tự tắt khi khởi động: {cause} (toàn bộ trong {home.console_log}).",
        en=f"The local Neo4j ended while starting: {cause} (all of it in {home.console_log}).",
    )


if __name__ == "__main__":
    sys.exit(main())
