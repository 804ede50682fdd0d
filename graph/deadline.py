"""Work with a last moment: for waiting that nobody else ends, such as for a server that fell silent."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class Silent(Exception):
    """The work was not done by its last moment; its thread is left to itself."""


def work_within(seconds: float, work: Callable[[], T]) -> T:
    """Do some work in a thread and wait for it at most so long; raise Silent if it takes longer."""
    done: Future[T] = Future()
    # A daemon: the end of the program does not wait for it.
    Thread(target=_fill, args=(done, work), daemon=True, name="deadline").start()
    try:
        return done.result(timeout=seconds)
    except TimeoutError:
        if done.done():
            raise
        raise Silent from None


def _fill(done: Future[T], work: Callable[[], T]) -> None:
    try:
        done.set_result(work())
    except BaseException as error:  # noqa: BLE001  (whatever it is, the one who waits gets it)
        done.set_exception(error)
