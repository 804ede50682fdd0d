"""Answers to the questions about events and empty seats, each from RULES 5, 12, 16, 18, 33 and DESIGN 7.

None: the rules leave open what the answer is, as a rule because a bound is no exact day.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import date

from tests.oracle.known import OPEN, Known, Row
from tests.oracle.tenure import HEADS, Tenure

DISCIPLINES = ("cách chức", "khai trừ", "bãi nhiệm", "đình chỉ", "xóa tư cách")
COVERS = ("acting", "in_charge")


def members_between(known: Known, organization: str, since: date, to: date) -> list[Row] | None:
    """Who sat on any day of `[since, to)`; open where somebody sat by an implying post, or perhaps."""
    rows = []
    for tenure in known.tenures:
        if tenure.start is None:
            continue
        surely = tenure.start.high < to and (tenure.end_low is None or tenure.end_low > since)
        maybe = tenure.start.low < to and (tenure.end_high is None or tenure.end_high > since)
        if maybe and (
            not surely and tenure.body == organization or organization in known.implied_by(tenure) - {tenure.body}
        ):
            return None
        if surely and tenure.body == organization:
            rows.append(_who(known, tenure) | {"role": tenure.role} | known.tenure_columns(tenure) | {"_key": ()})
    return rows


def _who(known: Known, tenure: Tenure) -> Row:
    return {"person_id": known.tokens[tenure.person], "person": known.names[tenure.person]}


def departures(known: Known, since: date, to: date) -> list[Row] | None:
    """The tenures that ended in a period, both days inside."""
    rows = []
    for tenure in known.tenures:
        low, high = tenure.end_low, tenure.end_high
        if high is None or (low is not None and (low > to or high < since)):
            continue
        if low != high or tenure.ended is None or tenure.ended_basis == "?":
            return None
        post = {"post": known.title(tenure.spell.post), "ended_basis": tenure.ended_basis, "next_post": OPEN}
        rows.append(_who(known, tenure) | post | known.tenure_columns(tenure) | {"_key": ()})
    return rows


def disciplined(known: Known, since: date, to: date) -> list[Row] | None:
    """Who lost a post for a fault in a period, both days inside."""
    rows: dict[tuple[int, tuple[str, str]], Row] = {}
    for act in known.acts:
        claim = act.claim
        if claim.event != "lose" or claim.action not in DISCIPLINES or claim.date is None:
            continue
        if not claim.date.exact or not claim.basis or (act.person, claim.post) in rows:
            return None
        post = {"action": claim.action, "post": known.title(claim.post), "issuer": known.bodies.key(claim.issuer)}
        who = {"person_id": known.tokens[act.person], "person": known.names[act.person]}
        rows[act.person, claim.post] = who | post | {"date": claim.date.text, "_key": ()}
    return [row for row in rows.values() if since <= date.fromisoformat(row["date"]) <= to]


def vacancies(known: Known, at: date) -> list[Row] | None:
    """The single seats that nobody holds in full, in bodies that exist (RULES 16)."""
    rows = []
    for post in sorted(known.single):
        empty = _empty(known, post, at)
        if empty is None:
            return None
        for last, cover in empty:
            assert last.end_low is not None
            days = {"since": last.end_low.isoformat(), "days": (at - last.end_low).days}
            rows.append({"post": known.title(post), **days, "covered_by": cover, "_key": ()})
    return rows


def bodies_without_head(known: Known, at: date) -> list[Row] | None:
    """The bodies whose head's post nobody holds in full."""
    rows = []
    for role, body in sorted(known.single):
        empty = _empty(known, (role, body), at) if role in HEADS else []
        if empty is None:
            return None
        for last, cover in empty:
            assert last.end_low is not None
            named = {"organization_id": body, "organization": known.body_name(body)}
            since = {"since": last.end_low.isoformat(), "last_head": known.names[last.person]}
            rows.append(named | since | {"covered_by": cover, "_key": ()})
    return rows


def _empty(known: Known, post: tuple[str, str], at: date) -> list[tuple[Tenure, object]] | None:
    """The last full holder of an empty seat and who covers it; nothing while the seat is held or never was."""
    held = [tenure for tenure in known.tenures if tenure.spell.post == post]
    full = [tenure for tenure in held if tenure.capacity == "full"]
    if not known.bodies.all[post[1]].exists(at) or any(tenure.certainty(at) == "certain" for tenure in full):
        return []
    before = [tenure for tenure in full if tenure.start is None or tenure.first < at]
    if any(tenure.certainty(at) for tenure in full):
        return None
    if not before:
        return None if any(tenure.first < at for tenure in held) else []
    if any(t.end_low is None or t.end_low != t.end_high or t.start is None for t in before):
        return None
    last = max(before, key=lambda tenure: tenure.end_low or date.min)
    if len([tenure for tenure in before if tenure.end_low == last.end_low]) > 1:
        return None
    return [(last, _cover(known, post, at))]


def _cover(known: Known, post: tuple[str, str], at: date) -> object:
    covers = [
        tenure
        for tenure in known.tenures
        if tenure.body == post[1]
        and tenure.capacity in COVERS
        and (tenure.role == post[0] or (post[0] in HEADS and tenure.role.startswith("Phó")))
        and tenure.certainty(at)
    ]
    if not covers:
        return None
    return known.names[covers[0].person] if len(covers) == 1 and covers[0].certainty(at) == "certain" else OPEN


def acting_holders(known: Known, at: date) -> list[Row]:
    """Who acts or is in charge on a day."""
    rows = []
    for tenure in known.tenures:
        if tenure.capacity in COVERS and tenure.certainty(at):
            columns = known.tenure_columns(tenure, at)
            post = {"post": known.title(tenure.spell.post), "capacity": tenure.capacity, "since": columns["started"]}
            rows.append(_who(known, tenure) | post | columns | {"_key": ()})
    return rows


def tenure_lengths(known: Known, role: str, organization: str | None) -> list[Row] | None:
    """How long a post is held: closed tenures in days, quartiles inclusive, open ones counted apart (RULES 33)."""
    held = [t for t in known.tenures if t.role == role and organization in (None, t.body)]
    if any(tenure.start is None or tenure.start.low != tenure.start.high or tenure.started is None for tenure in held):
        return None
    if any(tenure.end_low != tenure.end_high for tenure in held):
        return None
    days = [(t.end_low - t.start.low).days for t in held if t.start and t.end_low]
    if not days:
        return None
    first, middle, last = _quartiles(days)
    found = {"n": len(days), "open": len(held) - len(days), "median_days": middle, "q1_days": first, "q3_days": last}
    return [found | {"_key": ()}]


def _quartiles(days: Sequence[int]) -> list[float]:
    return statistics.quantiles(days, n=4, method="inclusive") if len(days) > 1 else [days[0]] * 3


def ended_by_term(known: Known, organization: str, term: str) -> list[Row]:
    """Whose post in a body ended with a term, and who holds none in it that day (RULES 9)."""
    rows = []
    for tenure in known.tenures:
        day = tenure.end_high
        if tenure.body != organization or tenure.ended_basis != "term" or term not in tenure.spell.terms or day is None:
            continue
        if any(other.body == organization and other.certainty(day) for other in known.of(tenure.person)):
            continue
        post = {"post": known.title(tenure.spell.post)}
        rows.append(_who(known, tenure) | post | known.tenure_columns(tenure) | {"_key": ()})
    return rows
