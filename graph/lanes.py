"""Which tenures a timeline draws, one lane a name: where there are too many lanes, those nearest to the day. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from graph.dates import parse_partial

Row = Mapping[str, Any]
MOST_LANES = 30


def choose_lanes(rows: Sequence[Row], held: Collection[str], at: date, most: int = MOST_LANES) -> list[Row]:
    """Choose the rows to draw, whole lanes in their order: those held on the day first, then those nearest to it."""
    nearest: dict[str, int] = {}
    for row in rows:
        far = -1 if row["tenure_id"] in held else _distance(row, at)
        nearest[row["lane"]] = min(far, nearest.get(row["lane"], far))
    kept = set(sorted(nearest, key=lambda lane: nearest[lane])[:most])
    return [row for row in rows if row["lane"] in kept]


def _distance(row: Row, at: date) -> int:
    """How many days a tenure's known days lie from the day; one without known days is farthest."""
    days = [parse_partial(row[name]).first for name in ("started", "ended") if row[name]]
    if row["started"] and not row["ended"] and days[0] <= at:
        return 0
    return min((abs((day - at).days) for day in days), default=date.max.toordinal())
