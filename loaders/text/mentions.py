"""Step 3: a sentence → tokens: phrases of the gazetteers, days, terms, decision numbers, capitals, words, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from loaders.text.clean import CAPITALS
from loaders.text.lexicon import Lexicon, read_lexicon

TokenKind = Literal["phrase", "date", "term", "number", "capital", "word", "digits", "mark"]
_DAY = r"(?P<{0}d>\d{{1,2}})\s?[/.-]\s?(?P<{0}m>\d{{1,2}})"
_DATES = (
    r"(?<!\w)(?:ngày |mùng )(?P<ad>\d{1,2}) tháng (?P<am>\d{1,2})(?:,? năm (?P<ay>\d{4}))?",
    r"(?<!\w)" + _DAY.format("b") + r"\s?[/.-]\s?(?P<by>\d{4})(?![\d/])",
    r"(?:(?<!\w)(?:ngày|hôm|sáng|trưa|chiều|tối|từ|đến|hết|và)|,|\() ?(?:ngày )?"
    + _DAY.format("c")
    + r"(?![\d/%-])(?!\.\d)(?! phiếu)",
    r"(?<!\w)tháng (?P<dm>\d{1,2})(?:\s?[/-]\s?| năm )(?P<dy>\d{4})",
    r"(?<![\w/.-])(?P<em>\d{1,2})/(?P<ey>\d{4})(?![\d/])",
    r"(?<!\w)tháng (?P<fm>\d{1,2})(?![\d/-])",
    r"(?<![\w/.-])(?:năm |từ năm |cuối năm |đầu năm )(?P<gy>(?:19|20)\d{2})(?![\d/-])",
    r"(?<!\w)(?:từ |đến )(?P<hy>(?:19|20)\d{2})(?![\d/-])",
)  # fmt: skip
# What any of `_DATES` begins with; of terms and numbers it is a digit, `n` or `k`: few words have to be tried as one.
_BEGINS = r"(?=[\d,(]|ngày|mùng|hôm|sáng|trưa|chiều|tối|từ|đến|hết|và|tháng|năm|cuối|đầu)"
_TERM = re.compile(
    r"nhiệm k[ỳy]:?\s*(?P<years>\d{4}\s?-\s?\d{4})|"
    r"kh[óo]a(?P<session>(?:[ ,]+(?:và )?(?:[ivx]{1,6}|\d{1,2})(?![\w/-]|\.\w))+)|"
    r"(?<![\d/-])(?P<span>(?:19|20)\d{2}\s?-\s?(?:19|20)\d{2})(?![\d/-])"
)
_DATE = re.compile("|".join(_DATES))
_PARTS = {form: [name for name in _DATE.groupindex if name[0] == form] for form in "abcdefgh"}
_GROUP = re.compile(r"\(\?P<\w+>")  # each costs time at every match: they are asked again where one is a date or term
_NUMBER = r"\d{1,5}\s?[-/]\s?(?:\d{4}\s?[-/]\s?)?(?:qđ|nq|qd)[^\W_]*(?:\s?[-/]\s?[^\W\d_][^\W_]*)*"
# `giữ chức Vụ trưởng` holds no `chức vụ`; `giữ chức vụ Trưởng ban` does.
_NOT_SPLIT = r"(?!(?<=chức vụ) trưởng (?!ban|phòng|công an|khoa|đoàn|tiểu ban))"
_SERIAL = re.compile(r"\s+")
_HYPHENED = re.compile(rf"[-–](?<=[^\W\d_{CAPITALS}].)[^\W\d_{CAPITALS}]")
_NOTHING: dict[str, Any] = {}
_SMALL = ("verb", "cue", "honorific")


@dataclass(slots=True, eq=False)  # not frozen: half of all objects of a reading are tokens
class Token:
    """A stretch of the text and what it may be."""

    kind: TokenKind
    start: int
    end: int
    text: str
    means: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class When:
    """A day, month or year as printed; the year may be missing."""

    year: int | None
    month: int | None
    day: int | None


_DASH = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """A mandate: its years as `2021-2026` however the dash is printed, or the number of a session as printed."""

    years: str | None
    session: str | None
    span: bool = False

    @property
    def text(self) -> str | None:
        return self.years or self.session


def find_tokens(clean: str, folded: str, start: int, end: int) -> tuple[Token, ...]:
    """Find the tokens of a stretch, in order; every visible character is in one."""
    lexicon = read_lexicon()
    pattern, (small, capital) = _pattern(lexicon), _plain_phrases(lexicon)
    found: list[Token] = []
    for match in pattern.finditer(folded, start, end):
        left, right = match.span()
        kind = match.lastgroup
        printed = clean[left:right]
        if kind == "word":
            found.append(Token("capital" if printed[0].isupper() else "word", left, right, printed, _NOTHING))
        elif kind == "phrase":
            phrase = folded[left:right]
            means = (small if printed[0].islower() else capital).get(phrase)
            if means is not None:
                found.append(Token("phrase", left, right, printed, means))
            else:
                found.append(_phrase(lexicon.phrases[phrase], printed, (left, right), clean, start))
        elif kind == "mark":
            found.append(Token("mark", left, right, printed, _NOTHING))
        elif kind == "digits":
            found.append(Token("digits", left, right, printed, _NOTHING))
        elif kind == "date":
            found += _date(_DATE.match(folded, left, end), clean)
        elif kind == "term":
            means = {"term": _term(_TERM.match(folded, left, end), printed, clean)}
            found.append(Token("term", left, right, printed, means))
        else:
            found.append(Token("number", left, right, printed, {"number": _SERIAL.sub("", printed)}))
    dashed = clean.find("-", start, end) >= 0 or clean.find("–", start, end) >= 0
    return _hyphened(found, clean) if dashed and _HYPHENED.search(clean, start, end) else tuple(found)


def _hyphened(tokens: Sequence[Token], clean: str) -> tuple[Token, ...]:
    """Join the syllables of a foreign name: `Xa-la-van`, `Bun-lọt Xay-nhạ-xẻng`, `Kim Dae-hyun`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        if tokens[at].kind == "capital" or tokens[at].text[:1].isupper() and " " not in tokens[at].text:
            while _goes_on(tokens, end):
                end += 2
        if end == at:
            found.append(tokens[at])
        else:
            left, right = tokens[at].start, tokens[end].end
            found.append(Token("capital", left, right, clean[left:right], _NOTHING))
        at = end + 1
    return tuple(found)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a hyphen and a small syllable follow with nothing between."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in "-–":
        return False
    syllable = tokens[at + 2]
    close = tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == syllable.start
    return close and syllable.text[:1].islower() and " " not in syllable.text


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    number, term, dates = (_GROUP.sub("(?:", pattern) for pattern in (_NUMBER, _TERM.pattern, _DATE.pattern))
    return re.compile(
        rf"(?!\s)(?:(?=[\dnk])(?<!\w)(?:(?P<number>{number})|(?P<term>{term}))|{_BEGINS}(?P<date>{dates})|"
        rf"(?P<phrase>(?<!\w)(?:{lexicon.pattern})(?!\w){_NOT_SPLIT})|"
        r"(?P<word>h'\s?(?=[^\W\d_])[^\W\d_]+|[^\W\d_](?:[^\W_]|['.](?=[^\W_]))*)|(?P<digits>\d+)|(?P<mark>[^\s\w]|_))"
    )


@lru_cache(maxsize=4)
def _plain_phrases(lexicon: Lexicon) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """The phrases that mean the same wherever they stand, printed small and with a capital; the rest is `_phrase`'s."""
    phrases = lexicon.phrases.items()
    small = {phrase: means for phrase, means in phrases if not _is_only_word(means)}
    capital = {phrase: means for phrase, means in phrases if " " in phrase or means.keys().isdisjoint(_SMALL)}
    return small, capital


def _is_only_word(means: dict[str, Any]) -> bool:
    """Tell whether a phrase in small letters is a word like any other: the name of a place, or a blind cue."""
    return len(means) == 1 and ("place" in means or _is_blind(means))


def _opens(clean: str, at: int, start: int) -> bool:
    """Tell whether a capital here only opens a sentence or a clause."""
    before = clean[max(start, at - 2) : at].strip()
    return before == "" and at - start < 2 or before in (":", "-", "*", '"', "“", "(", ".")


def _phrase(means: dict[str, Any], printed: str, span: tuple[int, int], clean: str, start: int) -> Token:
    """Make a phrase's token; a word of the grammar in capitals amid a sentence is a syllable of a name."""
    if printed[0].isupper():
        small = " " not in printed and not means.keys().isdisjoint(_SMALL)
        if small and not printed.isupper() and not _opens(clean, span[0], start):
            means = {kind: entry for kind, entry in means.items() if kind not in _SMALL or _is_title(entry)}
            if not means:
                return Token("capital", *span, printed, _NOTHING)
    elif printed[0].islower() and _is_only_word(means):
        return Token("word", *span, printed, _NOTHING)
    return Token("phrase", *span, printed, means)


def _is_blind(means: dict[str, Any]) -> bool:
    return "cue" in means and means["cue"].kind == "blind"


def _is_title(entry: Any) -> bool:
    """Tell whether a word of the grammar is printed with a capital too: `Quyền Bộ trưởng`, `Đại tá`, `Nguyên`."""
    return getattr(entry, "kind", "") in ("rank", "degree", "acting")


def _date(match: re.Match[str] | None, clean: str) -> Iterator[Token]:
    assert match is not None
    form = (match.lastgroup or "")[0]
    parts = {name[-1]: int(match[name]) for name in _PARTS[form] if match[name]}
    when = When(parts.get("y"), parts.get("m"), parts.get("d"))
    left, right = match.span()
    if clean[left] in ",(":
        yield Token("mark", left, left + 1, clean[left])
        left += 1
        while clean[left] == " ":
            left += 1
    if not _is_possible(when):
        yield Token("digits", left, right, clean[left:right])
    else:
        yield Token("date", left, right, clean[left:right], {"date": when})


def _is_possible(when: When) -> bool:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if when.month is not None and not 1 <= when.month <= 12:
        return False
    if when.year is not None and not 1900 <= when.year <= 2100:
        return False
    return when.day is None or (when.month is not None and 1 <= when.day <= longest[when.month - 1])


def _term(match: re.Match[str] | None, printed: str, clean: str) -> Term:
    assert match is not None
    if match["session"] is not None:
        return Term(None, printed.strip())
    name = "years" if match["years"] is not None else "span"
    years = _DASH.sub("-", clean[match.start(name) : match.end(name)])
    return Term(years, None, span=name == "span")
