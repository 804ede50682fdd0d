"""A text with the sentences of its statements marked, numbered as the rows of the table beside it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.incoming import Line
from graph.views.palette import Palette

_RANK = {"contradicts": 0, "new": 1, "known": 2}


def mark_text(text: str, lines: Sequence[Line], palette: Palette) -> str:
    """Make HTML of a text; a sentence takes the colour of what matters most in it, and the numbers of its rows."""
    colors = {
        "contradicts": palette.organization.fill,
        "new": palette.post.fill,
        "known": palette.past,
    }
    parts: list[str] = []
    done = 0
    for start, end, numbers in _stretches(lines):
        worst = min((lines[number - 1].standing for number in numbers), key=lambda standing: _RANK[standing])
        told = ", ".join(str(number) for number in numbers)
        parts.append(escape(text[done:start]))
        style = f"background:{colors[worst]};color:{palette.text};padding:0 2px;border-radius:3px"
        parts.append(f'<mark style="{style}">{escape(text[start:end])} <b>[{told}]</b></mark>')
        done = end
    parts.append(escape(text[done:]))
    return f'<div style="white-space:pre-wrap;line-height:1.6">{"".join(parts)}</div>'


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int, list[int]]]:
    """The stretches of the text that statements rest on, with their numbers; those that overlap are one."""
    placed = [
        (line.start, line.end, number)
        for number, line in enumerate(lines, start=1)
        if line.start is not None and line.end is not None
    ]
    found: list[tuple[int, int, list[int]]] = []
    for start, end, number in sorted(placed):
        if found and start < found[-1][1]:
            first, last, numbers = found.pop()
            found.append((first, max(last, end), sorted([*numbers, number])))
        else:
            found.append((start, end, [number]))
    return found
