"""Which decision a claim tells of (RULES 20): issuer, number and year or term; unnumbered: issuer, day and source."""

from __future__ import annotations

import re
from datetime import date

from graph.dates import PartialDate
from graph.ids import make_id
from graph.model import Claim
from graph.names import body_key, tone_key

# The day on which each congress of the Party closed: a number runs on within the term of the committee it elected.
_CONGRESSES = tuple(
    date.fromisoformat(day)
    for day in (
        "1986-12-18",
        "1991-06-27",
        "1996-07-01",
        "2001-04-22",
        "2006-04-25",
        "2011-01-19",
        "2016-01-28",
        "2021-02-01",
        "2026-01-23",
    )
)
_PARTY_NUMBER = re.compile(r"-\s*(?:QĐ|QĐNS|NQ|NQNS|CV|TB|KL)\w*\s*/\s*(?:TW|TƯ)", re.IGNORECASE)


def decision_id(claim: Claim) -> str | None:
    """The id of the decision that a gain, a loss or a change tells of; None where it tells of none."""
    if not (claim.event in ("gain", "lose") or (claim.kind == "change" and claim.number is not None)):
        return None
    issuer = body_key(claim.issuer) if claim.issuer is not None else None
    if claim.number is not None:
        return make_id("decision", issuer, number_key(claim.number), _span(claim.number, claim.date))
    return make_id("decision", issuer, str(claim.date) if claim.date else None, claim.source)


def number_key(number: str) -> str:
    """The key of a decision's number: spaces, dashes and case do not matter."""
    return tone_key(number.replace("–", "-")).replace(" ", "")


def _span(number: str, when: PartialDate | None) -> str | None:
    """The year of a State number; the five years of a Party number, from the committee's last congress."""
    if when is None:
        return None
    if _PARTY_NUMBER.search(number) is None:
        return str(when.year)
    begun = [closed.year for closed in _CONGRESSES if closed <= when.last]
    return f"from {begun[-1]}" if begun else None
