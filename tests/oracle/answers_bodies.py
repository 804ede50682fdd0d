"""Answers to the questions about bodies, decisions and votes, each from RULES and DESIGN 7."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.oracle.known import OPEN, Act, Known, Row
from tests.oracle.rows import Day, UndecidedError
from tests.oracle.spells import merge_dates


def committee_members(known: Known, organization: str, at: date) -> list[Row]:
    return [
        {
            "person_id": known.tokens[tenure.person],
            "person": known.names[tenure.person],
            "role": tenure.role,
            "capacity": tenure.capacity,
            "term": known.term(tenure),
            "implied": implied,
            **known.tenure_columns(tenure, at),
            "_key": known.roster_key(tenure, implied),
        }
        for tenure, implied in known.roster(organization, at)
    ]


CHANGES = ("joined", "left", "role", "stayed")


def committee_changes(known: Known, organization: str, since: date, to: date, lineage: bool) -> list[Row] | None:
    bodies = known.bodies.lineage(organization) if lineage else {organization}
    before, after = known.leading(bodies, since), known.leading(bodies, to)
    rows = []
    for person in before.keys() | after.keys():
        old, new = before.get(person, []), after.get(person, [])
        if len(old) > 1 or len(new) > 1:
            return None
        elif not old:
            change, role, on = "joined", new[0][0].role, known.tenure_columns(new[0][0])["started"]
        elif not new:
            change, role, on = "left", old[0][0].role, known.tenure_columns(old[0][0])["ended"]
        else:
            same = old[0][0].role == new[0][0].role
            change, role, on = "stayed" if same else "role", new[0][0].role, None if same else OPEN
        row = {
            "person_id": known.tokens[person],
            "person": known.names[person],
            "change": change,
            "role": role,
            "on": on,
        }
        rows.append(row | {"_key": (CHANGES.index(change), known.names[person])})
    return rows


def members_of_both(known: Known, a: str, b: str, at: date) -> list[Row]:
    first, second = known.leading({a}, at), known.leading({b}, at)
    return [
        {
            "person_id": known.tokens[person],
            "person": known.names[person],
            "role_a": first[person][0][0].role,
            "role_b": second[person][0][0].role,
            "_key": (known.names[person],),
        }
        for person in first.keys() & second.keys()
    ]


def organization_tree(known: Known, organization: str, at: date) -> list[Row]:
    return [
        {
            "organization_id": key,
            "organization": known.body_name(key),
            "parent_id": OPEN if len(parents) > 1 else next(iter(parents), None),
            "depth": depth,
            "head": _head(known, key, at),
            "_key": (depth, known.body_name(key)),
        }
        for key, (depth, parents) in known.bodies.below(organization, at).items()
    ]


def _head(known: Known, key: str, at: date) -> Any:
    heads = [t for t in known.tenures if t.body == key and t.head and t.capacity == "full" and t.certainty(at)]
    if not heads:
        return None
    return known.names[heads[0].person] if len(heads) == 1 and heads[0].certainty(at) == "certain" else OPEN


def organization_history(known: Known, organization: str, lineage: bool) -> list[Row]:
    bodies = known.bodies.lineage(organization) if lineage else {organization}
    return [
        {
            "date": change.date.isoformat(),
            "kind": change.kind,
            "before": sorted(change.before),
            "after": sorted(change.after),
            "decision": change.decision or None,
            "_key": (change.date,),
        }
        for change in known.bodies.changes
        if change.bodies & bodies
    ]


def confidence_votes(known: Known, organization: str | None) -> list[Row]:
    rows = []
    for row, rated in zip(known.tables["votes"], known.rated, strict=True):
        key = known.bodies.key(row["body"])
        if organization not in (None, key):
            continue
        names = {column: row[column] or None for column in ("level", "wording")}
        counts = {column: int(row[column]) if row[column] else None for column in ("subjects", "high", "medium", "low")}
        person = None if rated is None else rated.person
        name = None if person is None else known.names[person]
        who = {"person_id": None if person is None else known.tokens[person], "person": name}
        body = known.body_name(key)
        rows.append(
            {"date": row["date"], "body": body, **names, **counts, **who, "_key": (row["date"], body, name or "")}
        )
    return rows


def decision(known: Known, number: str, issuer: str | None) -> list[Row]:
    acts = [act for act in known.acts if act.claim.number == number]
    return [row | {"quote": _quote(told)} for row, told in _rows(known, acts, issuer)]


def decisions_between(known: Known, since: date, to: date, issuer: str | None, action: str | None) -> list[Row]:
    rows = []
    for row, told in _rows(known, known.acts, issuer):
        day = Day(row["date"])
        if day.low <= to and day.start_high >= since and (action is None or row["action"] == action):
            rows.append(row | {"number": told[0].claim.number or None})
    return rows


def _quote(acts: list[Act]) -> Any:
    quotes = {act.claim.quote or None for act in acts}
    return quotes.pop() if len(quotes) == 1 else OPEN


def _rows(known: Known, acts: Iterable[Act], issuer: str | None) -> list[tuple[Row, list[Act]]]:
    found: dict[Any, list[Act]] = {}
    for act in acts:
        key = act.decision, act.person, act.claim.post, act.direction, act.claim.action
        if act.decision is not None and not act.claim.basis:
            raise UndecidedError("a decision without a day")
        if act.decision is not None:
            found.setdefault(key, []).append(act)
    rows = []
    for (key, person, (role, body), direction, action), told in found.items():
        if issuer not in (None, key[0]):
            continue
        whole = [a.claim for a in known.acts if a.decision == key]
        date_told = merge_dates([(claim.date, claim) for claim in whole if claim.date is not None], end=False)
        if not date_told.fixed or date_told.shown is None or len({claim.date for claim in whole}) > 1:
            raise UndecidedError("a decision of two days")
        row = {
            "decision_id": f"{whole[0].number or key[0]}/{date_told.shown[:4]}",
            "issuer": key[0],
            "date": date_told.shown,
            "person_id": known.tokens[person],
            "person": known.names[person],
            "direction": direction,
            "action": action or None,
            "post": known.title((role, body)),
            "_key": (Day(date_told.shown).low,),
        }
        rows.append((row, told))
    return rows
