"""Terms of office as printed (`khóa XIII`, `2020-2025`): which of two comes first, and whether they are one."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.names import folded

_YEARS = re.compile(r"\b(\d{4}) (?:den )?\d{4}\b")
_NUMBERED = re.compile(r"(?:\bkhoa |^(?:nhiem ky |thu )?)([ivxlc]+|\d{1,2})\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def is_earlier(own: str | None, new: str | None) -> bool:
    """Tell whether a term comes before another; unknown where the two are not of one kind."""
    pair = _compared(own, new) if own is not None and new is not None else None
    return pair is not None and pair[0] < pair[1]


def is_other(own: str, new: str) -> bool:
    """Tell whether two terms differ, in whatever form they are printed; of two kinds they do."""
    pair = _compared(own, new)
    return pair[0] != pair[1] if pair is not None else folded(own) != folded(new)


def are_comparable(own: str, new: str) -> bool:
    """Tell whether both terms count years, or both bear a number."""
    return _compared(own, new) is not None


def term_key(term: str) -> str:
    """Write a term so that two prints of one term are equal."""
    year, number = _read(term)
    if year is not None:
        return f"from {year}"
    return f"no. {number}" if number is not None else folded(term)


def _compared(own: str, new: str) -> tuple[int, int] | None:
    for first, second in zip(_read(own), _read(new), strict=True):
        if first is not None and second is not None:
            return first, second
    return None


@lru_cache(maxsize=4096)
def _read(term: str) -> tuple[int | None, int | None]:
    """The year in which a term begins, and its number."""
    text = folded(term)
    years = [int(year) for year in _YEARS.findall(text)]
    match = _NUMBERED.search(text)
    return max(years, default=None), _number(match.group(1)) if match is not None else None


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
