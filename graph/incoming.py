"""What a file would bring before it is loaded: its text, each statement with what the graph knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.difference import Difference
from graph.errors import Text

Standing = Literal["new", "known", "contradicts"]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement on its way in; `start` and `end` are where its sentence stands in the text, if it does."""

    claim: str
    standing: Standing
    event: str | None
    person: str | None
    role: str | None
    organization: str | None
    date: str | None
    until: str | None
    action: str | None
    quote: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Preview:
    """One file as it would come in: `follows` is what all of it would change."""

    name: str
    text: str | None
    lines: tuple[Line, ...]
    follows: Difference
    notes: tuple[Text, ...]
