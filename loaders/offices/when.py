"""A start or end as the box shows it → days, months or years as printed, `nay` or a term; nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.dates import PartialDate

_MONTH_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_WORDS = "|".join(sorted(_MONTH_WORDS, key=len, reverse=True))
_YEAR = r"(?P<y{0}>1[89]\d{{2}}|20\d{{2}})"
_MONTH = r"th?áng"  # the t alone is a slip met on the pages
_BEFORE_YEAR = r"(?:,? ?(?:năm|tháng|/|-)?,? ?)"
_FORMS = (
    rf"(?<!\d)(?P<da>\d{{1,2}}) {_MONTH} (?P<ma>\d{{1,2}}){_BEFORE_YEAR}" + _YEAR.format("a"),
    r"(?<!\d)(?P<db>\d{1,2}) ?[/.-] ?(?P<mb>\d{1,2}) ?[/.-] ?" + _YEAR.format("b"),
    _YEAR.format("c") + r"-(?P<mc>\d{1,2})(?:-(?P<dc>\d{1,2}))?",
    rf"{_MONTH} (?P<md>\d{{1,2}}){_BEFORE_YEAR}" + _YEAR.format("d"),
    rf"{_MONTH} (?P<we>{_WORDS}){_BEFORE_YEAR}" + _YEAR.format("e"),
    r"(?<![\d/.-])(?P<mf>\d{1,2}) ?[/.-] ?" + _YEAR.format("f"),
    r"(?<!\d)" + _YEAR.format("g"),
)
_DATE = re.compile("|".join(rf"(?:{form}(?!\d))" for form in _FORMS), re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_SPAN_ALONE = re.compile(r"\W*\(\s*(?P<inside>[^()]*\d{4}\s*[-–]\s*[^()]*\d{4}[^()]*)\)\W*")
_BEGINS = re.compile(r".*bắt đầu[^:\d]*:?", re.IGNORECASE | re.DOTALL)
_DASH = re.compile(r"\s*[-–—]\s*")
_NOW = re.compile(r"(?<!\w)(?:nay|đương nhiệm|hiện tại|hiện nay)(?!\w)", re.IGNORECASE)
_TERM = re.compile(r"kh[oó][áa]? (?P<numbers>[ivx]+(?:, ?[ivx]+)*|\d{1,2}(?:, ?\d{1,2})*)", re.IGNORECASE)
_UNKNOWN = ("", "?", "không rõ", "chưa rõ")


@dataclass(frozen=True, slots=True)
class When:
    """What a box says of one bound: days in their order, whole spells (`2012 - 2013`), `nay`, a term; else unread."""

    days: tuple[PartialDate, ...] = ()
    spells: tuple[tuple[PartialDate, PartialDate], ...] = ()
    now: bool = False
    term: str = ""
    unread: str = ""

    @property
    def said(self) -> bool:
        """Tell whether it gives a day, a spell or `nay`."""
        return bool(self.days or self.spells or self.now)


def parse_when(shown: str) -> When:
    """Read a bound as shown; a remark in brackets is left out unless it is all there is."""
    alone = _SPAN_ALONE.fullmatch(shown)
    text = alone["inside"] if alone is not None else _BRACKETS.sub("", shown)
    text = _BEGINS.sub("", text)
    days: list[PartialDate] = []
    spells: list[tuple[PartialDate, PartialDate]] = []
    end, last = 0, None
    for match in _DATE.finditer(text):
        day, whole = _make(match)
        if not whole:
            return When(days=(day,) if not days else (), unread=shown)
        if last is not None and _DASH.fullmatch(text[end : match.start()]) and days:
            spells.append((days.pop(), day))
        else:
            days.append(day)
        end, last = match.end(), day
    if days or spells:
        return When(tuple(days), tuple(spells))
    if _NOW.search(text):
        return When(now=True)
    if (term := _TERM.search(text)) is not None:
        return When(term=f"khóa {re.sub(r',(?! )', ', ', term['numbers'].upper())}")
    return When(unread="" if text.strip(" .,;").casefold() in _UNKNOWN else shown)


def _make(match: re.Match[str]) -> tuple[PartialDate, bool]:
    """Make the date of a match, without the day where no calendar has it (then not whole)."""
    parts = {name[0]: value for name, value in match.groupdict().items() if value}
    month = _MONTH_WORDS[parts["w"].casefold()] if "w" in parts else int(parts["m"]) if "m" in parts else None
    if month is not None and not 1 <= month <= 12:
        return PartialDate(int(parts["y"])), False
    made = PartialDate(int(parts["y"]), month, int(parts["d"]) if "d" in parts else None)
    return (made, True) if made.exists else (PartialDate(made.year, month), False)
