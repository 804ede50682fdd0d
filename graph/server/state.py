"""Who is there: the guard and java by pid and start time, the clients by a locked file each.

A pid alone names nobody: it is given to another process later. A lease counts while its lock is held.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from graph.server.home import Home
from graph.server.locks import is_held, try_lock

Phase = Literal["starting", "ready"]

# Linux alone has it in this form; elsewhere `ps` tells.
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """One process, told from a later one of the same pid by when it began."""

    pid: int
    began: str

    def is_alive(self) -> bool:
        return read_began(self.pid) == self.began

    def send(self, signal_number: signal.Signals) -> None:
        """Send a signal, unless the process is gone."""
        if self.is_alive():
            try:
                os.kill(self.pid, signal_number)
            except ProcessLookupError:
                return


@dataclass(frozen=True, slots=True)
class State:
    """What the guard says of itself and of its java."""

    phase: Phase
    guard: Process
    java: Process
    port: int
    version: str


@dataclass(frozen=True, slots=True)
class Client:
    """One process that uses the server: its pid and the name of its command."""

    pid: int
    command: str

    def __str__(self) -> str:
        return f"{self.pid} ({self.command})"


def read_process(pid: int) -> Process:
    """Return the living process of a pid, or of one just ended (it then counts as dead)."""
    return Process(pid, read_began(pid) or "")


def read_began(pid: int) -> str | None:
    """Read when a living process began, in the system's own terms; None if it is dead or a zombie."""
    if (PROC / "self" / "stat").exists():
        return _read_began_linux(pid)
    shown = subprocess.run(["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    status, _, began = shown.stdout.strip().partition(" ")
    return None if status.startswith("Z") or not began else began.strip()


def _read_began_linux(pid: int) -> str | None:
    try:
        text = (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return None
    # The command's name stands in parentheses and may hold any character; what counts follows it.
    fields = text.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else fields[19]


def write_state(home: Home, state: State) -> None:
    """Write the state in one step, so that no reader sees half of it."""
    new = home.state_file.with_suffix(".new")
    new.write_text(json.dumps(asdict(state)), encoding="utf-8")
    new.replace(home.state_file)


def read_state(home: Home) -> State | None:
    """Read the state as it was written; whether it still holds is another question."""
    try:
        saved = json.loads(home.state_file.read_text(encoding="utf-8"))
        return State(
            phase=saved["phase"],
            guard=Process(**saved["guard"]),
            java=Process(**saved["java"]),
            port=saved["port"],
            version=saved["version"],
        )
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        # Whatever is no state of ours says nothing of a server: server.lock alone tells if one lives.
        return None


def remove_state(home: Home) -> None:
    """Take the state away: nobody is to be found here any more."""
    home.state_file.unlink(missing_ok=True)


def write_lease(home: Home, command: str) -> tuple[Path, int]:
    """Say that this process uses the server; return the file and the descriptor that keeps it locked."""
    path = home.clients / f"{os.getpid()}-{secrets.token_hex(4)}"
    new = path.with_suffix(".new")
    descriptor = try_lock(new)
    assert descriptor is not None
    os.write(descriptor, json.dumps({"pid": os.getpid(), "command": command}).encode())
    # Locked before it has its name: nobody ever sees this lease without its owner.
    new.rename(path)
    return path, descriptor


def read_clients(home: Home) -> tuple[Client, ...]:
    """Read who uses the server now."""
    clients = []
    for path in sorted(home.clients.glob("*")):
        if path.suffix != ".new" and is_held(path):
            try:
                clients.append(Client(**json.loads(path.read_text(encoding="utf-8"))))
            except FileNotFoundError:
                continue
    return tuple(clients)


def remove_dead_leases(home: Home) -> None:
    """Take away the files of clients that are gone."""
    for path in home.clients.glob("*"):
        if path.suffix != ".new" and not is_held(path):
            path.unlink(missing_ok=True)
