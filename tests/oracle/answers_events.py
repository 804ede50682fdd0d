"""Answers to the questions about what happened in a period, each from RULES 5, 9, 12, 17-19, 33 and DESIGN 7.

None: the rules leave open what the answer is.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from tests.oracle.known import OPEN, Known, Row
from tests.oracle.rows import Claim, Day, UndecidedError
from tests.oracle.spells import merge_dates
from tests.oracle.tenure import Tenure

DISCIPLINES = ("cách chức", "khai trừ", "bãi nhiệm", "đình chỉ", "xóa tư cách")
SOON = timedelta(days=90)


def members_between(known: Known, organization: str, since: date, to: date) -> list[Row] | None:
    """Who sat, or may have sat, on any day of `[since, to)`; by an implying post who has no seat of their own."""
    there = [tenure for tenure in known.tenures if _within(tenure, since, to)]
    own = [tenure for tenure in there if tenure.body == organization]
    seated = {tenure.person for tenure in own}
    implied = [
        tenure
        for tenure in there
        if tenure.body != organization and organization in known.implied_by(tenure) and tenure.person not in seated
    ]
    if len({tenure.person for tenure in implied}) < len(implied):
        return None
    return [
        known.who(tenure)
        | {"role": tenure.role}
        | known.tenure_columns(tenure)
        | {"_key": (not tenure.head, tenure.rank, tenure.first, known.names[tenure.person])}
        for tenure in own + implied
    ]


def _within(tenure: Tenure, since: date, to: date) -> bool:
    if tenure.start is None or since >= to:
        return False
    return tenure.start.low < to and (tenure.end_high is None or tenure.end_high > since)


def departures(known: Known, since: date, to: date) -> list[Row] | None:
    """The tenures that ended, or can have ended, in a period, both days inside."""
    rows = []
    for tenure in known.tenures:
        low, high = tenure.end_low, tenure.end_high
        if high is None or high < since or (low is not None and low > to):
            continue
        if low is None:
            return None
        basis = OPEN if tenure.ended_basis == "?" else tenure.ended_basis
        post = {"post": known.title(tenure.spell.post), "ended_basis": basis, "next_post": _next_post(known, tenure)}
        key = low, known.names[tenure.person], post["post"]
        rows.append(known.who(tenure) | post | known.tenure_columns(tenure) | {"_key": key})
    return rows


def _next_post(known: Known, left: Tenure) -> Any:
    """What the person took up next: of several begun on one day the same post, the head's, then by rank."""
    end = left.end_low
    if end is None or end != left.end_high or left.start is None:
        return OPEN
    later = [t for t in known.of(left.person) if t is not left and t.start is not None and t.start.high >= end]
    if any(t.start is None or t.start.low != t.start.high or t.spell.attested_first for t in later):
        return OPEN
    begun = [tenure for tenure in later if tenure.first == min(other.first for other in later)]
    keys = sorted((t.spell.post != left.spell.post, not t.head, t.rank, known.title(t.spell.post)) for t in begun)
    if not keys:
        return None
    return OPEN if len({key for key in keys if key[:3] == keys[0][:3]}) > 1 else keys[0][3]


def disciplined(known: Known, since: date, to: date) -> list[Row] | None:
    """Who lost a post for a fault in a period, both days inside: what the claims name, an action told twice once."""
    told: dict[tuple[int, tuple[str, str], str], list[Claim]] = {}
    for claim, person in known.person_of.items():
        if claim.event == "lose" and claim.action in DISCIPLINES:
            told.setdefault((person, claim.post, claim.action), []).append(claim)
    if len({key[:2] for key in told}) < len(told):
        return None
    rows = []
    for (person, post, action), claims in told.items():
        days = [(claim.date, claim) for claim in claims if claim.date is not None]
        try:
            day = merge_dates(days, end=False)
        except UndecidedError:
            return None
        if day.shown is None or (Day(day.shown).low, Day(day.shown).start_high) != (day.low, day.high):
            return None
        undated = {not claim.basis for claim in claims}
        if len(undated) > 1 or (undated == {True} and len(claims) > 1):
            return None
        if day.low > to or day.high < since:
            continue
        issuers = {known.bodies.key(claim.issuer) if claim.issuer else None for claim in claims}
        row = known.named_person(person) | {"action": action, "post": known.title(post)}
        row |= {"issuer": issuers.pop() if len(issuers) == 1 else OPEN, "date": None if True in undated else day.shown}
        rows.append(row | {"_key": (row["date"] is None, row["date"] or "", row["person"])})
    if any(row["date"] and len(row["date"]) < len("2023-01-01") for row in rows):
        rows = [row | {"_key": ()} for row in rows]
    return rows


def tenure_lengths(known: Known, role: str, organization: str | None) -> list[Row] | None:
    """How long a post is held: closed tenures in days, quartiles inclusive, open ones counted apart (RULES 33)."""
    held = [t for t in known.tenures if t.role == role and organization in (None, t.body)]
    still = sum(1 for tenure in held if tenure.end_high is None)
    days = []
    for tenure in held:
        if tenure.start is None or tenure.spell.attested_first or tenure.end_low is None or tenure.end_high is None:
            continue
        length = _middle(tenure.end_low, tenure.end_high) - _middle(tenure.start.low, tenure.start.high)
        if length < 0 or tenure.undated:
            return None
        days.append(length)
    first, middle, last = _quartiles(days)
    found = {"n": len(days), "open": still, "median_days": middle, "q1_days": first, "q3_days": last}
    return [found | {"_key": ()}]


def _middle(low: date, high: date) -> float:
    return (low.toordinal() + high.toordinal()) / 2


def _quartiles(days: Sequence[float]) -> Sequence[float | None]:
    if not days:
        return [None] * 3
    return statistics.quantiles(days, n=4, method="inclusive") if len(days) > 1 else [days[0]] * 3


def ended_by_term(known: Known, organization: str, term: str) -> list[Row] | None:
    """Whose post in a body ended with a term, and who holds none in it that day (RULES 9)."""
    rows = []
    for tenure in known.tenures:
        day = tenure.end_high
        if tenure.body != organization or term not in tenure.spell.terms or day is None:
            continue
        ended = _with_the_term(known, tenure, day)
        if ended is None:
            return None
        others = {other.certainty(day) for other in known.of(tenure.person) if other.body == organization}
        if not ended or "certain" in others:
            continue
        implied = [t for t in known.of(tenure.person) if t.certainty(day) and organization in known.implied_by(t)]
        if "possible" in others or any(other.body != organization for other in implied):
            return None
        post = {"post": known.title(tenure.spell.post)}
        key = not tenure.head, tenure.rank, known.names[tenure.person]
        rows.append(known.who(tenure) | post | known.tenure_columns(tenure) | {"_key": key})
    return rows


def _with_the_term(known: Known, tenure: Tenure, day: date) -> bool | None:
    """Whether a tenure ended with its term: concluded so, or stated for a day on which a later term begins."""
    if tenure.ended_basis != "stated":
        return tenure.ended_basis == "term"
    if len(tenure.spell.terms) > 1:
        return None
    own = max(tenure.spell.terms)
    later = [t for t in known.tenures if t.body == tenure.body and t.spell.terms and max(t.spell.terms) > own]
    touching = [
        t for t in later if t.start is not None and t.start.low <= day and t.start.high >= (tenure.end_low or day)
    ]
    if not touching:
        return False
    exact = [t for t in touching if t.start is not None and t.start.low == t.start.high and not t.spell.attested_first]
    return True if exact and tenure.end_low == day else None


def changes_between(known: Known, since: date, to: date, organization: str | None) -> list[Row] | None:
    """What began, ended or went on in another way in a period, both days inside."""
    held = [tenure for tenure in known.tenures if organization in (None, tenure.body)]
    if any(_unclear(tenure, since, to) for tenure in held):
        return None
    if any(_may_go_on(one, other) and not _goes_on(one, other) for one in held for other in held):
        return None
    went_on = [(one, other) for one in held for other in held if _goes_on(one, other)]
    before, after = {id(one) for one, _ in went_on}, {id(other) for _, other in went_on}
    rows = []
    for tenure in held:
        start = tenure.start
        if start is not None and start.low <= to and start.high >= since and not tenure.spell.attested_first:
            kind = "changed" if id(tenure) in after else "added"
            rows.append(_event(known, tenure, kind, known.tenure_columns(tenure)["started"], start.low))
        if id(tenure) in before or tenure.end_high is None or tenure.end_low is None:
            continue
        if tenure.end_low <= to and tenure.end_high >= since:
            rows.append(_event(known, tenure, "ended", known.tenure_columns(tenure)["ended"], tenure.end_low))
    return rows


def _event(known: Known, tenure: Tenure, kind: str, on: Any, first: date) -> Row:
    row = {"kind": kind, "post": known.title(tenure.spell.post), "on": on} | known.who(tenure)
    return row | {"_key": (first, kind, known.names[tenure.person])}


def _unclear(tenure: Tenure, since: date, to: date) -> bool:
    """Whether the rules leave open if a tenure began or ended in a period: attested ones, days that nobody printed."""
    start = tenure.start
    if (tenure.spell.attested_first or tenure.undated) and start is not None and start.low >= since:
        return True
    return tenure.end_low is None and tenure.end_high is not None and tenure.end_high >= since


def _may_go_on(one: Tenure, other: Tenure) -> bool:
    """Whether one can have ended on the day on which the same person began anew in the same post."""
    if one is other or one.spell.post != other.spell.post or one.person != other.person:
        return False
    if one.end_low is None or one.end_high is None or other.start is None:
        return False
    return one.end_low <= other.start.high and other.start.low <= one.end_high


def _goes_on(one: Tenure, other: Tenure) -> bool:
    same = one is not other and one.spell.post == other.spell.post and one.person == other.person
    if not same or other.start is None or one.end_low is None or one.end_high is None or other.spell.attested_first:
        return False
    return one.end_low == one.end_high == other.start.low == other.start.high


def transfers(known: Known, since: date, to: date) -> list[Row] | None:
    """The moves between levels and places: a tenure ended, the next one in another body within 90 days (RULES 19)."""
    moves = set()
    for tenure in known.tenures:
        if tenure.end_high is None or tenure.end_high < since or (tenure.end_low or date.min) > to:
            continue
        later = _moved_to(known, tenure)
        if later is None:
            return None
        moves |= {(_whence(known, tenure.body), _whence(known, other.body), id(other)) for other in later}
    counted: dict[tuple[Any, Any], int] = {}
    for before, after, _ in moves:
        if before != after:
            counted[before, after] = counted.get((before, after), 0) + 1
    return [_move(before, after, n) for (before, after), n in counted.items()]


def _moved_to(known: Known, left: Tenure) -> list[Tenure] | None:
    if left.end_low is None or left.end_high is None:
        return None
    end = left.end_high
    others = [t for t in known.of(left.person) if t is not left and t.start is not None and not t.spell.attested_first]
    near = [t for t in others if t.start and t.start.high >= left.end_low and t.start.low <= end + SOON]
    if not near:
        return []
    if left.end_low != end or any(t.start and t.start.low != t.start.high for t in near):
        return None
    first = min(tenure.first for tenure in near)
    next_ones = [tenure for tenure in near if tenure.first == first]
    return (
        next_ones if len(next_ones) == 1 and next_ones[0].body != left.body else _open_unless_alike(known, left, near)
    )


def _open_unless_alike(known: Known, left: Tenure, near: Iterable[Tenure]) -> list[Tenure] | None:
    """Which of several is the next one, and what stands after a stay in the same body, the rules leave open."""
    alike = {_whence(known, tenure.body) for tenure in near} == {_whence(known, left.body)}
    return [] if alike else None


def _whence(known: Known, body: str) -> tuple[str | None, str | None]:
    found = known.bodies.all[body]
    return found.level or None, found.place or None


def _move(before: tuple[Any, Any], after: tuple[Any, Any], n: int) -> Row:
    columns = {"from_level": before[0], "from_place": before[1], "to_level": after[0], "to_place": after[1]}
    return columns | {"n": n, "_key": (-n,)}
