"""From spells to tenures (RULES 1-3, 8-16): bounds, what is shown, and the ends that follow from other things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tests.oracle.bodies import NEVER, Bodies
from tests.oracle.rows import PARTY, Claim, Day, UndecidedError
from tests.oracle.spells import Bound, Cut, Spell, after, end_day, is_over, merge_dates, split_spells
from tests.oracle.tenure import HEADS, Tenure

CAPACITIES = {"alternate", "acting", "in_charge"}
TERM_GAINS = 3


class Concluding:
    """The tenures of a world: spells cut where others begin, until nothing changes any more."""

    def __init__(self, claims: Mapping[Claim, int], bodies: Bodies) -> None:
        self.claims = claims
        self.bodies = bodies
        self.single = {c.post for c in claims if c.seats == "1" or (not c.seats and c.role in HEADS)}
        self.deaths = self._days_of("từ trần")
        self.expelled = self._days_of("khai trừ")
        self.posts: dict[tuple[int, tuple[str, str]], list[Claim]] = {}
        for claim, person in claims.items():
            self.posts.setdefault((person, claim.post), []).append(claim)

    def _days_of(self, action: str) -> dict[int, date]:
        told: dict[int, set[date]] = {}
        for claim, person in self.claims.items():
            if claim.event == "lose" and claim.action == action and claim.date is not None:
                told.setdefault(person, set()).add(claim.date.low)
        if any(len(days) > 1 for days in told.values()):
            raise UndecidedError(f"{action} on two days")
        return {person: min(days) for person, days in told.items()}

    def tenures(self) -> list[Tenure]:
        cuts = {key: self._first_cuts(key) for key in self.posts}
        for _ in range(6):
            spells = [
                s for (person, post), told in self.posts.items() for s in self._split(person, told, cuts[person, post])
            ]
            tenures = [self._bounded(spell) for spell in spells]
            terms = self._term_days([claim for tenure in tenures for claim in tenure.spell.openings])
            found = {(person, post): self._cuts(person, post, tenures, terms) for person, post in self.posts}
            if found == cuts:
                for tenure in tenures:
                    self._infer(tenure, tenures, terms)
                return tenures
            cuts = found
        raise UndecidedError("ends that turn in a circle")

    def _first_cuts(self, key: tuple[int, tuple[str, str]]) -> list[Cut]:
        person, post = key
        others = [c for c, p in self.claims.items() if p != person and c.post == post and post in self.single]
        told = [c.date for c in others if c.date and c.event in ("gain", "row") and c.capacity == "full"]
        return self._both({(day.low, day.start_high) for day in told}, self._term_days(self.claims), post[1])

    def _committees(self, body: str) -> set[str]:
        """A body and the one whose organ it is: where a new term ends its tenures."""
        return {body} | {tie.parent for tie in self.bodies.ties if tie.kind == "organ" and tie.child == body}

    def _cuts(
        self, person: int, post: tuple[str, str], tenures: Sequence[Tenure], terms: Mapping[tuple[str, date], str]
    ) -> list[Cut]:
        days = {
            (t.start.low, t.start.high)
            for t in tenures
            if _replaces(t) and t.start and t.person != person and t.spell.post == post
        }
        return self._both(days if post in self.single else set(), terms, post[1])

    def _both(self, starts: Iterable[tuple[date, date]], terms: Mapping[tuple[str, date], str], body: str) -> list[Cut]:
        """The days on which others begin in a post, and those on which a later term begins in its body."""
        news = {Cut(day, day, term) for (elected, day), term in terms.items() if elected in self._committees(body)}
        return sorted({Cut(*days) for days in starts} | news)

    def _split(self, person: int, told: Sequence[Claim], cuts: Sequence[Cut]) -> list[Spell]:
        """Part the claims by capacity first: an alternate and a full member are two tenures (RULES 13)."""
        limited = {claim.capacity for claim in told} & CAPACITIES
        full = [claim for claim in told if claim.capacity == "full" and claim.event != "lose"]
        if not limited:
            return split_spells(person, told, cuts)
        if len(limited) > 1 or (full and limited != {"alternate"}):
            raise UndecidedError("several capacities in one post")
        if not full:
            return split_spells(person, told, cuts)
        if any(claim.date is None for claim in full):
            raise UndecidedError("alternate once, and held at a date")
        first = min(claim.date.low for claim in full if claim.date is not None)
        if any(claim.date is not None and not claim.date.exact for claim in full):
            raise UndecidedError("alternate until a day that is not known")
        low = [claim for claim in told if claim.capacity == "alternate"]
        if any(c.date is None or c.date.start_high >= first or c.event in ("lose", "hold") for c in low) or any(
            c.event == "lose" and c.date is not None and c.date.low <= first for c in told
        ):
            raise UndecidedError("alternate and full mixed")
        if any(c.event == "row" and c.ended is None and c.published >= first for c in low) or any(
            c.event != "gain" for c in full
        ):
            raise UndecidedError("alternate and full mixed")
        low_spells = split_spells(person, low, cuts)
        for spell in low_spells:
            spell.until = None if is_over(spell, Day(first.isoformat())) else first
        return low_spells + split_spells(person, [c for c in told if c not in low], cuts)

    def _bounded(self, spell: Spell) -> Tenure:
        start, basis = self._start(spell)
        told = [(end, claim) for claim in spell.closings if (end := end_day(claim)) is not None]
        if told:
            end = merge_dates(told, end=True)
            acts = {claim.action for claim in spell.closings if claim.event == "lose"}
            own = ("death" if acts == {"từ trần"} else "decision") if acts else "stated"
            differ = any(claim.event != "lose" for claim in spell.closings) or ("từ trần" in acts and len(acts) > 1)
            if acts and differ and len({day for day, _ in told}) > 1:
                own = "?"
            return Tenure(spell, start, end.low, end.high, end.shown, basis, own, end.fixed)
        last = max(spell.attests, default=None)
        if start is None and last is None:
            published = min(claim.published for claim in spell.claims)
            return Tenure(spell, None, None, published, None, "?", "?")
        if spell.attested_first and last is not None:
            return Tenure(spell, start, after(last), None, None, basis, None)
        return Tenure(spell, start, None, None, None, basis, None)

    def _start(self, spell: Spell) -> tuple[Bound | None, str]:
        if spell.attested_first:
            first = min(spell.attests)
            return Bound(first, first, None), "attested"
        told = [(claim.date, claim) for claim in spell.openings if claim.date is not None]
        if not told:
            return None, "closing_only" if spell.closings else "attested"
        start = merge_dates(told, end=False)
        bases = {claim.basis for day, claim in told if day.text == start.shown}
        return start, min(bases) if len(bases) == 1 and "" not in bases else "?"

    def _term_days(self, openings: Iterable[Claim]) -> dict[tuple[str, date], str]:
        """Find the days on which a new term began in a body (RULES 12), and its term."""
        found: dict[tuple[str, date], str] = {}
        gains: dict[tuple[str, date, str], list[Claim]] = {}
        for claim in openings:
            if claim.event in ("gain", "row") and claim.date is not None and claim.date.exact and claim.term:
                gains.setdefault((claim.body, claim.date.low, claim.term), []).append(claim)
        for (body, day, term), told in gains.items():
            people = {self.claims[claim] for claim in told}
            if len(people) >= TERM_GAINS and any(claim.role in HEADS for claim in told):
                if any(claim.event == "row" for claim in told) or (body, day) in found:
                    raise UndecidedError("a term opened by rows of tenures")
                found[body, day] = term
        return found

    def _infer(self, tenure: Tenure, tenures: Sequence[Tenure], terms: Mapping[tuple[str, date], str]) -> None:
        """End an open tenure by the earliest thing that ends it (RULES 11); of one day, in the order of the rule."""
        if tenure.spell.until is not None:
            self._end(tenure, (tenure.spell.until, tenure.spell.until, "replaced", tenure.spell.until.isoformat()))
            if tenure.spell.attested_first:
                tenure.ended_basis = "?"
            elif tenure.start and any(low <= tenure.spell.until for low, *_ in self._reasons(tenure, tenures, terms)):
                raise UndecidedError("no alternate any more before or on the day of the full seat")
            return
        if tenure.start is None:
            return
        reasons = self._reasons(tenure, tenures, terms)
        if tenure.ended_basis is not None:
            assert tenure.end_high is not None
            if any(low < tenure.end_high for low, *_ in reasons if not _decided(tenure)):
                raise UndecidedError("a stated end after another one")
            return
        if reasons:
            first = min(reasons, key=lambda reason: reason[0])
            if any(low <= first[1] and low != first[0] for low, *_ in reasons):
                raise UndecidedError("which end came first")
            self._end(tenure, first)
            last_words = {"death": "từ trần", "decision": "khai trừ"}.get(first[2])
            told = [claim for claim, person in self.claims.items() if person == tenure.person and claim.event == "lose"]
            tenure.spell.farewells += [claim for claim in told if claim.action == last_words]

    def _reasons(
        self, tenure: Tenure, tenures: Sequence[Tenure], terms: Mapping[tuple[str, date], str]
    ) -> list[tuple[date, date, str, str | None]]:
        assert tenure.start is not None
        start, last = tenure.start, tenure.last_attested or date.min
        reasons: list[tuple[date, date, str, str | None]] = []
        expelled = self.expelled.get(tenure.person)
        if expelled is not None and tenure.body.startswith(PARTY) and start.low < expelled:
            if max(last, start.high) >= expelled:
                raise UndecidedError("in a Party post after the expulsion")
            reasons.append((expelled, expelled, "decision", expelled.isoformat()))
        gone = self.bodies.all[tenure.body].dissolved
        if gone != NEVER:
            if tenure.start.high >= gone:
                raise UndecidedError("begun after the body's end")
            if tenure.spell.attested_first and last >= gone:
                raise UndecidedError("attested alone, and after the body's end")
            reasons.append((gone, gone, "body_ended", gone.isoformat()))
        organ_of = self._committees(tenure.body)
        for (body, day), term in terms.items():
            own = max(tenure.spell.terms, default="")
            if body in organ_of and own and own < term and start.low < day and last < day:
                reasons.append((day, day, "term", day.isoformat()))
        reasons += self._died(tenure)
        if tenure.spell.post in self.single:
            reasons += self._replaced(tenure, tenures)
        return reasons

    def _died(self, tenure: Tenure) -> list[tuple[date, date, str, str | None]]:
        death = self.deaths.get(tenure.person)
        if death is None:
            return []
        assert tenure.start is not None
        if max(tenure.start.high, tenure.last_attested or date.min) >= death:
            raise UndecidedError("in a post after death")
        return [(death, death, "death", death.isoformat())]

    def _replaced(self, tenure: Tenure, tenures: Sequence[Tenure]) -> list[tuple[date, date, str, str | None]]:
        """Find who took a single seat (RULES 13)."""
        assert tenure.start is not None
        last = tenure.last_attested or date.min
        found: list[tuple[date, date, str, str | None]] = []
        for other in tenures:
            if other.spell.post != tenure.spell.post or other.person == tenure.person or not other.start:
                continue
            if not (_replaces(other) or (other.spell.attested_first and other.capacity == "full")):
                continue
            if tenure.start.high >= other.start.low:
                if tenure.start.low < other.start.low:
                    raise UndecidedError("who of two came first")
                continue
            if last >= other.start.low:
                if last < other.start.high:
                    raise UndecidedError("attested on a day the next can have begun")
                continue
            if other.spell.attested_first:
                low = after(max(last, tenure.start.high))
                found.append((low, other.start.low, "replaced", None))
            else:
                if _spans(other.start) or any(not claim.basis for claim in other.spell.openings):
                    raise UndecidedError("replaced on one of two days")
                found.append((other.start.low, _as_end(other.start), "replaced", other.start.shown))
        return sorted(found, key=lambda reason: reason[1])[:1]

    def _end(self, tenure: Tenure, reason: tuple[date, date, str, str | None]) -> None:
        low, high, basis, shown = reason
        if tenure.spell.attested_first and tenure.last_attested is not None:
            low, shown = min(after(tenure.last_attested), high), None
        tenure.end_low, tenure.end_high, tenure.ended_basis, tenure.ended = low, high, basis, shown


def _replaces(tenure: Tenure) -> bool:
    return tenure.capacity == "full" and tenure.start is not None and bool(tenure.spell.openings)


def _spans(start: Bound) -> bool:
    """Whether days that contradict each other are told for a start."""
    return start.shown is not None and (start.low, start.high) != (Day(start.shown).low, Day(start.shown).start_high)


def _as_end(start: Bound) -> date:
    """The last day that a start can mean as an end: a coarse one may be printed for the last day held (RULES 1)."""
    return max(start.high, Day(start.shown).end_high) if start.shown else start.high


def _decided(tenure: Tenure) -> bool:
    return tenure.ended_basis == "decision"
