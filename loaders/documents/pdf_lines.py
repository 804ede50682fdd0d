"""The lines of a PDF page, put together from the pieces that it sets: pure, in points, y upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

WIDE_GAP = 0.55  # times the size of the letters: beyond it a new cell or column begins
_SAME_BASELINE = 0.4
_BACK = 0.6
_LIKE = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line without a wide gap; `size` is that of its letters."""

    text: str
    left: float
    right: float
    y: float
    size: float


def add_piece(lines: list[Line], words: str, place: Line) -> None:
    """Add a piece to the line it goes on with, or begin a new one; a blank at its start parts the two."""
    last = lines[-1] if lines else None
    if last is None or not _goes_on(last, place):
        lines.append(replace(place, text=words.strip()))
        return
    apart = words[0].isspace() or last.text[-1].isspace()
    text = f"{last.text.rstrip()} {words.lstrip()}" if apart else last.text + words
    lines[-1] = replace(last, text=text, right=max(last.right, place.right), size=max(last.size, place.size))


def _goes_on(line: Line, place: Line) -> bool:
    size = max(line.size, place.size)
    return same_baseline(line, place) and -_BACK * size <= place.left - line.right <= WIDE_GAP * size


def same_baseline(one: Line, other: Line) -> bool:
    """Tell whether two stretches stand on one line of the page."""
    return abs(one.y - other.y) <= _SAME_BASELINE * max(one.size, other.size)


def same_size(one: Line, other: Line) -> bool:
    """Tell whether two stretches are set in letters of one size."""
    return abs(one.size - other.size) <= _LIKE * one.size


def group_baselines(lines: Sequence[Line]) -> list[list[Line]]:
    """The stretches of a page by the line they stand on, from the top down."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if groups and same_baseline(groups[-1][0], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
