"""Questions about events and empty seats, with parameters drawn from a world."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle import answers_events
from tests.oracle.questions import Drawing, Question


def draw_events(drawing: Drawing) -> Iterator[Question]:
    """Draw some of each; those that the catalog does not have yet are not asked."""
    known = drawing.known
    for at in drawing.days(4):
        asked = {"at": at.isoformat()}
        yield Question("vacancies", asked, lambda d=at: answers_events.vacancies(known, d))
        yield Question("bodies_without_head", asked, lambda d=at: answers_events.bodies_without_head(known, d))
        yield Question("acting_holders", asked, lambda d=at: answers_events.acting_holders(known, d))
        since, to = drawing.span()
        asked = {"from": since.isoformat(), "to": to.isoformat()}
        yield Question("departures", asked, lambda s=since, t=to: answers_events.departures(known, s, t))
        yield Question("disciplined", asked, lambda s=since, t=to: answers_events.disciplined(known, s, t))
        body = drawing.body()
        asked |= {"organization": drawing.printed(body)}
        yield Question(
            "members_between", asked, lambda b=body, s=since, t=to: answers_events.members_between(known, b, s, t)
        )
    for body, term in sorted({(t.body, term) for t in known.tenures for term in t.spell.terms}):
        asked = {"organization": drawing.printed(body), "term": term}
        yield Question("ended_by_term", asked, lambda b=body, e=term: answers_events.ended_by_term(known, b, e))
    for role, body in sorted({tenure.spell.post for tenure in known.tenures}):
        whole = drawing.flag()
        asked = {"role": role} | ({} if whole else {"organization": drawing.printed(body)})
        where = None if whole else body
        yield Question("tenure_lengths", asked, lambda r=role, b=where: answers_events.tenure_lengths(known, r, b))
