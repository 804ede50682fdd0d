"""The claims about one person in one post → spells: the periods they tell of, each from its own claims (RULES 1-10).

Claims are taken by the day they speak of, never by the order of loading, so the same claims give the same spells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.dates import Bound, combined
from graph.decisions import decision_id
from graph.items import Dated, Item
from graph.terms import are_comparable, is_other, term_key

CONFIRMING = ("phê chuẩn", "chuẩn y", "công nhận")
EXTENDING = ("bổ nhiệm lại", "kéo dài")
_CONFIRMED_WITHIN = timedelta(days=90)
_ORDER = {"gain": 0, "span": 0, "attest": 1, "echo": 1, "past": 2, "lose": 3}


@dataclass(slots=True)
class Spell:
    """One period in the making: what its claims say of start and end."""

    items: list[Item] = field(default_factory=list)
    starts: list[Dated] = field(default_factory=list)
    ends: list[Dated] = field(default_factory=list)
    attested: list[date] = field(default_factory=list)
    term_ends: Dated | None = None  # a re-election for another term
    conflicts: list[str] = field(default_factory=list)

    @property
    def terms(self) -> list[str]:
        """The terms its claims print, each in one form."""
        forms: dict[str, str] = {}
        for term in sorted({item.claim.term for item in self.items if item.claim.term is not None}):
            forms.setdefault(term_key(term), term)
        return sorted(forms.values())

    @property
    def closed(self) -> bool:
        return bool(self.ends) or self.term_ends is not None

    @property
    def first(self) -> date | None:
        """The earliest day it may have begun."""
        days = [start.bound.least for start in self.starts if start.bound.least is not None]
        days += self.attested
        return min(days, default=None)

    def last_end(self) -> Bound:
        """Where the end lies, of all that was said."""
        told = [end.bound for end in self.ends]
        return combined([*told, self.term_ends.bound] if self.term_ends is not None else told)


def make_spells(items: Iterable[Item], rivals: Sequence[Bound] = ()) -> list[Spell]:
    """Cut the claims of one person in one post, in one capacity, into spells.

    `rivals`: when others took the one seat over. Who takes it again after one of these has a new spell (RULES 9, 13).
    """
    waiting = sorted(items, key=lambda i: (i.anchor, _ORDER[i.kind], i.at.most or i.anchor, i.claim.id))
    spells: list[Spell] = []
    while waiting:
        item = waiting.pop(_next(waiting, spells[-1] if spells else None))
        if item.kind in ("gain", "span") and spells and _took_back(spells[-1], item, rivals):
            _open(spells, item)
        else:
            _TAKE[item.kind](spells, item)
    return spells


def _next(waiting: Sequence[Item], current: Spell | None) -> int:
    """On the day of a re-election the loss of the old holding comes before the new gain."""
    first = waiting[0]
    if current is None or first.kind not in ("gain", "span"):
        return 0
    began = current.first
    if (began is None and not current.closed) or (began is not None and began >= first.anchor):
        return 0
    for index, item in enumerate(waiting):
        if item.anchor > first.anchor:
            break
        if item.kind == "lose" and (not current.closed or current.last_end().agrees_with(item.at)):
            return index
    return 0


def _took_back(current: Spell, item: Item, rivals: Sequence[Bound]) -> bool:
    """Whether somebody else surely took the seat between the start of an open spell and this new one."""
    first, again = current.first, item.at.least
    if current.closed or first is None or again is None or item.claim.date is None or _same_decision(current, item):
        return False
    return any(
        rival.least is not None and rival.most is not None and first < rival.least and rival.most < again
        for rival in rivals
    )


def _take_gain(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None:
        _open(spells, item)
    elif _held_on(current, item) and (_confirms(current, item) or _adds_no_day(current, item)):
        current.items.append(item)
    elif _same_start(current, item):
        _start(current, item)
    elif current.closed and _after(item.at, current.last_end()):
        _open(spells, item)
    elif _another_term(current, item) and not current.closed:
        current.term_ends = item.begins
        _open(spells, item)
    elif _held_on(current, item) and item.claim.action in EXTENDING:
        current.items.append(item)
    else:
        _contradict(current, item)


def _take_span(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if item.claim.date is None:
        _take_until(spells, item)
    elif current is None:
        _open(spells, item)
    elif _same_start(current, item):
        _start(current, item)
    elif current.closed and _after(item.at, current.last_end()):
        _open(spells, item)
    elif _another_term(current, item):
        if not current.closed:
            current.term_ends = item.begins
        _open(spells, item)
    else:
        _contradict(current, item)


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
    over = current.closed and end.most is not None and item.anchor >= end.most
    if over and item.kind == "attest":
        spells.append(Spell(items=[item], attested=[item.anchor], conflicts=[item.claim.id]))
        return
    current.items.append(item)
    if over:
        current.conflicts.append(item.claim.id)  # an open row, printed when others knew of the end
    else:
        current.attested.append(item.anchor)


def _take_past(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None:
        current = Spell()
        spells.append(current)
    current.items.append(item)
    _finish(current, item)


def _take_lose(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    first = current.first if current is not None else None
    if current is None or (first is not None and item.at.most is not None and item.at.most < first):
        end = item.ends
        assert end is not None
        spells.insert(max(len(spells) - 1, 0), Spell(items=[item], ends=[end]))
        return
    current.items.append(item)
    _finish(current, item)


_TAKE = {
    "gain": _take_gain,
    "span": _take_span,
    "attest": _take_attest,
    "echo": _take_attest,
    "past": _take_past,
    "lose": _take_lose,
}


def _open(spells: list[Spell], item: Item) -> None:
    spells.append(Spell())
    _start(spells[-1], item)


def _start(spell: Spell, item: Item) -> None:
    begins = item.begins
    if any(_contradicts(start, begins) for start in spell.starts):
        spell.conflicts.append(item.claim.id)
    spell.items.append(item)
    spell.starts.append(begins)
    _finish(spell, item)


def _contradicts(start: Dated, other: Dated) -> bool:
    """Whether two days cannot be one; that one decision is signed one day and counts from another is none (RULES 4)."""
    bases = start.claim.date_basis != other.claim.date_basis
    return not start.bound.agrees_with(other.bound) and not (bases and _decided(start) == _decided(other) is not None)


def _contradict(spell: Spell, item: Item) -> None:
    """Keep a gain whose date can't agree with the tenure it falls in; what was first attested stays so (RULES 8)."""
    if spell.starts:
        _start(spell, item)
    else:
        spell.items.append(item)
        _finish(spell, item)
    if item.claim.id not in spell.conflicts:
        spell.conflicts.append(item.claim.id)


def _finish(spell: Spell, item: Item) -> None:
    """Note what a claim says of the end, if anything."""
    end = item.ends
    if end is None:
        return
    if spell.ends and not spell.last_end().agrees_with(end.bound):
        spell.conflicts.append(item.claim.id)
    spell.ends.append(end)


def _same_start(spell: Spell, item: Item) -> bool:
    """One action told twice: the same decision, or dates that can agree and no other term (RULES 8)."""
    if not spell.starts:
        return False
    if _same_decision(spell, item):
        return True
    bound = item.begins.bound
    if not all(start.bound.agrees_with(bound) for start in spell.starts):
        return False
    exact = bound.least == bound.most and any(start.bound == bound for start in spell.starts)
    return exact or not _later_term(spell, item)


def _held_on(spell: Spell, item: Item) -> bool:
    """Whether the post is still held when a claim counts, as far as the end is known."""
    over = spell.last_end().most
    return not spell.closed or (over is not None and item.anchor < over)


def _adds_no_day(spell: Spell, item: Item) -> bool:
    """Whether a gain without a day tells again of a start that was known by its publication."""
    begun = spell.first
    return item.claim.date is None and bool(spell.starts) and begun is not None and begun <= item.published


def _same_decision(spell: Spell, item: Item) -> bool:
    return item.claim.number is not None and _decided(item) in {_decided(start) for start in spell.starts}


def _decided(told: Item | Dated) -> str | None:
    return decision_id(told.claim) if told.claim.number is not None else None


def _another_term(spell: Spell, item: Item) -> bool:
    """Whether a claim names a term that is none of the spell's."""
    term = item.claim.term
    return term is not None and bool(spell.terms) and all(is_other(own, term) for own in spell.terms)


def _later_term(spell: Spell, item: Item) -> bool:
    """Whether it surely names another term: `khóa XIII` and `2021-2026` may be one."""
    term = item.claim.term
    return _another_term(spell, item) and any(term is not None and are_comparable(own, term) for own in spell.terms)


def _confirms(spell: Spell, item: Item) -> bool:
    """Whether it approves an election that a source tells of (RULES 8)."""
    elected = [start.bound.least for start in spell.starts if start.claim.action not in CONFIRMING]
    days = [day for day in elected if day is not None]
    return item.claim.action in CONFIRMING and any(
        timedelta(0) <= item.anchor - day <= _CONFIRMED_WITHIN for day in days
    )


def _after(at: Bound, end: Bound) -> bool:
    """Whether something at this time may come after that end."""
    return at.most is None or end.least is None or at.most >= end.least
