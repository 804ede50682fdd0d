"""The client's side: use the local server, look at it, stop it.

Whoever starts, joins or stops it holds launch.lock; whether one lives, server.lock alone tells.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from graph.errors import StoreError
from graph.server.home import Home, open_home, read_password, refuse_newer_data, write_login
from graph.server.install import open_library, read_library
from graph.server.launch import Order, launch_guard
from graph.server.locks import holding, is_held, wait_free
from graph.server.process import STOP_SECONDS, answers
from graph.server.progress import Progress, Report, ignore_progress
from graph.server.release import RELEASES, Release
from graph.server.state import Client, State, read_clients, read_state, remove_state, write_lease
from graph.settings import Settings

LAUNCH_SECONDS = 90.0
POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Address:
    """How to reach a server by Bolt. The password does not show in a repr."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"


@dataclass(frozen=True, slots=True)
class Running:
    """A local server as a look at it shows it."""

    address: Address
    pid: int
    guard_pid: int
    port: int
    version: str
    clients: tuple[Client, ...]


class Lease:
    """The right to use the local server: while it is open, the server is kept. Close it, or use `with`."""

    def __init__(self, address: Address, path: Path, descriptor: int) -> None:
        self.address = address
        self._path = path
        self._descriptor: int | None = descriptor

    def close(self) -> None:
        """Say that this use is over; a second time does nothing."""
        if self._descriptor is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def attach(settings: Settings, *, progress: Report | None = None, command: str | None = None) -> Lease:
    """Join the local server of the home, after starting it if it does not run.

    `progress` is called in this thread. `command` names the caller to others; default: from its argv.
    """
    report = progress or ignore_progress
    name = command or describe_command(sys.argv)
    release = find_wanted_release(settings)
    home = open_home(settings.home)
    refuse_newer_data(home, release)
    with holding(home.launch_lock, seconds=LAUNCH_SECONDS):
        state = _find_living(home)
        if state is not None:
            return _make_lease(home, state, name)
    # May take minutes, so outside the lock: nobody else has to wait for it.
    library = open_library(settings, release, report=report)
    with holding(home.launch_lock, seconds=LAUNCH_SECONDS):
        state = _find_living(home) or _launch(Order(home, library, settings.idle_seconds), report)
        return _make_lease(home, state, name)


def find(settings: Settings) -> Running | None:
    """Look for the running local server of the home; changes nothing."""
    home = Home(settings.home)
    state = read_state(home)
    if state is None or state.phase != "ready" or not is_held(home.server_lock) or not state.guard.is_alive():
        return None
    return _describe(home, state)


def stop(settings: Settings, *, force: bool = False) -> Running | None:
    """Stop the local server and return what ran, if anything; in use: an error, unless forced."""
    home = Home(settings.home)
    if not home.folder.exists():
        return None
    with holding(home.launch_lock, seconds=LAUNCH_SECONDS):
        if not is_held(home.server_lock):
            remove_state(home)
            return None
        clients = read_clients(home)
        if clients and not force:
            raise _in_use(clients)
        return _stop_living(home)


def find_wanted_release(settings: Settings) -> Release:
    """Find which release the settings ask for."""
    if settings.neo4j_lib is not None:
        return read_library(settings.neo4j_lib).release
    return next(release for release in RELEASES if release.family == settings.neo4j_version)


def describe_command(argv: list[str]) -> str:
    """Return the name of a command as a person would know it: its program and its first word."""
    program = Path(argv[0]) if argv and argv[0] else Path(sys.executable)
    name = program.parent.name if program.name == "__main__.py" else program.name
    words = [word for word in argv[1:2] if word.isalpha()]
    return " ".join([name, *words])


def _launch(order: Order, report: Report) -> State:
    report(Progress("start", 0, 1))
    write_login(order.home)
    launch_guard(order)
    state = read_state(order.home)
    if state is None:
        raise _hangs(order.home)
    report(Progress("start", 1, 1))
    return state


def _find_living(home: Home) -> State | None:
    """Find the server that answers; wait for one that is coming up or going down, end one left alone."""
    end = time.monotonic() + LAUNCH_SECONDS
    while is_held(home.server_lock):
        state = read_state(home)
        if state is not None and not state.guard.is_alive():
            _end_orphan(home, state)
        elif state is not None and state.phase == "ready" and answers(state.port, read_password(home)):
            return state
        elif time.monotonic() > end:
            raise _hangs(home)
        time.sleep(POLL_SECONDS)
    return None


def _stop_living(home: Home) -> Running | None:
    end = time.monotonic() + LAUNCH_SECONDS
    while is_held(home.server_lock):
        state = read_state(home)
        if state is not None and not state.guard.is_alive():
            _end_orphan(home, state)
        elif state is not None:
            running = _describe(home, state)
            state.guard.send(signal.SIGTERM)
            if not wait_free(home.server_lock, seconds=STOP_SECONDS + 10):
                state.guard.send(signal.SIGKILL)
                _end_orphan(home, state)
            remove_state(home)
            return running
        elif time.monotonic() > end:
            raise _hangs(home)
        time.sleep(POLL_SECONDS)
    return None


def _end_orphan(home: Home, state: State) -> None:
    """End a java whose guard is dead (Linux has already told it to end)."""
    state.java.send(signal.SIGTERM)
    if not wait_free(home.server_lock, seconds=STOP_SECONDS):
        state.java.send(signal.SIGKILL)
        wait_free(home.server_lock, seconds=STOP_SECONDS)
    remove_state(home)


def _make_lease(home: Home, state: State, command: str) -> Lease:
    path, descriptor = write_lease(home, command)
    return Lease(_make_address(home, state), path, descriptor)


def _make_address(home: Home, state: State) -> Address:
    return Address(f"bolt://127.0.0.1:{state.port}", "neo4j", read_password(home))


def _describe(home: Home, state: State) -> Running:
    return Running(
        address=_make_address(home, state),
        pid=state.java.pid,
        guard_pid=state.guard.pid,
        port=state.port,
        version=state.version,
        clients=read_clients(home),
    )


def _in_use(clients: tuple[Client, ...]) -> StoreError:
    names = ", ".join(str(client) for client in clients)
    return StoreError(
        vi=f"Neo4j cục bộ đang được dùng bởi {names}: hãy đóng chúng, hoặc thêm --force.",
        en=f"The local Neo4j is in use by {names}: close them, or add --force.",
    )


def _hangs(home: Home) -> StoreError:
    return StoreError(
        vi=f"Neo4j cục bộ trong {home.folder} không trả lời: hãy chạy "
        f"`python -m graph stop --force` rồi thử lại; nhật ký: {home.console_log}.",
        en=f"The local Neo4j in {home.folder} does not answer: run "
        f"`python -m graph stop --force`, then try again; its log: {home.console_log}.",
    )
