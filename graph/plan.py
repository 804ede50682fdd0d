"""What a load, an undo or a judgement would write, before it writes: two states of the graph and their difference.

A State is a set of nodes and links with their properties; `plan_changes` compares the one that is stored with the one
concluded from the claims. Pure: nothing here touches the world.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from graph.schema import Tie

Value = str | int | float | bool | date | datetime | list[str]
Properties = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship: its type by the schema, the ids at its ends, and the key that tells it from its like."""

    tie: Tie
    start: str
    end: str
    key: str | None = None


@dataclass(slots=True)
class State:
    """A part of the graph: properties by (label, id), and by link."""

    nodes: dict[tuple[str, str], Properties] = field(default_factory=dict)
    links: dict[Link, Properties] = field(default_factory=dict)

    def node(self, label: str, id: str, /, **properties: Value | None) -> None:
        """Put a node; properties that are None or empty lists are absent."""
        self.nodes[label, id] = _known({"id": id, **properties})

    def link(self, tie: Tie, start: str, end: str, *, key: str | None = None, **rest: Value | None) -> None:
        """Put a relationship; the key property of its type is filled from `key`."""
        named = {tie.key: key} if tie.key is not None else {}
        self.links[Link(tie, start, end, key)] = _known({**rest, **named})


@dataclass(frozen=True, slots=True)
class Changes:
    """What to write: nodes by label, links by type. A put replaces all properties."""

    put_nodes: dict[str, list[Properties]]
    drop_nodes: dict[str, list[str]]
    put_links: dict[Tie, list[tuple[Link, Properties]]]
    drop_links: dict[Tie, list[Link]]

    def __bool__(self) -> bool:
        return any((self.put_nodes, self.drop_nodes, self.put_links, self.drop_links))


def plan_changes(stored: State, wanted: State) -> Changes:
    """Find what turns the stored state into the wanted one; what is equal is not written."""
    put_nodes: dict[str, list[Properties]] = defaultdict(list)
    drop_nodes: dict[str, list[str]] = defaultdict(list)
    put_links: dict[Tie, list[tuple[Link, Properties]]] = defaultdict(list)
    drop_links: dict[Tie, list[Link]] = defaultdict(list)
    for (label, id), properties in wanted.nodes.items():
        if stored.nodes.get((label, id)) != properties:
            put_nodes[label].append(properties)
    for label, id in stored.nodes.keys() - wanted.nodes.keys():
        drop_nodes[label].append(id)
    for link, properties in wanted.links.items():
        if stored.links.get(link) != properties:
            put_links[link.tie].append((link, properties))
    for link in stored.links.keys() - wanted.links.keys():
        drop_links[link.tie].append(link)
    return Changes(dict(put_nodes), dict(drop_nodes), dict(put_links), dict(drop_links))


def _known(properties: Mapping[str, Any]) -> Properties:
    return {name: value for name, value in properties.items() if value is not None and value != []}
