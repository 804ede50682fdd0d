"""The chart of a body on a day as a Graphviz graph: each unit a box with its head. Pure: rows in, DOT out."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from graph.views.dot import quoted
from graph.views.palette import Palette

Row = Mapping[str, Any]
_LINE = 26
_MOST_IN_A_COLUMN = 8
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart says things: its colours, where a unit leads, what is said where no head is known."""

    palette: Palette
    address: Callable[[str], str]
    no_head: str


def draw_chart(rows: Sequence[Row], look: Look) -> str:
    """Draw the units left to right, level by level; the first row is the body itself.

    Units of one body that have none below them share a block of several columns where they are many.
    """
    below: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        below[row["parent_id"]].append(row)
    drawn = {row["organization_id"] for row in rows}
    blocks = {parent: _choose_block(units, below) for parent, units in below.items() if parent in drawn}
    in_blocks = {row["organization_id"] for block in blocks.values() for row in block}
    lines = [
        "digraph units {",
        'graph [rankdir=LR, bgcolor="transparent", nodesep=0.08, ranksep=0.5, pad=0.1];',
        'node [shape=plain, fontname="Helvetica", fontsize=12, target="_self"];',
        f'edge [color="{look.palette.edge}", arrowhead=none];',
    ]
    for row in rows:
        if row["organization_id"] not in in_blocks:
            lines.append(_node(row["organization_id"], [[row]], look))
            if row["parent_id"] in drawn:
                lines.append(f'"{row["parent_id"]}" -> "{row["organization_id"]}";')
    for parent, block in blocks.items():
        if block:
            lines += [_node(f"{parent}/", _arrange(block), look), f'"{parent}" -> "{parent}/";']
    return "\n".join([*lines, "}"])


def _choose_block(units: Sequence[Row], below: Mapping[str | None, Sequence[Row]]) -> Sequence[Row]:
    alone = [row for row in units if row["organization_id"] not in below]
    return alone if len(alone) > _MOST_IN_A_COLUMN else ()


def _arrange(units: Sequence[Row]) -> list[list[Row]]:
    """Arrange units in columns of one height, in reading order from row to row."""
    columns = min(-(-len(units) // _MOST_IN_A_COLUMN), _MOST_COLUMNS)
    return [list(units[start : start + columns]) for start in range(0, len(units), columns)]


def _node(id: str, rows: Sequence[Sequence[Row]], look: Look) -> str:
    cells = "".join(f"<TR>{''.join(_cell(row, look) for row in line)}</TR>" for line in rows)
    return f'"{quoted(id)}" [label=<<TABLE BORDER="0" CELLSPACING="3" CELLPADDING="5">{cells}</TABLE>>];'


def _cell(row: Row, look: Look) -> str:
    paint = look.palette.organization
    name = "<BR/>".join(escape(line) for line in textwrap.wrap(row["organization"], _LINE))
    head = escape(row["head"] or look.no_head)
    line = paint.line if row["head"] else look.palette.edge
    url = escape(look.address(row["organization_id"]))
    return (
        f'<TD ALIGN="LEFT" BALIGN="LEFT" BORDER="{3 if row["depth"] == 0 else 1}" BGCOLOR="{paint.fill}" '
        f'COLOR="{line}" HREF="{url}" TARGET="_self" TOOLTIP="{escape(row["organization"])}">'
        f'<FONT COLOR="{paint.text}"><B>{name}</B><BR/>{head}</FONT></TD>'
    )
