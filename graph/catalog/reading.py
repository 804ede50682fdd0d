"""What the catalog needs of a store: one read of the graph, rows as dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

Row = dict[str, Any]
Gather = Callable[[Mapping[str, Any]], list[Row]]


class Asks(Protocol):
    """Anything that runs a Cypher text as a read."""

    def ask(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a read with bound parameters."""
        ...
