"""All that the rules let one know from the tables of a world: people, bodies, tenures, decisions, votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.oracle.bodies import Bodies
from tests.oracle.judged import apply_judged, read_judged
from tests.oracle.people import join_people, most_printed
from tests.oracle.rows import Claim, Tables, UndecidedError, folded, read_claims, tone
from tests.oracle.tenure import Tenure
from tests.oracle.tenures import Concluding

TODAY = date(2026, 6, 30)


class Open:
    """The mark of a value that the rules leave open: its column is not compared."""

    def __repr__(self) -> str:
        return "(open)"


OPEN = Open()
Row = dict[str, Any]
IMPLYING = {
    "committee": ("Bí thư", "Phó Bí thư"),
    "organ": ("Ủy viên",),
}


@dataclass(frozen=True)
class Act:
    """A decision's clause for one person and post."""

    decision: Hashable
    claim: Claim
    person: int
    direction: str


class Known:
    """One world as the rules read it."""

    def __init__(self, tables: Tables) -> None:
        claims = read_claims(tables)
        self.tables = tables
        self.bodies = Bodies(tables, claims)
        claims = [replace(claim, body=self.bodies.key(claim.printed)) for claim in claims]
        apart = join_people(claims, self.decision_of)
        self.judged = read_judged(tables.get("judgements", ()), apart)
        self.person_of = apply_judged(self.judged, apart)
        self.names = {
            number: most_printed(claim.name for claim in claims if self.person_of[claim] == number)
            for number in set(self.person_of.values())
        }
        concluding = Concluding(self.person_of, self.bodies)
        self.single = concluding.single
        self.tenures = concluding.tenures()
        self.acts = [
            Act(self.decision_of(claim), claim, person, "opened" if claim.event == "gain" else "closed")
            for claim, person in self.person_of.items()
            if claim.event in ("gain", "lose")
        ]
        self.acts += [
            Act(self.decision_of(claim), replace(claim, role=tenure.role, body=tenure.body), tenure.person, "closed")
            for tenure in self.tenures
            for claim in tenure.spell.farewells
        ]
        self._refuse_unclear()
        self.rated = [self._rated(row) if row["person"] else None for row in tables["votes"]]
        self.tokens = {person: f"{name} {self.titles(person)}" for person, name in self.names.items()}

    def _refuse_unclear(self) -> None:
        if any(len(body.names) > 1 and not body.printed for body in self.bodies.all.values()):
            raise UndecidedError("a body of two names that no claim prints")
        for row in (row for row in self.tables["votes"] if row["organization"]):
            body = self.bodies.all[self.bodies.key(row["organization"])]
            rated = replace(body, printed=body.printed + Counter([row["organization"]]))
            if rated.name != body.name:
                raise UndecidedError("a name that a vote prints most often")

    def _rated(self, row: Mapping[str, str]) -> Tenure:
        """The tenure that a vote rates; whether a vote attests it, the rules leave open."""
        post = row["role"], self.bodies.key(row["organization"])
        found = [t for t in self.tenures if t.spell.post == post and self._printed(t.person, row["person"])]
        at = date.fromisoformat(row["date"])
        if len(found) != 1 or found[0].certainty(at) != "certain" or found[0].ended_basis not in (None, "decision"):
            raise UndecidedError("a vote on one of two")
        if found[0].spell.attested_first and at not in found[0].spell.attests:
            raise UndecidedError("a vote that attests")
        return found[0]

    def _printed(self, person: int, name: str) -> bool:
        return any(tone(claim.name) == tone(name) for claim, number in self.person_of.items() if number == person)

    def decision_of(self, claim: Claim) -> Hashable:
        """A decision is issuer, number and year; without a number issuer, day and source (RULES 20)."""
        if claim.event not in ("gain", "lose") or claim.date is None or not claim.issuer:
            return None
        issuer = self.bodies.key(claim.issuer)
        if claim.number:
            return issuer, claim.number, claim.date.text[:4]
        return issuer, claim.date.text, claim.source

    def title(self, post: tuple[str, str]) -> str:
        """Role and body as one would say it: `Trưởng ban Tổ chức`, not `Trưởng ban Ban Tổ chức`."""
        role, body = post[0], self.body_name(post[1])
        return f"{role} {body.removeprefix('Ban ') if role.endswith('ban') else body}"

    def titles(self, person: int) -> list[str]:
        return sorted({self.title(tenure.spell.post) for tenure in self.of(person)})

    def body_name(self, key: str) -> str:
        return self.bodies.all[key].name

    def of(self, person: int) -> list[Tenure]:
        return [tenure for tenure in self.tenures if tenure.person == person]

    def named_person(self, person: int) -> Row:
        return {"person_id": self.tokens[person], "person": self.names[person]}

    def who(self, tenure: Tenure) -> Row:
        return self.named_person(tenure.person)

    def born(self, person: int) -> Any:
        years = {int(claim.born) for claim, number in self.person_of.items() if number == person and claim.born}
        return OPEN if len(years) > 1 else next(iter(years), None)

    def named(self, name: str) -> list[int]:
        """The persons a name fits at the first of the levels of RULES 27."""
        for form in (tone, lambda text: tone(text).lower(), folded):
            found = [
                person
                for person in self.names
                if any(form(claim.name) == form(name) for claim, number in self.person_of.items() if number == person)
            ]
            if found:
                return found
        return []

    def implied_by(self, tenure: Tenure) -> set[str]:
        """The bodies in which a tenure's post gives a seat (RULES 17)."""
        found = set()
        if tenure.body.startswith("Tỉnh ủy") and tenure.role in IMPLYING["committee"]:
            found |= self.bodies.organs(tenure.body) | {tenure.body}
        if tenure.body.startswith("Ban Thường vụ") and tenure.role in IMPLYING["organ"]:
            found |= {tie.parent for tie in self.bodies.ties if tie.kind == "organ" and tie.child == tenure.body}
        return found

    def roster(self, body: str, at: date) -> list[tuple[Tenure, bool]]:
        """Who sits in a body on a day, in the order of its roster; who only by another post is marked."""
        stated = [tenure for tenure in self.tenures if tenure.body == body and tenure.certainty(at)]
        seated = {tenure.person for tenure in stated}
        implied = [
            tenure
            for tenure in self.tenures
            if tenure.body != body
            and tenure.certainty(at)
            and body in self.implied_by(tenure)
            and tenure.person not in seated
        ]
        leading = {
            tenure.person: tenure for tenure in sorted(implied, key=lambda t: self.roster_key(t, True), reverse=True)
        }
        rows = [(tenure, False) for tenure in stated] + [(tenure, True) for tenure in leading.values()]
        return sorted(rows, key=lambda row: self.roster_key(*row))

    def roster_key(self, tenure: Tenure, implied: bool) -> tuple[Any, ...]:
        return not tenure.head, tenure.rank, implied, self.names[tenure.person]

    def leading(self, body: Iterable[str], at: date) -> dict[int, list[tuple[Tenure, bool]]]:
        """The rows of each person in the rosters of some bodies, the leading one first."""
        found: dict[int, list[tuple[Tenure, bool]]] = {}
        for row in sorted((row for key in body for row in self.roster(key, at)), key=lambda row: self.roster_key(*row)):
            found.setdefault(row[0].person, []).append(row)
        return found

    def tenure_columns(self, tenure: Tenure, at: date = TODAY) -> Row:
        """The columns of the questions marked †, the id left out."""
        started: Any = tenure.started
        if (tenure.start is not None and not tenure.start.fixed) or tenure.undated:
            started = OPEN
        return {
            "started": started,
            "ended": tenure.ended if tenure.shown_end_fixed else OPEN,
            "certainty": tenure.certainty(at),
            "sources": OPEN if tenure in self.rated else tenure.sources,
            "quote": self.quote(tenure),
        }

    def quote(self, tenure: Tenure) -> Any:
        """The quote of the earliest source, where there is one such quote."""
        first = min(claim.published for claim in tenure.spell.claims)
        quotes = {claim.quote for claim in tenure.spell.claims if claim.published == first}
        quote = quotes.pop()
        return quote if quote and not quotes else OPEN

    def planned(self, tenure: Tenure) -> Any:
        told = {claim.planned for claim in tenure.spell.claims if claim.planned}
        moved = [claim for claim in tenure.spell.moved if claim.planned]
        if moved:
            last = max(claim.date.low for claim in moved if claim.date is not None)
            told = {claim.planned for claim in moved if claim.date is not None and claim.date.low == last}
        return OPEN if len(told) > 1 else next(iter(told), None)

    def term(self, tenure: Tenure) -> Any:
        return OPEN if len(tenure.spell.terms) > 1 else next(iter(tenure.spell.terms), None)

    def last_attested(self, tenure: Tenure) -> Any:
        if tenure in self.rated or any(claim.event == "held" for claim in tenure.spell.claims):
            return OPEN
        return None if tenure.last_attested is None else tenure.last_attested.isoformat()

    def decisions(self, tenure: Tenure, direction: str) -> Any:
        """The decisions that opened or closed a tenure, by number."""
        event = "gain" if direction == "opened" else "lose"
        told = [claim for claim in tenure.spell.claims if claim.event == event]
        if any(not claim.basis or not claim.number for claim in told) or claim_basis(tenure, direction):
            return OPEN
        return sorted({f"{claim.number}/{claim.date.text[:4]}" for claim in told if claim.date is not None})


def claim_basis(tenure: Tenure, direction: str) -> bool:
    """Whether a decision about another post or person may have ended the tenure."""
    own = any(claim.event == "lose" for claim in tenure.spell.claims)
    return direction == "closed" and not own and tenure.ended_basis in ("death", "decision", "term", "replaced")


def one_person(known: Known, name: str) -> int:
    """The one person a name means."""
    found = known.named(name)
    if len(found) != 1:
        raise UndecidedError(f"{name} is {len(found)} persons")
    return found[0]
