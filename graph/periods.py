"""One period in the making, and what can be asked of it and a further claim (RULES 1-4, 8): pure questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.dates import Bound, combined
from graph.decisions import decision_id
from graph.items import Dated, Item
from graph.terms import are_comparable, is_other, term_key

CONFIRMING = ("phê chuẩn", "chuẩn y", "công nhận")
_CONFIRMED_WITHIN = timedelta(days=90)


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

    @property
    def last_known(self) -> date | None:
        """The latest day on which it surely ran, ends apart: begun for certain, or attested."""
        days = [start.bound.most for start in self.starts if start.bound.most is not None]
        days += self.attested
        return max(days, default=None)

    def last_end(self) -> Bound:
        """Where the end lies, of all that was said."""
        told = [end.bound for end in self.ends]
        return combined([*told, self.term_ends.bound] if self.term_ends is not None else told)


def took_back(current: Spell, item: Item, rivals: Sequence[Bound]) -> bool:
    """Whether somebody else surely took the seat between an open spell, when last it surely ran, and this new one."""
    last, again = current.last_known, item.at.least
    if current.closed or last is None or again is None or item.claim.date is None or _same_decision(current, item):
        return False
    return any(
        rival.least is not None and rival.most is not None and last < rival.least and rival.most < again
        for rival in rivals
    )


def contradicts(start: Dated, other: Dated) -> bool:
    """Whether two days cannot be one; that one decision is signed one day and counts from another is none (RULES 4)."""
    bases = start.claim.date_basis != other.claim.date_basis
    return not start.bound.agrees_with(other.bound) and not (bases and _decided(start) == _decided(other) is not None)


def same_start(spell: Spell, item: Item) -> bool:
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


def held_on(spell: Spell, item: Item) -> bool:
    """Whether the post is still held when a claim counts, as far as the end is known."""
    over = spell.last_end().most
    return not spell.closed or (over is not None and item.anchor < over)


def adds_no_day(spell: Spell, item: Item) -> bool:
    """Whether a gain without a day tells again of a start that was known by its publication."""
    begun = spell.first
    return item.claim.date is None and bool(spell.starts) and begun is not None and begun <= item.published


def _same_decision(spell: Spell, item: Item) -> bool:
    return item.claim.number is not None and _decided(item) in {_decided(start) for start in spell.starts}


def _decided(told: Item | Dated) -> str | None:
    return decision_id(told.claim) if told.claim.number is not None else None


def another_term(spell: Spell, item: Item) -> bool:
    """Whether a claim names a term that is none of the spell's."""
    term = item.claim.term
    return term is not None and bool(spell.terms) and all(is_other(own, term) for own in spell.terms)


def _later_term(spell: Spell, item: Item) -> bool:
    """Whether it surely names another term: `khóa XIII` and `2021-2026` may be one."""
    term = item.claim.term
    return another_term(spell, item) and any(term is not None and are_comparable(own, term) for own in spell.terms)


def confirms(spell: Spell, item: Item) -> bool:
    """Whether it approves an election that a source tells of (RULES 8)."""
    elected = [start.bound.least for start in spell.starts if start.claim.action not in CONFIRMING]
    days = [day for day in elected if day is not None]
    return item.claim.action in CONFIRMING and any(
        timedelta(0) <= item.anchor - day <= _CONFIRMED_WITHIN for day in days
    )


def after(at: Bound, end: Bound) -> bool:
    """Whether something at this time may come after that end."""
    return at.most is None or end.least is None or at.most >= end.least
