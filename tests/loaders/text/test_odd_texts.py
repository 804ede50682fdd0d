"""Texts that no one would write (tests/benchmarks/fuzz_texts.py): nothing is raised, quotes are slices, time is bounded."""

from __future__ import annotations

import time

import pytest

from tests.benchmarks.fuzz import allowed, read_odd
from tests.benchmarks.fuzz_files import fuzz_files
from tests.benchmarks.fuzz_texts import PIECES, RECIPES, SAMPLES, make_texts

SECONDS_PER_MB = 150.0  # on a loaded machine; what grows with the square of the length takes more
COUNT, SIZE = 300, 2_000


def test_odd_texts_are_read_without_a_fault() -> None:
    texts = list(make_texts(COUNT, seed=1, size=SIZE))
    assert len({odd.recipe for odd in texts}) == len(RECIPES)
    facts = sum(len(read_odd(odd.text).facts) for odd in texts)
    assert facts > COUNT / 3  # or nothing was looked at


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda text: text[:20])
def test_the_samples_hold_facts(sample: str) -> None:
    assert read_odd(sample).facts


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_again_and_again_takes_no_more_than_its_length(piece: str) -> None:
    text = piece * (16_000 // len(piece))
    read_odd("Ông A.")  # the word lists are read once
    start = time.perf_counter()
    read_odd(text)
    assert time.perf_counter() - start < allowed(text, SECONDS_PER_MB)


def test_odd_files_are_read_or_refused_in_a_sentence() -> None:
    assert fuzz_files(40, seed=1) == []
    assert fuzz_files(100, seed=7, kinds=(".pdf",)) == []  # the last but one of these spells half a character
