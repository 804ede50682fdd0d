"""From the claims of one person in one post to spells (RULES 2, 3, 7-10): what opens, ends and attests each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from tests.oracle.rows import ONE_DAY, Claim, Day, UndecidedError, groups_of_copies

APPROVALS = ("phê chuẩn", "chuẩn y", "công nhận")
MOVES = ("bổ nhiệm lại", "kéo dài")
ELECTED = "bầu"


@dataclass(eq=False)
class Spell:
    """One person in one post over one period, as claims tell it; ends that no claim tells come later."""

    person: int
    post: tuple[str, str]
    capacity: str
    openings: list[Claim] = field(default_factory=list)
    closings: list[Claim] = field(default_factory=list)
    attests: list[date] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    moved: list[Claim] = field(default_factory=list)
    farewells: list[Claim] = field(default_factory=list)
    attested_first: bool = False
    late_openings: list[Claim] = field(default_factory=list)
    until: date | None = None
    inferred: tuple[date, date, str, str | None] | None = None

    @property
    def terms(self) -> set[str]:
        return {claim.term for claim in self.claims if claim.term}


class Cut(NamedTuple):
    """The days on which another can have begun in a seat, or the one on which a later term begins in the body."""

    day: date
    last: date
    term: str = ""


def end_day(claim: Claim) -> Day | None:
    """The day a claim tells for the end of a post."""
    return claim.date if claim.event == "lose" else claim.ended


def split_spells(person: int, claims: Sequence[Claim], cuts: Sequence[Cut]) -> list[Spell]:
    """Lay the claims of a person on a post along time, one capacity at a time, and part them into spells."""
    undated = [claim for claim in claims if claim.date is None]
    if undated and len(undated) < len(claims):
        raise UndecidedError("held once, and held at a date")
    if undated:
        first = undated[0]
        return [Spell(person, first.post, first.capacity, claims=list(undated))]
    stepping = sorted(_steps(claims), key=lambda step: step[:2])
    walk = _Walk(person, cuts)
    for _, kind, claim in stepping:
        {0: walk.close, 1: walk.open, 2: walk.attest}[kind](claim)
    return walk.spells


def _steps(claims: Sequence[Claim]) -> list[tuple[date, int, Claim]]:
    steps = []
    for claim in claims:
        assert claim.date is not None
        if claim.event == "lose":
            steps.append((claim.date.low, 0, claim))
        elif claim.event == "hold":
            steps.append((claim.date.low, 2, claim))
        else:
            steps.append((claim.date.low, 1, claim))
            if claim.event == "row" and claim.ended is None:
                steps.append((claim.published, 2, claim))
    return steps


class _Walk:
    """The walk along time: the spell that runs, and those before it."""

    def __init__(self, person: int, cuts: Sequence[Cut]) -> None:
        self.person = person
        self.cuts = cuts
        self.spells: list[Spell] = []

    @property
    def running(self) -> Spell | None:
        return self.spells[-1] if self.spells else None

    def _new(self, claim: Claim) -> Spell:
        self.spells.append(Spell(self.person, claim.post, claim.capacity))
        return self.spells[-1]

    def open(self, claim: Claim) -> None:
        assert claim.date is not None
        spell = self.running
        if spell is not None and any(
            end_day(closing) == claim.date for closing in spell.closings if closing.event == "lose"
        ):
            raise UndecidedError("lost and gained on one day")
        if spell is None or is_over(spell, claim.date) or self._cut(spell, claim.date):
            if spell is not None:
                self._leave(spell, claim)
            spell = self._new(claim)
        elif _elected_anew(spell, claim):
            spell.until = claim.date.low
            spell = self._new(claim)
        elif _later_term(spell, claim):
            raise UndecidedError("elected again while no term ended")
        spell.claims.append(claim)
        self._sort_opening(spell, claim)
        if claim.ended is not None:
            spell.closings.append(claim)

    def _leave(self, spell: Spell, claim: Claim) -> None:
        """Look at the spell that was over before another opens."""
        assert claim.date is not None
        if claim.action in MOVES:
            raise UndecidedError("appointed again to a post lost")
        if any(_one_decision(opening, claim) for opening in spell.openings):
            raise UndecidedError("one decision before and after an end")
        if any(_may_be_one(opening.date, claim.date) for opening in spell.openings):
            raise UndecidedError("one start told twice, or a second after an end")
        anew = not spell.closings and _elected_anew(spell, claim)
        if anew and not self._cut(spell, before(claim.date)):
            spell.until = claim.date.low  # another took the seat that same day: which of the two ended it?

    def _sort_opening(self, spell: Spell, claim: Claim) -> None:
        assert claim.date is not None
        elected = [c.date.low for c in spell.openings if c.action == ELECTED and c.date is not None and c.date.exact]
        if claim.action in MOVES and spell.openings:
            spell.moved.append(claim)
        elif claim.event == "gain" and not claim.basis and spell.openings:
            spell.late_openings.append(claim)  # without a day of its own: it can agree with the one told (RULES 8)
        elif (
            claim.action in APPROVALS
            and any(d <= claim.date.low <= d + timedelta(days=90) for d in elected)
            or spell.attested_first
        ):
            spell.late_openings.append(claim)
        else:
            spell.openings.append(claim)

    def _cut(self, spell: Spell, opened: Day) -> bool:
        """Whether another's start or a new term ended the running spell before this one opens."""
        began = _began(spell)
        last = max(spell.attests, default=began)
        fits = [cut for cut in self.cuts if not cut.term or (spell.terms and max(spell.terms) < cut.term)]
        if [cut for cut in fits if opened.low < cut.day <= opened.start_high]:
            raise UndecidedError("ended within the days a start can mean")
        cuts = [cut for cut in fits if began < cut.day <= opened.low and last < cut.day and not spell.closings]
        if any(cut.day < cut.last and opened.low <= cut.last for cut in cuts):
            raise UndecidedError("another began before or after")
        if cuts and all(cut.day == opened.low and not cut.term for cut in cuts):
            raise UndecidedError("two began in one seat on one day")
        return bool(cuts)

    def close(self, claim: Claim) -> None:
        spell = self.running
        if spell is None:
            spell = self._new(claim)
        assert claim.date is not None
        for opening in spell.openings:
            assert opening.date is not None
            if opening.date.start_high >= claim.date.low:
                raise UndecidedError("opened or closed first")
        if any(day >= claim.date.low for day in spell.attests):
            raise UndecidedError("attested after the end")
        spell.claims.append(claim)
        spell.closings.append(claim)

    def attest(self, claim: Claim) -> None:
        day = claim.published
        spell = self.running
        if spell is not None and claim in spell.claims:
            self._check_row(spell, day)
            spell.attests.append(day)
            return
        if claim.event == "row":
            raise UndecidedError("a row that says open after another spell began")
        if spell is not None and any(end_day(closing) == Day(day.isoformat()) for closing in spell.closings):
            raise UndecidedError("attested on the day of the end")
        if spell is None or is_over(spell, Day(day.isoformat())):
            spell = self._new(claim)
            spell.attested_first = True
        elif any(opening.date is None or opening.date.start_high > day for opening in spell.openings):
            raise UndecidedError("attested within the days a start can mean")
        elif spell.terms and claim.term and claim.term not in spell.terms:
            raise UndecidedError("attested for another term")
        spell.claims.append(claim)
        spell.attests.append(day)

    def _check_row(self, spell: Spell, day: date) -> None:
        if any((end := end_day(closing)) is not None and end.end_high <= day for closing in spell.closings):
            raise UndecidedError("a row that says open after the end")


def _began(spell: Spell) -> date:
    starts = [claim.date.start_high for claim in spell.openings if claim.date is not None]
    return max(starts, default=min(spell.attests, default=date.min))


def is_over(spell: Spell, at: Day) -> bool:
    """Whether all ends told lie before a day; some before and some after, the rules don't say."""
    ends = [end for closing in spell.closings if (end := end_day(closing)) is not None]
    if ends and all(end.end_high <= at.low for end in ends):
        return True
    if any(end.low <= at.start_high for end in ends):
        raise UndecidedError("after the end or before")
    return False


def _one_decision(opening: Claim, claim: Claim) -> bool:
    return bool(claim.number) and (opening.number, opening.issuer) == (claim.number, claim.issuer)


def _may_be_one(one: Day | None, other: Day) -> bool:
    return one is not None and one.low <= other.start_high and other.low <= one.start_high


def _same_term(spell: Spell, claim: Claim) -> bool:
    return not claim.term or not spell.terms or claim.term in spell.terms


def _elected_anew(spell: Spell, claim: Claim) -> bool:
    """Whether a claim opens another term of what is only attested (RULES 8)."""
    return spell.attested_first and not _same_term(spell, claim)


def _later_term(spell: Spell, claim: Claim) -> bool:
    return bool(spell.terms and claim.term) and claim.term not in spell.terms


@dataclass(frozen=True)
class Bound:
    """A start or an end: the days it can mean, and the form shown where the rules fix it."""

    low: date
    high: date
    shown: str | None
    fixed: bool = True


def merge_dates(told: Sequence[tuple[Day, Claim]], *, end: bool) -> Bound:
    """Make one bound of all dates told for it (RULES 3): the most precise, or the span of those that contradict."""
    highs = {day.text: day.end_high if end else day.start_high for day, _ in told}
    finest: list[str] = []
    for text in sorted(highs, key=len, reverse=True):
        if not any(fine.startswith(text) for fine in finest):
            finest.append(text)
    if len(finest) == 1:
        return Bound(Day(finest[0]).low, highs[finest[0]], finest[0])
    if len(finest) < len(highs):
        raise UndecidedError("a coarse date that agrees with one of two")
    days = [Day(text) for text in finest]
    if any(highs[one.text] >= other.low for one in days for other in days if one.low < other.low):
        raise UndecidedError("dates that touch")
    support = {text: [claim for day, claim in told if day.text == text] for text in finest}
    rank = sorted(
        (-groups_of_copies(claims), min(c.published for c in claims), text) for text, claims in support.items()
    )
    fixed = rank[0][:2] != rank[1][:2]
    return Bound(min(day.low for day in days), max(highs.values()), rank[0][2], fixed)


def after(day: date) -> date:
    return day + ONE_DAY if day > date.min else day


def before(day: Day) -> Day:
    return Day((day.low - ONE_DAY).isoformat())
