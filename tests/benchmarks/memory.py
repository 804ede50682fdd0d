"""Measure the peak memory of loading a generated table of some megabytes against one of 20, which it must not much exceed.

    python -m tests.benchmarks.memory MB [--base MB] [--quote N] [--family 5.26|2026] [--dry-run]

Each table is loaded by a process of its own, on a scratch server that it does not count. With quotes of 1,000 characters,
as a long sentence has them, a table of a size has fewer rows.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph.settings import FAMILIES
from loaders.load import load_paths
from tests.benchmarks.generate import write_table
from tests.benchmarks.scratch import print_table, scratch_store

ROOT = Path(__file__).resolve().parents[2]
BASE_MB = 20.0
TRIAL_ROWS = 2_000


def write_sized_table(megabytes: float, path: Path, quote: int) -> int:
    """Write a generated table of about so many megabytes; return its rows."""
    write_table(TRIAL_ROWS, path, quote=quote)
    rows = max(1, round(megabytes * 1e6 / path.stat().st_size * TRIAL_ROWS))
    write_table(rows, path, quote=quote)
    return rows


def load_here(path: Path, family: str, *, dry_run: bool) -> None:
    """Load a table in this process and print its seconds and its peak of memory in megabytes."""
    start = time.perf_counter()
    with scratch_store("2026" if family == "2026" else "5.26") as store:
        begun = time.perf_counter()
        (report,) = load_paths(store, [path], dry_run=dry_run)
        spent = time.perf_counter() - begun
    assert report.errors == (), report.errors[:3]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{spent:.1f} {peak:.0f}", file=sys.stdout)
    print(f"(server and all: {time.perf_counter() - start:.1f} s)", file=sys.stderr)


def measure_size(megabytes: float, family: str, *, quote: int, dry_run: bool) -> list[str]:
    """Load a table of a size in a process of its own; a row of the result."""
    with tempfile.TemporaryDirectory(prefix="cadres-table-") as folder:
        path = Path(folder) / "generated.csv"
        rows = write_sized_table(megabytes, path, quote)
        command = [sys.executable, "-m", "tests.benchmarks.memory", "0", "--load", str(path), "--family", family]
        done = subprocess.run(
            [*command, *(["--dry-run"] if dry_run else [])], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        )
        seconds, peak = done.stdout.split()
        return [f"{path.stat().st_size / 1e6:.1f} MB", str(rows), seconds, peak]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--base", type=float, default=BASE_MB)
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    parser.add_argument("--quote", type=int, default=0, help="characters of a quote, at least")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--load", type=Path, help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.load is not None:
        load_here(said.load, said.family, dry_run=said.dry_run)
        return
    sizes = (said.base, said.megabytes)
    rows = [measure_size(size, said.family, quote=said.quote, dry_run=said.dry_run) for size in sizes]
    print_table(["table", "rows", "seconds", "peak MB"], rows)
    print(f"peak of the larger: {float(rows[1][3]) / float(rows[0][3]):.2f} of the smaller's")


if __name__ == "__main__":
    main()
