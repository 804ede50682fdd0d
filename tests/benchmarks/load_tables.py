"""Measure how fast tables are loaded, each step against plain reading, all in one run.

    python -m tests.benchmarks.load_tables ROWS [--family 5.26|2026]

A generated table of so many rows, and the ministers of IfG where ../shared lies beside the checkout.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.settings import FAMILIES, Family
from graph.store import Store
from loaders.arrivals import Reader, read_arrivals
from loaders.load import load_paths
from loaders.reports import FileReport
from loaders.tables import read_mapping
from tests.benchmarks.generate import write_table
from tests.benchmarks.scratch import print_table, scratch_store

ROOT = Path(__file__).resolve().parents[2]
IFG = ROOT.parent / "shared" / "data" / "ifg-ministers" / "appointment.csv"
IFG_MAPPING = ROOT / "loaders" / "tables" / "mappings" / "ifg-ministers.yaml"
PUBLISHED = date(2026, 6, 19)


@dataclass(frozen=True, slots=True)
class Input:
    """A table to load, and the mapping by which it is read."""

    name: str
    path: Path
    mapping: Path | None = None


def measure_input(store: Store, given: Input) -> list[list[str]]:
    """Time reading, a dry run, the load and the same load again; each a row of the result."""
    rows = 0

    def read() -> None:
        nonlocal rows
        mapping = read_mapping(given.mapping) if given.mapping is not None else None
        rows = sum(1 for _ in read_arrivals(given.path, Reader(mapping, PUBLISHED, PUBLISHED)))

    def load(dry_run: bool = False) -> FileReport:
        (report,) = load_paths(store, [given.path], mapping=given.mapping, published=PUBLISHED, dry_run=dry_run)
        assert report.errors == (), report.errors[:3]
        return report

    steps: list[tuple[str, Callable[[], object]]] = [
        ("read", read),
        ("dry run", lambda: load(dry_run=True)),
        ("load", load),
        ("load again", load),
    ]
    seconds = [_seconds(step) for _, step in steps]
    return [
        [f"{given.name}: {step}", str(rows), f"{spent:.2f}", f"{rows / spent:.0f}", f"{spent / seconds[0]:.1f}"]
        for (step, _), spent in zip(steps, seconds, strict=True)
    ]


def _seconds(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    said = parser.parse_args()
    family: Family = said.family
    with tempfile.TemporaryDirectory(prefix="cadres-table-") as folder:
        table = Path(folder) / "generated.csv"
        write_table(said.rows, table)
        inputs = [Input("generated", table)]
        if IFG.exists():
            inputs.append(Input("IfG", IFG, IFG_MAPPING))
        results: list[list[str]] = []
        for given in inputs:
            with scratch_store(family) as store:
                results += measure_input(store, given)
    print_table(["step", "rows", "seconds", "rows/s", "times reading"], results)


if __name__ == "__main__":
    main()
