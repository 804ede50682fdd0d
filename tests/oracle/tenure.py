"""A tenure: one person in one post over one period, its bounds and how certain it is on a day (RULES 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.bodies import NEVER
from tests.oracle.rows import groups_of_copies
from tests.oracle.spells import Bound, Spell

HEADS = ("Bí thư", "Chủ tịch", "Giám đốc", "Trưởng ban", "Hiệu trưởng")
RANKS = {"Phó Bí thư": 1, "Phó Chủ tịch": 1, "Phó Giám đốc": 1, "Phó Trưởng ban": 1, "Ủy viên": 2}


@dataclass(eq=False)
class Tenure:
    """One person in one post over one period."""

    spell: Spell
    start: Bound | None
    end_low: date | None
    end_high: date | None
    ended: str | None
    started_basis: str
    ended_basis: str | None
    shown_end_fixed: bool = True

    @property
    def person(self) -> int:
        return self.spell.person

    @property
    def role(self) -> str:
        return self.spell.post[0]

    @property
    def body(self) -> str:
        return self.spell.post[1]

    @property
    def capacity(self) -> str:
        return self.spell.capacity

    @property
    def started(self) -> str | None:
        return self.start.shown if self.start else None

    @property
    def head(self) -> bool:
        return self.role in HEADS

    @property
    def rank(self) -> int:
        return RANKS.get(self.role, 0)

    @property
    def first(self) -> date:
        """The first day it can have begun; of an unknown start, its end."""
        return self.start.low if self.start else self.end_low or self.end_high or NEVER

    @property
    def undated(self) -> bool:
        """Whether its start rests on an action that was printed without a day."""
        return any(not claim.basis for claim in self.spell.openings)

    @property
    def sources(self) -> int:
        return groups_of_copies(self.spell.claims + self.spell.farewells)

    @property
    def last_attested(self) -> date | None:
        return max(self.spell.attests, default=None)

    def certainty(self, at: date) -> str | None:
        if self.start is None:
            return None
        if self.start.high <= at and (self.end_low is None or at < self.end_low):
            return "certain"
        if self.start.low <= at and (self.end_high is None or at < self.end_high):
            return "possible"
        return None
