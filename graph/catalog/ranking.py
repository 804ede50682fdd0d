"""The order of `search`: exact, tone key, folded, prefix; then by posts held; then by id (RULES 27)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.names import exact_key, folded, tone_key


def conclude_search(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """Rank what bears the words of a text and keep the first `limit`."""
    text: str = params["text"]
    rows = sorted(gather({}), key=lambda row: (_level(text, row["names"]), -row["held"], row["id"]))
    return [
        {"id": row["id"], "kind": row["kind"], "name": row["name"], "hint": row["hint"]}
        for row in rows[: params["limit"]]
    ]


def _level(text: str, names: list[str]) -> int:
    for level, key in enumerate((exact_key, tone_key, folded)):
        if any(key(name) == key(text) for name in names):
            return level
    return 3
