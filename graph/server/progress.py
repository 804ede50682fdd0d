"""How starting the server tells what it is doing: small values to a callback, in the caller's own thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Never

from tqdm import tqdm

from graph.errors import Lang, Text

Stage = Literal["fetch", "start"]

STAGES: dict[Stage, Text] = {
    "fetch": Text(vi="Tải Neo4j (một lần)", en="Fetching Neo4j (once)"),
    "start": Text(vi="Khởi động Neo4j", en="Starting Neo4j"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: `done` of `total`, counted in jars for fetching, 0 or 1 for starting."""

    stage: Stage
    done: int
    total: int

    @property
    def text(self) -> Text:
        return STAGES[self.stage]


Report = Callable[[Progress], None]


def ignore_progress(step: Progress) -> None:
    """Take a step of progress and show nothing."""


class TerminalProgress:
    """Shows progress as bars on standard error; call it, and close it (or use `with`) at the end."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._stage: Stage | None = None
        self._bar: tqdm[Never] | None = None

    def __call__(self, step: Progress) -> None:
        bar = self._bar
        if step.stage != self._stage or bar is None:
            self.close()
            self._stage = step.stage
            bar = self._bar = tqdm(total=step.total, desc=step.text.say(self._lang), leave=False)
        bar.update(step.done - bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> TerminalProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
