"""Step 2: tables in a text, with bars or one cell a line: which stretches are cells, what their columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from loaders.text.clean import fold_for_scan
from loaders.text.lexicon import Lexicon, read_lexicon
from loaders.text.segment import find_lines
from loaders.text.titles import Page

MOST_COLUMNS = 12
OTHER = "other"


class Cell(NamedTuple):
    """A cell's stretch of the clean text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the kind of each column, its head, and the rows below."""

    start: int
    end: int
    kinds: tuple[str, ...]
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def find_grids(page: Page) -> tuple[Grid, ...]:
    """Find the tables of a page; what only looks like one, without a column of numbers or names, is none."""
    lines = tuple(_without_indent(page, start, end) for start, end in find_lines(page.clean))
    found: list[Grid] = []
    heads = _heads(read_lexicon())
    at = 0
    while at < len(lines):
        start, end = lines[at]
        if page.clean.find("|", start, end) < 0 and page.folded[start:end].partition(" ")[0] not in heads:
            at += 1  # as most lines do, it begins no table of any form
            continue
        grid = _barred(page, lines, at) or _stacked(page, lines, at) or _unnumbered(page, lines, at)
        at += 1
        if grid is not None:
            found.append(grid)
            while at < len(lines) and lines[at].start < grid.end:
                at += 1
    return tuple(found)


def kind_of_column(folded: str) -> str:
    """Say what a column holds by its head; `other` where no known head begins it."""
    for head, kind in _heads(read_lexicon()).get(folded.partition(" ")[0], ()):
        if folded == head or folded.startswith(f"{head} "):
            return kind
    return OTHER


@lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    """The heads of columns, folded, by their first words, the longest first."""
    known = ((fold_for_scan(entry.word), entry.kind) for entry in lexicon.gazetteers.columns)
    found: dict[str, list[tuple[str, str]]] = {}
    for head, kind in sorted(known, key=lambda head: -len(head[0])):
        found.setdefault(head.partition(" ")[0], []).append((head, kind))
    return found


def _without_indent(page: Page, start: int, end: int) -> Cell:
    return Cell(end - len(page.clean[start:end].lstrip()) if page.clean[start].isspace() else start, end)


def _barred(page: Page, lines: Sequence[Cell], at: int) -> Grid | None:
    """A table whose cells are parted by bars."""
    heads = _cells(page, lines[at])
    kinds = _kinds(page, heads)
    if len(heads) < 2 or not {"number", "person", "unit"} & set(kinds):
        return None
    rows: list[tuple[Cell, ...]] = []
    for below in range(at + 1, len(lines)):
        cells = _cells(page, lines[below])
        if len(cells) < 2 or len(cells) > len(heads):
            break
        rows.append(cells)
    return Grid(lines[at].start, lines[at + len(rows)].end, kinds, heads, tuple(rows)) if rows else None


def _cells(page: Page, line: Cell) -> tuple[Cell, ...]:
    """Part a line at its bars; the bars that frame it part nothing."""
    text = page.clean[line.start : line.end]
    if "|" not in text:
        return ()
    bare = text.strip("|") if text.startswith("|") else text
    start = line.start + (len(text) - len(text.lstrip("|")) if text.startswith("|") else 0)
    found = []
    for piece in bare.split("|"):
        words = piece.strip()
        left = start + (piece.index(words) if words else 0)
        found.append(Cell(left, left + len(words)))
        start += len(piece) + 1
    return tuple(found)


def _stacked(page: Page, lines: Sequence[Cell], at: int) -> Grid | None:
    """A table that lost its form: a cell a line, each row opened by its number."""
    if kind_of_column(page.folded[lines[at].start : lines[at].end]) != "number":
        return None
    first = next((i for i in range(at + 1, min(len(lines), at + MOST_COLUMNS)) if _number(page, lines[i]) == 1), None)
    width = 0 if first is None else first - at
    if first is None or width < 2:
        return None
    rows: list[tuple[Cell, ...]] = []
    while first + width <= len(lines) and _number(page, lines[first]) == len(rows) + 1:
        rows.append(tuple(lines[first : first + width]))
        first += width
    heads = tuple(lines[at : at + width])
    return Grid(heads[0].start, rows[-1][-1].end, _kinds(page, heads), heads, tuple(rows)) if rows else None


def _unnumbered(page: Page, lines: Sequence[Cell], at: int) -> Grid | None:
    """A table a cell a line without numbers: known heads in a row, persons and posts among them, then whole rows."""
    first = at
    while first < min(len(lines), at + MOST_COLUMNS) and _is_head(page, lines[first]):
        first += 1
    heads = tuple(lines[at:first])
    kinds = _kinds(page, heads)
    if len(heads) < 2 or not {"person", "post"} <= set(kinds):
        return None
    rows: list[tuple[Cell, ...]] = []
    person = kinds.index("person")
    while first + len(heads) <= len(lines) and _may_be_name(page, lines[first + person]):
        rows.append(tuple(lines[first : first + len(heads)]))
        first += len(heads)
    return Grid(heads[0].start, rows[-1][-1].end, kinds, heads, tuple(rows)) if rows else None


def _is_head(page: Page, line: Cell) -> bool:
    folded = page.folded[line.start : line.end]
    return any(folded == head for head, _ in _heads(read_lexicon()).get(folded.partition(" ")[0], ()))


def _may_be_name(page: Page, line: Cell) -> bool:
    words = page.clean[line.start : line.end].split()
    return 2 <= len(words) <= 6 and all(word[:1].isupper() for word in words)


def _number(page: Page, line: Cell) -> int:
    words = page.clean[line.start : line.end].rstrip(".")
    return int(words) if words.isdecimal() and len(words) <= 3 else 0


def _kinds(page: Page, heads: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(kind_of_column(page.folded[head.start : head.end]) for head in heads)
