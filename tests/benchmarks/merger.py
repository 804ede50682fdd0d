"""Measure the merger of the provinces: some 100,000 open tenures that one table of changes ends in one go.

    python -m tests.benchmarks.merger [--share N] [--family 5.26|2026] [--changes-first]

`--share`: so many of the 34 new provinces only, those made of most old ones first. Memory is sampled: what our process
and the server's take at most while a table is loaded, and the server's own estimate of its largest transaction.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.settings import FAMILIES, Family
from graph.store import Store
from loaders.load import load_paths
from loaders.reports import FileReport
from tests.benchmarks.merger_tables import DAY, read_merger, write_merger
from tests.benchmarks.scratch import print_table, scratch_server

PAUSE = 0.2
_LARGEST = "SHOW TRANSACTIONS YIELD estimatedUsedHeapMemory AS used RETURN max(used) AS used"
_ENDED = "MATCH (t:Tenure {ended_basis: 'body_ended'}) WHERE t.ended = $day RETURN count(t) AS n"
_OPEN = """
MATCH (o:Organization)<-[:IN_BODY]-(:Post)<-[:IN_POST]-(t:Tenure)
WHERE o.dissolved IS NOT NULL AND t.ended IS NULL
RETURN count(t) AS n
"""
MEGABYTE = 1 << 20


@dataclass(slots=True)
class Peak:
    """The most memory seen, in bytes: ours, the server's, of one transaction."""

    ours: int = 0
    server: int = 0
    transaction: int = 0

    def look(self, store: Store, java: psutil.Process) -> None:
        """Look once more."""
        self.ours = max(self.ours, psutil.Process().memory_info().rss)
        self.server = max(self.server, java.memory_info().rss)
        used = store.ask(_LARGEST)[0]["used"]
        self.transaction = max(self.transaction, int(used or 0))

    def cells(self) -> list[str]:
        """The three in megabytes."""
        return [str(each // MEGABYTE) for each in (self.ours, self.server, self.transaction)]


def find_server(uri: str) -> psutil.Process:
    """Find the process that listens on the port of an address of this machine."""
    port = int(uri.rpartition(":")[2])
    listening = (each for each in psutil.net_connections("tcp") if each.status == psutil.CONN_LISTEN)
    return next(psutil.Process(each.pid) for each in listening if each.laddr.port == port and each.pid is not None)


def watch(store: Store, work: Callable[[], FileReport]) -> tuple[FileReport, float, Peak]:
    """Do some work and look at the memory all the while; with its seconds."""
    peak, java, done = Peak(), find_server(store.address), threading.Event()

    def look() -> None:
        while not done.wait(PAUSE):
            peak.look(store, java)

    watcher = threading.Thread(target=look)
    start = time.perf_counter()
    watcher.start()
    try:
        report = work()
    finally:
        done.set()
        watcher.join()
    return report, time.perf_counter() - start, peak


def measure(store: Store, path: Path) -> list[str]:
    """Load a table; a row of the result."""
    before = _count(store, _ENDED)
    report, spent, peak = watch(store, lambda: load_paths(store, [path], progress=_tell)[0])
    print(file=sys.stderr)
    assert report.errors == (), report.errors[:3]
    ended = _count(store, _ENDED) - before
    rows = sum(1 for _ in path.open(encoding="utf-8")) - 1
    return [path.stem, str(rows), str(ended), f"{spent:.1f}", f"{ended / spent:.0f}", *peak.cells()]


def _tell(path: Path, done: int, size: int) -> None:
    print(f"\r{path.name}: {done} of {size}", end="", file=sys.stderr, flush=True)


def _count(store: Store, cypher: str) -> int:
    return int(store.ask(cypher, {"day": DAY})[0]["n"])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=int, help="new provinces (default: all)")
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    parser.add_argument("--changes-first", action="store_true")
    said = parser.parse_args()
    family: Family = said.family
    with tempfile.TemporaryDirectory(prefix="cadres-table-") as folder, scratch_server(family) as (store, _):
        tables = write_merger(read_merger(share=said.share), Path(folder))
        rows = [measure(store, path) for path in (reversed(tables) if said.changes_first else tables)]
        print_table(["table", "rows", "closed", "seconds", "closed/s", "our MB", "server MB", "transaction MB"], rows)
        print(f"open in bodies that ended: {_count(store, _OPEN)}")


if __name__ == "__main__":
    main()
