"""A body at two days: who stayed, who joined, who left, each with the seat and the tenure that says so. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's seats in a body at the day that tells most: `before` at the first, `now` at the second."""

    person_id: str
    person: str
    change: str
    on: str | None
    before: tuple[Row, ...]
    now: tuple[Row, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The seats to show: those now held, else those that were."""
        return self.now or self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Three columns; who changed seats has stayed."""

    stayed: list[Seat]
    joined: list[Seat]
    left: list[Seat]


def compare_rosters(changes: Sequence[Row], before: Sequence[Row], now: Sequence[Row]) -> Comparison:
    """Put what changed between two days together with the members of both."""
    seats = [
        Seat(
            row["person_id"],
            row["person"],
            row["change"],
            row["on"],
            tuple(each for each in before if each["person_id"] == row["person_id"]),
            tuple(each for each in now if each["person_id"] == row["person_id"]),
        )
        for row in changes
    ]
    return Comparison(
        stayed=[seat for seat in seats if seat.change in ("stayed", "role")],
        joined=[seat for seat in seats if seat.change == "joined"],
        left=[seat for seat in seats if seat.change == "left"],
    )
