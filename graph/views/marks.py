"""A text with the sentences of its statements marked, numbered as the rows of the table beside it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from graph.incoming import Line, Standing
from graph.views.palette import Palette

SIGNS: Mapping[Standing, str] = {"contradicts": "≠", "new": "+", "known": "="}
_RANK = {"contradicts": 0, "new": 1, "known": 2}


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is looked at: in which colours, which row stands out (the others fade), which rows are left out."""

    palette: Palette
    shown: int | None = None
    left_out: Collection[int] = ()


def color_of(standing: Standing, palette: Palette) -> tuple[str, str]:
    """The ground and the edge of a sentence of this standing."""
    paints = {"contradicts": palette.organization, "new": palette.post}
    return (paints[standing].fill, paints[standing].line) if standing in paints else (palette.known, palette.past)


def mark_text(text: str, lines: Sequence[Line], look: Look) -> str:
    """Make HTML of a text; a sentence takes the colour and sign of what matters most in it, and its rows' numbers."""
    parts: list[str] = []
    done = 0
    for start, end, rows in _stretches(lines):
        parts.append(_plain(text[done:start], look))
        parts.append(_mark(text[start:end], rows, lines, look))
        done = end
    parts.append(_plain(text[done:], look))
    return f'<div style="white-space:pre-wrap;line-height:1.7;overflow-wrap:anywhere">{"".join(parts)}</div>'


def _plain(text: str, look: Look) -> str:
    return escape(text) if look.shown is None or not text else f'<span style="opacity:.55">{escape(text)}</span>'


def _mark(text: str, rows: Sequence[int], lines: Sequence[Line], look: Look) -> str:
    coming = [row for row in rows if row not in look.left_out]
    told = ", ".join(f"{row + 1}{SIGNS[lines[row].standing]}" for row in coming)
    style = f"color:{look.palette.text};padding:1px 2px;border-radius:3px;"
    if coming:
        worst = min((lines[row].standing for row in coming), key=lambda standing: _RANK[standing])
        ground, edge = color_of(worst, look.palette)
        style += f"background:{ground};border-bottom:2px solid {edge};"
        if look.shown in rows:
            style += f"outline:2px solid {edge};"
    else:
        style += f"background:none;border-bottom:2px dotted {look.palette.past};"
    if look.shown is not None and look.shown not in rows:
        style += "opacity:.45;"
    numbers = f" <b>[{told}]</b>" if told else ""
    return f'<mark style="{style}">{escape(text)}{numbers}</mark>'


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int, list[int]]]:
    """The stretches of the text that statements rest on, with their rows; those that overlap are one."""
    placed = [
        (line.start, line.end, row) for row, line in enumerate(lines) if line.start is not None and line.end is not None
    ]
    found: list[tuple[int, int, list[int]]] = []
    for start, end, row in sorted(placed):
        if found and start < found[-1][1]:
            first, last, rows = found.pop()
            found.append((first, max(last, end), sorted([*rows, row])))
        else:
            found.append((start, end, [row]))
    return found
