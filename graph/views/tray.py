"""The files that a reader is about to load: what was read of each, what the reader makes of it, what it would do.

A page runs anew at every touch, so a session keeps them; each choice is decided on the graph once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from graph.by_hand import FIELDS, Field
from graph.incoming import Choice, Incoming, Line, Loaded, Preview
from graph.store import Store
from graph.views.desk import Desk
from graph.views.words import Words

_KEY = "article.tray"
Edits = dict[int, dict[str, Any]]


@dataclass(slots=True)
class Paper:
    """One file on the tray; `edits` are the cells that the reader changed, by row, `shown` the row looked at."""

    number: int
    incoming: Incoming
    edits: Edits = field(default_factory=dict)
    shown: int | None = None
    seen: list[tuple[Choice, Preview]] = field(default_factory=list)

    def look(self, store: Store, desk: Desk, choice: Choice) -> Preview:
        """What the file would do as chosen, decided once; as it was read, and as it was chosen last, are kept."""
        for known, preview in self.seen:
            if known == choice:
                return preview
        preview = desk.preview(store, self.incoming, choice)
        self.seen = [*self.seen[:1], (choice, preview)]
        return preview

    def edit(self, changed: Mapping[int, Mapping[str, Any]]) -> None:
        """Keep what was changed in cells."""
        for row, cells in changed.items():
            self.edits.setdefault(int(row), {}).update(cells)

    def choose(self, lines: tuple[Line, ...], words: Words) -> Choice:
        """What the changed cells say of the lines as they were read."""
        left_out: set[str] = set()
        typed: dict[str, dict[Field, str]] = {}
        for row, cells in self.edits.items():
            line = lines[row]
            if cells.get("load") is False:
                left_out.add(line.claim)
            read = show_line(line, words)
            said = {name: str(cells[name] or "").strip() for name in FIELDS if name in cells}
            changed: dict[Field, str] = {name: text for name, text in said.items() if text != (read[name] or "")}
            if changed:
                typed[line.claim] = changed
        return Choice(frozenset(left_out), typed)


@dataclass(slots=True)
class Tray:
    """All files of a session on their way in, those still to be read, what was loaded of them and what taken back.

    `first` numbers the papers on from those of the trays before, so that no cell changed there is taken for one here.
    """

    first: int = 0
    waiting: list[tuple[str, bytes]] = field(default_factory=list)
    published: date | None = None
    papers: list[Paper] = field(default_factory=list)
    loaded: list[Loaded] = field(default_factory=list)
    undone: dict[str, str] = field(default_factory=dict)
    asked: bool = False
    clear: bool = False
    empty: bool = False

    def put(self, incoming: Incoming) -> None:
        """Put a file that was read on the tray."""
        self.first += 1
        self.papers.append(Paper(self.first, incoming))

    def forget_decisions(self) -> None:
        """What was decided holds for the graph as it was."""
        for paper in self.papers:
            paper.seen = []


def open_tray() -> Tray:
    """The tray of this session."""
    tray: Tray = st.session_state.setdefault(_KEY, Tray())
    return tray


def new_tray(files: list[tuple[str, bytes]], published: date | None) -> None:
    """Begin anew with some files."""
    st.session_state[_KEY] = Tray(open_tray().first, files, published, empty=not files)


def show_line(line: Line, words: Words) -> dict[Field, str | None]:
    """The cells of a line that a reader can correct, as they are shown."""
    return {
        "event": line.event,
        "person": line.person,
        "role": line.role,
        "organization": line.organization,
        "date": words.day(line.date) if line.date else None,
        "end": words.day(line.until) if line.until else None,
    }
