"""A reorganisation as an ECharts Sankey: bodies before, people, bodies after. Pure: flows in, JSON out."""

from __future__ import annotations

from typing import Any

from graph.moves import Flows
from graph.views.palette import Palette

_ROW = 34
_LEAST = 220
_PHONE = 600


def draw_flows(flows: Flows, palette: Palette) -> dict[str, Any]:
    """Draw the streams; a name's colour says whether it is a body or a person. A phone shows less of the names."""
    wide = {"label": {"color": palette.text, "fontSize": 12, "overflow": "break", "width": 310}}
    series = {
        "type": "sankey",
        "data": _points(flows, palette, people=True),
        "links": [{"source": flow.start, "target": flow.end, "value": flow.weight} for flow in flows.streams],
        "nodeAlign": "justify",
        "nodeWidth": 12,
        "nodeGap": 14,
        "draggable": False,
        "left": 8,
        "right": 8,
        "top": 8,
        "bottom": 8,
        "lineStyle": {"color": "source", "opacity": 0.35, "curveness": 0.5},
        "emphasis": {"focus": "adjacency"},
        **wide,
    }
    narrow = {
        "data": _points(flows, palette, people=False),
        "label": {"color": palette.text, "fontSize": 10, "overflow": "truncate", "width": 150},
    }
    return {
        "baseOption": {"series": [series], "animation": False, "tooltip": {"show": False}},
        "media": [
            {"query": {"maxWidth": _PHONE}, "option": {"series": [narrow]}},
            {"option": {"series": [{"data": series["data"], **wide}]}},
        ],
    }


def _points(flows: Flows, palette: Palette, *, people: bool) -> list[dict[str, Any]]:
    colors = {0: palette.past, 1: palette.person.line, 2: palette.organization.line}
    return [
        {
            "name": key,
            "depth": column,
            "itemStyle": {"color": colors[column]},
            "label": {
                "show": people or column != 1,
                "position": "left" if column == 2 else "right",
                "formatter": name.replace("{", "(").replace("}", ")"),
            },
        }
        for key, (column, name) in flows.points.items()
    ]


def find_height(flows: Flows) -> int:
    """Find how high the picture must be for the fullest column."""
    columns = [column for column, _ in flows.points.values()]
    return max(_LEAST, _ROW * max((columns.count(column) for column in set(columns)), default=0))
