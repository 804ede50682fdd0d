"""The files that a reader is about to load: what was read of each, what the reader makes of it, what it would do.

A page runs anew at every touch, a window can be closed and two can show the same: a tray lives outside of them. Its
lists are replaced, never changed, so that whoever goes through one is not disturbed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any, Literal, NamedTuple

from graph.by_hand import FIELDS, Field
from graph.errors import Text
from graph.incoming import UNTOLD, Choice, Incoming, Line, Loaded, Origin, Preview
from graph.store import Store
from graph.views.desk import Desk
from graph.views.words import Words

Edits = dict[int, dict[str, Any]]


class File(NamedTuple):
    """One file as it was given, and what was told of where it was published."""

    name: str
    content: bytes
    origin: Origin = UNTOLD


State = Literal["waiting", "loading", "loaded", "known", "failed"]


@dataclass(slots=True, eq=False)
class Paper:
    """One file on the tray; `edits` are the cells that the reader changed, by row, `shown` the row looked at.

    `errors`: why it could not be loaded when that was tried last.
    """

    id: str
    incoming: Incoming
    edits: Edits = field(default_factory=dict)
    shown: int | None = None
    seen: list[tuple[Choice, Preview]] = field(default_factory=list)
    errors: tuple[Text, ...] = ()

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
        edits = {row: dict(cells) for row, cells in self.edits.items()}
        for row, cells in changed.items():
            edits.setdefault(int(row), {}).update(cells)
        self.edits = edits

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


@dataclass(slots=True, eq=False)
class Step:
    """One file of a run, and how far it is."""

    paper: Paper
    choice: Choice
    state: State = "waiting"


@dataclass(slots=True, eq=False)
class Run:
    """The loading of what was confirmed, file by file; `broken`: the fault of ours that ended it, if one did."""

    steps: tuple[Step, ...]
    over: bool = False
    broken: BaseException | None = None

    @property
    def done(self) -> int:
        """How many files need no more waiting for."""
        return sum(step.state not in ("waiting", "loading") for step in self.steps)

    @property
    def left(self) -> int:
        """How many files were not tried, since the run ended before them."""
        return sum(step.state == "waiting" for step in self.steps) if self.over else 0


@dataclass(slots=True, eq=False)
class Tray:
    """All files that came together: those still to be read, those read, what was loaded of them and what taken back.

    `id` is what stands in its address; `run` is the load confirmed last, on its way or over.
    """

    id: str = ""
    waiting: tuple[File, ...] = ()
    published: date | None = None
    papers: tuple[Paper, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    undone: dict[str, str] = field(default_factory=dict)
    run: Run | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def running(self) -> bool:
        """Whether files of it are being loaded."""
        return self.run is not None and not self.run.over

    @property
    def size(self) -> int:
        """How many bytes its files hold."""
        contents = [file.content for file in self.waiting] + [paper.incoming.content for paper in self.papers]
        return sum(map(len, contents))

    def take_in(self, file: File, read: Callable[[File], Incoming]) -> None:
        """Read a file that waits and put it with the papers, unless another window has just done so."""
        with self._lock:
            if file in self.waiting[:1]:
                paper = Paper(f"{self.id}.{len(self.loaded) + len(self.papers) + 1}", read(file))
                self.papers, self.waiting = (*self.papers, paper), self.waiting[1:]

    def begin(self, chosen: list[tuple[Paper, Choice]]) -> Run | None:
        """Begin to load papers as they were chosen; None where that is on its way, or done, already."""
        with self._lock:
            steps = tuple(Step(paper, choice) for paper, choice in chosen if paper in self.papers)
            if self.running or not steps:
                return None
            for step in steps:
                step.paper.errors = ()
            self.run = Run(steps)
            return self.run

    def note_loaded(self, paper: Paper, loaded: Loaded) -> None:
        """Put what came of a paper in its place."""
        with self._lock:
            self.loaded = (*self.loaded, loaded)
            self.papers = tuple(other for other in self.papers if other is not paper)
        self.forget_decisions()

    def forget_decisions(self) -> None:
        """What was decided holds for the graph as it was."""
        for paper in self.papers:
            paper.seen = []


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
