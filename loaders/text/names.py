"""Step 3: personal names: capitals after an honorific, or from a surname on; where a body ends and a name begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph.names import title_case
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token

MOST_SYLLABLES = 5
LONGEST_RUN = 12
MOST_LEADING = 12  # tokens before a name
_DEGREES = (" sĩ", " sư", " nhân", " khoa học")
_APOSTROPHES = ("'", "’", "‘")
_SPACED_MARK = re.compile(r"(?<=['’‘])\s+")


class Person(NamedTuple):
    """A personal name where it stands; `sure` if an honorific, rank or degree leads it in."""

    start: int
    end: int
    name: str
    sure: bool
    sex: str = ""
    note: str = ""


def is_capital(token: Token) -> bool:
    """Tell whether a token can stand in a name: every syllable with a capital."""
    if token.kind != "phrase" or token.text[0].islower():
        return token.kind == "capital"
    return all(word[:1].isupper() or not word.isalpha() for word in token.text.split(" "))


def surname_weight(word: str) -> str:
    """Say how sure a word begins a name: `usual`, `rare` or empty."""
    surnames = read_lexicon().gazetteers.surnames
    weight = surnames.get(word) or surnames.get(word.capitalize(), "")
    if not weight and word[1:2] in _APOSTROPHES and len(word) > 2:
        return surnames.get(f"{word[0].upper()}'", "")
    return weight


def follows(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token stands right after the one before it, one space between."""
    return 0 < at < len(tokens) and tokens[at].start - tokens[at - 1].end <= 1


def run_of_capitals(tokens: Sequence[Token], at: int) -> int:
    """Count the tokens of the unbroken run of capitals that starts here; a title in it ends it."""
    end = at
    last = min(len(tokens), at + LONGEST_RUN)
    while end < last and is_capital(tokens[end]) and (end == at or follows(tokens, end)):
        if end > at and tokens[end].kind == "phrase" and ("role" in tokens[end].means or "title" in tokens[end].means):
            break
        if end > at and tokens[end - 1].end == tokens[end].start:
            break
        end += 1
    return end - at


def find_person(tokens: Sequence[Token], at: int) -> tuple[Person, int] | None:
    """Find a name that begins at a token, honorifics included; return it and how many tokens it takes."""
    first = at
    sex = ""
    last = min(len(tokens), at + MOST_LEADING)
    while first < last and "honorific" in tokens[first].means and _may_lead(tokens, first):
        sex = tokens[first].means["honorific"].value or sex
        first = _past_points(tokens, first + 1)
    if first > at:
        return _after_lead(tokens, at, first, sex)
    return _from_surname(tokens, at)


def _may_lead(tokens: Sequence[Token], at: int) -> bool:
    after = _past_points(tokens, at + 1)
    return after < len(tokens) and (is_capital(tokens[after]) or "honorific" in tokens[after].means)


def _past_points(tokens: Sequence[Token], at: int) -> int:
    """Step over the marks between degrees and ranks: `PGS.TS.`, `TS, `, `các đồng chí:`."""
    if (
        at + 1 < len(tokens)
        and tokens[at].text in ".,-:"
        and (is_capital(tokens[at + 1]) or "honorific" in tokens[at + 1].means)
    ):
        return at + 1
    return at


def _after_lead(tokens: Sequence[Token], at: int, first: int, sex: str) -> tuple[Person, int] | None:
    if (
        "role" in tokens[first].means
        or "title" in tokens[first].means
        or "head" in tokens[first].means
        and " " in tokens[first].text
    ):
        return None
    length = run_of_capitals(tokens, first)
    taken = _syllables(tokens, first, length)
    if taken == 0 or (taken == 1 and _is_subject(tokens, first)):
        return None
    return _person(tokens, (at, first, first + taken), sure=True, sex=sex), first + taken - at


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a degree is in what follows: `Thạc sĩ Lâm nghiệp`, `Kỹ sư Thủy lợi`."""
    lead = tokens[at - 1].means.get("honorific")
    degree = lead is not None and (lead.kind == "degree" or lead.word.endswith(_DEGREES))
    return degree and follows(tokens, at + 1) and tokens[at + 1].kind == "word"


def _syllables(tokens: Sequence[Token], first: int, length: int) -> int:
    """Count the tokens that make up to five syllables."""
    syllables = taken = 0
    for token in tokens[first : first + length]:
        syllables += token.text.count(" ") + 1
        if syllables > MOST_SYLLABLES:
            break
        taken += 1
    return taken


def _from_surname(tokens: Sequence[Token], at: int) -> tuple[Person, int] | None:
    token = tokens[at]
    weight = surname_weight(token.text.partition(" ")[0]) or _weight_by_form(tokens, at)
    if not weight or not is_capital(token) or token.kind == "phrase" and not _may_be_name(token):
        return None
    length = _syllables(tokens, at, run_of_capitals(tokens, at))
    if all(other.text.isupper() for other in tokens[at : at + length]) and not _follows_label(tokens, at):
        return None
    count = sum(other.text.count(" ") + 1 for other in tokens[at : at + length])
    if count < 2 or (weight == "rare" and count < 3 and "place" not in token.means):
        return None
    if length == 1 and token.kind == "phrase":
        return None
    return _person(tokens, (at, at, at + length), sure=False, sex=""), length


def _weight_by_form(tokens: Sequence[Token], at: int) -> str:
    """Say that a name may begin with a word that is no known surname: `Phương Thị Thanh`, `H'Lim Byă`."""
    if tokens[at].kind != "capital" or at + 1 >= len(tokens) or not follows(tokens, at + 1):
        return ""
    return "usual" if tokens[at + 1].text == "Thị" or tokens[at].text[:2] in ("H'", "H’", "K'", "K’") else ""


def _follows_label(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether capitals stand where a form has a name; elsewhere they are a heading."""
    return at > 0 and tokens[at - 1].text in (":", "|", ".")


def _may_be_name(token: Token) -> bool:
    return set(token.means) <= {"place", "cue", "verb", "honorific", "field"}


def _person(tokens: Sequence[Token], span: tuple[int, int, int], *, sure: bool, sex: str) -> Person:
    at, first, end = span
    name = " ".join(token.text for token in tokens[first:end])
    name = title_case(_SPACED_MARK.sub("", name))
    return Person(tokens[first].start, tokens[end - 1].end, name, sure, sex or _sex(name))


def _sex(name: str) -> str:
    return "f" if " Thị " in name else "m" if " Văn " in name else ""


def split_run(tokens: Sequence[Token], at: int, length: int) -> int:
    """Say how many tokens of a run of capitals belong to a place or body before a name begins (all: no name)."""
    options = {"usual": -1, "rare": -1}
    for offset in range(1, length):
        rest = sum(token.text.count(" ") + 1 for token in tokens[at + offset : at + length])
        word = tokens[at + offset].text
        weight = surname_weight(word) if tokens[at + offset].kind == "capital" else ""
        if weight and options[weight] < 0 and 2 <= rest <= MOST_SYLLABLES:
            options[weight] = offset
    if options["usual"] > 0:
        return options["usual"]
    return options["rare"] if options["rare"] > 0 and length - options["rare"] >= 3 else length
