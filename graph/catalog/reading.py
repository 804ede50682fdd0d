"""What the catalog needs of a store: one read of the graph, rows as dictionaries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

Row = dict[str, Any]


class Asks(Protocol):
    """Anything that runs a Cypher text as a read."""

    def ask(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """Run a read with bound parameters."""
        ...


class Gather(Asks, Protocol):
    """A question's own Cypher as a rule runs it; `ask` is for what the rule must read beside it."""

    def __call__(self, further: Mapping[str, Any]) -> list[Row]:
        """Run the question's Cypher with further parameters."""
        ...
