"""Rows of the input tables as plain records, dates with the days they can mean (RULES 1, 4, DESIGN 8)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
ONE_DAY = timedelta(days=1)
TONES = {"hoà": "hòa", "thuý": "thúy", "hoá": "hóa", "thuỷ": "thủy"}
PARTY = ("Tỉnh ủy", "Ban Thường vụ", "Ban Chấp hành", "Ban Tổ chức Tỉnh ủy")


class UndecidedError(Exception):
    """The rules leave open what this world means; another one is drawn."""


@dataclass(frozen=True)
class Day:
    """A date as printed, and the first and last day it can mean as a start and as an end."""

    text: str

    @property
    def exact(self) -> bool:
        return len(self.text) == 10

    @property
    def low(self) -> date:
        return date.fromisoformat((self.text + "-01-01")[:10])

    @property
    def start_high(self) -> date:
        return self.low if self.exact else self.end_high - ONE_DAY

    @property
    def end_high(self) -> date:
        if self.exact:
            return self.low
        year, month = self.low.year, self.low.month
        if len(self.text) == 4 or month == 12:
            return date(year + 1, 1, 1)
        return date(year, month + 1, 1)


@dataclass(frozen=True)
class Source:
    title: str
    url: str
    publisher: str
    published: date


@dataclass(frozen=True)
class Claim:
    """One row that says something of one person and one post; `event` is `row` for the table of tenures."""

    event: str
    name: str
    own: str
    born: str
    role: str
    body: str
    printed: str
    date: Day | None
    ended: Day | None
    planned: str
    capacity: str
    term: str
    seats: str
    action: str
    number: str
    issuer: str
    basis: str
    source: Source
    quote: str

    @property
    def published(self) -> date:
        return self.source.published

    @property
    def post(self) -> tuple[str, str]:
        return self.role, self.body


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last one of it."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (Day(f"{year:04}-{month + 1:02}").end_high - ONE_DAY).day
    return date(year, month + 1, min(day.day, last))


def tone(text: str) -> str:
    """Write a name in one normal form and one placement of tones."""
    words = unicodedata.normalize("NFC", text).split(" ")
    return " ".join(_toned(word) for word in words)


def _toned(word: str) -> str:
    found = TONES.get(word.lower())
    return word if found is None else word[0] + found[1:]


def folded(text: str) -> str:
    """Write a text without case, marks and signs."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join(re.findall(r"\w+", "".join(mark for mark in plain if not unicodedata.combining(mark))))


def day(text: str) -> Day | None:
    """Read a date of the tables."""
    if "/" in text:
        text = "-".join(reversed(text.split("/")))
    return Day(text) if text else None


def source_of(row: Row) -> Source:
    """Read what a row says of its source."""
    texts = [row.get(key) or "" for key in ("source_title", "source_url", "publisher")]
    return Source(*texts, date.fromisoformat(row["published"]))


def read_claims(tables: Tables) -> list[Claim]:
    """Read the rows of tenures and decisions; equal rows of one source are one claim (RULES 22)."""
    claims = [_claim(row, row.get("event") or "row") for name in ("tenures", "decisions") for row in tables[name]]
    return list(dict.fromkeys(_counted(claim) for claim in claims))


def _claim(row: Row, event: str) -> Claim:
    def cell(key: str) -> str:
        return row.get(key) or ""

    own = f"{cell('id_source')}:{cell('person_id')}" if cell("person_id") else ""
    return Claim(
        event=event,
        name=cell("person"),
        own=own,
        born=cell("born"),
        role=cell("role"),
        body=cell("organization"),
        printed=cell("organization"),
        date=day(cell("started") if event == "row" else cell("date")),
        ended=day(cell("ended")),
        planned=cell("planned_end"),
        capacity=cell("capacity") or "full",
        term=cell("term"),
        seats=cell("seats"),
        action=cell("action"),
        number=cell("decision_number"),
        issuer=cell("issuer"),
        basis="stated" if event in ("row", "held") else cell("date_basis"),
        source=source_of(row),
        quote=cell("quote"),
    )


def _counted(claim: Claim) -> Claim:
    """A hold counts on its day of publication; so does an action without a date; a limited gain's end is planned."""
    if claim.event == "hold":
        return replace(claim, date=Day(claim.published.isoformat()))
    if claim.event in ("gain", "lose") and claim.date is None:
        claim = replace(claim, date=Day(claim.published.isoformat()), basis="")
    if claim.event == "gain" and claim.ended is not None:
        return replace(claim, planned=claim.planned or claim.ended.text, ended=None)
    return claim


def groups_of_copies(claims: Sequence[Claim]) -> int:
    """Count the sources of claims, copies of a story as one (RULES 21)."""
    first = {source: at for at, source in enumerate(dict.fromkeys(claim.source for claim in claims))}
    for one in claims:
        for other in claims:
            if _copies(one, other):
                old, new = first[other.source], first[one.source]
                first = {source: new if group == old else group for source, group in first.items()}
    return len(set(first.values()))


def _copies(one: Claim, other: Claim) -> bool:
    if not one.quote or folded(one.quote) != folded(other.quote):
        return False
    near = abs((one.published - other.published).days) <= 7
    return near or (one.source.title != "" and one.source.title == other.source.title)
