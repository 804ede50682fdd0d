"""The cell of a person in a table → the name, other names and year of birth that it prints.

What is not understood stays in the name as printed: a name must not lose a part of itself. Reading a name so read
again changes nothing, so an export loaded again makes the same claims.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from graph.names import folded, nfc, title_case
from loaders.gazetteers import Gazetteers

MOST_WORDS = 5
_KEPT = 1 << 14  # a table names the same few people over and over
_BRACKET = re.compile(r"(.*[^\s(])\s*\(([^()]+)\)")
_BORN = re.compile(
    r"(?:(?:năm )?sinh|sinh (?:năm|ngày)|s\.?n\.?)\s*:?\s*(?:\d{1,2}[/.-]\d{1,2}[/.-])?((?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"nữ|(?:dân tộc|người dân tộc) [^,;]+", re.IGNORECASE)  # of the person, not of the name
_BY_BIRTH = frozenset(("Cả", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Út"))
_PEOPLES = frozenset(
    ("Kinh", "Tày", "Thái", "Hoa", "Khmer", "Mường", "Nùng", "Mông", "Dao", "Chăm", "Thổ", "Giáy", "Lào")
)
_MIDDLES = ("Văn", "Thị")  # also surnames: after a word that may be one itself they decide nothing
_ONSET = re.compile(r"[^aeiouy]*")


class Printed(NamedTuple):
    """What a person's cell says."""

    name: str
    names: tuple[str, ...] = ()
    born: int | None = None


@lru_cache(maxsize=_KEPT)
def parse_person(cell: str, gazetteers: Gazetteers) -> Printed:
    """Part a cell into name, other names and year of birth, out of capitals and without honorifics."""
    name = _without_honorifics(nfc(cell), gazetteers)
    names: list[str] = []
    born = None
    while (parted := _part(name, gazetteers)) is not None:
        remark = _read_remark(*parted, gazetteers)
        if remark is None:
            break
        name, names = parted[0], [*remark.names, *names]
        born = born or remark.born
    name = title_case(name)
    others = tuple(dict.fromkeys(title_case(other) for other in names))
    return Printed(name, tuple(other for other in others if other != name), born)


def _part(name: str, gazetteers: Gazetteers) -> tuple[str, str] | None:
    """Part a name and the remark behind it: in brackets, or from a word that announces another name."""
    found = _BRACKET.fullmatch(name) or _cues(gazetteers).fullmatch(name)
    return (found[1], found[2].strip()) if found is not None else None


def _read_remark(name: str, remark: str, gazetteers: Gazetteers) -> Printed | None:
    """Read a remark behind a name; None where some of it is neither a name nor a year of birth nor surely a note."""
    names: list[str] = []
    born = None
    for part in re.split(r"\s*[,;]\s*", remark):
        if (year := _BORN.fullmatch(part)) is not None:
            born = int(year[1])
        elif _ASIDE.fullmatch(part) is None:
            other = _read_other(name, part, gazetteers)
            if other is None:
                return None
            names.append(other)
    return Printed(name, tuple(names), born)


def _read_other(name: str, part: str, gazetteers: Gazetteers) -> str | None:
    """Read another name: after a word that announces it, or bare where it can be nothing else."""
    announced = _cue(gazetteers).sub("", part, count=1)
    other = _without_honorifics(announced, gazetteers)
    words = other.split(" ")
    if len(words) > MOST_WORDS or not all(_is_capital(word, whole=name.isupper()) for word in words):
        return None
    if len(words) == 1 and _replaces_last(name.split(" ")[-1], other):
        return " ".join((*name.split(" ")[:-1], other)) if " " in name else None
    if announced != part:
        return other
    known = _opens_name(words, gazetteers) or (len(words) > 1 and words[0].capitalize() in _BY_BIRTH)
    return other if known and folded(other) not in _places(gazetteers) else None


def _is_capital(word: str, *, whole: bool) -> bool:
    """Tell whether a word can be one of a name: a capital first, and not all capitals unless the name is."""
    return (
        word[:1].isupper()
        and all(char.isalpha() or char in "'’-." for char in word)
        and (whole or len(word) == 1 or not word.isupper())
    )


def _replaces_last(last: str, other: str) -> bool:
    """Tell whether a syllable stands for the last one of a name: `Phới (Phớn)`, `Khích (Khiết)`."""
    one, another = folded(last), folded(other)
    starts = [_ONSET.match(each) for each in (one, another)]
    onsets = [start[0] if start is not None else "" for start in starts]
    alike = onsets[0] == onsets[1] != "" or one[len(onsets[0]) :] == another[len(onsets[1]) :]
    return alike and len(other) > 1 and other.capitalize() not in _PEOPLES


def _without_honorifics(name: str, gazetteers: Gazetteers) -> str:
    """Take off the words before a name that are no part of it."""
    rest, sure = name, False
    while (lead := _honorifics(gazetteers).match(rest)) is not None:
        word, rest = lead[1], rest[lead.end() :]
        sure = sure or word[0].islower() or not word.isalpha() or word.casefold() in _degrees(gazetteers)
        if rest[:1].isupper() and (sure or _opens_name(rest.split(" "), gazetteers)):
            name = rest
    return name


def _opens_name(words: list[str], gazetteers: Gazetteers) -> bool:
    """Tell whether words read like a whole name by the first: `Ông Lê An` is a Lê, `Ông Ích Khiêm` an Ông."""
    first = words[0].replace("’", "'").replace("‘", "'")
    if first[:2] in ("H'", "K'") or first == "Y":
        return True
    weight = gazetteers.surnames.get(first) or gazetteers.surnames.get(first.capitalize())
    return weight == "usual" and len(words) > 1 or weight == "rare" and len(words) > 2 and first not in _MIDDLES


@lru_cache(maxsize=4)
def _honorifics(gazetteers: Gazetteers) -> re.Pattern[str]:
    words = sorted((entry.word for entry in gazetteers.honorifics), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))})(?:[.,:]\s*|\s+)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _degrees(gazetteers: Gazetteers) -> frozenset[str]:
    return frozenset(entry.word.casefold() for entry in gazetteers.honorifics if entry.kind == "degree")


@lru_cache(maxsize=4)
def _cue(gazetteers: Gazetteers) -> re.Pattern[str]:
    """The words that announce another name, where a remark begins with one."""
    words = sorted((entry.word for entry in gazetteers.cues if entry.kind == "alias"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?: là)?\s*:?\s+", re.IGNORECASE)


@lru_cache(maxsize=4)
def _cues(gazetteers: Gazetteers) -> re.Pattern[str]:
    """A name, then such a word in small letters, no bracket between."""
    words = "|".join(re.escape(entry.word) for entry in gazetteers.cues if entry.kind == "alias")
    return re.compile(rf"([^(),;]+?)\s*[,;]?\s+((?:{words})\s[^()]+)")


@lru_cache(maxsize=4)
def _places(gazetteers: Gazetteers) -> frozenset[str]:
    """Names of places, folded: a bracket tells of where somebody serves as often as of another name."""
    forms = [form for place in gazetteers.places for form in (place.name, *place.forms)]
    forms += [form for district in gazetteers.districts for form in (district.name, *district.forms)]
    return frozenset(map(folded, forms))
