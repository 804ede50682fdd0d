"""Draw worlds at random, ask the product and the oracle of tests/oracle the same questions, and count where they differ.

    python -m tests.benchmarks.oracle SEEDS [--family 5.26|2026] [--first N]

Each disagreement is printed with its seed, which draws the world again, its question, both answers and the rows.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from graph.settings import FAMILIES, Family
from tests.benchmarks.scratch import print_table, scratch_server
from tests.graph.conftest import wipe
from tests.oracle.trial import Outcome, try_world

STEP = 10


def compare_worlds(seeds: range, family: Family) -> list[Outcome]:
    """Try the worlds of some seeds, each in an empty graph."""
    outcomes = []
    with scratch_server(family) as (store, address):
        for done, seed in enumerate(seeds, start=1):
            wipe(address)
            with tempfile.TemporaryDirectory() as folder:
                outcomes.append(try_world(store, seed, Path(folder)))
            for told in outcomes[-1].disagreements:
                print(told, end="\n\n", flush=True)
            if done % STEP == 0:
                print(f"{done} of {len(seeds)} seeds", file=sys.stderr, flush=True)
    return outcomes


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=int)
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    said = parser.parse_args()
    start = time.perf_counter()
    outcomes = compare_worlds(range(said.first, said.first + said.seeds), said.family)
    asked: Counter[str] = sum((outcome.asked for outcome in outcomes), Counter())
    differ = Counter(told.split()[2] for outcome in outcomes for told in outcome.disagreements)
    bad = sum(1 for outcome in outcomes if outcome.disagreements)
    rows = [[name, str(len(outcomes)), str(asked[name]), str(differ[name])] for name in sorted(asked)]
    whole = ["all", f"{len(outcomes)} ({bad} differ)", str(asked.total()), str(differ.total())]
    print_table(["question", "seeds", "asked", "disagreements"], [*rows, whole])
    print(f"{time.perf_counter() - start:.0f} seconds")


if __name__ == "__main__":
    main()
