"""Measure which names are taken for one person: on pairs made by hand, and on the pages of the large sample.

    python -m tests.benchmarks.identity [--pairs-only]

Needs no server. `b` reads the sample without the pages' ids, `c` cuts each page in two sources besides, `d` prints one
of the two without diacritics; `-` leaves the years of birth out.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import identity_pages as pages
from tests.benchmarks.identity_pairs import (
    BANDS,
    Labelled,
    aliases,
    homonyms,
    inversions,
    read_pairs,
    share,
    tones,
)
from tests.benchmarks.scratch import print_table

RUNS: dict[str, tuple[pages.Change, ...]] = {
    "a as it is": (),
    "b no ids": (pages.without_ids,),
    "b-": (pages.without_births,),
    "c two sources": (pages.without_ids, pages.in_halves),
    "c-": (pages.without_births, pages.in_halves),
    "d no diacritics": (pages.without_ids, pages.in_halves, pages.without_diacritics),
    "d-": (pages.without_births, pages.in_halves, pages.without_diacritics),
}
PARTING = ["", "claims", "pages", "persons", "precision", "recall", "B3 prec.", "B3 recall", "homonyms", "kept apart"]
HALVES = ["", "pages cut", "joined", "offered", "neither", "queue", "true", "per 100 persons", "order"]


def print_pairs(pairs: Sequence[Labelled]) -> None:
    """Print what became of the pairs by class and by band, and the measures that tests hold."""
    groups = dict.fromkeys((pair.kind, pair.truth, pair.strength) for pair in pairs)
    print_table(
        ["class", "truth", "strength", "pairs", "joined", "offered", "apart", "mean score"],
        [[*key, *_outcomes([pair for pair in pairs if (pair.kind, *pair.band) == key])] for key in groups],
    )
    print()
    print_table(
        ["band", "pairs", "joined", "offered", "apart", "mean score"],
        [[" ".join(band), *_outcomes([pair for pair in pairs if pair.band == band])] for band in BANDS],
    )
    print()
    print_table(["measure", "value", "pairs"], list(_measures(pairs)))
    print("\nout of order, by band and class:")
    found = Counter((*one.band, one.kind, *other.band, other.kind) for one, other in inversions(pairs))
    for key, count in found.most_common():
        print(f"  {count:4}  {' '.join(key[:3])} < {' '.join(key[3:])}")


def _outcomes(pairs: Sequence[Labelled]) -> list[str]:
    joined, offered = sum(pair.joined for pair in pairs), sum(pair.offered for pair in pairs)
    mean = sum(pair.score for pair in pairs) / len(pairs)
    return [str(len(pairs)), str(joined), str(offered), str(len(pairs) - joined - offered), f"{mean:.2f}"]


def _measures(pairs: Sequence[Labelled]) -> Iterator[list[str]]:
    named, other, toned = homonyms(pairs), aliases(pairs), tones(pairs)
    joined = [pair for pair in pairs if pair.joined]
    yield ["homonym precision", f"{share([pair for pair in named if not pair.joined], named):.3f}", str(len(named))]
    yield ["alias recall", f"{share([pair for pair in other if pair.joined], other):.3f}", str(len(other))]
    yield ["joins by tone alone", str(sum(pair.joined for pair in toned)), str(len(toned))]
    right = [pair for pair in joined if pair.truth == "same"]
    yield ["precision of joins", f"{share(right, joined):.3f}", str(len(joined))]
    seen = [pair for pair in pairs if pair.truth == "same"]
    yield ["recall of joins and offers", f"{share([pair for pair in seen if pair.score], seen):.3f}", str(len(seen))]


def print_pages() -> None:
    """Print how the persons concluded from the large sample fit its pages, and which joins are wrong."""
    rows = pages.read_pages()
    partings, halves, wrong = [], [], []
    for name, changes in RUNS.items():
        with tempfile.TemporaryDirectory(prefix="cadres-identity-") as folder:
            tellings = pages.read_tellings(Path(folder), rows, changes)
        found = pages.identify(tellings)
        parting, cut = pages.measure_parting(tellings, found), pages.measure_halves(tellings, found)
        partings.append([name, *_parting(parting)])
        if pages.in_halves in changes:
            halves.append([name, *_halves(cut)])
        wrong += [f"  {name}: {one} = {other}, {why}" for one, other, why in parting.wrong]
    print_table(PARTING, partings)
    print()
    print_table(HALVES, halves)
    print("\nwrong joins:", *wrong, sep="\n")


def _parting(found: pages.Parting) -> list[str]:
    shares = (found.precision, found.recall, found.b_precision, found.b_recall)
    return [
        str(found.claims),
        str(found.pages),
        str(found.persons),
        *(f"{each:.4f}" for each in shares),
        str(found.homonyms),
        str(found.kept_apart),
    ]


def _halves(found: pages.Halves) -> list[str]:
    counts = (found.pages, found.joined, found.offered, found.neither, found.queue, found.true)
    return [*map(str, counts), f"{100 * found.queue / found.persons:.1f}", f"{found.order:.3f}"]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs-only", action="store_true", help="leave the large sample out")
    said = parser.parse_args()
    print_pairs(read_pairs())
    if not said.pairs_only:
        print()
        print_pages()


if __name__ == "__main__":
    main()
