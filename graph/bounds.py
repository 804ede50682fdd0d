"""What the claims of one spell say of its start and its end (RULES 1-4): interval, printed form, basis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.dates import ONE_DAY, Bound, PartialDate
from graph.model import Claim, Doubt, EndBasis, StartBasis, Tenure
from graph.spells import Dated, Spell, start_basis


def own_start(spell: Spell) -> tuple[PartialDate | None, Bound, StartBasis]:
    """The start as printed, its bounds and its basis; without an opening the first attested day bounds it."""
    if spell.starts:
        bound = _combine([start.bound for start in spell.starts])
        shown = _shown(spell.starts)
        same = [start for start in spell.starts if start.printed == shown.printed]
        decided = [start.claim for start in same if start.claim.event == "gain"]
        return shown.printed, bound, start_basis(_first(decided) if decided else shown.claim)
    if spell.attested:
        first = min(spell.attested)
        return None, Bound(first, first), "attested"
    stated = any(item.kind in ("span", "past") for item in spell.items)
    return None, Bound(None, None), "stated" if stated else "closing_only"


def own_end(spell: Spell, start: Bound) -> tuple[PartialDate | None, Bound, EndBasis | None]:
    """The end as the spell's own claims tell it; open where they tell none."""
    after = after_held(spell.attested, start, opened=bool(spell.starts))
    if spell.ends:
        shown = _shown(spell.ends)
        bound = _combine([end.bound for end in spell.ends])
        decided = any(end.claim.event == "lose" and end.printed == shown.printed for end in spell.ends)
        return shown.printed, _floor(bound, after), "decision" if decided else "stated"
    if spell.term_ends is not None:
        bound = spell.term_ends.bound
        if spell.starts:
            return spell.term_ends.printed, bound, "term"
        return None, _floor(Bound(None, bound.most), after), "term"
    if spell.over_by is not None:
        return None, _floor(Bound(None, spell.over_by), after), "stated"
    if not spell.starts and spell.attested:
        return None, Bound(after, None), None
    return None, Bound(None, None), None


def after_held(attested: Sequence[date], start: Bound, *, opened: bool) -> date | None:
    """The first day on which it may have ended: the day after the last one it is known for."""
    days = [day + ONE_DAY for day in attested]
    if opened and start.most is not None:
        days.append(start.most)
    return max(days, default=None)


def _floor(bound: Bound, after: date | None) -> Bound:
    """Close an end that is open below: it cannot lie before what is attested."""
    if bound.least is not None or after is None:
        return bound
    return Bound(min(after, bound.most) if bound.most is not None else after, bound.most)


def _combine(bounds: Sequence[Bound]) -> Bound:
    """The days common to all where they agree, else the interval that spans all (RULES 3)."""
    least = [bound.least for bound in bounds if bound.least is not None]
    most = [bound.most for bound in bounds if bound.most is not None]
    if not least or not most:
        return Bound(max(least, default=None), min(most, default=None))
    if max(least) <= min(most):
        return Bound(max(least), min(most))
    return Bound(min(least), max(most))


def _shown(told: Sequence[Dated]) -> Dated:
    """The most precise where they agree; else the one of most sources, then of the earliest (RULES 3)."""
    bounds = [dated.bound for dated in told]
    agree = all(one.agrees_with(other) for one in bounds for other in bounds)
    if agree:
        return min(told, key=lambda dated: (_width(dated), dated.published, dated.claim.id))
    sources = {
        dated.printed: len({other.claim.source for other in told if other.printed == dated.printed}) for dated in told
    }
    return min(told, key=lambda dated: (-sources[dated.printed], dated.published, str(dated.printed), dated.claim.id))


def _width(dated: Dated) -> int:
    if dated.printed is None:
        return 100_000
    return {"day": 0, "month": 1, "year": 2}[dated.printed.precision]


def _first(claims: Sequence[Claim]) -> Claim:
    return min(claims, key=lambda claim: claim.id)


def spell_doubts(spell: Spell, tenure: Tenure, claim: Claim, title: str) -> list[Doubt]:
    """What a careful reader should look at in one spell (RULES 8, 10, 23)."""
    person = claim.person or ""
    found: list[Doubt] = []
    if spell.conflicts:
        found.append(
            Doubt(
                kind="conflict",
                vi=f"{person}, {title}: các nguồn nói khác nhau về thời gian giữ chức; giữ cả hai",
                en=f"{person}, {title}: sources differ about when the post was held; both are kept",
                claims=tuple(sorted(spell.conflicts)),
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
