"""How much of an answer the console keeps: plain values, long and deep ones cut, within a number of bytes.

Pure. What is cut ends in an ellipsis, so that nobody takes a part for the whole.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, TypeVar

from graph.wire import LinkValue, NodeValue, PathValue

MAX_DEPTH = 12
MAX_ITEMS = 1_000
MAX_CHARACTERS = 20_000
ELLIPSIS = "…"
T = TypeVar("T")


class Trimmer:
    """Makes values plain and counts their bytes; `cut` tells whether anything was left out of a value."""

    def __init__(self, max_bytes: int) -> None:
        self._left = max_bytes
        self.cut = False

    @property
    def is_full(self) -> bool:
        return self._left <= 0

    def trim(self, value: Any, depth: int = 0) -> Any:
        """Return the value as text, number, list, map, node, link or path, no longer than allowed."""
        if depth > MAX_DEPTH or self.is_full:
            return self._left_out()
        match value:
            case list():
                kept = [self.trim(item, depth + 1) for item in value[:MAX_ITEMS]]
                return kept if len(value) <= MAX_ITEMS else [*kept, self._left_out()]
            case dict():
                return self._trim_map(value, depth)
            case NodeValue() | LinkValue():
                return replace(value, properties=self._trim_map(value.properties, depth))
            case PathValue():
                nodes = tuple(self.trim(node, depth) for node in value.nodes[:MAX_ITEMS])
                links = tuple(self.trim(link, depth) for link in value.links[:MAX_ITEMS])
                self.cut = self.cut or len(value.nodes) > MAX_ITEMS
                return PathValue(_only(nodes, NodeValue), _only(links, LinkValue))
        return self._trim_scalar(value)

    def _trim_map(self, value: dict[str, Any], depth: int) -> dict[str, Any]:
        self._left -= 2 * len(value)
        self.cut = self.cut or len(value) > MAX_ITEMS
        kept = list(value.items())[:MAX_ITEMS]
        return {self._trim_text(name): self.trim(item, depth + 1) for name, item in kept}

    def _trim_scalar(self, value: Any) -> Any:
        match value:
            case None | bool() | int():
                self._left -= 8
                return value
            case float():
                self._left -= 8
                # JSON has no word for these.
                return value if math.isfinite(value) else str(value)
            case str():
                return self._trim_text(value)
            case datetime() | date() | time():
                return self._trim_text(value.isoformat())
        return self._trim_text(str(value))

    def _trim_text(self, text: str) -> str:
        if len(text) > MAX_CHARACTERS:
            text = text[:MAX_CHARACTERS] + self._left_out()
        self._left -= len(text.encode(errors="replace"))
        return text

    def _left_out(self) -> str:
        self.cut = True
        return ELLIPSIS


def _only(values: tuple[Any, ...], kind: type[T]) -> tuple[T, ...]:
    """Keep what is still a node or link: past the limit of bytes an ellipsis takes its place."""
    return tuple(value for value in values if isinstance(value, kind))
