"""Measure how fast texts are read on one core: texts a second, lines of 1 kB to 1 MB, and a common NER beside it.

    python -m tests.benchmarks.read_speed [--texts FILE.jsonl] [--seconds S] [--largest CHARACTERS]

Without `--texts` the texts are those of `../shared/eval/dev.jsonl`, or our own samples where there are none. Where the package
`underthesea` is installed (it is no dependency of ours), its `ner` reads the same texts in the same run.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from loaders.documents import Document, read_documents
from loaders.text import read_text
from tests.benchmarks.fuzz import EVAL
from tests.benchmarks.fuzz_texts import SAMPLES
from tests.benchmarks.scratch import print_table

SIZES = (1_000, 10_000, 100_000, 1_000_000)  # bytes of UTF-8, about


def make_document(text: str) -> Document:
    """Make a document of a text alone."""
    return Document("t", "", text, None, None, None, Path("t.txt"), "0" * 64)


def choose_documents(path: Path | None) -> list[Document]:
    """The documents of a file, of the evaluation set beside the checkout, or of our own samples."""
    path = path or EVAL / "dev.jsonl"
    return list(read_documents(path)) if path.exists() else [make_document(text) for text in SAMPLES]


def measure_rate(read: Callable[[Document], object], documents: Sequence[Document], seconds: float) -> float:
    """Read the documents over and over for so many seconds; give documents a second."""
    read(documents[0])  # what is loaded once is no part of it
    start = time.perf_counter()
    count = 0
    while True:
        for document in documents:
            read(document)
            count += 1
        spent = time.perf_counter() - start
        if spent >= seconds:
            return count / spent


def measure_lines(largest: int) -> list[list[str]]:
    """Read one line of each size: seconds, seconds a megabyte, and how much more that is than for the size before."""
    line = SAMPLES[0].replace("\n", " ")
    rows: list[list[str]] = []
    before = 0.0
    for size in (size for size in SIZES if size <= largest):
        text = line * max(1, size // len(line.encode()))
        document, megabytes = make_document(text), len(text.encode()) / 1e6
        repeats = max(1, 20_000 // size)
        start = time.perf_counter()
        for _ in range(repeats):
            read_text(document)
        per_mb = (time.perf_counter() - start) / repeats / megabytes
        ratio = f"{per_mb / before:.2f}" if before else ""
        rows.append([f"{megabytes * 1000:,.1f} kB", f"{per_mb * megabytes:.3f} s", f"{per_mb:.2f} s", ratio])
        before = per_mb
    return rows


def compare(documents: Sequence[Document], ours: float, seconds: float) -> str:
    """Say how fast underthesea's NER reads the same texts, and the ratio; or that it is not there."""
    if importlib.util.find_spec("underthesea") is None:
        return "underthesea is not installed here: nothing to compare with."
    from underthesea import ner  # type: ignore[import-not-found]

    theirs = measure_rate(lambda document: ner(document.text), documents, seconds)
    return f"underthesea's ner: {theirs:.1f} texts a second; ours: {ours:.1f}, {ours / theirs:.1f} times as many"


def main() -> None:
    """Read the command line, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    said = parser.parse_args()
    documents = choose_documents(said.texts)
    characters = sum(len(document.text) for document in documents)
    ours = measure_rate(read_text, documents, said.seconds)
    print(
        f"{len(documents)} texts of {characters / len(documents):,.0f} characters: {ours:.1f} texts a second on one core"
    )
    print_table(["one line of", "takes", "a megabyte", "times the one above"], measure_lines(said.largest))
    print(compare(documents, ours, said.seconds))


if __name__ == "__main__":
    main()
