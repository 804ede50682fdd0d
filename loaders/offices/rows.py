"""Records → rows of `tenures`, and of `decisions` where nothing is printed of an end, and what was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.dates import PartialDate
from loaders.offices.lines import Line, Post, read_line
from loaders.offices.records import Office, Record, same_line
from loaders.offices.when import When, parse_when

ID_SOURCE = "vi.wikipedia.org"
PUBLISHER = "Wikipedia tiếng Việt"
COLUMNS = (
    "person", "role", "organization", "started", "ended", "person_id", "id_source", "names", "born", "planned_end",
    "capacity", "term", "seats", "source_title", "source_url", "publisher", "published", "quote",
)  # fmt: skip
ENDLESS = (
    *("event", "date_basis"),
    *("date" if name == "started" else name for name in COLUMNS if name not in ("ended", "planned_end")),
)
_DISCIPLINE = re.compile(
    r"\s*\([^()]*(?:bị |cách chức|cách (?:tất cả|hết)|kỷ luật|khai trừ|tư cách|khởi tố|đình chỉ|bãi nhiệm|mất)[^()]*\)",
    re.IGNORECASE,
)
_CHILDHOOD = 15  # years from birth in which nobody holds an office


@dataclass(frozen=True, slots=True)
class Spell:
    """The bounds of one holding as printed; an end after the copy's day is only planned.

    `over`: it has ended, though no end is printed. `begun`: only that it began is printed.
    """

    started: PartialDate | None = None
    ended: PartialDate | None = None
    over: bool = False
    begun: bool = False

    @property
    def event(self) -> str:
        """As what a row of `decisions` tells it; none where it is a row of `tenures`."""
        return "held" if self.over else "gain" if self.begun else ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was not read, or is odd: where, why (a code), which words."""

    page: str
    title: str
    key: str
    reason: str
    words: str
    line: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one record gives; `endless` are rows of `decisions`: posts held once, or begun, with no word of the end."""

    rows: tuple[dict[str, str], ...]
    endless: tuple[dict[str, str], ...]
    troubles: tuple[Trouble, ...]
    lines: int
    split: int


def make_rows(record: Record, copied: date) -> Outcome:
    """Make the rows of a record; a line that cannot be split gives none and is told."""
    rows: list[dict[str, str]] = []
    troubles: list[Trouble] = []
    split = 0
    for office in record.offices:
        line, office = _read_office(office)
        start, end = _bounds(office)
        split += len(line.posts) > 1
        if line.fault:
            troubles.append(_trouble(record, office, line.fault, line.rest))
        for bound in (start, end):
            if bound.unread:
                troubles.append(_trouble(record, office, "date", bound.unread))
        placed = place_in_time(line.posts, start, end)
        if placed is None:
            troubles.append(_trouble(record, office, "spells", f"{office.start} … {office.end}"))
            placed = tuple((post, Spell()) for post in line.posts)
        term = start.term or end.term
        for post, spell in placed:
            if _is_reversed(spell):
                troubles.append(_trouble(record, office, "reversed", f"{spell.started} … {spell.ended}"))
            if spell.ended is None and not end.now:
                over = spell.over or record.dead or spell.started is None
                spell = replace(spell, over=over, begun=not over)
            rows.append(_row(record, office, replace(post, term=post.term or term), spell, copied=copied))
    open_or_closed, endless = _part(_without_birth(rows, record))
    return Outcome(open_or_closed, endless, tuple(troubles), len(record.offices), split)


def _read_office(office: Office) -> tuple[Line, Office]:
    """Read a line; where it cannot be read, as the cleaned file has it under the same key and with the same start."""
    line = read_line(office.line, office.place)
    tidy, start, _ = office.cleaned
    if not line.fault or line.fault == "no_post" or not tidy or same_line(tidy, office.line):
        return line, office
    again = read_line(tidy, office.place)
    if again.fault or parse_when(start).days != parse_when(office.start).days:
        return line, office
    return again, replace(office, line=tidy)


def _bounds(office: Office) -> tuple[When, When]:
    """Read both bounds; one that cannot be read is taken from the cleaned file if it tells of the same office."""
    line, start, end = office.cleaned
    trusted = same_line(line, office.line)
    found = []
    for printed, tidy in ((office.start, start), (office.end, end)):
        when = parse_when(printed)
        again = parse_when(tidy) if when.unread and trusted else when
        found.append(again if again.said and not again.unread else when)
    return found[0], found[1]


def pair_spells(start: When, end: When) -> tuple[Spell, ...] | None:
    """Pair starts and ends; spells printed whole stand as they are. None where the numbers do not fit."""
    whole = [Spell(*spell) for spell in (*start.spells, *end.spells)]
    starts, ends = list(start.days), list(end.days)
    if whole and not starts and len(ends) == 1 and ends[0] == whole[-1].ended:
        ends = []
    if len(starts) == len(ends) and not end.now:
        pairs = [Spell(*pair) for pair in zip(starts, ends, strict=True)]
    elif len(starts) == len(ends) + 1:
        pairs = [Spell(*pair) for pair in zip(starts, [*ends, None], strict=True)]
    elif not starts and len(ends) == 1:
        pairs = [Spell(None, ends[0])]
    elif not starts and not ends:
        pairs = []
    else:
        return None
    spells = sorted([*pairs, *whole], key=lambda spell: str(spell.started or ""))
    return tuple(spells) or (Spell(),)


def place_in_time(posts: Sequence[Post], start: When, end: When) -> tuple[tuple[Post, Spell], ...] | None:
    """Give posts their spells: each its own where as many starts are printed, else all share them; None if unclear."""
    if 1 < len(posts) == len(start.days) and len(end.days) in (0, len(posts)):
        ends = end.days or (None,) * len(posts)
        return tuple((post, Spell(*pair)) for post, pair in zip(posts, zip(start.days, ends, strict=True), strict=True))
    spells = pair_spells(start, end)
    return None if spells is None else tuple(_shared(posts, spells))


def _shared(posts: Sequence[Post], spells: Sequence[Spell]) -> Iterator[tuple[Post, Spell]]:
    """Posts on one line share its dates; an alternate's end and the start of the full seat after it are not told."""
    for post in posts:
        first = post.capacity == "alternate" and _has_beside(posts, post, "full")
        then = post.capacity == "full" and _has_beside(posts, post, "alternate")
        for spell in spells:
            yield post, Spell(None if then else spell.started, None if first else spell.ended, over=first)


def _has_beside(posts: Sequence[Post], post: Post, capacity: str) -> bool:
    """Tell whether the line gives the same seat in another capacity too."""
    seat = (post.role, post.organization, capacity)
    return any((other.role, other.organization, other.capacity) == seat for other in posts)


def _is_reversed(spell: Spell) -> bool:
    return spell.started is not None and spell.ended is not None and spell.started.first > spell.ended.last


def _row(record: Record, office: Office, post: Post, spell: Spell, *, copied: date) -> dict[str, str]:
    planned = spell.ended is not None and spell.ended.first > copied
    ended = "" if spell.ended is None else str(spell.ended)
    return {
        "event": spell.event,
        "date_basis": "effective" if spell.event == "gain" else "",
        "person": record.person,
        "role": post.role,
        "organization": post.organization,
        "started": "" if spell.started is None else str(spell.started),
        "ended": "" if planned else ended,
        "person_id": record.page,
        "id_source": ID_SOURCE,
        "names": " | ".join(record.other_names),
        "born": "" if record.born is None else str(record.born),
        "planned_end": ended if planned else "",
        "capacity": post.capacity,
        "term": post.term,
        "seats": "",
        "source_title": record.title,
        "source_url": f"https://{ID_SOURCE}/?curid={record.page}",
        "publisher": PUBLISHER,
        "published": copied.isoformat(),
        "quote": quote(office.line),
    }


def quote(line: str) -> str:
    """Print a line as the quote of its rows, without what it says in brackets of a punishment."""
    return _DISCIPLINE.sub("", line.replace("\n", " ")).strip()


def _without_birth(rows: Sequence[dict[str, str]], record: Record) -> list[dict[str, str]]:
    """Drop a year of birth that would seat a child."""
    first = min((row["started"] for row in rows if row["started"]), default="")
    if record.born is not None and first and int(first[:4]) < record.born + _CHILDHOOD:
        rows = [{**row, "born": ""} for row in rows]
    return [row for at, row in enumerate(rows) if row not in rows[:at]]


def _part(rows: Sequence[dict[str, str]]) -> tuple[tuple[dict[str, str], ...], tuple[dict[str, str], ...]]:
    """Part the rows of `tenures` from those of `decisions`, each with the columns of its table."""
    tenures = [{name: row[name] for name in COLUMNS} for row in rows if not row["event"]]
    endless = [{"date": row["started"], **row} for row in rows if row["event"]]
    return tuple(tenures), tuple({name: row[name] for name in ENDLESS} for row in endless)


def _trouble(record: Record, office: Office, reason: str, words: str) -> Trouble:
    return Trouble(record.page, record.title, office.key, reason, words, office.line)
