"""A path between two people as a Graphviz graph, and a group of colleagues as an ECharts graph. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from graph.analysis import Group, Network, Step
from graph.views.dot import quoted
from graph.views.palette import Palette

MOST_PEOPLE = 60
_PHONE = 600
_MARGIN = 110


def draw_path(steps: Sequence[Step], palette: Palette, address: Callable[[Step, bool], str]) -> str:
    """Draw a path from left to right: person, body, person."""
    lines = [
        "digraph path {",
        'graph [rankdir=LR, bgcolor="transparent", nodesep=0.2, ranksep=0.3, pad=0.1];',
        'node [fontname="Helvetica", fontsize=13, margin="0.1,0.06", target="_self"];',
        f'edge [color="{palette.edge}", arrowhead=none];',
    ]
    for place, step in enumerate(steps):
        person = place % 2 == 0
        paint = palette.person if person else palette.organization
        url = address(step, person)
        lines.append(
            f'"{step.id}" [label="{quoted(step.name)}", tooltip="{quoted(step.name)}", shape={paint.shape}, '
            f'style="{paint.style}", fillcolor="{paint.fill}", color="{paint.line}", fontcolor="{paint.text}", '
            f'URL="{url}"];'
        )
    lines += [f'"{one.id}" -> "{other.id}";' for one, other in zip(steps, steps[1:], strict=False)]
    return "\n".join([*lines, "}"])


def draw_group(network: Network, group: Group, palette: Palette) -> dict[str, Any]:
    """Draw the people of a group and who serves with whom; who serves with more people stands larger."""
    people = group.people[:MOST_PEOPLE]
    links = [{"source": one, "target": other} for one, other in network.ties if one in people and other in people]
    series = {
        "type": "graph",
        "layout": "circular",
        "circular": {"rotateLabel": True},
        "links": links,
        "roam": True,
        "itemStyle": {"color": palette.person.line},
        "lineStyle": {"color": palette.edge, "opacity": 0.35, "curveness": 0.15},
        "label": {"show": True, "position": "right", "color": palette.text, "fontSize": 11},
        "emphasis": {"focus": "adjacency", "lineStyle": {"width": 2, "opacity": 1}},
        **dict.fromkeys(("top", "bottom", "left", "right"), _MARGIN),
    }
    wide = _points(network, people, least=10, most=34)
    narrow = _points(network, people, least=4, most=9)
    return {
        "baseOption": {"series": [{**series, "data": wide}], "animation": False, "tooltip": {"show": False}},
        "media": [
            {"query": {"maxWidth": _PHONE}, "option": {"series": [{"data": narrow}]}},
            {"option": {"series": [{"data": wide}]}},
        ],
    }


def _points(network: Network, people: Sequence[str], *, least: int, most: int) -> list[dict[str, Any]]:
    return [
        {"id": person, "name": network.names[person], "symbolSize": min(most, least + network.degree(person))}
        for person in people
    ]
