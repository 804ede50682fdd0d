"""What comes over the wire, without the driver's classes: nodes, links, paths and answers as plain values.

`graph/store.py` alone knows the driver; it hands these to all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.plan import Changes

_UNKNOWN = ("01N50", "01N51", "01N52")  # GQL's status: there is no such label, relationship type, property
_NAMED = re.compile(r"`([^`]+)`")


class Ask(Protocol):
    """Run a reading query with bound parameters; rows as dictionaries of plain Python values."""

    def __call__(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]: ...


class Decided(Protocol):
    """What a decision carries for the store: the changes to write."""

    @property
    def changes(self) -> Changes: ...


@dataclass(frozen=True, slots=True)
class NodeValue:
    """A node as the console shows it; `key` tells nodes of one answer apart and means nothing beyond it."""

    key: str
    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkValue:
    """A relationship as the console shows it; `start` and `end` are keys of nodes."""

    key: str
    type: str
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PathValue:
    """A path as the console shows it."""

    nodes: tuple[NodeValue, ...]
    links: tuple[LinkValue, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the server says of a query: its type, its plan as maps of operators, its notices.

    `unknown`: the labels, types and properties named in it that nothing in the database has.
    """

    kind: str
    plan: Mapping[str, Any]
    notices: tuple[str, ...]
    unknown: tuple[str, ...] = ()


class Answer:
    """What the server answers to one query, while it comes; `leaf` turns its values into plain ones."""

    def __init__(self, result: Any, leaf: Callable[[Any], Any]) -> None:
        self._result = result
        self._leaf = leaf
        self.columns: tuple[str, ...] = tuple(result.keys())

    def __iter__(self) -> Iterator[list[Any]]:
        for record in self._result:
            yield [plain(value, self._leaf) for value in record.values()]

    def finish(self) -> Summary:
        """Leave the rest of the rows and return what the server says of the query."""
        told = self._result.consume()
        notices: list[str] = []
        unknown: list[str] = []
        for status in told.gql_status_objects:
            if status.is_notification:
                said = status.status_description
                name = _NAMED.search(said) if status.gql_status in _UNKNOWN else None
                unknown.append(name.group(1)) if name is not None else notices.append(said)
        return Summary(told.query_type or "", told.plan or {}, tuple(notices), tuple(dict.fromkeys(unknown)))


Run = Callable[[str, Mapping[str, Any]], Answer]


def plain(value: Any, leaf: Callable[[Any], Any]) -> Any:
    """Walk lists and maps; `leaf` turns what is neither into a plain value."""
    if isinstance(value, list):
        return [plain(item, leaf) for item in value]
    if isinstance(value, dict):
        return {name: plain(item, leaf) for name, item in value.items()}
    return leaf(value)
