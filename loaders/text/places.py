"""Step 3: places a text names with their level once (`tỉnh Hà Tiên Bắc`) are known wherever it names them again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from graph.names import title_case, tone_key
from loaders.gazetteers.entries import PlaceEntry
from loaders.text.clean import CAPITALS
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token
from loaders.text.names import surname_weight

_CAPITAL = rf"[{CAPITALS}][^\W\d_]*"


def _whole(*words: str) -> str:
    """A pattern of whole words that starts with their letters: a search then jumps to those, which a check before
    the word would forbid, so that the check stands after it.
    """
    return "|".join(rf"{word}(?<!\w{word})" for word in words)


_LEVELS = ("tỉnh", "huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "Tỉnh", "Thành phố", "Huyện")
_LEVELLED = re.compile(
    rf"(?P<level>{_whole(*_LEVELS)}|{_whole('TP')}\.?) (?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,3}})(?! {_CAPITAL})"
)
_LOUD_LETTERS = "ỈỆẬÃỐỜẤ"  # each of the loud levels has one of them
_LOUD_LEVELS = ("TỈNH", "HUYỆN", "QUẬN", "THỊ XÃ", "THÀNH PHỐ", "XÃ", "PHƯỜNG", "THỊ TRẤN")
_LOUD = re.compile(
    rf"(?P<level>{_whole(*_LOUD_LEVELS)}) "
    rf"(?P<name>[{CAPITALS}]+(?: [{CAPITALS}]+){{1,3}})(?![^\W\d_]| [{CAPITALS}]{{2}})"
)
_LEVEL_WORDS = {"tp": "thành phố", "tp.": "thành phố"}
_GREETINGS = ("ông", "Ông", "bà", "Bà", "đồng chí", "Đồng chí", "anh", "Anh", "chị", "Chị")
_GREETED = re.compile(rf"(?:{_whole(*_GREETINGS)}) ({_CAPITAL}(?: {_CAPITAL}){{2,3}})")
# Where a name is a place's and no person's: after a committee of a place or a word for where, before a remark.
_WHERE = (
    rf"(?:(?:{_whole('Tỉnh', 'Thành', 'Huyện', 'Quận', 'Thị')}) (?:ủy|uỷ|đoàn)|{_whole('ở', 'tại', 'Tại', 'về')}) "
    rf"({_CAPITAL}(?: {_CAPITAL}){{1,3}})(?! {_CAPITAL})"
)
_REMARKS = ("(trước", "(nay", "(cũ", "(mới", "(sau")
_REMARKED = rf"(?<= )({_CAPITAL}(?: {_CAPITAL}){{1,3}}) (?:{'|'.join(map(re.escape, _REMARKS))})"
_IN_PLACE = re.compile(_WHERE)
_IN_PLACE_OR_REMARKED = re.compile(rf"{_WHERE}|{_REMARKED}")  # slow: tries every capital
_SURE = re.compile(r"(?:[,:(–-]|tại|ở|về|quán|trú) $")  # before a place that no title leads to
_SMALLER = re.compile(r", (?:xã|huyện|quận|thị xã|thành phố|tỉnh|TP)")
LONGEST = 4
_IN_NAMES = ("capital", "phrase")  # kinds of tokens that may stand in the name of a place


def find_levelled_places(text: str) -> dict[str, PlaceEntry]:
    """Find the places of two syllables and more that stand after a word for their level."""
    found: dict[str, PlaceEntry] = {}
    districts = read_lexicon().gazetteers.place_index.districts
    levelled = list(_LEVELLED.finditer(text))
    seen: Counter[str] | None = None  # counted only where a name may be a person's
    for match in levelled:
        name = match["name"]
        level = match["level"].casefold()
        if not _is_sure(text, match) and tone_key(name) not in districts:
            seen = _count(text, levelled) if seen is None else seen
            if seen[name] == 1:
                continue
        found.setdefault(name, PlaceEntry(name, (name,), _LEVEL_WORDS.get(level, level), ""))
    for match in _LOUD.finditer(text) if holds_any(text, _LOUD_LETTERS) else ():
        level, name = match["level"].casefold(), match["name"]
        found.setdefault(name, PlaceEntry(title_case(name), (name,), level, ""))
        found.setdefault(title_case(name), PlaceEntry(title_case(name), (title_case(name),), level, ""))
    greeted = _greeted(text) if any(name.count(" ") >= 2 for name in found) else set()
    return {name: entry for name, entry in found.items() if not _runs_into_name(name, found, greeted)}


def _is_sure(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands before or after a name says that it is a place's, or it reads like no person's."""
    return bool(
        not _may_be_person(match["name"])
        or _SURE.search(text, max(0, match.start() - 12), match.start())
        or _SMALLER.match(text, match.end())
    )


def _count(text: str, levelled: Sequence[re.Match[str]]) -> Counter[str]:
    """Count how often a text names each place."""
    seen = Counter(match["name"] for match in levelled)
    if holds_any(text, _REMARKS):
        seen.update(match[1] or match[2] for match in _IN_PLACE_OR_REMARKED.finditer(text))
    else:
        seen.update(_IN_PLACE.findall(text))
    return seen


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether any of the words is in a text."""
    return any(map(text.__contains__, words))


def _greeted(text: str) -> set[str]:
    """The persons that a text calls `ông`, `bà`, `đồng chí`, by three syllables and by four."""
    return {" ".join(words[:end]) for words in map(str.split, _GREETED.findall(text)) for end in (3, 4)}


def _runs_into_name(name: str, found: Mapping[str, PlaceEntry], greeted: Container[str]) -> bool:
    """Tell whether a run goes on from a place named elsewhere into a person, or is one greeted elsewhere."""
    words = name.split(" ")
    if len(words) < 3:
        return False
    ends = any(" ".join(words[:end]) in found for end in range(2, len(words) - 1))
    return ends or name in greeted


def _may_be_person(name: str) -> bool:
    """Tell whether a run of capitals reads like a person: `huyện Sùng A Vảng` in `Chủ tịch HĐND huyện Sùng A Vảng`."""
    words = name.split(" ")
    if len(words) < 3:
        return False
    return bool(surname_weight(words[0])) or any(surname_weight(word) == "usual" for word in words[1:-1])


def join_places(tokens: Sequence[Token], places: Mapping[str, PlaceEntry], firsts: Container[str]) -> tuple[Token, ...]:
    """Join the capitals of such a place to one token, longest first; `firsts` are the first words of the places."""
    joined: list[Token] = []
    after = 0
    for at, token in enumerate(tokens):
        if at < after:
            continue
        named = token.kind in _IN_NAMES and token.text.partition(" ")[0] in firsts
        length = _length_here(tokens, at, places) if named else 0
        if length:
            after = at + length
            name = " ".join(token.text for token in tokens[at:after])
            joined.append(Token("phrase", token.start, tokens[after - 1].end, name, {"place": places[name]}))
        else:
            joined.append(token)
    return tuple(joined)


def _length_here(tokens: Sequence[Token], at: int, places: Mapping[str, PlaceEntry]) -> int:
    if not tokens[at].text[:1].isupper():
        return 0
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        name = " ".join(token.text for token in tokens[at : at + length])
        if name in places and "place" not in tokens[at].means:
            return length if length > 1 or " " in name else 0
        if name in places and length > 1:
            return length
    return 0
