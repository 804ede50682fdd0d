"""Tables on a PDF page: cells set side by side become rows with bars; how wide a cell is, its neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median_low

from loaders.documents.pdf_lines import WIDE_GAP, Line, same_baseline
from loaders.documents.rows import BAR

LEAST_ROWS = 2
MOST_COLUMNS = 40
ALIGNED = 0.35  # times the size of the letters
MOST_FALL = 8.0  # times the size of the letters, from a row to the next: cells may be set at the foot of a tall row

Edges = tuple[tuple[float, float], ...]


@dataclass(slots=True)
class _Grid:
    """A table as it grows: the columns' edges, and for each line put in its column."""

    edges: list[tuple[float, float]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    top: float = 0.0

    def takes(self, line: Line) -> bool:
        """Put a line into its column, or refuse it: it crosses two, it stands above, or far below."""
        crossed = [at for at, (left, right) in enumerate(self.edges) if line.left < right and left < line.right]
        if len(crossed) > 1 or len(self.edges) > MOST_COLUMNS:
            return False
        if self.lines and not self._is_near(line):
            return False
        if crossed:
            left, right = self.edges[crossed[0]]
            self.edges[crossed[0]] = (min(left, line.left), max(right, line.right))
        else:
            self.edges.append((line.left, line.right))
            self.edges.sort()
        self.lines.append(line)
        return True

    def _is_near(self, line: Line) -> bool:
        last, size = self.lines[-1], max(self.lines[-1].size, line.size)
        lowest = min(known.y for known in self.lines[-8:])
        rises = line.y > last.y + size and line.left < last.right
        return not rises and line.y <= self.top + size / 2 and lowest - line.y <= MOST_FALL * size

    def is_aligned(self) -> bool:
        """Tell whether each column has an edge or a middle: wide blanks in justified lines have none."""
        columns: list[list[Line]] = [[] for _ in self.edges]
        for line in self.lines:
            columns[self.column(line)].append(line)
        return all(
            _agree([line.left for line in lines], lines[0].size)
            or _agree([line.left + line.right for line in lines], 2 * lines[0].size)
            or _agree([line.right for line in lines], lines[0].size)
            for lines in columns
            if lines
        )

    def column(self, line: Line) -> int:
        return next(at for at, (left, right) in enumerate(self.edges) if left <= line.left <= right)


def _agree(places: Sequence[float], size: float) -> bool:
    """Tell whether most of these places are one; of many, half may be the indented first lines of cells."""
    usual = median_low(places)
    alike = 2 * sum(abs(place - usual) <= ALIGNED * size for place in places)
    return alike > len(places) or (alike == len(places) > 3)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table as text, where the page goes on behind it, and the columns' edges for the next page."""

    rows: tuple[str, ...]
    end: int
    edges: Edges


def find_table(lines: Sequence[Line], at: int, edges: Edges = ()) -> Table | None:
    """Find the table that begins at a line, or that goes on there from the page before with these edges."""
    if not edges and (at + 1 >= len(lines) or not _beside(lines[at], lines[at + 1])):
        return None
    grid = _Grid(list(edges), top=lines[at].y + (MOST_FALL * lines[at].size if edges else 0.0))
    for line in lines[at:]:
        if not grid.takes(line):
            break
    rows = _rows(grid)
    while rows and len(rows[-1]) < 2:
        rows.pop()
    least = 1 if edges else LEAST_ROWS
    if len(grid.edges) < 2 or sum(len(row) > 1 for row in rows) < least or not grid.is_aligned():
        return None
    used = sum(len(cell) for row in rows for cell in row.values())
    columns = len(grid.edges)
    return Table(tuple(_write(row, columns) for row in _numbered(rows)), at + used, tuple(grid.edges))


def _beside(line: Line, following: Line) -> bool:
    gap = following.left - line.right
    return same_baseline(line, following) and gap > WIDE_GAP * max(line.size, following.size)


def _rows(grid: _Grid) -> list[dict[int, list[str]]]:
    """Cells are set one after the other, so a row ends where the next cell stands further left."""
    rows: list[dict[int, list[str]]] = []
    last = -1
    for line in grid.lines:
        column = grid.column(line)
        if not rows or column < last:
            rows.append({})
        rows[-1].setdefault(column, []).append(line.text)
        last = column
    return rows


def _numbered(rows: Sequence[dict[int, list[str]]]) -> list[dict[int, list[str]]]:
    """Where the first column numbers the rows, a row without a number goes on the one before."""
    numbers = sum(row.get(0, [""])[0].rstrip(".").isdigit() for row in rows)
    if numbers * 2 < len(rows):
        return list(rows)
    joined: list[dict[int, list[str]]] = []
    for row in rows:
        if joined and 0 not in row:
            for column, words in row.items():
                joined[-1].setdefault(column, []).extend(words)
        else:
            joined.append({column: list(words) for column, words in row.items()})
    return joined


def _write(row: dict[int, list[str]], columns: int) -> str:
    return BAR.join(" ".join(row.get(column, [])).replace("|", "/") for column in range(columns))
