"""What comes over the wire, without the driver's classes: nodes, links, paths and answers as plain values.

`graph/store.py` alone knows the driver; it hands these to all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.plan import Changes


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
    """What the server says of a query: its type, its plan as maps of operators, its notices."""

    kind: str
    plan: Mapping[str, Any]
    notices: tuple[str, ...]


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
        notices = (status.status_description for status in told.gql_status_objects if status.is_notification)
        return Summary(told.query_type or "", told.plan or {}, tuple(notices))


Run = Callable[[str, Mapping[str, Any]], Answer]


def plain(value: Any, leaf: Callable[[Any], Any]) -> Any:
    """Walk lists and maps; `leaf` turns what is neither into a plain value."""
    if isinstance(value, list):
        return [plain(item, leaf) for item in value]
    if isinstance(value, dict):
        return {name: plain(item, leaf) for name, item in value.items()}
    return leaf(value)
