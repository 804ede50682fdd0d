"""Step 4: days: which year one without it means, what a day is of, the published day of a text (RULES 4, 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.dates import PartialDate
from graph.model import DateBasis
from loaders.text.mentions import When

FULL = 10  # characters of a full day
LONG_AGO = 2  # years before the text's own from which on a dated step is no news
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d{2}(?![\d/-])(?! ?[-–] ?\d{4})")
_RANGE = re.compile(r"\d{4}\s?[-–]\s?\d{4}")
_EFFECTIVE = re.compile(r"(?:từ|kể từ|tính từ|hiệu lực|có hiệu lực từ|từ hôm)(?: ngày| tháng)?\s*$")
_STARTS_FROM = re.compile(r"^(?:từ)\b")
_UNTIL = re.compile(r"(?:đến|đến hết|hết|cho đến)(?: hết)?(?: ngày)?\s*$")
_STARTS_UNTIL = re.compile(r"^(?:đến|hết)\b")
_SEVERAL = re.compile(
    r"\d{1,2}(?:[/.]\d{1,2})?\s?(?:,|và|-|–|đến)\s?(?:ngày )?\d{1,2}\s?"
    r"(?:[/.-]\s?\d{1,2}|tháng \d{1,2})\D{0,5}(?:\d{4})?$"
)
_MANY = re.compile(r"\d{1,2}\s?,\s?\d{1,2}\s?(?:,|và)\s?(?:ngày )?\d{1,2}\s?[/.t-]")
_BORN = re.compile(r"sinh(?: ngày| năm)?\s*$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day as it will be given, on what basis, and whether its year was supplied."""

    date: str
    basis: DateBasis
    inferred: bool


def find_year(text: str, published: date | None) -> int | None:
    """Say the year of days printed without one: the publication's, else the one most often printed alone."""
    if published is not None:
        return published.year
    found = Counter(int(year) for year in _YEAR.findall(_RANGE.sub(" ", text)))
    ranked = found.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def make_partial(when: When, year: int | None) -> tuple[PartialDate | None, bool]:
    """Make a partial date of what is printed; tell whether its year was supplied."""
    supplied = when.year is None
    its_year = year if when.year is None else when.year
    if its_year is None:
        return None, False
    made = PartialDate(its_year, when.month, when.day)
    return (made, supplied) if made.exists else (None, False)  # 29 February of another year


def date_role(folded: str, start: int, end: int) -> str:
    """Say what a day is of, by the words before it: effective, until, born or plain."""
    before = folded[max(0, start - 24) : start]
    own = folded[start:end]
    if _BORN.search(before):
        return "born"
    if _UNTIL.search(before) or _STARTS_UNTIL.match(own):
        return "until"
    if _EFFECTIVE.search(before) or _STARTS_FROM.match(own):
        return "effective"
    return "plain"


def is_one_of_days(folded: str, start: int, end: int) -> bool:
    """Tell whether a day is the last of several: `hai ngày 13 và 14/5` tells no day, only the month."""
    return _SEVERAL.search(folded, max(0, start - 16), end) is not None


def are_many_days(folded: str, start: int, end: int) -> bool:
    """Tell whether it is the last of three or more, over which not all was done at one meeting."""
    return _MANY.search(folded, max(0, start - 24), end) is not None


def latest_day(days: Iterable[PartialDate]) -> date | None:
    """Find the latest full day: that of a text's publication if none is given (RULES 6)."""
    full = [day.first for day in days if day.precision == "day"]
    return max(full) if full else None


def past_years(
    folded: str, dates: Iterable[tuple[int, int, When]], span: tuple[str, str] | None, year: int | None
) -> tuple[str, str | None] | None:
    """Give the start and end of what is told of years long gone: two or more before the text's own."""
    first, last = span if span is not None else (None, None)
    for start, end, when in dates:
        role = date_role(folded, start, end)
        if when.year is None or role == "born":
            continue
        printed = str(PartialDate(when.year, when.month, when.day))
        if role == "until":
            last = last or printed
        else:
            first = first or printed
    if first is None or year is None or int(first[:4]) > year - LONG_AGO or int((last or first)[:4]) > year:
        return None
    return first, last
