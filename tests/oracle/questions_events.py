"""Questions about events, seats and what was known, with parameters drawn from a world."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.oracle import answers_events, answers_seats, answers_worlds
from tests.oracle.known import TODAY
from tests.oracle.questions import Drawing, Question, said

LEVELS = (None, None, "province", "district")


def draw_events(drawing: Drawing) -> Iterator[Question]:
    """Draw some of each."""
    for at in drawing.days(3):
        yield from _on_a_day(drawing, at)
        yield from _about_care(drawing, at)
        yield from _in_a_period(drawing)
    yield from _as_recorded(drawing)
    yield from _about_terms_and_roles(drawing)
    yield Question("single_source", {"limit": "100"}, lambda: answers_seats.single_source(drawing.known))


def _on_a_day(drawing: Drawing, at: date) -> Iterator[Question]:
    known, asked = drawing.known, {"at": at.isoformat()}
    level = drawing.random.choice(LEVELS)
    leveled = asked | ({"level": level} if level else {})
    yield Question("vacancies", asked, lambda: answers_seats.vacancies(known, at))
    yield Question("bodies_without_head", leveled, lambda: answers_seats.bodies_without_head(known, at, level))
    yield Question("acting_holders", asked, lambda: answers_seats.acting_holders(known, at))
    yield Question("party_state_pairs", leveled, lambda: answers_worlds.party_state_pairs(known, at, level))
    yield Question("top_connected", asked | {"limit": "100"}, lambda: answers_worlds.top_connected(known, at))
    body = drawing.body() if drawing.flag() else None
    below = asked | ({"organization": drawing.printed(body)} if body else {})
    yield Question("apparatus", below, lambda: answers_seats.apparatus(known, at, body))


def _about_care(drawing: Drawing, at: date) -> Iterator[Question]:
    known, asked = drawing.known, {"at": at.isoformat()}
    on = at if drawing.flag() else None
    yield Question("double_occupancy", asked if on else {}, lambda: answers_seats.double_occupancy(known, on))
    months = drawing.random.choice((6, 24, 60))
    stale = asked | {"months": str(months)}
    yield Question("stale_tenures", stale, lambda: answers_seats.stale_tenures(known, at, months))
    late = drawing.random.choice((at, TODAY))
    asked = {"at": late.isoformat()}
    yield Question("open_in_ended_bodies", asked, lambda: answers_seats.open_in_ended_bodies(known, late))


def _in_a_period(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    since, to = drawing.span()
    asked = {"from": since.isoformat(), "to": to.isoformat()}
    yield Question("departures", asked, lambda: answers_events.departures(known, since, to))
    yield Question("disciplined", asked, lambda: answers_events.disciplined(known, since, to))
    moved = asked | {"lineage": said(False)}
    yield Question("transfers", moved, lambda: answers_events.transfers(known, since, to))
    body = drawing.body()
    named = asked | {"organization": drawing.printed(body)}
    yield Question("members_between", named, lambda: answers_events.members_between(known, body, since, to))
    lowest = [key for key in drawing.bodies() if not any(tie.parent == key for tie in known.bodies.ties)]
    alone = drawing.random.choice(lowest) if lowest and drawing.flag() else None
    named = asked | ({"organization": drawing.printed(alone)} if alone else {})
    yield Question("changes_between", named, lambda: answers_events.changes_between(known, since, to, alone))


def _as_recorded(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    persons = drawing.persons()
    for person in drawing.random.sample(persons, min(3, len(persons))):
        published = [claim.published for claim, number in known.person_of.items() if number == person]
        at, recorded = drawing.days(1)[0], drawing.random.choice(published)
        asked = {"person": drawing.ids[person], "at": at.isoformat(), "recorded": recorded.isoformat()}
        yield Question(
            "as_recorded",
            asked,
            lambda p=person, d=at, r=recorded: answers_worlds.as_recorded(known, p, d, r),
        )


def _about_terms_and_roles(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    for body, term in sorted({(t.body, term) for t in known.tenures for term in t.spell.terms}):
        asked = {"organization": drawing.printed(body), "term": term}
        yield Question("ended_by_term", asked, lambda b=body, e=term: answers_events.ended_by_term(known, b, e))
    for role, body in sorted({tenure.spell.post for tenure in known.tenures}):
        where = None if drawing.flag() else body
        asked = {"role": role} | ({"organization": drawing.printed(body)} if where else {})
        yield Question("tenure_lengths", asked, lambda r=role, b=where: answers_events.tenure_lengths(known, r, b))
