"""A stretch of an office line in the words that the title grammar reads: terms and manners taken out, gaps closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.gazetteers.entries import HeadEntry
from loaders.text.clean import fold_for_scan
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Term, Token, find_tokens

_CAPACITY = re.compile(r"\((quyền|dự khuyết|phụ trách)\)")
_PAST = re.compile(r"^(?:nguyên|cựu|tân) ", re.IGNORECASE)
_PARTY = re.compile(r"(?<=Trung ương )Đảng (?:Cộng sản|Lao động) (?:Việt Nam|Đông Dương)", re.IGNORECASE)
_CENTRE = re.compile(r"(?P<before>.*?)(?P<centre>Trung ương) Đảng(?! (?:bộ|ủy|đoàn))", re.IGNORECASE)
_OF_THE_PARTY = ("ủy viên", "dự khuyết", "bí thư", "chấp hành", "văn phòng", "cố vấn")
_STATE = r"(?:Cộng h(?:òa|oà) xã hội chủ nghĩa|CHXHCN) Việt Nam"
_HEAD_OF_STATE = re.compile(rf"(?<=Chủ tịch )nước (?:{_STATE}|Việt Nam)(?! Dân chủ)", re.IGNORECASE)
_COUNTRY = re.compile(rf"[ ,]*(?:của )?(?:n[ưu]ớc )?{_STATE}$", re.IGNORECASE)
_BARE_TERM = re.compile(r"(?<=Đảng|.hội|.Nam) (?=[IVX]{1,5}(?:,|$| ))")
_OF_PARTY = re.compile(r"(?<=Trung ương )(.+ )Đảng Cộng sản Việt Nam$", re.IGNORECASE)
_DELEGATION = re.compile(r"(?<=oàn đại biểu Quốc hội) Việt Nam(?= (?:tỉnh|thành phố) )", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\w) đầu tiên(?= )", re.IGNORECASE)
_SECRETARY_OF = re.compile(
    r"^((?i:(?:Phó )?Bí thư(?: thường trực)?)) ((?i:tỉnh|thành phố|huyện|quận|thị xã)) (?=[A-ZĐ])(?!(?i:đoàn|ủy|uỷ))"
)
_STANDING_MEMBER = re.compile(r"^Thường vụ (?=(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ?(?:ủy|uỷ))", re.IGNORECASE)
COMMITTEES = {
    "tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy",
}  # fmt: skip
_FULL_TIME = re.compile(r" (?:không )?chuyên trách(?= |$)")
_CHARGE = re.compile(r"[ ,(-]+phụ trách(?: (?P<what>.*))?$", re.IGNORECASE)
_MANNERS = {"thường trực": "Thường trực", "thứ nhất": "Thứ nhất"}
_DEPUTIES = ("phó ", "thứ ")
_MANNERED = ("phó", "thứ", "ủy viên", "uỷ viên", "bí thư")
_JOINS = (",", "-", "–", "của", "thuộc", "trực thuộc")
_PROVISIONAL = re.compile(r"(?<!cách mạng) lâm thời$", re.IGNORECASE)  # but a government is named so
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What is left for the grammar, and what was taken out of it."""

    text: str
    term: str
    manner: str
    capacity: str


def reword(stretch: str) -> Wording:
    """Put a stretch into the grammar's words."""
    capacity = "".join(_CAPACITY.findall(stretch)[:1])
    text, term = _take_terms(_BARE_TERM.sub(" khóa ", _PAST.sub("", _CAPACITY.sub("", stretch))))
    text = _OF_PARTY.sub(r"\1", _PARTY.sub("Đảng", _BLANKS.sub(" ", text).strip(" ,-–")))
    text = _ORDINAL.sub("", _name_the_centre(text))
    text = _DELEGATION.sub("", text)  # that of a province, not of the country
    text = _COUNTRY.sub("", _HEAD_OF_STATE.sub("nước", text))
    text = _STANDING_MEMBER.sub("Ủy viên Ban Thường vụ ", _SECRETARY_OF.sub(_of_committee, text))
    text, charge = _take_charge(_FULL_TIME.sub("", text))
    text, manner = _take_manner(_PROVISIONAL.sub("", text))
    return Wording(_close_gaps(_put_back(text)), term, manner, capacity or charge)


def _of_committee(match: re.Match[str]) -> str:
    """A province's secretary is that of its committee."""
    return f"{match.group(1)} {COMMITTEES[match.group(2).casefold()]} "


def scan(text: str) -> tuple[Token, ...]:
    """Find the tokens of a whole text."""
    return find_tokens(text, fold_for_scan(text), 0, len(text))


def _take_terms(text: str) -> tuple[str, str]:
    """Take the terms out of a stretch, wherever they stand in it."""
    terms = [token for token in scan(text) if "term" in token.means]
    for token in reversed(terms):
        text = f"{text[: token.start].rstrip(' ,-–')} {text[token.end :].lstrip(' ,')}"
    return text, join_terms([token.means["term"] for token in terms])


def join_terms(terms: Sequence[Term]) -> str:
    """Join the terms of one membership: `khóa XI`, `khóa XII` → `khóa XI, XII`; years go before numbers."""
    years = [_BLANKS.sub("", term.years) for term in terms if term.years is not None and not term.span]
    if years:
        return ", ".join(dict.fromkeys(years))
    numbers = [number for term in terms for number in re.findall(r"\b(?:[IVXivx]+|\d{1,2})\b", term.session or "")]
    return f"khóa {', '.join(dict.fromkeys(number.upper() for number in numbers))}" if numbers else ""


def _name_the_centre(text: str) -> str:
    """`Ban Tổ chức Trung ương Đảng` is `Ban Tổ chức Trung ương`; the committee itself and its office keep the word."""
    match = _CENTRE.match(text)
    if match is None or fold_for_scan(match["before"]).strip().endswith(_OF_THE_PARTY):
        return text
    return f"{match['before']}{match['centre']}{text[match.end() :]}"


def _take_charge(text: str) -> tuple[str, str]:
    """Take out what a deputy looks after; of `Phó Giám đốc phụ trách Sở …` the body stays, the word is a capacity."""
    match = _CHARGE.search(text)
    if match is None or match["what"] is None:
        return text, ""
    before = text[: match.start()]
    tokens, what = scan(before), scan(match["what"])
    opens = what[0].text[:1].isupper() and ("body" in what[0].means or "head" in what[0].means)
    if opens and before.casefold().startswith(_DEPUTIES) and _after_role(tokens) == len(tokens):
        return f"{before} {match['what']}", "phụ trách"
    return before, ""


def _take_manner(text: str) -> tuple[str, str]:
    """Take `Thường trực`, `thứ nhất` from behind a role or the stretch's end."""
    tokens = scan(text)
    at = _after_role(tokens)
    if not at or not tokens[at - 1].text.casefold().startswith(_MANNERED):
        return text, ""
    if at < len(tokens):
        rest = text[tokens[at].start :]
        for printed, manner in _MANNERS.items():
            if fold_for_scan(rest).startswith(f"{printed} ") or fold_for_scan(rest) == printed:
                return f"{text[: tokens[at].start]}{rest[len(printed) :].lstrip()}", manner
    if fold_for_scan(text).endswith(" thường trực"):
        return text[: -len(" thường trực")], "Thường trực"
    return text, ""


def _after_role(tokens: Sequence[Token]) -> int:
    """The index after the role that a stretch begins with; 0 if it begins with none or with a whole title."""
    at = 1 if tokens and "cue" in tokens[0].means and tokens[0].means["cue"].kind == "acting" else 0
    return at + 1 if at < len(tokens) and "role" in tokens[at].means and "title" not in tokens[at].means else 0


def _put_back(text: str) -> str:
    """Print the first word of a body that its title swallows, and give the word that opens a body its capital."""
    tokens = scan(text)
    at = _after_role(tokens)
    if not at or at >= len(tokens):
        return text
    role, follower = tokens[at - 1], tokens[at]
    first = role.means["role"].puts_back
    parted = follower.text in (",", "-", "–")
    if parted and at + 1 < len(tokens):
        follower = tokens[at + 1]
    before, rest = text[: role.end], text[follower.start :]
    if _opens_body(follower, first):
        return f"{before} {rest[:1].upper()}{rest[1:]}"
    if first and not parted and follower.text.casefold() != "phụ trách" and _swallows(first, rest):
        return f"{before} {first} {rest}"
    return text


def _swallows(first: str, rest: str) -> bool:
    """Tell whether the body's first word is not printed: another body may stand there instead."""
    folded = fold_for_scan(rest)
    if folded.startswith(f"{fold_for_scan(first)} ") or folded == fold_for_scan(first):
        return False
    follower = scan(rest)[0]
    if f"{fold_for_scan(first)} {fold_for_scan(follower.text)}" in read_lexicon().phrases:
        return True
    head = follower.means.get("head")
    return not ("body" in follower.means or isinstance(head, HeadEntry) and follower.text[:1].isupper())


def _opens_body(token: Token, first: str) -> bool:
    """Tell whether a body is printed whole after a role, from its first word on where the role may swallow that."""
    opening = fold_for_scan(f"{token.text} ")
    fits = not first or opening.startswith(f"{fold_for_scan(first)} ")
    return fits and ("body" in token.means or "head" in token.means)


def _close_gaps(text: str) -> str:
    """Close the gap before a body that a comma, a dash or `của` parts from the words before it."""
    tokens = scan(text)
    for at in range(len(tokens) - 2, 0, -1):
        after = tokens[at + 1]
        if (
            tokens[at].text.casefold() in _JOINS
            and after.text[:1].isupper()
            and ("body" in after.means or "head" in after.means)
        ):
            text = f"{text[: tokens[at].start].rstrip(' ,')} {text[after.start :]}"
    return text
