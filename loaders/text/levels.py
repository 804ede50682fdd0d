"""Step 3: a level and its place (`huyện Phú Lương`, `tỉnh`); where a place ends and a personal name begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.names import tone_key
from loaders.gazetteers.entries import PlaceEntry
from loaders.gazetteers.places import LEVEL_WORDS
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token
from loaders.text.names import follows, is_capital, run_of_capitals, split_run, surname_weight

_LONGEST_DISTRICT = 5


class Place(NamedTuple):
    """A place named on its own: `huyện Phú Lương`, `Lạng Sơn`."""

    start: int
    end: int
    level: str
    name: str


def find_place(tokens: Sequence[Token], at: int) -> tuple[Place, int] | None:
    """Find a place named with its level, or a known province alone."""
    if "level" not in tokens[at].means and "place" not in tokens[at].means:
        return None
    stop, level, name = read_level(tokens, at, first=True)
    if not name:
        return None
    return Place(tokens[at].start, tokens[stop - 1].end, level, name), stop


def read_level(tokens: Sequence[Token], at: int, *, first: bool = False) -> tuple[int, str, str]:
    """Read a level and its place, and where they stop; with `first` nothing needs to stand before them."""
    level = ""
    start = at
    if at < len(tokens) and "level" in tokens[at].means and (first or follows(tokens, at)):
        if not is_level_here(tokens, at):
            return at, "", ""
        level = tokens[at].means["level"]
        at += 1
    count = _district_run(tokens, at, level) or place_run(tokens, at, first=first and not level)
    if count == 0 and at < len(tokens) and level and tokens[at].kind == "digits" and follows(tokens, at):
        more = place_run(tokens, at + 1)
        return at + 1 + more, level, _place_text(tokens[at : at + 1 + more])
    if count == 0:
        return at if level else start, level, ""
    more = _dashed(tokens, at + count)
    if more:
        halves = (tokens[at : at + count], tokens[at + count + 1 : at + count + more])
        return at + count + more, level, " - ".join(_place_text(half) for half in halves)
    known = _known_place(tokens[at : at + count])
    if known is not None:
        level = level or {"city": "thành phố", "province": "tỉnh"}.get(known.level, known.level)
        return at + count, level, known.name
    return at + count, level, _place_text(tokens[at : at + count])


def _district_run(tokens: Sequence[Token], at: int, level: str) -> int:
    """Count the tokens of a known district after the word for its level: `huyện Dương Minh Châu` names no person."""
    if LEVEL_WORDS.get(level) != "district" or not follows(tokens, at):
        return 0
    known = read_lexicon().gazetteers.place_index.districts
    last = min(len(tokens), at + _LONGEST_DISTRICT + 1)
    end = next((other for other in range(at + 1, last) if not follows(tokens, other)), last)
    for length in range(min(_LONGEST_DISTRICT, end - at), 1, -1):
        run = tokens[at : at + length]
        if not (is_capital(run[0]) and is_capital(run[-1])):
            continue
        after = tokens[at + length] if at + length < end else None
        free = after is None or not is_capital(after) or bool(surname_weight(after.text))
        entries = known.get(tone_key(" ".join(token.text for token in run)), ())
        if free and any(entry.level == level for entry in entries):
            return length
    return 0


def _dashed(tokens: Sequence[Token], at: int) -> int:
    """Count the dash and the second half of a double name: `phường Xuân Hương - Đà Lạt`."""
    if at + 1 >= len(tokens) or tokens[at].text not in ("-", "–") or not is_capital(tokens[at + 1]):
        return 0
    spaced = tokens[at].start - tokens[at - 1].end == 1 == tokens[at + 1].start - tokens[at].end
    known = "place" in tokens[at + 1].means
    return 1 + 1 if spaced and known else 0


def is_level_here(tokens: Sequence[Token], at: int) -> bool:
    """A level in capitals amid words may open another name; `tỉnh ta` is no place."""
    return at + 1 >= len(tokens) or tokens[at + 1].text not in ("ta", "đoàn", "lỵ", "hội")


def place_run(tokens: Sequence[Token], at: int, *, first: bool = False) -> int:
    """Count the tokens of a place's name that starts here, up to where a personal name begins."""
    if at >= len(tokens) or not (first or follows(tokens, at)) or not is_capital(tokens[at]):
        return 0
    length = 0
    for token in tokens[at : at + run_of_capitals(tokens, at)]:
        if any(kind in token.means for kind in ("body", "role", "title", "honorific")):
            break
        if " " in token.text and ("cue" in token.means or "verb" in token.means):
            break  # `TỈNH ỦY QUYẾT ĐỊNH`
        if "head" in token.means and (" " in token.text or length == 0 and not _goes_on(tokens, at)):
            break
        length += 1
    if length == 0:
        return 0
    split = split_run(tokens, at, length)
    if split == length == 4 and surname_weight(tokens[at + 2].text):
        split = 2  # a place has two syllables as a rule, and a name begins after it
    if "place" in tokens[at].means and split == length and length > 1 and surname_weight(tokens[at + 1].text):
        split = 1 if sum(t.text.count(" ") + 1 for t in tokens[at + 1 : at + length]) >= 2 else length
    words = sum(token.text.count(" ") + 1 for token in tokens[at : at + split])
    if "place" not in tokens[at].means and _is_name(tokens, at, length, split):
        return 0
    return split if words <= 5 else 0


def _is_name(tokens: Sequence[Token], at: int, length: int, split: int) -> bool:
    """Tell whether a run where a place may stand is a person's name: three syllables or more from a surname on."""
    weight = surname_weight(tokens[at].text)
    run = run_of_capitals(tokens, at) if weight == "usual" and split == 1 else length
    words = sum(token.text.count(" ") + 1 for token in tokens[at : at + run])
    return (
        (weight == "usual" and (split == length or split == 1))
        and words >= 3
        or (weight == "rare" and split == length and 3 <= words <= 4)
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a capital goes on with another: `Trường Hải` is a place, `Trường` opens a body."""
    return follows(tokens, at + 1) and tokens[at + 1].kind == "capital"


def _known_place(tokens: Sequence[Token]) -> PlaceEntry | None:
    return tokens[0].means.get("place") if len(tokens) == 1 else None


def _place_text(tokens: Sequence[Token]) -> str:
    text = " ".join(token.text for token in tokens)
    return text.title() if text.isupper() and len(text) > 4 else text
