"""Take back each of several loads of mixed kinds, and compare the graph with one that never saw the load.

    python -m tests.benchmarks.undo [--family 5.26]

The loads: the golden tables of organizations, tenures and changes, the sample's decisions and votes, its announcement,
the articles of ../shared/eval/dev.jsonl, and a table of judgements on people of both. A load counts as sound when the
export after its undo equals that of an empty graph loaded with all the others, and loading it again gives the first
export back.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from graph.difference import say_difference
from graph.export import export_csv
from graph.server import Address
from graph.settings import FAMILIES
from graph.store import Store
from loaders.load import load_paths
from loaders.loads import foresee_undo, undo_load
from tests.benchmarks.scratch import print_table, scratch_server
from tests.graph.conftest import wipe
from tests.graph_on_trial import read_folder

ROOT = Path(__file__).parents[2]
GOLDEN, SAMPLE = ROOT / "tests" / "fixtures" / "golden", ROOT / "loaders" / "sample"
ARTICLES = ROOT.parent / "shared" / "eval" / "dev.jsonl"
JUDGEMENTS = """person_a,person_b,verdict,by,at,why
golden:g5,golden:g6,different,Hoa,2026-01-02,years of birth 15 apart
golden:g12,lichsu:l3,same,Hoa,2026-01-02,one department and one year of birth
"""


def main() -> None:
    """Read the command line, run, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", choices=FAMILIES, default=FAMILIES[0])
    said = parser.parse_args()
    with scratch_server(said.family) as (store, address), tempfile.TemporaryDirectory() as folder:
        judgements = Path(folder) / "judgements.csv"
        judgements.write_text(JUDGEMENTS, encoding="utf-8")
        paths = [*(GOLDEN / f"{name}.csv" for name in ("organizations", "tenures", "changes"))]
        paths += [SAMPLE / "decisions.csv", SAMPLE / "votes.csv", SAMPLE / "announcement.txt", judgements]
        paths += [ARTICLES] if ARTICLES.exists() else []
        rows = [take_back(store, address, paths, path) for path in paths]
    print_table(["load", "undo changes", "seconds", "as foreseen", "as never seen", "loaded again"], rows)


def take_back(store: Store, address: Address, paths: Sequence[Path], gone: Path) -> list[str]:
    """Load all, take one back, load it again; tell what changed and whether each graph is the right one."""
    never_seen = loaded(store, address, [path for path in paths if path != gone])[0]
    everything, ids = loaded(store, address, paths)
    load = ids[gone]
    foreseen = foresee_undo(store, load)
    start = time.perf_counter()
    done = undo_load(store, load)
    seconds = time.perf_counter() - start
    without = exported(store)
    load_paths(store, [gone])
    sound = [done == foreseen, without == never_seen, exported(store) == everything]
    words = say_difference(done.difference).en
    return [gone.name, words, f"{seconds:.1f}", *("yes" if each else "NO" for each in sound)]


def loaded(store: Store, address: Address, paths: Sequence[Path]) -> tuple[dict[str, bytes], dict[Path, str]]:
    """Load files one by one into an empty graph; return what it exports and the ids of the loads."""
    wipe(address)
    reports = load_paths(store, paths)
    return exported(store), {report.path: report.load_id for report in reports if report.load_id is not None}


def exported(store: Store) -> dict[str, bytes]:
    """What `export csv` writes, by file."""
    with tempfile.TemporaryDirectory() as folder:
        export_csv(store, Path(folder))
        return read_folder(Path(folder))


if __name__ == "__main__":
    main()
