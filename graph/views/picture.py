"""The picture round a person at a date, as a Graphviz graph: who, which posts, in which bodies, with whom.

Pure: rows in, DOT out. Left to right one kind a column, so that the layout says something; a dashed line is a
tenure that is only possible on that day.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.views.palette import Paint, Palette

Row = Mapping[str, Any]
MOST_COLLEAGUES = 24
_LINE = 26


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a click on a person or a body leads."""

    person: Callable[[str], str]
    organization: Callable[[str], str]


def choose_colleagues(colleagues: Sequence[Row], most: int = MOST_COLLEAGUES) -> list[Row]:
    """Choose whom to draw: in turn from each body, so that a large one does not crowd out the rest."""
    bodies: dict[str, list[Row]] = {}
    for row in colleagues:
        bodies.setdefault(row["organization"], []).append(row)
    chosen: list[Row] = []
    while bodies and len(chosen) < most:
        for body in list(bodies):
            chosen.append(bodies[body].pop(0))
            if not bodies[body]:
                del bodies[body]
    return chosen[:most]


def draw_picture(
    person: Row, posts: Sequence[Row], colleagues: Sequence[Row], *, palette: Palette, addresses: Addresses
) -> str:
    """Draw a person, the posts held, their bodies and the colleagues given."""
    ids = {row["organization"]: row["organization_id"] for row in posts}
    lines = [_head(palette)]
    lines.append(_node("me", person["person"], palette.person, url="", bold=True))
    for number, row in enumerate(posts):
        style = _edge_style(row)
        lines.append(_node(f"post{number}", row["role"], palette.post, url=""))
        lines.append(f"me -> post{number} [{style}];")
        lines.append(f"post{number} -> {_quoted(row['organization'])} [{style}];")
    for body, body_id in ids.items():
        lines.append(_node(body, body, palette.organization, url=addresses.organization(body_id)))
    lines += _draw_colleagues([row for row in colleagues if row["organization"] in ids], palette, addresses)
    return "\n".join([*lines, "}"])


def _draw_colleagues(colleagues: Sequence[Row], palette: Palette, addresses: Addresses) -> list[str]:
    lines = []
    for person_id in dict.fromkeys(row["person_id"] for row in colleagues):
        served = [row for row in colleagues if row["person_id"] == person_id]
        label = f"{served[0]['person']}\n{served[0]['role']}"
        lines.append(_node(person_id, label, palette.person, url=addresses.person(person_id)))
        for row in served:
            lines.append(f"{_quoted(row['organization'])} -> {_quoted(person_id)} [{_edge_style(row)}, dir=back];")
    return lines


def _head(palette: Palette) -> str:
    return (
        "digraph around {\n"
        'graph [rankdir=LR, bgcolor="transparent", nodesep=0.1, ranksep=0.4, pad=0.1];\n'
        'node [fontname="Helvetica", fontsize=13, margin="0.08,0.05", height=0.3];\n'
        'node [target="_self"];\n'
        f'edge [color="{palette.edge}", arrowsize=0.6];'
    )


def _node(key: str, label: str, paint: Paint, *, url: str, bold: bool = False) -> str:
    name = "\n".join(part for line in label.split("\n") for part in textwrap.wrap(line, _LINE))
    weight = "penwidth=3, fontsize=15" if bold else "penwidth=1.2"
    link = f", URL={_quoted(url)}" if url else ""
    return (
        f"{_quoted(key)} [label={_quoted(name)}, tooltip={_quoted(label)}, shape={paint.shape}, "
        f'style="{paint.style}", '
        f'fillcolor="{paint.fill}", color="{paint.line}", fontcolor="{paint.text}", {weight}{link}];'
    )


def _edge_style(row: Row) -> str:
    return "style=dashed" if row["certainty"] == "possible" else "style=solid"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
