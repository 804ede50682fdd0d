"""Answers to the questions about persons and their posts, each from RULES and DESIGN 7.

An answer's rows carry under `_key` what the question's order goes by.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.oracle.bodies import NEVER
from tests.oracle.judged import verdict_among
from tests.oracle.known import OPEN, TODAY, Known, Row
from tests.oracle.rows import Day
from tests.oracle.tenure import Tenure

CERTAIN = {"certain": 0, "possible": 1, None: 2}


def person_posts(known: Known, person: int, at: date) -> list[Row]:
    return [
        {
            "person_id": known.tokens[person],
            "person": known.names[person],
            "role": tenure.role,
            "organization_id": tenure.body,
            "organization": known.body_name(tenure.body),
            "capacity": tenure.capacity,
            "planned_end": known.planned(tenure),
            "last_attested": known.last_attested(tenure),
            **known.tenure_columns(tenure, at),
            "_key": (CERTAIN[tenure.certainty(at)], not tenure.head, tenure.rank),
        }
        for tenure in known.of(person)
        if tenure.certainty(at)
    ]


def person_career(known: Known, person: int) -> list[Row]:
    return [
        {
            "role": tenure.role,
            "organization_id": tenure.body,
            "organization": known.body_name(tenure.body),
            "capacity": tenure.capacity,
            "term": known.term(tenure),
            "started_basis": OPEN if tenure.started_basis == "?" else tenure.started_basis,
            "ended_basis": OPEN if tenure.ended_basis == "?" else tenure.ended_basis,
            "last_attested": known.last_attested(tenure),
            "opened_by": known.decisions(tenure, "opened"),
            "closed_by": known.decisions(tenure, "closed"),
            **known.tenure_columns(tenure),
            "_key": (tenure.first,),
        }
        for tenure in known.of(person)
    ]


def namesakes(known: Known, name: str) -> list[Row]:
    found = known.named(name)
    return [
        {
            "person_id": known.tokens[person],
            "person": known.names[person],
            "born": known.born(person),
            "posts": known.titles(person),
            "verdict": verdict_among(known.judged, person, found),
            "_key": (known.names[person],),
        }
        for person in found
    ]


def concurrent_posts(known: Known, at: date, min: int, independent: bool, organization: str | None) -> list[Row]:
    rows = []
    below = None if organization is None else set(known.bodies.below(organization, at)) | {organization}
    for person, name in known.names.items():
        held = [tenure for tenure in known.of(person) if tenure.certainty(at)]
        if independent:
            held = [tenure for tenure in held if not is_implied(known, tenure, held, at)]
        sure = len([tenure for tenure in held if tenure.certainty(at) == "certain"])
        if len(held) < min or (below is not None and not any(tenure.body in below for tenure in held)):
            continue
        rows.append(
            {
                "person_id": known.tokens[person],
                "person": name,
                "n": sure,
                "n_possible": len(held) - sure,
                "posts": sorted((_post(known, tenure, at) for tenure in held), key=str),
                "_key": (-len(held), -sure, name),
            }
        )
    return rows


def is_implied(known: Known, tenure: Tenure, held: Iterable[Tenure], at: date) -> bool:
    """Whether another post, held at least as surely, implies this one (RULES 33)."""
    if tenure.role != "Ủy viên":
        return False
    sure = CERTAIN[tenure.certainty(at)]
    return any(tenure.body in known.implied_by(o) and CERTAIN[o.certainty(at)] <= sure for o in held if o is not tenure)


def _post(known: Known, tenure: Tenure, at: date) -> Row:
    columns = {"role": tenure.role, "organization": known.body_name(tenure.body), "organization_id": tenure.body}
    return columns | {"certainty": tenure.certainty(at)}


def served_together(known: Known, a: int, b: int) -> list[Row]:
    rows = []
    for body in known.bodies.all:
        spans = _joined(overlaps(known, a, b, body))
        for start, end in spans:
            rows.append(
                {
                    "organization": known.body_name(body),
                    "overlap_from": start.isoformat(),
                    "overlap_to": None if end == NEVER else end.isoformat(),
                    "days": ((TODAY if end == NEVER else end) - start).days,
                    "_key": (start, known.body_name(body)),
                }
            )
    return rows


def overlaps(known: Known, a: int, b: int, body: str) -> list[tuple[date, date]]:
    """The days on which two persons surely served in one body."""
    first, second = ([t for t in known.of(person) if t.body == body] for person in (a, b))
    return _shared(first, second)


def _shared(first: Iterable[Tenure], second: Iterable[Tenure]) -> list[tuple[date, date]]:
    spans = []
    for one in first:
        for other in second:
            if one.start and other.start:
                start = max(one.start.high, other.start.high)
                end = min(one.end_low or NEVER, other.end_low or NEVER)
                if start < end:
                    spans.append((start, end))
    return spans


def overlaps_of(first: Iterable[Tenure], second: Iterable[Tenure]) -> list[tuple[date, date]]:
    """The stretches of days that two persons surely share; those that touch are one."""
    return _joined(_shared(first, second))


def _joined(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def colleagues(known: Known, person: int, at: date) -> list[Row]:
    own = [tenure for tenure in known.of(person) if tenure.certainty(at)]
    rows = []
    for other in known.tenures:
        mine = [tenure for tenure in own if tenure.body == other.body]
        if other.person == person or not mine or not other.certainty(at):
            continue
        rows.append(
            {
                "person_id": known.tokens[other.person],
                "person": known.names[other.person],
                "organization": known.body_name(other.body),
                "role": other.role,
                "since": _later(mine[0], other) if len(mine) == 1 else OPEN,
                **known.tenure_columns(other, at),
                "_key": (known.body_name(other.body), not other.head, other.rank, known.names[other.person]),
            }
        )
    return rows


def _later(one: Tenure, other: Tenure) -> Any:
    if one.started is None or other.started is None:
        return OPEN
    if one.started == other.started:
        return one.started
    first, last = sorted((Day(one.started), Day(other.started)), key=lambda day: day.low)
    return last.text if _agreed(one) and _agreed(other) and first.start_high < last.low else OPEN


def _agreed(tenure: Tenure) -> bool:
    """Whether no two days contradict each other in a start."""
    day = Day(tenure.started or "")
    return tenure.start is not None and (tenure.start.low, tenure.start.high) == (day.low, day.start_high)


def post_holders(known: Known, organization: str, role: str, lineage: bool) -> list[Row]:
    bodies = known.bodies.lineage(organization) if lineage else {organization}
    held = sorted((t for t in known.tenures if t.body in bodies and t.role == role), key=lambda t: t.first)
    tied = len({tenure.first for tenure in held}) < len(held)
    rows = []
    for at, tenure in enumerate(held):
        gap, overlap = between(held[at - 1], tenure) if at else (None, None)
        rows.append(
            {
                "person_id": known.tokens[tenure.person],
                "person": known.names[tenure.person],
                "gap_days": OPEN if tied or tenure.undated else gap,
                "overlap_days": OPEN if tied or tenure.undated else overlap,
                **known.tenure_columns(tenure),
                "_key": (tenure.first,),
            }
        )
    return rows


def between(earlier: Tenure, later: Tenure) -> tuple[int | None, int | None]:
    """The days between an end and the next start that are both exact, and those of both at once (RULES 32)."""
    start, end = exact_start(later), exact_end(earlier)
    if start is None or end is None:
        return None, None
    if end <= start:
        return (start - end).days, 0
    if later.end_low is not None and exact_end(later) is None:
        return 0, (end - start).days if end <= later.end_low else None
    last = min(end, later.end_low or NEVER)
    return 0, max(0, (last - start).days)


def exact_start(tenure: Tenure) -> date | None:
    if tenure.start is None or tenure.undated or tenure.started is None or tenure.start.low != tenure.start.high:
        return None
    return tenure.start.low


def exact_end(tenure: Tenure) -> date | None:
    return tenure.end_low if tenure.ended is not None and tenure.end_low == tenure.end_high else None


def successor(known: Known, organization: str, role: str, person: int) -> list[Row] | None:
    held = [t for t in known.tenures if t.spell.post == (role, organization)]
    if len({tenure.first for tenure in held}) < len(held) or any(t.started and not _agreed(t) for t in held):
        return None
    spells = [tenure for tenure in held if tenure.person == person]
    rows: list[Row] = []
    for spell in spells:
        full = sorted((t for t in held if t.start and t.capacity == "full" and t is not spell), key=lambda t: t.first)
        if spell.start is None:
            return None
        later = [other for other in full if spell.end_high is not None and other.first >= spell.end_high]
        if any(other.start and other.start.high > spell.first for other in full if other not in later):
            return None
        if not later:
            continue
        if later[0].person == person or any(later[0] is row["_tenure"] for row in rows):
            return None
        gap, _ = between(spell, later[0])
        columns = {"person_id": known.tokens[later[0].person], "person": known.names[later[0].person], "gap_days": gap}
        rows.append(columns | known.tenure_columns(later[0]) | {"_key": (later[0].first,), "_tenure": later[0]})
    return rows
