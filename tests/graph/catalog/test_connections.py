"""With how many others people serve: each other person once, whatever they share (RULES 35)."""

from __future__ import annotations

from typing import Any

from graph.catalog.connections import conclude_connections


def _counted(*bodies: str, limit: int = 20) -> list[tuple[str, int]]:
    """The people of some bodies, one letter a person."""
    rows = [{"members": [{"id": f"person-{name}", "name": name.upper()} for name in body]} for body in bodies]
    found: list[dict[str, Any]] = conclude_connections(lambda _: rows, {"limit": limit})  # type: ignore[arg-type]
    return [(row["person"], row["n"]) for row in found]


def test_a_colleague_in_two_bodies_counts_once() -> None:
    assert _counted("abc", "ab", "ad") == [("A", 3), ("B", 2), ("C", 2), ("D", 1)]


def test_the_first_by_number_then_by_name() -> None:
    assert _counted("cb", "ad", limit=3) == [("A", 1), ("B", 1), ("C", 1)]
    assert _counted("ab", limit=0) == []
    assert _counted() == []
