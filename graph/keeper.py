"""Keeps the local server running for a store: its lease, and a new one after the server has died."""

from __future__ import annotations

from threading import Lock

from graph.server import Address, Report, attach
from graph.settings import Settings


class Keeper:
    """Holds the use of the local server from its making on, until closed."""

    def __init__(self, settings: Settings, *, progress: Report | None) -> None:
        self._settings = settings
        self._lock = Lock()
        self._closed = False
        self._lease = attach(settings, progress=progress)
        self.address: Address = self._lease.address

    def revive(self) -> bool:
        """Start the server again if it has died; tell whether it is where it was.

        It keeps its port while that is free; connections that are open can't follow it to another.
        """
        with self._lock:
            if self._closed:
                return False
            lease = attach(self._settings)
            self._lease.close()
            self._lease = lease
            return lease.address == self.address

    def close(self) -> None:
        """Give up the use of the server; a second time does nothing."""
        with self._lock:
            self._closed = True
            self._lease.close()
