"""Partial dates: a day, a month or a year, kept as known; a year is an interval, never its first day (RULES 1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.errors import InputError

Precision = Literal["year", "month", "day"]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_MONTH = re.compile(r"(\d{1,2})/(\d{4})")
ONE_DAY = timedelta(days=1)
_YEARS = range(1000, 3000)  # what a year of an office can be; 9999 stands for "no end" elsewhere, not here


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day; `str()` is its ISO form: `2023`, `2023-07`, `2023-07-20`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def exists(self) -> bool:
        """Tell whether the calendar has it: 30 February is none."""
        try:
            date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except ValueError:
            return False
        return True

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is None:
            after = date(self.year + self.month // 12, self.month % 12 + 1, 1)
            return after - ONE_DAY
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Bound:
    """Where a start or an end lies: the days it can be, both inclusive; None is open on that side."""

    least: date | None
    most: date | None

    def agrees_with(self, other: Bound) -> bool:
        """Tell whether one day could be meant by both."""
        starts = [day for day in (self.least, other.least) if day is not None]
        ends = [day for day in (self.most, other.most) if day is not None]
        return not starts or not ends or max(starts) <= min(ends)

    def holds(self, other: Bound) -> bool:
        """Tell whether the other lies within this one and says more."""
        below = self.least is None or (other.least is not None and self.least <= other.least)
        above = self.most is None or (other.most is not None and other.most <= self.most)
        return below and above and self != other


def start_bound(when: PartialDate) -> Bound:
    """The days a start can mean (RULES 1)."""
    return Bound(when.first, when.last)


def end_bound(when: PartialDate) -> Bound:
    """The days an end can mean: one more than a start where it is not a full day (RULES 1)."""
    if when.precision == "day":
        return Bound(when.first, when.first)
    return Bound(when.first, when.last + ONE_DAY)


def combined(bounds: Sequence[Bound]) -> Bound:
    """The days common to all where they agree, else the interval that spans the most precise (RULES 3)."""
    least = [bound.least for bound in bounds if bound.least is not None]
    most = [bound.most for bound in bounds if bound.most is not None]
    if not least or not most or max(least) <= min(most):
        return Bound(max(least, default=None), min(most, default=None))
    told = [bound for bound in bounds if not any(bound.holds(other) for other in bounds)]
    firsts = [bound.least for bound in told if bound.least is not None]
    lasts = [bound.most for bound in told if bound.most is not None]
    return Bound(
        min(firsts) if len(firsts) == len(told) else None,
        max(lasts) if len(lasts) == len(told) else None,
    )


def full_day(day: date) -> PartialDate:
    """The partial date that is exactly this day."""
    return PartialDate(day.year, day.month, day.day)


def parse_partial(text: str) -> PartialDate:
    """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `DD/MM/YYYY` or `MM/YYYY`; raise InputError on anything else."""
    text = text.strip()
    parts: tuple[str | None, ...]
    if match := _ISO.fullmatch(text):
        parts = match.groups()
    elif match := _SLASHED.fullmatch(text):
        parts = match.group(3, 2, 1)
    elif match := _MONTH.fullmatch(text):
        parts = (match.group(2), match.group(1), None)
    else:
        raise _not_a_date(text)
    year, month, day = (int(part) if part is not None else None for part in parts)
    assert year is not None
    found = PartialDate(year, month, day)
    if year not in _YEARS or not found.exists:
        raise _not_a_date(text)
    return found


def parse_day(text: str) -> date:
    """Read a full day in the forms of `parse_partial`; raise InputError on a year or month alone."""
    found = parse_partial(text)
    if found.precision != "day":
        raise _not_a_date(text)
    return found.first


def _not_a_date(text: str) -> InputError:
    return InputError(
        vi=f"«{text}» không phải là ngày; hãy viết YYYY, YYYY-MM, YYYY-MM-DD hoặc DD/MM/YYYY",
        en=f"'{text}' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY",
    )
