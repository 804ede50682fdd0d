"""From a client to its guard: the order, the guard's start in a session of its own, its answer."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreError
from graph.server.home import Home
from graph.server.install import Library
from graph.server.release import parse_release

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Order:
    """What a client wants started."""

    home: Home
    library: Library
    idle_seconds: float


def make_order_line(order: Order) -> str:
    """Return an order as a guard reads it."""
    fields = {
        "home": str(order.home.folder),
        "lib": str(order.library.folder),
        "version": order.library.version,
        "idle_seconds": order.idle_seconds,
    }
    return json.dumps(fields) + "\n"


def parse_order(line: str) -> Order:
    """Read an order."""
    fields = json.loads(line)
    folder = Path(fields["lib"])
    library = Library(folder, fields["version"], parse_release(fields["version"], where=folder))
    return Order(Home(Path(fields["home"])), library, fields["idle_seconds"])


def launch_guard(order: Order) -> None:
    """Start a guard and wait until its server answers; raise what it says if that fails."""
    with order.home.guard_log.open("wb") as log:
        guard = subprocess.Popen(
            [sys.executable, "-m", "graph.server.guard"],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            # Ctrl-C in the terminal must not reach it.
            start_new_session=True,
            text=True,
        )
    try:
        answer = _exchange(guard, make_order_line(order))
    except BaseException:
        guard.terminate()
        raise
    finally:
        # Whenever it ends, it is taken off the list of processes.
        threading.Thread(target=guard.wait, daemon=True).start()
    if not answer:
        raise _guard_died(order.home)
    said = json.loads(answer)
    if not said["ready"]:
        raise StoreError(vi=said["vi"], en=said["en"])


def _exchange(guard: subprocess.Popen[str], line: str) -> str:
    assert guard.stdin is not None
    assert guard.stdout is not None
    with guard.stdin, guard.stdout:
        try:
            guard.stdin.write(line)
            guard.stdin.flush()
        except BrokenPipeError:
            # It died before it read: the empty answer says so.
            return ""
        return guard.stdout.readline()


def _guard_died(home: Home) -> StoreError:
    return StoreError(
        vi=f"Tiến trình canh giữ Neo4j cục bộ đã chết khi khởi động: hãy thử lại, hoặc xem {home.guard_log}.",
        en=f"The guard of the local Neo4j died while starting it: try again, or see {home.guard_log}.",
    )
