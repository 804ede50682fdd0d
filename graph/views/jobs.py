"""One run of a console query in a thread of its own, so that the page stays awake and can cancel it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from graph.console import Console, ConsoleResult

SECONDS = 10
ROWS = 1000


@dataclass(frozen=True, slots=True)
class Job:
    """A query on its way: the name the server knows it by, and where its result will be."""

    id: str
    begun: float
    result: Future[ConsoleResult]
    text: str
    params: Mapping[str, Any]

    @property
    def seconds(self) -> float:
        """How long ago it began."""
        return time.monotonic() - self.begun


def start_job(console: Console, text: str, params: Mapping[str, Any]) -> Job:
    """Start a query within the page's limits and return at once."""
    name = f"console-{uuid4()}"
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
    result = worker.submit(console.run, text, params, seconds=SECONDS, rows=ROWS, job=name)
    worker.shutdown(wait=False)
    return Job(name, time.monotonic(), result, text, params)
