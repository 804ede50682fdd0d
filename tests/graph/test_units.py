"""Which units a chart draws: whole levels as far as they fit; of too wide a first level those with a head."""

from __future__ import annotations

from typing import Any

from graph.units import choose_units


def row(name: str, depth: int, head: str | None = None) -> dict[str, Any]:
    return {"organization_id": name, "depth": depth, "head": head}


ROWS = [row("o", 0, "An"), row("a", 1), row("b", 1, "Bình"), row("c", 1), row("d", 2)]


def test_levels_are_drawn_whole() -> None:
    assert [each["organization_id"] for each in choose_units(ROWS, most=5)] == ["o", "a", "b", "c", "d"]
    assert [each["organization_id"] for each in choose_units(ROWS, most=4)] == ["o", "a", "b", "c"]


def test_of_too_many_the_ones_with_a_head_come_first() -> None:
    assert [each["organization_id"] for each in choose_units(ROWS, most=3)] == ["o", "b", "a"]
