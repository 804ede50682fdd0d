"""Days served in one body, half-open, and the days on which it was small enough for a tie (RULES 35)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.dates import ONE_DAY

FOREVER = date.max


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to the day before `end`."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Spell:
    """The sure days of one person in one body."""

    person: str
    days: Period

    @classmethod
    def of_days(cls, person: str, start: date, end: date | None) -> Spell:
        """Make a spell; without an end it goes on."""
        return cls(person, Period(start, FOREVER if end is None else end))


def find_small_periods(spells: Sequence[Spell], *, at: date | None, max_size: int) -> list[Period]:
    """Find the periods in which a body had at most `max_size` members; of one day only, if `at` is given."""
    if at is not None:
        members = {spell.person for spell in spells if spell.days.start <= at < spell.days.end}
        return [Period(at, at + ONE_DAY)] if len(members) <= max_size else []
    days = sorted({day for spell in spells for day in (spell.days.start, spell.days.end)} | {FOREVER})
    came, went = _by_day(spells)
    here: Counter[str] = Counter()
    small: list[Period] = []
    for day, following in zip(days, days[1:], strict=False):
        here.update(came.get(day, ()))
        here.subtract(went.get(day, ()))
        here += Counter()  # drops those who have left
        if len(here) <= max_size:
            small.append(Period(day, following))
    return small


def find_partners(person: str, spells: Sequence[Spell], small: Sequence[Period]) -> set[str]:
    """Find who served with a person on a day of one of these periods."""
    own = [spell.days for spell in spells if spell.person == person]
    shared = [common for days in own for period in small if (common := _common(days, period)) is not None]
    return {
        spell.person
        for spell in spells
        if spell.person != person and any(_common(spell.days, days) is not None for days in shared)
    }


def _common(one: Period, other: Period) -> Period | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Period(start, end) if start < end else None


def _by_day(spells: Sequence[Spell]) -> tuple[dict[date, list[str]], dict[date, list[str]]]:
    came: dict[date, list[str]] = {}
    went: dict[date, list[str]] = {}
    for spell in spells:
        if spell.days.start < spell.days.end:
            came.setdefault(spell.days.start, []).append(spell.person)
            went.setdefault(spell.days.end, []).append(spell.person)
    return came, went
