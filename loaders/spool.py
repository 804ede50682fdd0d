"""Claims kept on disk in the order of their bodies, so that a table of any size loads in bounded memory.

Parts cut from this order touch few bodies each. The file is temporary and read by this process alone.
"""

from __future__ import annotations

import pickle
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import islice
from types import TracebackType

from graph.claims import lineage_key, main_body_key
from graph.ledger import Arrival


class Spool:
    """A disk-backed list of arrivals: ties and changes first, then by body."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cadres-")
        self._base = sqlite3.connect(f"{self._folder.name}/spool")
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("CREATE TABLE spool (place INTEGER, body TEXT, id TEXT UNIQUE, arrival BLOB)")
        self.size = 0
        self.sources: set[str] = set()

    def add(self, arrival: Arrival) -> None:
        """Keep one arrival; an equal row of one source is kept once."""
        claim = arrival.claim
        self.sources.add(claim.source)
        place = 1 if lineage_key(claim) is None else 0
        row = (place, main_body_key(claim) or "", claim.id, pickle.dumps(arrival))
        done = self._base.execute("INSERT OR IGNORE INTO spool VALUES (?, ?, ?, ?)", row)
        self.size += done.rowcount

    def parts(self, most: int) -> Iterator[list[Arrival]]:
        """Hand the arrivals back in order, in parts of at most so many."""
        rows = self._base.execute("SELECT arrival FROM spool ORDER BY place, body, id")
        while part := [pickle.loads(blob) for (blob,) in islice(rows, most)]:  # noqa: S301  (our own file)
            yield part

    def close(self) -> None:
        """Remove the file."""
        self._base.close()
        self._folder.cleanup()

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
