"""Who is tied to whom, and through how many steps (RULES 35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tests.oracle.answers import overlaps
from tests.oracle.known import Known, Row


@dataclass(frozen=True)
class Ties:
    """The ties of a world: days served together in bodies of at most so many, on one day or on any."""

    known: Known
    at: date | None
    max_size: int

    def shortest_path(self, a: int, b: int) -> list[Row]:
        """How many steps lie between two persons; which of several ways is shown, the rules leave open."""
        reached, new, hops = {a}, {a}, 0
        while new and b not in reached:
            new = {o for p in new for o in self.known.names if o not in reached and self._tied(p, o)}
            reached |= new
            hops += 1
        return [{"hops": hops, "_key": ()}] if b in reached else []

    def hold(self, path: list[str]) -> bool:
        """Whether each step of a path is a tie."""
        return all(self._step(one, other, path[2 * at + 1]) for at, (one, other) in enumerate(pairwise(path[::2])))

    def _step(self, one: str, other: str, body: str) -> bool:
        first, second = ([p for p, name in self.known.names.items() if name == wanted] for wanted in (one, other))
        keys = [key for key in self.known.bodies.all if self.known.body_name(key) == body]
        return any(self._tied_in(p, o, key) for p in first for o in second for key in keys)

    def _tied(self, a: int, b: int) -> bool:
        return any(self._tied_in(a, b, key) for key in self.known.bodies.all)

    def _tied_in(self, a: int, b: int, key: str) -> bool:
        ends = {tenure.end_low for tenure in self.known.tenures if tenure.body == key and tenure.end_low}
        for start, end in overlaps(self.known, a, b, key):
            days = {start} | {day for day in ends if start <= day < end}
            if self.at is not None:
                days = {self.at} if start <= self.at < end else set()
            if any(self._size(key, day) <= self.max_size for day in days):
                return True
        return False

    def _size(self, key: str, at: date) -> int:
        return len({t.person for t in self.known.tenures if t.body == key and t.certainty(at) == "certain"})
