"""Which units a chart draws: whole levels as far as they fit; of too wide a first level those with a head."""

from __future__ import annotations

from typing import Any

from graph.cards import Place
from graph.units import choose_units, put_heads


def row(name: str, depth: int, head: str | None = None) -> dict[str, Any]:
    return {"organization_id": name, "depth": depth, "head": head}


ROWS = [row("o", 0, "An"), row("a", 1), row("b", 1, "Bình"), row("c", 1), row("d", 2)]


def test_levels_are_drawn_whole() -> None:
    assert [each["organization_id"] for each in choose_units(ROWS, most=5)] == ["o", "a", "b", "c", "d"]
    assert [each["organization_id"] for each in choose_units(ROWS, most=4)] == ["o", "a", "b", "c"]


def test_of_too_many_the_ones_with_a_head_come_first() -> None:
    assert [each["organization_id"] for each in choose_units(ROWS, most=3)] == ["o", "b", "a"]


def test_a_known_head_is_put_with_id_and_tenure() -> None:
    heads = {"t1": Place("p1", "Bình", "post", "Trưởng Ban", "b", "Ban", "full", None, None, ())}
    filled = put_heads([row("a", 1), row("b", 1, "Bình"), row("c", 1, "Bình")], heads)
    assert [(each["head_id"], each["tenure_id"]) for each in filled] == [(None, None), ("p1", "t1"), (None, None)]
