"""The chart of a body on a day as a Graphviz graph: each unit a box with its head. Pure: rows in, DOT out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.views.palette import Palette

Row = Mapping[str, Any]
_LINE = 30
_SPECIAL = re.compile(r'([\\"{}|<>])')  # what means something in the label of a record


def draw_chart(rows: Sequence[Row], *, palette: Palette, address: Callable[[str], str], no_head: str) -> str:
    """Draw the units left to right, level by level; the first row is the body itself."""
    drawn = {row["organization_id"] for row in rows}
    lines = [
        "digraph units {",
        'graph [rankdir=LR, bgcolor="transparent", nodesep=0.08, ranksep=0.5, pad=0.1];',
        'node [shape=record, style=filled, fontname="Helvetica", fontsize=12, margin="0.1,0.04", target="_self"];',
        f'edge [color="{palette.edge}", arrowhead=none];',
    ]
    for row in rows:
        lines.append(_box(row, palette, address(row["organization_id"]), no_head))
        if row["parent_id"] in drawn:
            lines.append(f'"{row["parent_id"]}" -> "{row["organization_id"]}";')
    return "\n".join([*lines, "}"])


def _box(row: Row, palette: Palette, url: str, no_head: str) -> str:
    name = "\\n".join(_plain(line) for line in textwrap.wrap(row["organization"], _LINE))
    head = _plain(row["head"] or no_head)
    width = 3 if row["depth"] == 0 else 1.1
    paint = palette.organization
    color = paint.line if row["head"] else palette.edge
    return (
        f'"{row["organization_id"]}" [label="{name}|{head}", tooltip="{_plain(row["organization"])}", '
        f'fillcolor="{paint.fill}", color="{color}", fontcolor="{paint.text}", penwidth={width}, URL="{url}"];'
    )


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
