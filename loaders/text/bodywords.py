"""Step 3: the words of a body's name: which tokens it takes, where it stops, how they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from loaders.gazetteers.entries import HeadEntry
from loaders.text.lexicon import Lexicon, read_lexicon
from loaders.text.mentions import Token
from loaders.text.names import follows, is_capital, run_of_capitals, surname_weight

LOUD = 3  # words in capitals in a row; fewer may be shorthand
MOST_STRAYS = 3  # small words in a row that no list knows
CONNECTORS = ("và", "của", "các")
_LARGER = ("hospital", "school", "enterprise", "press", "institute", "ministry", "agency", "department")
_OWNERS = ("school", "enterprise", "department", "hospital", "institute", "ministry")
_ENDING_CUES = ("passive", "replaces", "past", "struck", "former", "now", "and", "toward")
_SCHOOLS = re.compile(
    r"(?:(?:trung học(?: phổ thông| cơ sở)?|tiểu học|mầm non|mẫu giáo|phổ thông|cấp|chuyên|nội trú|bán trú|dân tộc|và|"
    r"i{1,3}|[123])(?: |$))+"
)


def take(tokens: Sequence[Token], at: int, first: bool, *, named: bool = False, unit: bool = False) -> int:
    """Count the tokens to take as words of the name itself; 0 where it stops. One marked `tail` is known to be such."""
    token = tokens[at]
    if "tail" in token.means:
        return 1
    if "role" in token.means or "title" in token.means or "honorific" in token.means and not first:
        return 0
    if _is_field(token) or token.kind == "digits" or _is_part(token, first, unit=unit):
        return 1
    if first and _is_small_field(tokens, at):
        return 1
    if is_capital(token):
        run = run_of_capitals(tokens, at)
        if first and run >= 3 and surname_weight(token.text) == "usual" and not named:
            return 0
        if not first and is_name(tokens, at, run):
            return 0
        return 1
    if token.text in "-–/" and not first:
        return 1 if _joins(tokens, at) else 0
    return 1 if _is_tail_word(token) else 0


def _is_part(token: Token, first: bool, *, unit: bool) -> bool:
    """Tell whether a phrase with a capital, which means something else elsewhere, is part of the name here."""
    if not token.text[:1].isupper():
        return False
    if first and unit and "head" in token.means and "body" not in token.means:
        return True  # `Khoa Ngân hàng`, `Phòng Thanh tra`
    if "abbreviation" in token.means or (first and token.text == "Cơ quan"):
        return True  # `Khối Cơ quan và Doanh nghiệp`
    if first and "honorific" in token.means:
        return True  # `Hội Nhà báo`, `Đoàn Luật sư`
    # `Trung tâm Giới thiệu sản phẩm`, `Viện Quy hoạch Thủy lợi`
    return token.kind == "phrase" and set(token.means) <= {"verb", "cue"}


def strays(tokens: Sequence[Token], at: int) -> int:
    """Count small words of no list that go on with a name: before a capital, or where the clause is seen to end."""
    end = at
    while end < min(len(tokens), at + MOST_STRAYS) and follows(tokens, end) and _is_stray(tokens, end):
        end += 1
    if end == at:
        return 0
    if end >= len(tokens) or not follows(tokens, end):
        return end - at
    token = tokens[end]
    if token.kind in ("mark", "term") or "level" in token.means or token.text[:1].isupper() or _is_tail_word(token):
        return end - at
    ends = "verb" in token.means or ("cue" in token.means and token.means["cue"].kind in _ENDING_CUES)
    return end - at if ends or closes(tokens, end) else 0


def _is_stray(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    small = token.kind == "word" or (token.kind == "phrase" and set(token.means) <= {"field", "place"})
    return small and token.text.islower() and not closes(tokens, at)


def closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a small word ends a name: `họp`, or the first of `công bố`, while `công nghệ` goes on."""
    gazetteers = read_lexicon().gazetteers
    if "tail" in tokens[at].means:
        return False
    word = tokens[at].text
    pair = f"{word} {tokens[at + 1].text.split(' ')[0].casefold()}" if at + 1 < len(tokens) else ""
    if pair in gazetteers.tail_words:
        return False
    return word in gazetteers.closers or pair in gazetteers.closers


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a dash goes on with the name: closed up, or spaced on both sides before a capital of no person."""
    if at + 1 >= len(tokens):
        return False
    before, after = tokens[at].start - tokens[at - 1].end, tokens[at + 1].start - tokens[at].end
    if before == after == 0:
        return True
    follower = tokens[at + 1]
    named = follower.kind == "capital" and not surname_weight(follower.text)
    return before == after == 1 and (named or _is_field(follower))


def _is_field(token: Token) -> bool:
    """Tell whether a field of work is printed as one: with a capital, unless it never bears one."""
    field: str = token.means.get("field", "")
    return bool(field) and (token.text[:1].isupper() or field[:1].islower())


def _is_small_field(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a field in small letters stands before the body that it is of: `Trưởng Ban tổ chức Tỉnh ủy`."""
    if "field" not in tokens[at].means or not follows(tokens, at + 1):
        return False
    return "head" in tokens[at + 1].means and tokens[at + 1].text[:1].isupper()


def is_name(tokens: Sequence[Token], at: int, run: int) -> bool:
    """Tell whether a personal name begins amid a run of capitals."""
    count = sum(token.text.count(" ") + 1 for token in tokens[at : at + run])
    return tokens[at].kind == "capital" and surname_weight(tokens[at].text) == "usual" and 3 <= count <= 5


def _is_tail_word(token: Token) -> bool:
    if token.kind not in ("word", "phrase") or "verb" in token.means:
        return False
    known = read_lexicon().gazetteers.tail_words
    if "cue" in token.means and token.text != "và":
        return False
    return all(word in known for word in token.text.split(" "))


def words_of(tokens: Sequence[Token]) -> list[str]:
    """Write the words of some tokens, shorthand written out."""
    found: list[str] = []
    for token in tokens:
        means: dict[str, Any] = token.means
        if _is_field(token):
            found.append(means["field"])
        elif "abbreviation" in means and token.text.upper() == token.text:
            found.append(means["abbreviation"])
        elif "place" in means:
            city = "Thành phố " if token.text[:2].casefold() == "tp" else ""
            found.append(city + means["place"].name)
        else:
            found.append(_printed(token))
    return found


def calm(words: Sequence[str]) -> list[str]:
    """Write the words of a name printed in capitals throughout as they are in a sentence."""
    pairs = _pairs(read_lexicon())
    low = [word.lower() for word in words]
    return [
        word if " " in word else word.lower() if at and (low[at - 1], low[at]) in pairs else word.capitalize()
        for at, word in enumerate(words)
    ]


@lru_cache(maxsize=4)
def _pairs(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Words and the small ones that follow them in the names the gazetteers know: `Trung` `học`, `Đa` `khoa`."""
    known = lexicon.gazetteers
    names = [entry.name for entry in known.bodies] + [entry.head for entry in known.heads]
    names += [*known.abbreviations.values(), *(form for forms in known.fields for form in forms)]
    both = (pair for name in names for pair in pairwise(name.split(" ")))
    return frozenset((first.lower(), second) for first, second in both if second.islower())


def _printed(token: Token) -> str:
    text = token.text
    return text.title() if text.isupper() and len(text) > 4 and token.kind == "capital" else text


def ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token shows that the name before it is over."""
    token = tokens[at]
    if token.kind == "phrase":
        return any(kind in token.means for kind in ("verb", "cue", "level", "honorific")) or closes(tokens, at)
    return token.kind not in ("word", "capital") or closes(tokens, at)


def is_loud(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Tell whether a name is printed in capitals throughout, as a heading is; one or two words may be shorthand."""
    count = 0
    while stop > 0 and tokens[stop - 1].start >= start:
        stop -= 1
        if tokens[stop].text[:1].isalpha():
            if not tokens[stop].text.isupper():
                return False
            count += tokens[stop].text.count(" ") + 1
    return count > LOUD


def names_type(head: HeadEntry, words: Sequence[str]) -> bool:
    """Tell whether only the type of a school was read: its name follows, be it a person's: `Trường THPT Lê Văn Tám`."""
    return head.kind == "school" and _SCHOOLS.fullmatch(" ".join(words).casefold()) is not None


def is_owner(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a body the name belongs to is printed after `của`: `Ủy ban Nông nghiệp của Quốc hội`."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text[:1].isupper():
        return "body" in token.means or "head" in token.means
    return "head" in token.means and token.means["head"].kind in _OWNERS and not token.text[:1].isupper()


def opens_body(token: Token, before: str, unit: bool) -> bool:
    """Tell whether the larger body begins here; a division's may be of any kind."""
    kind = token.means["head"].kind if "head" in token.means else ""
    larger = unit and kind in _LARGER and token.text[:1].isupper()
    committee = kind == "committee" and token.text.endswith(("ủy", "uỷ"))  # also in small letters: `huyện ủy`
    return before not in CONNECTORS and (larger or committee or _opens_inner(token) or _opens_unit(token, before))


def _opens_inner(token: Token) -> bool:
    if "body" in token.means:
        return True
    if "head" not in token.means or not token.text[:1].isupper():
        return False
    head: HeadEntry = token.means["head"]
    return head.needs != "name" or head.head in ("Bộ", "Tập đoàn", "Tổng công ty", "Trường", "Trường Đại học")


def _opens_unit(token: Token, before: str) -> bool:
    """After its number a unit is whole, and what opens there is the larger one: `Trung đoàn 3 Sư đoàn 330`."""
    return before.isdecimal() and "head" in token.means and token.text[:1].isupper()
