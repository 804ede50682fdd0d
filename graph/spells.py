"""The claims about one person in one post → spells: the periods they tell of, each from its own claims (RULES 1-10).

Claims are taken by the day they speak of, never by the order of loading, so the same claims give the same spells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from graph.dates import Bound, PartialDate, end_bound, start_bound
from graph.model import Claim, StartBasis

CONFIRMING = ("phê chuẩn", "chuẩn y", "công nhận")
EXTENDING = ("bổ nhiệm lại", "kéo dài")
_CONFIRMED_WITHIN = timedelta(days=90)
_ORDER = {"gain": 0, "span": 0, "attest": 1, "past": 2, "lose": 3}


@dataclass(frozen=True, slots=True)
class Dated:
    """What one claim says of one bound."""

    printed: PartialDate | None
    bound: Bound
    claim: Claim
    published: date


@dataclass(frozen=True, slots=True)
class Item:
    """A claim as an event in time: `at` is when it counts; a span has its end too."""

    kind: Literal["gain", "span", "attest", "past", "lose"]
    at: Bound
    claim: Claim
    published: date

    @property
    def anchor(self) -> date:
        day = self.at.least or self.at.most
        assert day is not None
        return day

    @property
    def ends(self) -> Dated | None:
        end = self.claim.end
        return Dated(end, end_bound(end), self.claim, self.published) if end is not None else None


@dataclass(slots=True)
class Spell:
    """One period in the making: what its claims say of start and end."""

    items: list[Item] = field(default_factory=list)
    starts: list[Dated] = field(default_factory=list)
    ends: list[Dated] = field(default_factory=list)
    attested: list[date] = field(default_factory=list)
    over_by: date | None = None  # the earliest day on which a source calls the post a former one
    term_ends: Dated | None = None  # a re-election for another term
    conflicts: list[str] = field(default_factory=list)

    @property
    def terms(self) -> list[str]:
        return sorted({item.claim.term for item in self.items if item.claim.term is not None})

    @property
    def closed(self) -> bool:
        return bool(self.ends) or self.term_ends is not None or self.over_by is not None

    @property
    def first(self) -> date | None:
        """The earliest day it may have begun."""
        days = [start.bound.least for start in self.starts if start.bound.least is not None]
        days += self.attested
        return min(days, default=None)

    def last_end(self) -> Bound:
        """Where the end lies, of all that was said."""
        told = [end.bound for end in self.ends]
        told += [self.term_ends.bound] if self.term_ends is not None else []
        told += [Bound(None, self.over_by)] if self.over_by is not None else []
        least = [bound.least for bound in told if bound.least is not None]
        most = [bound.most for bound in told if bound.most is not None]
        return Bound(min(least, default=None), max(most, default=None))


def make_item(claim: Claim, published: date) -> Item:
    """Place a post claim in time (RULES 2, 4, 7)."""
    assert claim.event is not None
    if claim.event in ("gain", "lose"):
        if claim.date is None:
            return Item(claim.event, Bound(None, published), claim, published)
        at = start_bound(claim.date) if claim.event == "gain" else end_bound(claim.date)
        return Item(claim.event, at, claim, published)
    if claim.event == "hold" and (claim.table != "tenures" or claim.date is None):
        return Item("attest", Bound(published, published), claim, published)
    if claim.date is not None:
        return Item("span", start_bound(claim.date), claim, published)
    if claim.end is not None:
        return Item("span", Bound(None, end_bound(claim.end).most), claim, published)
    return Item("past", Bound(None, published), claim, published)


def make_spells(items: Iterable[Item]) -> list[Spell]:
    """Cut the claims of one person in one post, in one capacity, into spells."""
    waiting = sorted(items, key=lambda i: (i.anchor, _ORDER[i.kind], i.at.most or i.anchor, i.claim.id))
    spells: list[Spell] = []
    while waiting:
        item = waiting.pop(_next(waiting, spells[-1] if spells else None))
        _TAKE[item.kind](spells, item)
    return spells


def _next(waiting: Sequence[Item], current: Spell | None) -> int:
    """On the day of a re-election the loss of the old holding comes before the new gain."""
    first = waiting[0]
    if current is None or current.closed or first.kind != "gain":
        return 0
    began = current.first
    if began is None or began >= first.anchor:
        return 0
    for index, item in enumerate(waiting):
        if item.anchor > first.anchor:
            break
        if item.kind == "lose":
            return index
    return 0


def _take_gain(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None:
        _open(spells, item, "gain")
    elif _same_start(current, item):
        _start(current, item)
    elif current.closed and _after(item.at, current.last_end()):
        _open(spells, item, "gain")
    elif not current.closed and _confirms(current, item):
        current.items.append(item)
    elif _another_term(current, item) and not current.closed:
        current.term_ends = _dated(item)
        _open(spells, item, "gain")
    elif current.starts and not (_extends(item) and not current.closed):
        current.items.append(item)
        current.starts.append(_dated(item))
        current.conflicts.append(item.claim.id)
    else:
        current.items.append(item)
        if not _extends(item):
            current.conflicts.append(item.claim.id)


def _take_span(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if item.claim.date is None:
        _take_until(spells, item)
        return
    if current is None or (current.closed and _after(item.at, current.last_end()) and not _same_start(current, item)):
        _open(spells, item, "span")
    elif _same_start(current, item):
        _start(current, item)
    elif _another_term(current, item):
        if not current.closed:
            current.term_ends = _dated(item)
        _open(spells, item, "span")
    else:
        if current.starts:
            _start(current, item)
        else:
            current.items.append(item)
            _finish(current, item)
        current.conflicts.append(item.claim.id)


def _take_until(spells: list[Spell], item: Item) -> None:
    """A span of which only the end is known closes what was held, else has an unknown start."""
    current = spells[-1] if spells else None
    end = item.ends
    assert end is not None
    if current is None or (current.closed and not current.last_end().agrees_with(end.bound)):
        spells.append(Spell(items=[item], ends=[end]))
    else:
        current.items.append(item)
        _finish(current, item)


def _take_attest(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None:
        spells.append(Spell(items=[item], attested=[item.anchor]))
        return
    end = current.last_end()
    if current.closed and end.most is not None and item.anchor >= end.most:
        spells.append(Spell(items=[item], attested=[item.anchor], conflicts=[item.claim.id]))
        return
    current.items.append(item)
    current.attested.append(item.anchor)


def _take_past(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None:
        spells.append(Spell(items=[item], over_by=item.published))
        return
    current.items.append(item)
    if not current.closed:
        current.over_by = item.published


def _take_lose(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None or _before(item.at, current):
        spells.insert(max(len(spells) - 1, 0), Spell(items=[item], ends=[_dated(item)]))
        return
    current.items.append(item)
    if current.ends and not current.last_end().agrees_with(item.at):
        current.conflicts.append(item.claim.id)
    current.ends.append(_dated(item))


_TAKE = {
    "gain": _take_gain,
    "span": _take_span,
    "attest": _take_attest,
    "past": _take_past,
    "lose": _take_lose,
}


def _open(spells: list[Spell], item: Item, kind: Literal["gain", "span"]) -> None:
    spell = Spell()
    spells.append(spell)
    _start(spell, item)


def _start(spell: Spell, item: Item) -> None:
    spell.items.append(item)
    spell.starts.append(_dated(item))
    if item.kind == "span":
        _finish(spell, item)


def _finish(spell: Spell, item: Item) -> None:
    """What a span says of its end; without one it attests on the day its source was published (RULES 2)."""
    end = item.ends
    if end is not None:
        if spell.ends and not spell.last_end().agrees_with(end.bound):
            spell.conflicts.append(item.claim.id)
        spell.ends.append(end)
    elif item.claim.event == "hold" and (item.at.least is None or item.published >= item.at.least):
        spell.attested.append(item.published)


def _dated(item: Item) -> Dated:
    bound = item.at
    if item.claim.date is None and item.kind == "gain":
        bound = Bound(item.published, item.published)  # known from that day on
    return Dated(item.claim.date, bound, item.claim, item.published)


def _same_start(spell: Spell, item: Item) -> bool:
    """One action told twice: the same decision, or dates that can agree and no other term (RULES 8)."""
    if not spell.starts:
        return False
    if _same_decision(spell, item):
        return True
    if _another_term(spell, item):
        return False
    return all(start.bound.agrees_with(_dated(item).bound) for start in spell.starts)


def _same_decision(spell: Spell, item: Item) -> bool:
    number = item.claim.number
    told = ((start.claim.number, start.claim.issuer) for start in spell.starts)
    return number is not None and (number, item.claim.issuer) in told


def _another_term(spell: Spell, item: Item) -> bool:
    return item.claim.term is not None and bool(spell.terms) and item.claim.term not in spell.terms


def _confirms(spell: Spell, item: Item) -> bool:
    first = spell.first
    return (
        item.claim.action in CONFIRMING
        and first is not None
        and bool(spell.starts)
        and timedelta(0) <= item.anchor - first <= _CONFIRMED_WITHIN
    )


def _extends(item: Item) -> bool:
    return item.claim.action in EXTENDING


def _after(at: Bound, end: Bound) -> bool:
    """Whether something at this time may come after that end."""
    return at.most is None or end.least is None or at.most >= end.least


def _before(at: Bound, spell: Spell) -> bool:
    """Whether a loss lies wholly before the spell began."""
    first = spell.first
    return first is not None and at.most is not None and at.most < first


def start_basis(claim: Claim) -> StartBasis:
    """On what a start rests: the day a decision counts from, or what a source states."""
    if claim.event != "gain":
        return "stated"
    return claim.date_basis or "announced"
