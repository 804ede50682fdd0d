"""Terms of office as printed (`khóa XIII`, `2020-2025`): which of two comes first, and whether they are one."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from graph.names import folded

_YEARS = re.compile(r"\b(\d{4}) (?:den )?\d{4}\b")
_NUMBER = r"(?:[ivxlc]+|\d{1,2})\b"
_NUMBERED = re.compile(rf"(?:\bkhoa |^(?:nhiem ky |thu )?)({_NUMBER}(?: {_NUMBER})*)")
_BETWEEN = re.compile(r"[,;]| và ")
_WORD = re.compile(r"(?:khóa|khoá|nhiệm kỳ)\s+", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def is_earlier(own: str | None, new: str | None) -> bool:
    """Tell whether a term, the last of several, comes before another; unknown where the two are not of one kind."""
    pair = _compared(own, new) if own is not None and new is not None else None
    return pair is not None and max(pair[0]) < min(pair[1])


def is_other(own: str, new: str) -> bool:
    """Tell whether two prints have no term in common, in whatever form; of two kinds they have none."""
    pair = _compared(own, new)
    return not set(pair[0]) & set(pair[1]) if pair is not None else folded(own) != folded(new)


def are_comparable(own: str, new: str) -> bool:
    """Tell whether both terms count years, or both bear a number."""
    return _compared(own, new) is not None


def term_key(term: str) -> str:
    """Write a term so that two prints of one term are equal."""
    years, numbers = _read(term)
    if years:
        return f"from {max(years)}"
    return f"no. {', '.join(map(str, numbers))}" if numbers else folded(term)


def terms_in(term: str) -> list[str]:
    """The terms that one print names, each printable: `khóa XII, XIII` names two, `khóa XIII, 2020-2025` is one."""
    pieces = [piece.strip() for piece in _BETWEEN.split(term) if piece.strip()]
    word = _WORD.match(term)
    if word is not None:
        pieces = [piece if _WORD.match(piece) else f"{word.group()}{piece}" for piece in pieces]
    read = [_read(piece) for piece in pieces]
    for kind in zip(*read, strict=True):
        starts = [each[0] for each in kind if len(each) == 1]
        if 1 < len(starts) == len(pieces) and all(one < next for one, next in pairwise(starts)):
            return pieces
    return [term]


def _compared(own: str, new: str) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    for first, second in zip(_read(own), _read(new), strict=True):
        if first and second:
            return first, second
    return None


@lru_cache(maxsize=4096)
def _read(term: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years in which its terms begin, and their numbers."""
    text = folded(term)
    match = _NUMBERED.search(text)
    numbers = match.group(1).split() if match is not None else []
    return tuple(int(year) for year in _YEARS.findall(text)), tuple(map(_number, numbers))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
