"""Which lanes a timeline draws: those held on the day, then the nearest, whole lanes, in their order."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.lanes import choose_lanes


def row(lane: str, tenure: str, started: str | None, ended: str | None) -> dict[str, Any]:
    return {"lane": lane, "tenure_id": tenure, "started": started, "ended": ended}


ROWS = [
    row("old", "t1", "1950", "1960"),
    row("near", "t2", "2010", "2019-12-01"),
    row("held", "t3", None, None),
    row("old", "t4", "1961", "1962"),
    row("undated", "t5", None, None),
    row("open", "t6", "2001", None),
]


def test_what_is_nearest_to_the_day_is_drawn() -> None:
    drawn = choose_lanes(ROWS, {"t3"}, date(2020, 1, 1), most=3)
    assert [each["tenure_id"] for each in drawn] == ["t2", "t3", "t6"]


def test_a_lane_is_drawn_whole() -> None:
    drawn = choose_lanes(ROWS, {"t4"}, date(1961, 6, 1), most=1)
    assert [each["tenure_id"] for each in drawn] == ["t1", "t4"]
