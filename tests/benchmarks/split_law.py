"""Draw graphs at random and check on a real server that no split into loads and no undo shows in the graph.

    python -m tests.benchmarks.split_law GRAPHS [--family 5.26|2026] [--seed N] [--claims 40]

A graph that breaks the law is made as small as can be, and printed; its seed draws it again.
"""

from __future__ import annotations

import argparse
import time

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from graph.settings import FAMILIES, Family
from tests.benchmarks.scratch import print_table, scratch_server
from tests.graph.split_law import Told, check_split, splits


def check_graphs(graphs: int, *, family: Family, drawn_by: int, most: int) -> int:
    """Check so many graphs of at most so many claims; return how many claims they had in all."""
    claims = 0
    with scratch_server(family) as (store, address):

        @seed(drawn_by)
        @settings(
            max_examples=graphs,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        )
        @given(splits(most), st.integers(0, 3))
        def law(parts: list[list[Told]], gone: int) -> None:
            nonlocal claims
            claims += sum(map(len, parts))
            check_split(store, address, parts, gone % len(parts))

        law()
    return claims


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", type=int)
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    parser.add_argument("--seed", type=int, default=time.time_ns())
    parser.add_argument("--claims", type=int, default=12, help="in one graph, at most")
    said = parser.parse_args()
    print(f"seed {said.seed}", flush=True)
    start = time.perf_counter()
    claims = check_graphs(said.graphs, family=said.family, drawn_by=said.seed, most=said.claims)
    spent = time.perf_counter() - start
    print_table(
        ["seed", "graphs", "claims", "seconds", "broken"],
        [[str(said.seed), str(said.graphs), str(claims), f"{spent:.0f}", "0"]],
    )


if __name__ == "__main__":
    main()
