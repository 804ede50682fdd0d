"""Read texts and files that no one would write: nothing may be raised but InputError, quotes must be slices, time must be linear.

    python -m tests.benchmarks.fuzz N [--seed S] [--size CHARACTERS] [--large M] [--per-mb SECONDS]

N small texts and files, and M of every recipe at each of 100 kB and 1 MB (and one of 10 MB). Texts of `../shared/eval` are
mixed in where they lie there. A table tells the slowest of each recipe; the exit status is 1 if any was too slow or failed.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from loaders.documents import Document
from loaders.text import Reading, read_text
from tests.benchmarks.fuzz_files import fuzz_files
from tests.benchmarks.fuzz_texts import RECIPES, Odd, make_texts
from tests.benchmarks.scratch import print_table

EVAL = Path(__file__).resolve().parents[2].parent / "shared" / "eval"
SECONDS_PER_MB = 2.0
FLOOR = 0.5  # seconds that any text may take
PATIENCE = 10  # times what it may take: then it is stopped
LARGE = (100_000, 1_000_000)
LARGEST = 10_000_000


@dataclass(slots=True)
class Tally:
    """What came of the texts of one recipe."""

    count: int = 0
    facts: int = 0
    slowest: float = 0.0  # seconds
    size: int = 0  # bytes of the slowest, measured against what it may take
    share: float = 0.0  # of the time that it may take
    faults: list[str] = field(default_factory=list)


def read_odd(text: str) -> Reading:
    """Read a text and look whether what it says can be found in it."""
    document = Document("odd", "", text, None, None, None, Path("odd.txt"), "0" * 64)
    reading = read_text(document)
    for said in (*reading.facts, *reading.votes):
        assert 0 <= said.quote_start <= said.quote_end <= len(text)
        assert text[said.quote_start : said.quote_end] == said.quote
    for fact in reading.facts:
        assert all(0 <= start <= end <= len(text) for _, start, end in fact.spans)
    return reading


def allowed(text: str, per_mb: float) -> float:
    """Say how many seconds a text may take: so many a megabyte of UTF-8, and a floor."""
    return FLOOR + per_mb * len(text.encode("utf-8", "replace")) / 1e6


def run(texts: Iterable[Odd], per_mb: float, tallies: dict[str, Tally]) -> None:
    """Read the texts and add up what came of them."""
    for odd in texts:
        tally = tallies.setdefault(odd.recipe, Tally())
        tally.count += 1
        start = time.perf_counter()
        signal.alarm(1 + round(PATIENCE * allowed(odd.text, per_mb)))
        try:
            tally.facts += len(read_odd(odd.text).facts)
        except Exception:  # noqa: BLE001  (what may come is what we look for)
            tally.faults.append(f"{traceback.format_exc(limit=-2)}\n{odd.text[:300]!r}")
        signal.alarm(0)
        spent = time.perf_counter() - start
        share = spent / allowed(odd.text, per_mb)
        if share > tally.share:
            tally.slowest, tally.size, tally.share = spent, len(odd.text.encode("utf-8", "replace")), share


def _stop(*_: object) -> NoReturn:
    raise TimeoutError


def _eval_texts() -> list[str]:
    texts = [
        json.loads(line)["text"]
        for path in sorted(EVAL.glob("dev*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    if not texts:
        print("No texts of shared/eval here: only our own samples are used.", file=sys.stderr)
    return texts


def _large(seed: int, count: int, more: list[str]) -> Iterator[Odd]:
    for size in LARGE:
        for odd in make_texts(count * len(RECIPES), seed + size, size, more):
            yield Odd(f"{odd.recipe}, {size // 1000} kB", odd.text)
    if count:
        for odd in make_texts(len(RECIPES), seed, LARGEST, more):
            if odd.recipe == "long":
                yield Odd("long, 10 MB", odd.text)


def main() -> int:
    """Read the command line, print the table; 1 if a text failed or was too slow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=4_000)
    parser.add_argument("--large", type=int, default=1, help="large texts of each recipe and size")
    parser.add_argument("--per-mb", type=float, default=SECONDS_PER_MB)
    said = parser.parse_args()
    more = _eval_texts()
    signal.signal(signal.SIGALRM, _stop)
    read_odd("Ông A.")  # the word lists are read once
    tallies: dict[str, Tally] = {}
    run(make_texts(said.count, said.seed, said.size, more), said.per_mb, tallies)
    run(_large(said.seed, said.large, more), said.per_mb, tallies)
    rows = [
        [name, str(t.count), str(t.facts), f"{t.slowest:.2f} s", f"{t.size:,}", f"{t.share:.0%}", str(len(t.faults))]
        for name, t in tallies.items()
    ]
    print_table(["recipe", "texts", "facts", "slowest", "its bytes", "of allowed", "faults"], rows)
    faults = [fault for tally in tallies.values() for fault in tally.faults]
    faults += fuzz_files(said.count, said.seed)
    for fault in faults[:10]:
        print(fault, file=sys.stderr)
    return 1 if faults or any(tally.share > 1 for tally in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
