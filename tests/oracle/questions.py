"""Questions with parameters drawn from a world: every person, days at and around boundaries, bodies, roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.oracle import answers, answers_bodies
from tests.oracle.known import TODAY, Known, Row
from tests.oracle.paths import Ties
from tests.oracle.rows import UndecidedError

Ids = dict[int, str]


@dataclass(frozen=True)
class Question:
    """A saved question, its parameters for the product, and how the rules answer it (None: they leave it open)."""

    name: str
    asked: dict[str, str]
    answer: Callable[[], list[Row] | None]


@dataclass(frozen=True)
class Drawing:
    """A world and what its persons and bodies are called when one asks about them."""

    known: Known
    ids: Ids
    random: Random

    def persons(self) -> list[int]:
        return sorted(self.ids)

    def days(self, many: int) -> list[date]:
        """Days at and around the bounds of tenures, and today."""
        bounds = {TODAY}
        for tenure in self.known.tenures:
            start = (tenure.start.low, tenure.start.high) if tenure.start else ()
            for day in (*start, tenure.end_low, tenure.end_high):
                if day is not None:
                    bounds |= {day + timedelta(step) for step in (-1, 0, 1)}
        return self.random.sample(sorted(bounds), min(many, len(bounds)))

    def bodies(self) -> list[str]:
        return sorted(self.known.bodies.all)

    def body(self) -> str:
        return self.random.choice(self.bodies())

    def printed(self, key: str) -> str:
        """One of the names a body was printed with."""
        return self.random.choice(sorted(self.known.bodies.all[key].names))

    def span(self) -> tuple[date, date]:
        days = sorted(self.days(2) * 2)
        return days[0], days[-1]

    def flag(self) -> bool:
        return self.random.random() < 0.5


def said(value: bool) -> str:
    return "true" if value else "false"


def draw_questions(known: Known, ids: Ids, seed: int) -> Iterator[Question]:
    """Draw the questions of one world."""
    drawing = Drawing(known, ids, Random(seed))
    for ask in (_about_persons, _about_pairs, _about_bodies, _about_posts, _about_days, _about_decisions):
        yield from ask(drawing)


def _about_persons(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    for person in drawing.persons():
        who = {"person": drawing.ids[person]}
        yield Question("person_career", who, lambda p=person: answers.person_career(known, p))
        for at in drawing.days(2):
            asked = who | {"at": at.isoformat()}
            yield Question("person_posts", asked, lambda p=person, d=at: answers.person_posts(known, p, d))
        asked = who | {"at": at.isoformat()}
        yield Question("colleagues", asked, lambda p=person, d=at: answers.colleagues(known, p, d))
    for name in sorted(set(known.names.values())):
        yield Question("namesakes", {"name": name}, lambda n=name: answers.namesakes(known, n))


def _about_pairs(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    for _ in range(4 if len(drawing.persons()) > 1 else 0):
        a, b = drawing.random.sample(drawing.persons(), 2)
        asked = {"person_a": drawing.ids[a], "person_b": drawing.ids[b]}
        yield Question("served_together", asked, lambda a=a, b=b: answers.served_together(known, a, b))
        at = drawing.days(1)[0] if drawing.flag() else None
        most = drawing.random.choice((2, 3, 60))
        asked = {"a": drawing.ids[a], "b": drawing.ids[b], "max_size": str(most)}
        asked |= {"at": at.isoformat()} if at else {}
        yield Question("shortest_path", asked, lambda a=a, b=b, d=at, m=most: Ties(known, d, m).shortest_path(a, b))


def _about_bodies(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    for body in drawing.bodies():
        name, lineage = {"organization": drawing.printed(body)}, drawing.flag()
        for at in drawing.days(2):
            asked = name | {"at": at.isoformat()}
            yield Question(
                "committee_members", asked, lambda b=body, d=at: answers_bodies.committee_members(known, b, d)
            )
            yield Question(
                "organization_tree", asked, lambda b=body, d=at: answers_bodies.organization_tree(known, b, d)
            )
        since, to = drawing.span()
        asked = name | {"from": since.isoformat(), "to": to.isoformat(), "lineage": said(lineage)}
        yield Question(
            "committee_changes",
            asked,
            lambda b=body, s=since, t=to, w=lineage: answers_bodies.committee_changes(known, b, s, t, w),
        )
        asked = name | {"lineage": said(lineage)}
        yield Question(
            "organization_history", asked, lambda b=body, w=lineage: answers_bodies.organization_history(known, b, w)
        )
        yield Question("confidence_votes", name, lambda b=body: answers_bodies.confidence_votes(known, b))
        other = drawing.body()
        asked = {"a": name["organization"], "b": drawing.printed(other), "at": at.isoformat()}
        yield Question(
            "members_of_both", asked, lambda a=body, b=other, d=at: answers_bodies.members_of_both(known, a, b, d)
        )
    yield Question("confidence_votes", {}, lambda: answers_bodies.confidence_votes(known, None))


def _about_posts(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    for role, body in sorted({tenure.spell.post for tenure in known.tenures}):
        post, lineage = {"organization": drawing.printed(body), "role": role}, drawing.flag()
        asked = post | {"lineage": said(lineage)}
        yield Question("post_holders", asked, lambda b=body, r=role, w=lineage: answers.post_holders(known, b, r, w))
        holders = sorted({t.person for t in known.tenures if t.spell.post == (role, body)})
        person = drawing.random.choice(holders)
        asked = post | {"person": drawing.ids[person]} if person in drawing.ids else {}
        if asked:
            yield Question("successor", asked, lambda b=body, r=role, p=person: answers.successor(known, b, r, p))


def _about_days(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    for at in drawing.days(4):
        least, alone = drawing.random.choice((1, 2, 2, 3)), drawing.flag()
        body = drawing.body() if drawing.flag() else None
        asked = {"at": at.isoformat(), "min": str(least), "independent": said(alone)}
        asked |= {"organization": drawing.printed(body)} if body else {}
        yield Question(
            "concurrent_posts",
            asked,
            lambda d=at, m=least, i=alone, b=body: answers.concurrent_posts(known, d, m, i, b),
        )


def _about_decisions(drawing: Drawing) -> Iterator[Question]:
    known = drawing.known
    numbers = sorted({act.claim.number for act in known.acts if act.claim.number})
    issuers = sorted({known.bodies.key(act.claim.issuer) for act in known.acts if act.claim.issuer})
    for number in numbers[:4]:
        issuer = drawing.random.choice(issuers) if drawing.random.random() < 0.3 else None
        asked = {"number": number} | ({"issuer": drawing.printed(issuer)} if issuer else {})
        yield Question("decision", asked, _unless_open(lambda n=number, i=issuer: answers_bodies.decision(known, n, i)))
    for _ in range(3):
        since, to = drawing.span()
        issuer = drawing.random.choice(issuers) if issuers and drawing.random.random() < 0.3 else None
        action = "bổ nhiệm" if drawing.random.random() < 0.2 else None
        asked = {"from": since.isoformat(), "to": to.isoformat()}
        asked |= {"issuer": drawing.printed(issuer)} if issuer else {}
        asked |= {"action": action} if action else {}
        yield Question(
            "decisions_between",
            asked,
            _unless_open(lambda s=since, t=to, i=issuer, a=action: answers_bodies.decisions_between(known, s, t, i, a)),
        )


def _unless_open(answer: Callable[[], list[Row]]) -> Callable[[], list[Row] | None]:
    def answered() -> list[Row] | None:
        try:
            return answer()
        except UndecidedError:
            return None

    return answered
