"""Several processes that read for one: results come in the order of what was asked, a few ahead, never all at once."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import TypeVar

from graph.errors import InputError

AHEAD = 8  # results a process may be ahead of the one that is waited for

Asked = TypeVar("Asked")
Result = TypeVar("Result")


def map_in_order(work: Callable[[Asked], Result], asked: Iterable[Asked], jobs: int) -> Iterator[Result]:
    """Give the results of a module's function in order, from `jobs` processes; with one, from this process itself."""
    if jobs == 1:
        yield from map(work, asked)
        return
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(_start_method(work)), _let_the_parent_decide)
    waiting: deque[Future[Result]] = deque()
    try:
        for each in asked:
            with _without_main():
                waiting.append(pool.submit(work, each))
            if len(waiting) >= jobs * AHEAD:
                yield _take_first(waiting)
        while waiting:
            yield _take_first(waiting)
    except BrokenProcessPool as problem:
        raise InputError(
            vi="một tiến trình đọc bị dừng giữa chừng (hết bộ nhớ?); hãy chạy lại với ít --jobs hơn",
            en="a reading process was ended amid its work (out of memory?); run it again with fewer --jobs",
        ) from problem
    finally:
        if waiting:  # what is left is not wanted any more: after Ctrl-C nobody waits for a long file
            for child in set(multiprocessing.active_children()) - others:
                child.terminate()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _without_main() -> Iterator[None]:
    """Start processes that do not run the script again that asks: in the app that is a page of Streamlit."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _take_first(waiting: deque[Future[Result]]) -> Result:
    """Wait for the first result; it is of what is left until it is there."""
    result = waiting[0].result()
    waiting.popleft()
    return result


def _start_method(work: Callable[[Asked], Result]) -> str:
    """A server that has our modules loaded and forks from there: no thread or connection of ours goes along."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return "spawn"
    function = work.func if isinstance(work, partial) else work
    multiprocessing.set_forkserver_preload([function.__module__])
    return "forkserver"


def _let_the_parent_decide() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
