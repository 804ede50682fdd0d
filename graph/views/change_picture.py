"""What a load would change, drawn with Graphviz: person → post → body, an edge for each tenure. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.changed import ChangeKind, TenureChange
from graph.views.dot import quoted
from graph.views.links import PageName
from graph.views.palette import Paint, Palette

SIGNS: Mapping[ChangeKind, str] = {"added": "+", "removed": "−", "ended": "■", "changed": "↻", "contradicted": "≠"}
_STYLES: Mapping[ChangeKind, str] = {"removed": "dashed", "contradicted": "dotted"}
_LINE = 30


@dataclass(frozen=True, slots=True)
class Legend:
    """How a picture of changes says things: what happens to a tenure, and where a name leads, if anywhere."""

    palette: Palette
    say: Callable[[TenureChange], str]
    address: Callable[[PageName, str], str]  # of a page, and the id of what it shows


def draw_changes(changes: Sequence[TenureChange], legend: Legend) -> str:
    """Draw each person, post and body once; what the graph does not hold yet stands out and leads nowhere."""
    nodes: dict[str, str] = {}
    edges: dict[str, None] = {}
    for change in changes:
        person = _End("person", change.person_id, change.person or "?")
        post = _End("post", change.post_id, change.role or change.post)
        ends = [person, post]
        edges[_draw_tenure(change, legend)] = None
        if change.organization_id is not None:
            ends.append(_End("organization", change.organization_id, change.organization or "?"))
            edges[f'"{change.post_id}" -> "{change.organization_id}" [arrowhead=none];'] = None
        nodes |= {end.id: _draw_end(end, legend, fresh=end.id in change.fresh) for end in ends}
    lines = [
        "digraph changes {",
        'graph [rankdir=LR, bgcolor="transparent", nodesep=0.15, ranksep=0.35, pad=0.1];',
        'node [fontname="Helvetica", fontsize=12, margin="0.12,0.06", target="_self"];',
        f'edge [fontname="Helvetica", fontsize=11, color="{legend.palette.edge}", arrowsize=0.7];',
    ]
    return "\n".join([*lines, *nodes.values(), *edges, "}"])


@dataclass(frozen=True, slots=True)
class _End:
    page: PageName
    id: str
    name: str


def _draw_end(end: _End, legend: Legend, *, fresh: bool) -> str:
    paint: Paint = getattr(legend.palette, end.page)
    url = "" if fresh else f', URL="{quoted(legend.address(end.page, end.id))}"'
    return (
        f'"{end.id}" [label="{_wrap(f"+ {end.name}" if fresh else end.name)}", tooltip="{quoted(end.name)}", '
        f'shape={paint.shape}, style="{paint.style}", fillcolor="{paint.fill}", color="{paint.line}", '
        f'fontcolor="{paint.text}", penwidth={3 if fresh else 1}{url}];'
    )


def _draw_tenure(change: TenureChange, legend: Legend) -> str:
    palette = legend.palette
    colors: Mapping[ChangeKind, str] = {
        "added": palette.post.line,
        "ended": palette.organization.line,
        "changed": palette.person.line,
        "contradicted": palette.organization.line,
        "removed": palette.text,
    }
    return (
        f'"{change.person_id}" -> "{change.post_id}" [label="{_wrap(f"{SIGNS[change.kind]} {legend.say(change)}")}", '
        f'fontcolor="{palette.text}", color="{colors[change.kind]}", style={_STYLES.get(change.kind, "solid")}, '
        "penwidth=2.5];"
    )


def _wrap(text: str) -> str:
    return "\\n".join(quoted(line) for line in textwrap.wrap(text, _LINE))
