"""A table of a page or a paper → lines: a row one line, bars between the cells, as `loaders/text/grids.py` reads it."""

from __future__ import annotations

from collections.abc import Sequence

Cell = Sequence[str]  # its paragraphs
BAR = " | "
MOST_LAYOUT_ROWS = 2
MOST_LAYOUT_CELLS = 3


def write_table(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Write rows as lines; what only sets a heading or a signature side by side comes one cell after the other."""
    if _is_layout(rows):
        return [line for row in rows for cell in row for line in cell if line]
    lines = [BAR.join(_one_line(cell) for cell in row) for row in rows]
    return [line for line in lines if line.replace("|", "").strip()]


def _is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell the two blocks of a decision's heading, or of its signature, from a table: few cells of several lines."""
    most = max((len(row) for row in rows), default=0)
    if most < 2:
        return True
    few = len(rows) <= MOST_LAYOUT_ROWS and most <= MOST_LAYOUT_CELLS
    return few and any(len(cell) > 1 for row in rows for cell in row)


def _one_line(cell: Cell) -> str:
    return " ".join(" ".join(cell).replace("|", "/").split())
