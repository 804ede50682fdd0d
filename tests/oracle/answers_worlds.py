"""Answers that take the whole of a world, or a part of it read again: who is tied to most, who leads Party and State, what was known."""

from __future__ import annotations

from datetime import date

from tests.oracle import answers
from tests.oracle.known import OPEN, Known, Row
from tests.oracle.rows import UndecidedError

PARTY = ("committee", "standing_committee", "party_office")
STATE = ("people_committee", "council", "")


def top_connected(known: Known, at: date) -> list[Row]:
    """With how many each one surely serves on a day; who serves with nobody is left out."""
    rows = []
    sure = [tenure for tenure in known.tenures if tenure.certainty(at) == "certain"]
    for person, name in known.names.items():
        bodies = {tenure.body for tenure in sure if tenure.person == person}
        n = len({tenure.person for tenure in sure if tenure.body in bodies} - {person})
        if n:
            rows.append(known.named_person(person) | {"n": n, "_key": (-n, name)})
    return rows


def party_state_pairs(known: Known, at: date, level: str | None) -> list[Row] | None:
    """Who holds a Party post and a State post in one place; what another post implies is left out (RULES 17, 33)."""
    rows = []
    for person in known.names:
        held = [tenure for tenure in known.of(person) if tenure.certainty(at)]
        if any(tenure.certainty(at) == "possible" for tenure in held):
            return None
        held = [t for t in held if not answers.is_implied(known, t, held, at)]
        party = [tenure for tenure in held if known.bodies.all[tenure.body].kind in PARTY]
        state = [tenure for tenure in held if known.bodies.all[tenure.body].kind in STATE]
        for one, other in ((one, other) for one in party for other in state):
            places = [known.bodies.all[tenure.body].place for tenure in (one, other)]
            levels = [known.bodies.all[tenure.body].level for tenure in (one, other)]
            if places[0] != places[1] or levels[0] != levels[1] or level not in (None, levels[0]):
                continue
            posts = {"party_post": known.title(one.spell.post), "state_post": known.title(other.spell.post)}
            key = places[0], known.names[person]
            rows.append(known.named_person(person) | posts | {"place": places[0], "_key": key})
    return rows


def as_recorded(known: Known, person: int, at: date, recorded: date) -> list[Row] | None:
    """Which posts somebody held by what was published until a day: the rows of such sources read again.

    Whether a judgement counts that was made of other sources, the rules leave open.
    """
    if known.judged:
        return None
    day = recorded.isoformat()
    tables = {
        name: [row for row in rows if (row.get("published") or day) <= day] for name, rows in known.tables.items()
    }
    try:
        then = Known(tables)
    except UndecidedError:
        return None
    own = {claim_key(claim) for claim, number in known.person_of.items() if number == person}
    found = {number for claim, number in then.person_of.items() if claim_key(claim) in own}
    told = {claim_key(claim) for claim, number in then.person_of.items() if number in found}
    if len(found) > 1 or not told <= own:
        return None
    rows = [row for number in found for row in answers.person_posts(then, number, at)]
    return [_renamed(known, then, row, person) for row in rows]


def claim_key(claim: object) -> tuple[object, ...]:
    """A claim without the body it means, which hangs on the changes known."""
    return tuple(value for name, value in vars(claim).items() if name != "body")


def _renamed(known: Known, then: Known, row: Row, person: int) -> Row:
    key = known.bodies.key(row["organization_id"])
    same = known.body_name(key) == row["organization"]
    row |= {"organization_id": key, "organization": row["organization"] if same else OPEN}
    return row | known.named_person(person) | {"person": row["person"]}
