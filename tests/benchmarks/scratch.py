"""A scratch graph for a benchmark, on a local server of its own in a folder that goes with it; a table of results."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from graph.server import Address, attach, stop
from graph.settings import Family, Settings
from graph.store import Store, connect


@contextmanager
def scratch_store(family: Family) -> Iterator[Store]:
    """Open the store of an empty graph; the server is stopped and its folder removed afterwards."""
    with scratch_server(family) as (store, _):
        yield store


@contextmanager
def scratch_server(family: Family) -> Iterator[tuple[Store, Address]]:
    """The same with the server's address."""
    with tempfile.TemporaryDirectory(prefix="cadres-benchmark-") as folder:
        cache = Settings.from_env({name: os.environ.get(name, "") for name in ("CADRES_CACHE",)}).cache
        settings = Settings(home=Path(folder) / "home", cache=cache, neo4j_version=family)
        with attach(settings, command="benchmark") as lease, connect(lease.address) as store:
            yield store, lease.address
        stop(settings, force=True)


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print columns, the first to the left and the numbers to the right."""
    widths = [max(len(row[at]) for row in [header, *rows]) for at in range(len(header))]
    for row in [header, *rows]:
        cells = [cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True))]  # fmt: skip
        print("  ".join(cells).rstrip())
