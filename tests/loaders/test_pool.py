"""Several processes as one: order, how far they run ahead, and what a process that dies comes to."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from graph.errors import InputError
from loaders.pool import AHEAD, map_in_order


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_what_was_asked(jobs: int) -> None:
    assert list(map_in_order(abs, range(-50, 0), jobs)) == list(range(50, 0, -1))


def test_what_was_asked_is_taken_a_few_ahead_only() -> None:
    taken: list[int] = []

    def count() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    results = map_in_order(abs, count(), 2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) <= 5 + 2 * AHEAD


def test_a_process_that_dies_is_a_sentence() -> None:
    with pytest.raises(InputError) as caught:
        list(map_in_order(os._exit, [1, 1], 2))
    assert "run it again with fewer --jobs" in caught.value.say("en")
    assert "--jobs" in caught.value.say("vi")
