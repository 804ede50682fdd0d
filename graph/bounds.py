"""What the claims of one spell say of its start and its end (RULES 1-4): interval, printed form, basis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.dates import ONE_DAY, Bound, PartialDate, combined
from graph.decisions import decision_id
from graph.items import Dated
from graph.model import Claim, Doubt, EndBasis, StartBasis, Tenure
from graph.periods import Spell

DEATH = "từ trần"
_BASES: tuple[StartBasis, ...] = ("effective", "signed", "announced", "stated")


def own_start(spell: Spell) -> tuple[PartialDate | None, Bound, StartBasis]:
    """The start as printed, its bounds and its basis; without an opening the first attested day bounds it."""
    if spell.starts:
        starts = _counting(spell.starts)
        bound = combined([start.bound for start in starts])
        shown = _shown(starts)
        bases = [_start_basis(start.claim) for start in starts if start.printed == shown.printed]
        return shown.printed, bound, min(bases, key=_BASES.index)
    if spell.attested:
        first = min(spell.attested)
        return None, Bound(first, first), "attested"
    stated = any(item.kind in ("span", "past") for item in spell.items)
    return None, Bound(None, None), "stated" if stated else "closing_only"


def own_end(spell: Spell, start: Bound) -> tuple[PartialDate | None, Bound, EndBasis | None]:
    """The end as the spell's own claims tell it; open where they tell none."""
    after = after_held(spell.attested, start, opened=bool(spell.starts))
    if spell.ends:
        ends = _counting(spell.ends)
        shown = _shown(ends)
        bound = combined([end.bound for end in ends])
        return shown.printed, _floor(bound, after), _end_basis(shown, ends)
    if spell.term_ends is not None:
        bound = spell.term_ends.bound
        if spell.starts:
            return spell.term_ends.printed, bound, "term"
        return None, _floor(Bound(None, bound.most), after), "term"
    if not spell.starts and spell.attested:
        return None, Bound(after, None), None
    return None, Bound(None, None), None


def after_held(attested: Sequence[date], start: Bound, *, opened: bool) -> date | None:
    """The first day on which it may have ended: the day after the last one it is known for."""
    days = [day + ONE_DAY for day in attested]
    if opened and start.most is not None:
        days.append(start.most + ONE_DAY)  # the first day is a day in the post (RULES 1)
    return max(days, default=None)


def _floor(bound: Bound, after: date | None) -> Bound:
    """Close an end that is open below: it cannot lie before what is attested."""
    if bound.least is not None or after is None:
        return bound
    return Bound(min(after, bound.most) if bound.most is not None else after, bound.most)


def _counting(told: Sequence[Dated]) -> list[Dated]:
    """Of one decision's days those that count: effective, failing that signed, failing that announced (RULES 4)."""
    best: dict[str | None, int] = {}
    for each in told:
        decision = decision_id(each.claim) if each.claim.number is not None else None
        best[decision] = min(_rank(each.claim), best.get(decision, len(_BASES)))
    return [each for each in told if each.claim.number is None or _rank(each.claim) == best[decision_id(each.claim)]]


def _rank(claim: Claim) -> int:
    return _BASES.index(_start_basis(claim))


def _start_basis(claim: Claim) -> StartBasis:
    """On what a start rests: the day a decision counts from, or what a source states."""
    if claim.event != "gain":
        return "stated"
    return claim.date_basis or "announced"


def _end_basis(shown: Dated, told: Sequence[Dated]) -> EndBasis:
    """A closing action ends by decision, a death by death; all else is stated."""
    closing = [end.claim for end in told if end.claim.event == "lose" and end.printed == shown.printed]
    if not closing:
        return "stated"
    return "death" if all(claim.action == DEATH for claim in closing) else "decision"


def _shown(told: Sequence[Dated]) -> Dated:
    """The most precise where they agree; else the one of most stories, then of the earliest (RULES 3, 21)."""
    bounds = [dated.bound for dated in told]
    if all(one.agrees_with(other) for one in bounds for other in bounds):
        return min(told, key=lambda dated: (_width(dated), dated.published, dated.claim.id))
    printed = [dated for dated in told if dated.printed is not None] or told
    stories = {
        dated.printed: len({other.story for other in told if other.printed == dated.printed}) for dated in printed
    }
    return min(printed, key=lambda each: (-stories[each.printed], each.published, str(each.printed), each.claim.id))


def _width(dated: Dated) -> int:
    if dated.printed is None:
        return 100_000
    return {"day": 0, "month": 1, "year": 2}[dated.printed.precision]


def spell_doubts(spell: Spell, tenure: Tenure, claim: Claim, title: str) -> list[Doubt]:
    """What a careful reader should look at in one spell (RULES 8, 10, 23)."""
    person = claim.person or ""
    found: list[Doubt] = []
    if spell.conflicts:
        told = {dated.claim.id for dated in (*spell.starts, *spell.ends)}  # either side may be the one that came last
        found.append(
            Doubt(
                kind="conflict",
                vi=f"{person}, {title}: các nguồn nói khác nhau về thời gian giữ chức; giữ cả hai",
                en=f"{person}, {title}: sources differ about when the post was held; both are kept",
                claims=tuple(sorted(told.union(spell.conflicts))),
            )
        )
    if tenure.started_basis == "closing_only":
        found.append(
            Doubt(
                kind="closing_only",
                vi=f"{person}, {title}: thôi giữ chức vụ mà chưa nguồn nào nói là đã giữ",
                en=f"{person}, {title}: a post was given up that no source says was held",
                claims=tenure.claims,
            )
        )
    if tenure.start.least is not None and tenure.end.most is not None and tenure.start.least > tenure.end.most:
        found.append(
            Doubt(
                kind="start_after_end",
                vi=f"{person}, {title}: bắt đầu {tenure.started} sau khi kết thúc {tenure.ended}; giữ như nguồn ghi",
                en=f"{person}, {title}: starts {tenure.started} after it ends {tenure.ended}; kept as printed",
                claims=tenure.claims,
            )
        )
    return found
