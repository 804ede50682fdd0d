"""What a file would bring before it is loaded: read once, then decided on the graph for what a reader makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from graph.by_hand import Field
from graph.changed import TenureChange
from graph.difference import Difference
from graph.errors import InputError, Text
from graph.ledger import Arrival
from graph.model import Judgement

Standing = Literal["new", "known", "contradicts"]
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text was published, as told beside it; a text that says so itself is believed before it."""

    url: str | None = None
    publisher: str | None = None


UNTOLD = Origin()


def parse_address(text: str) -> str:
    """Read the address of an article on the web; raise InputError where it is none."""
    try:
        parts = urlsplit(text.strip())
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and not _SPACE.search(text.strip())
    except ValueError:
        fits = False
    if not fits:
        raise InputError(
            vi=f"«{text.strip()}» không phải địa chỉ một trang; hãy chép cả địa chỉ, bắt đầu bằng https:// hay http://",
            en=f"'{text.strip()}' is not the address of a page; copy all of it, from https:// or http:// on",
        )
    return text.strip()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file as it was read; nothing is asked of the graph yet. `refused`: why nothing in it can be read."""

    name: str
    content: bytes
    published: date | None
    label: str
    text: str | None
    arrivals: tuple[Arrival, ...]
    judgements: tuple[Judgement, ...]
    notes: tuple[Text, ...]
    refused: Text | None
    origin: Origin = UNTOLD


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader makes of the claims of a file, by their ids: left out, or corrected, each value as typed."""

    left_out: frozenset[str] = frozenset()
    typed: Mapping[str, Mapping[Field, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as it was read; `start` and `end` are where its sentence stands in the text, if it does.

    `claim` is its id as it was read, `meant` the id by which it would come in: None where it is left out.
    `standing` and `fault` are of what the reader made of it; a line with a fault cannot come in as it is.
    """

    claim: str
    meant: str | None
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
    editable: bool = False
    corrected: tuple[Field, ...] = ()
    fault: Text | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """One file as it would come in: `follows` and `changes` tell what it would do, `fresh` the names new here."""

    lines: tuple[Line, ...]
    follows: Difference
    changes: tuple[TenureChange, ...]
    fresh: Mapping[str, tuple[str, ...]]
    notes: tuple[Text, ...]

    @property
    def faults(self) -> tuple[Line, ...]:
        """The lines whose correction cannot be meant."""
        return tuple(line for line in self.lines if line.fault is not None)

    def changes_by(self, line: Line) -> tuple[TenureChange, ...]:
        """The changes of the tenures that rest on a line, and what follows from them in the same posts by itself."""
        posts = {change.post_id for change in self.changes if line.meant in change.claims}
        others = {other.meant for other in self.lines}
        return tuple(
            change
            for change in self.changes
            if line.meant in change.claims or (change.post_id in posts and others.isdisjoint(change.claims))
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading one file: the id of the load, None where it brought nothing new; what was in its way."""

    name: str
    load: str | None
    errors: tuple[Text, ...] = ()
