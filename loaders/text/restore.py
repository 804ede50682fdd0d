"""Step 2: lines typed without diacritics: the words that the gazetteers know get them back, letter for letter.

Names of persons, and words nobody knows, stay as printed; the length never changes, so offsets hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.text.lexicon import Lexicon, make_pattern, read_lexicon

FEWEST_LETTERS = 15
FEWEST_KNOWN = 2
LONGEST_SHORT = 5
LONGEST_WORD = 80  # is looked back
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENING = (".", ":", "(", "-", '"', ")")
_HONORIFIC = re.compile(r"(?:ong|ba|anh|chi|dong chi|cac|đồng chí) $")
_LETTERS = re.compile(r"[^\W\d_]")
_MARKED = re.compile(r"[^\W\d_\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Restored:
    """A text whose bare lines got their diacritics back, and the words in them that nobody knows."""

    text: str
    unknown: frozenset[str]


def restore_diacritics(text: str) -> Restored:
    """Give back their diacritics to the known words of lines that have none; other lines stay as they are."""
    if not any(_is_bare(line) for line in text.split("\n")):
        return Restored(text, frozenset())
    lines, unknown = [], set()
    for line in text.split("\n"):
        whole, rest = _restored(line) if _is_bare(line) else (line, "")
        lines.append(whole)
        unknown.update(_WORD.findall(rest))
    return Restored("\n".join(lines), frozenset(unknown))


def _is_bare(line: str) -> bool:
    return len(line) >= FEWEST_LETTERS and line.isascii() and len(_LETTERS.findall(line)) >= FEWEST_LETTERS


@dataclass(frozen=True, slots=True)
class _Known:
    """The known phrases by their bare form, each with the full one and how it must stand; the pattern of them all."""

    phrases: dict[str, tuple[tuple[str, str], ...]]
    pattern: re.Pattern[str]


def _restored(line: str) -> tuple[str, str]:
    """The line with its known words made whole, and what of it is not known; as it is if hardly any word is."""
    known = _known(read_lexicon())
    matches = list(known.pattern.finditer(line.lower()))
    out, rest, at = [], [], 0
    for number, match in enumerate(matches):
        start, end = match.span()
        joined = number + 1 < len(matches) and matches[number + 1].start() == end + 1
        options = known.phrases[match.group()]
        full = next((full for full, stands in options if _fits(line, start, end, stands, joined)), None)
        if full is not None:
            out += [line[at:start], "".join(map(_cased, full, line[start:end]))]
            rest.append(line[at:start])
            at = end
    if len(rest) < FEWEST_KNOWN:
        return line, ""
    return "".join((*out, line[at:])), " ".join((*rest, line[at:]))


def _cased(new: str, old: str) -> str:
    return new.upper() if old.isupper() else new.lower()


def _fits(line: str, start: int, end: int, stands: str, joined: bool) -> bool:
    """Tell whether a word may be meant here: `ba` before a name, `So` before a field, a place not amid a name."""
    word, follower = line[start:end], line[end + 1 : end + 2]
    if stands == "name":
        return follower.isupper()
    if stands == "head":
        return (
            word[0].isupper() and joined and not _HONORIFIC.search(line[max(0, start - LONGEST_WORD) : start].lower())
        )
    if stands == "place":
        return word[0].isupper() and (not follower.isupper() or line[end] in ",.;:)") and _follows_word(line, start)
    if stands == "loud":
        return word.isupper()
    opens = start == 0 or line[max(0, start - 2) : start].strip() in _OPENING
    return stands == "phrase" or word.islower() or (opens and not word.isupper() and follower.islower())


def _follows_word(line: str, start: int) -> bool:
    """Tell whether the word before is no syllable of a name: it begins small, or is a known `Huyen uy`."""
    words = line[max(0, start - LONGEST_WORD) : start].split()
    return not words or words[-1][:1].islower() or words[-1][-1:] in ",("


@lru_cache(maxsize=2)
def _known(lexicon: Lexicon) -> _Known:
    found: dict[str, dict[str, tuple[str, int]]] = {}
    for phrase, stands, entry in (*_phrases(lexicon), *_districts(lexicon)):
        options = found.setdefault(strip_marks(phrase), {})
        options.setdefault(phrase, (stands, entry))
    phrases = {bare: _one_meant(options) for bare, options in found.items()}
    for row in lexicon.gazetteers.bare:
        phrases[row.bare.lower()] = (*phrases.get(row.bare.lower(), ()), (row.full.lower(), row.before))
    phrases = {bare: options for bare, options in phrases.items() if options}
    pattern = re.compile(rf"(?<!\w)(?:{make_pattern(dict.fromkeys(phrases, {}))})(?!\w)")
    return _Known(phrases, pattern)


def _one_meant(options: dict[str, tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    """The full phrase of a bare one; none where it may be two that mean different things."""
    entries = {entry for _, entry in options.values()}
    first = next(iter(options))
    return ((first, options[first][0]),) if len(entries) == 1 else ()


def _phrases(lexicon: Lexicon) -> Iterator[tuple[str, str, int]]:
    for phrase, means in lexicon.phrases.items():
        entry = id(next(iter(means.values())))
        if " " in phrase and not phrase.isascii():
            yield phrase, "place" if set(means) <= {"place"} else "phrase", entry
        elif "đ" in phrase and phrase.replace("đ", "d").isascii() and len(phrase) <= LONGEST_SHORT:
            yield phrase, "loud", entry


def _districts(lexicon: Lexicon) -> Iterator[tuple[str, str, int]]:
    for entry in lexicon.gazetteers.districts:
        if " " in entry.name and not entry.name.isascii():
            yield entry.name.casefold(), "place", hash(entry.name.casefold())


def strip_marks(text: str) -> str:
    """Drop diacritics, letter for letter: `đồng chí` is `dong chi`."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))
