"""A picture as values: nodes and edges as a reader sees them, whatever draws them. Pure.

A tenure is an edge here. Ids are those of the graph, so that what is shown already stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

MOST_NODES = 150


@dataclass(frozen=True, slots=True)
class Node:
    """A node on screen; `hidden` counts its neighbours not shown; `alone`: it stays though no edge holds it."""

    id: str
    label: str
    name: str
    sub: str = ""
    focus: bool = False
    pinned: bool = False
    hidden: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge on screen; past ones are not `current`, those of unsure bounds not `certain`."""

    id: str
    source: str
    target: str
    type: str
    caption: str = ""
    current: bool = True
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: every edge joins two of the nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of the nodes, in the order in which they came."""
        return [node.id for node in self.nodes]

    def find(self, id: str) -> Node | None:
        """Find a node by id."""
        return next((node for node in self.nodes if node.id == id), None)


def make_picture(nodes: Iterable[Node], edges: Iterable[Edge]) -> Picture:
    """Make a picture: each id once, no edge without both its ends."""
    kept: dict[str, Node] = {}
    for node in nodes:
        kept.setdefault(node.id, node)
    joined = {edge.id: edge for edge in edges if edge.source in kept and edge.target in kept}
    return Picture(tuple(kept.values()), tuple(joined.values()))


def filter_picture(picture: Picture, *, labels: Iterable[str], types: Iterable[str], past: bool) -> Picture:
    """Leave the kinds of nodes and edges asked for; what no edge holds goes too, unless it is to stay."""
    shown, kinds = set(labels), set(types)
    nodes = [node for node in picture.nodes if node.label in shown or node.focus]
    edges = [edge for edge in picture.edges if edge.type in kinds and (past or edge.current)]
    rest = make_picture(nodes, edges)
    held = {end for edge in rest.edges for end in (edge.source, edge.target)}
    stays = [node for node in rest.nodes if node.id in held or node.focus or node.pinned or node.alone]
    return replace(rest, nodes=tuple(stays))


def limit_depth(picture: Picture, depth: int) -> Picture:
    """Leave the nodes that so many edges or fewer, in either direction, lead to from the focus."""
    reached = {node.id for node in picture.nodes if node.focus}
    for _ in range(depth):
        ends = [{edge.source, edge.target} for edge in picture.edges]
        reached |= {end for pair in ends if pair & reached for end in pair}
    return make_picture([node for node in picture.nodes if node.id in reached], picture.edges)


def write_years(started: str | None, ended: str | None, pattern: Mapping[str, str]) -> str:
    """Write a period by its years, through the words for `both`, `since` and `until`; empty where neither is known."""
    first, last = (started or "")[:4], (ended or "")[:4]
    if first and last:
        return first if first == last else pattern["both"].format(start=first, end=last)
    if first:
        return pattern["since"].format(start=first)
    return pattern["until"].format(end=last) if last else ""
