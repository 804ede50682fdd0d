"""Answers to the questions about seats on a day and about what a clerk has to look after (RULES 2, 16, 21, 29).

None: the rules leave open what the answer is.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

from tests.oracle.answers import overlaps_of
from tests.oracle.bodies import NEVER
from tests.oracle.known import OPEN, Known, Row
from tests.oracle.rows import months_before
from tests.oracle.tenure import HEADS, Tenure

COVERS = ("acting", "in_charge")
LAST = "9999"


def vacancies(known: Known, at: date) -> list[Row] | None:
    """The single seats that nobody holds in full, in bodies that exist (RULES 16)."""
    rows = []
    for post in sorted(known.single):
        if not vacant(known, post, at):
            continue
        since, _ = _last_full(known, post, at)
        days = since if since in (None, OPEN) else (at - date.fromisoformat(since)).days
        row = {"post": known.title(post), "since": since, "days": days, "covered_by": _cover(known, post, at)}
        rows.append(row | {"_key": (since or LAST, row["post"])})
    return _keyed(rows, "since")


def bodies_without_head(known: Known, at: date, level: str | None) -> list[Row] | None:
    """The bodies whose head's post nobody holds in full."""
    rows = []
    for role, body in sorted(known.single):
        if (
            role not in HEADS
            or not vacant(known, (role, body), at)
            or level not in (None, known.bodies.all[body].level)
        ):
            continue
        since, last = _last_full(known, (role, body), at)
        row = {"organization_id": body, "organization": known.body_name(body), "since": since, "last_head": last}
        row |= {"covered_by": _cover(known, (role, body), at), "_key": (since or LAST, row["organization"])}
        rows.append(row)
    return _keyed(rows, "since")


def _keyed(rows: list[Row], column: str) -> list[Row]:
    """Leave the order open where it goes by a day that is open."""
    return [row | {"_key": ()} for row in rows] if any(row[column] is OPEN for row in rows) else rows


def vacant(known: Known, post: tuple[str, str], at: date) -> bool:
    """Whether a post was held once and surely nobody holds it in full, in a body that exists."""
    held = [tenure for tenure in known.tenures if tenure.spell.post == post]
    full = [tenure for tenure in held if tenure.capacity == "full"]
    if not known.bodies.all[post[1]].exists(at) or any(tenure.certainty(at) for tenure in full):
        return False
    if any(tenure.start is None and (tenure.end_high is None or at < tenure.end_high) for tenure in full):
        return False
    return any(_before(tenure, at) for tenure in held)


def _before(tenure: Tenure, at: date) -> bool:
    return tenure.start.low <= at if tenure.start else (tenure.end_high or NEVER) <= at


def _last_full(known: Known, post: tuple[str, str], at: date) -> tuple[Any, Any]:
    """Since when a seat is empty, and who left it; open where the last end is no exact day."""
    full = [t for t in known.tenures if t.spell.post == post and t.capacity == "full" and _before(t, at)]
    if not full:
        return None, None
    if any(tenure.end_low is None or tenure.end_low != tenure.end_high for tenure in full):
        return OPEN, OPEN
    last = max(tenure.end_low or date.min for tenure in full)
    names = {known.names[tenure.person] for tenure in full if tenure.end_low == last}
    return last.isoformat(), names.pop() if len(names) == 1 else OPEN


def _cover(known: Known, post: tuple[str, str], at: date) -> Any:
    """Who covers an empty seat: all of them, certain ones first, then the latest."""
    deputy = f"Phó {post[0]}" if post[0] in HEADS else ""
    covers = [
        tenure
        for tenure in known.tenures
        if tenure.body == post[1]
        and tenure.certainty(at)
        and ((tenure.role == post[0] and tenure.capacity in COVERS) or _in_charge(tenure, deputy))
    ]
    sure = [tenure for tenure in covers if tenure.certainty(at) == "certain"]
    maybe = [tenure for tenure in covers if tenure not in sure]
    if not _ranked(sure) or not _ranked(maybe):
        return OPEN
    return "; ".join(known.names[t.person] for part in (sure, maybe) for t in sorted(part, key=_latest)) or None


def _ranked(covers: list[Tenure]) -> bool:
    """Whether it is clear who of several came last."""
    exact = len(covers) < 2 or all(t.start and t.start.low == t.start.high for t in covers)
    return exact and len({tenure.first for tenure in covers}) == len(covers)


def _latest(tenure: Tenure) -> int:
    return -tenure.first.toordinal()


def _in_charge(tenure: Tenure, deputy: str) -> bool:
    return tenure.role == deputy and tenure.capacity == "in_charge"


def acting_holders(known: Known, at: date) -> list[Row]:
    """Who acts or is in charge on a day."""
    rows = []
    for tenure in known.tenures:
        if tenure.capacity in COVERS and tenure.certainty(at):
            columns = known.tenure_columns(tenure, at)
            post = {
                "post": known.title(tenure.spell.post),
                "capacity": tenure.capacity,
                "since": _since(tenure, columns),
            }
            rows.append(known.who(tenure) | post | columns | {"_key": (tenure.first, post["post"])})
    return rows


def _since(tenure: Tenure, columns: Row) -> Any:
    """The start as known; what that is of who is only attested, is open."""
    return OPEN if tenure.spell.attested_first else columns["started"]


def apparatus(known: Known, at: date, organization: str | None) -> list[Row]:
    """Who heads which body in full on a day, of one body and those below it."""
    below = None if organization is None else known.bodies.below(organization, at)
    rows = []
    for tenure in known.tenures:
        if not tenure.head or tenure.capacity != "full" or not tenure.certainty(at):
            continue
        if below is None or tenure.body in below:
            columns = known.tenure_columns(tenure, at)
            named = {"organization": known.body_name(tenure.body), "head": known.names[tenure.person]}
            named |= {"role": tenure.role, "since": _since(tenure, columns)}
            rows.append(named | columns | {"_key": (named["organization"], tenure.rank, named["head"])})
    return rows


def double_occupancy(known: Known, at: date | None) -> list[Row]:
    """The single seats that two surely held in full at once; which of the two is named first is open."""
    rows = []
    for post in sorted(known.single):
        held = [t for t in known.tenures if t.spell.post == post and t.capacity == "full" and t.start]
        for pair in combinations(sorted({tenure.person for tenure in held}), 2):
            one, other = ([t for t in held if t.person == person] for person in pair)
            spans = overlaps_of(one, other)
            if at is not None:
                spans = [span for span in spans if span[0] <= at < span[1]]
            if spans:
                ends = [None if end == NEVER else end.isoformat() for _, end in spans]
                row = {"post": known.title(post), "pair": [known.names[person] for person in pair]}
                row |= {"overlap_from": spans[0][0].isoformat(), "overlap_to": ends[0]}
                rows.append(row | {"_key": (row["overlap_from"], row["post"])})
    return rows


def stale_tenures(known: Known, at: date, months: int) -> list[Row] | None:
    """The open tenures of which no sign of life came for long: neither a start nor an attestation."""
    since = months_before(at, months)
    rows = []
    for tenure in known.tenures:
        if tenure.start is None or tenure.end_high is not None:
            continue
        signs = [tenure.start.low, tenure.start.high, *tenure.spell.attests]
        if tenure.start.low >= since:
            continue
        if tenure.start.high >= since or tenure in known.rated:
            return None
        if max(signs) >= since:
            if not any(since <= sign <= at for sign in signs):
                return None
            continue
        last = known.last_attested(tenure)
        post = {"post": known.title(tenure.spell.post), "last_attested": last}
        rows.append(known.who(tenure) | post | known.tenure_columns(tenure, at) | {"_key": ()})
    return rows


def open_in_ended_bodies(known: Known, at: date) -> list[Row] | None:
    """The tenures told of in a body after its end (RULES 29)."""
    rows = []
    for tenure in known.tenures:
        gone = known.bodies.all[tenure.body].dissolved
        if gone > at:
            continue
        late = _told_after(tenure, gone)
        if late is None:
            return None
        if late:
            post = {"post": known.title(tenure.spell.post), "organization": known.body_name(tenure.body)}
            post["dissolved"] = gone.isoformat()
            key = gone, post["organization"], known.names[tenure.person]
            rows.append(known.who(tenure) | post | known.tenure_columns(tenure, at) | {"_key": key})
    return rows


def _told_after(tenure: Tenure, gone: date) -> bool | None:
    if any(sign >= gone for sign in tenure.spell.attests) or (tenure.start and tenure.start.low >= gone):
        return True
    if tenure.start is None or tenure.start.high >= gone:
        return None
    stated = tenure.ended_basis in ("stated", "decision", "?") and tenure.end_high is not None
    if not stated or (tenure.end_high or gone) <= gone:
        return False
    return True if (tenure.end_low or gone) > gone and tenure.ended_basis == "stated" else None


def single_source(known: Known) -> list[Row]:
    """The tenures that rest on one source, copies of a story counted once (RULES 21)."""
    rows = []
    for tenure in known.tenures:
        if tenure.sources == 1 and tenure not in known.rated:
            post = {"post": known.title(tenure.spell.post)}
            key = tenure.start is None, -tenure.first.toordinal() if tenure.start else 0
            rows.append(known.who(tenure) | post | known.tenure_columns(tenure) | {"sources": 1, "_key": key})
    return rows
