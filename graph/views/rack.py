"""Where trays are kept as long as the process lives, so that a reload, a closed window or a lost line loses nothing."""

from __future__ import annotations

import secrets
from datetime import date
from threading import Lock

from graph.views.tray import File, Tray

MOST = 50
MOST_BYTES = 500 << 20


class Rack:
    """Trays by their ids, which nobody can guess; those longest not looked at go when there are too many."""

    def __init__(self, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._lock = Lock()
        self._trays: dict[str, Tray] = {}

    def put(self, files: tuple[File, ...], published: date | None) -> Tray:
        """Put a new tray with some files in."""
        tray = Tray(secrets.token_hex(16), files, published)
        with self._lock:
            self._trays[tray.id] = tray
            self._make_room()
        return tray

    def find(self, job: str) -> Tray | None:
        """Find a tray, which then is the one looked at last; None where it is not kept, or not any more."""
        with self._lock:
            if (tray := self._trays.pop(job, None)) is not None:
                self._trays[job] = tray
            return tray

    def _make_room(self) -> None:
        """Drop what was not looked at for longest, but for the newest and what is being loaded."""
        for tray in list(self._trays.values())[:-1]:
            held = sum(each.size for each in self._trays.values())
            if len(self._trays) <= self._most and held <= self._most_bytes:
                return
            if not tray.running:
                del self._trays[tray.id]


RACK = Rack()
