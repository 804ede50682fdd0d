"""Work that ends in time gives its result or its error; work that does not is left."""

from __future__ import annotations

import time
from threading import Event

import pytest

from graph.deadline import Silent, work_within


def test_a_result_in_time_is_given() -> None:
    assert work_within(5, lambda: "xong") == "xong"


def test_an_error_in_time_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        work_within(5, lambda: 1 // 0)


def test_the_works_own_timeout_is_not_ours() -> None:
    def work() -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        work_within(5, work)


def test_silence_ends_the_waiting() -> None:
    never = Event()
    begun = time.monotonic()
    with pytest.raises(Silent):
        work_within(0.2, lambda: never.wait(30))
    assert time.monotonic() - begun < 5
    never.set()
