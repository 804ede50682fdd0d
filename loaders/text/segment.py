"""Step 2: the cleaned text → sentences with offsets; the tail of related news and comments ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from loaders.gazetteers import Gazetteers

Kind = Literal["body", "item", "caption"]
_ITEM = re.compile(r"\s*(?:[-+*•–]\s+|\d{1,3}[.)]\s+|[IVX]{1,5}[.)]\s+|[a-zđ]\)\s+)")
_CAPTION = re.compile(r"\s*(?:Ảnh|Trong ảnh|Chú thích ảnh)(?: \d+)?\s*:", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?<=[^\s])\s*[-–(]?\s*(?:Ảnh|ẢNH|Nguồn ảnh|Video|Clip)(?: minh họa)?\s*:\s*[^:.;,\d]{2,40}[).]?$"
)
_STOP = re.compile(r"[.!?…][\"”’)\]]*(?=\s+[\"“‘(\[]?[^\W_])")
_SHORT = re.compile(
    r"(?:(?<![\w.])(?:TP|Tp|TX|TT|Q|H|P|số|[A-ZĐ])|T\.Ư|T\.W|"
    r"(?<!\w)(?:P?GS|TS(?:KH)?|Th\.?S|Ths|BS(?:CK)?I{0,2}|CKI{1,2}|KTS|LS|KS|CN(?:ĐD)?|ĐD|DS|N[GS](?:ƯT|ND)|TT(?:ƯT|ND)))$"
)
_SHORT_ENDS = "pxốs"  # the small letters that end such an abbreviation: `Tp`, `Tx`, `số`, `Ths`
_NUMBERING = re.compile(r"(?:^|\s)\d{1,3}$")


class Sentence(NamedTuple):
    """A sentence's stretch of the clean text; `line` numbers the lines with words, `opens` marks a line's first."""

    start: int
    end: int
    line: int
    kind: Kind
    opens: bool


def segment(text: str, gazetteers: Gazetteers) -> tuple[Sentence, ...]:
    """Cut a clean text into sentences, up to the article's tail."""
    found: list[Sentence] = []
    skipping = False
    marks, openings, longest = _marks(gazetteers)
    for line, (start, end) in enumerate(find_lines(text)):
        words = text[start:end]
        may_be_mark = words.lstrip()[:longest].casefold().startswith(openings)
        mark = _find_mark(words.strip().rstrip(":").casefold(), marks) if may_be_mark else ""
        if found and mark in ("line", "start"):
            break
        marker = _ITEM.match(words)
        skipping = mark == "list" or (skipping and marker is not None)
        if skipping:
            continue
        kind: Kind = "caption" if _CAPTION.match(words) else "item" if marker else "body"
        if (credit := _CREDIT.search(text, start, end)) is not None and credit.start() > start:
            end = credit.start()
        first = start + (marker.end() if marker else len(words) - len(words.lstrip()))
        for number, (left, right) in enumerate(_sentences(text, first, end)):
            found.append(Sentence(left, right, line, kind, number == 0))
    return tuple(found)


@lru_cache(maxsize=4)
def _marks(gazetteers: Gazetteers) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], int]:
    """The words of a page's furniture, how each marks the line that it begins; the words alone; the most letters."""
    marks = tuple((mark.word.casefold(), mark.kind) for mark in gazetteers.furniture)
    return marks, tuple(word for word, _ in marks), max((len(word) for word, _ in marks), default=0)


def _find_mark(bare: str, marks: Sequence[tuple[str, str]]) -> str:
    """Say how a line is furniture: it ends the article (`line`, `start`) or heads a `list` to skip; else empty."""
    return next((kind for word, kind in marks if bare == word or (kind != "line" and bare.startswith(word))), "")


def find_lines(text: str) -> Iterator[tuple[int, int]]:
    """Find the lines with words, without the blanks that end them."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line) + 1


def _is_no_stop(text: str, left: int, at: int) -> bool:
    """Tell whether a full stop only ends an abbreviation (`TP.`) or a number that begins a sentence (`1.`)."""
    last = text[at - 1 : at]
    if not (last.isupper() or last.isdecimal() or last in _SHORT_ENDS):
        return False
    before = text[max(left, at - 8) : at]
    return bool(_SHORT.search(before) or _NUMBERING.fullmatch(before))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _is_no_stop(text, left, stop.start()):
            continue
        yield left, stop.end()
        left = stop.end()
        while left < end and text[left].isspace():
            left += 1
    if left < end:
        yield left, end
