"""The claims about one person in one post → spells: the periods they tell of, each from its own claims (RULES 1-10).

Claims are taken by the day they speak of, never by the order of loading, so the same claims give the same spells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.dates import Bound
from graph.items import Item
from graph.periods import (
    Spell,
    adds_no_day,
    after,
    another_term,
    confirms,
    contradicts,
    held_on,
    same_start,
    took_back,
)
from graph.stretches import part_stretches

EXTENDING = ("bổ nhiệm lại", "kéo dài")
_ORDER = {"gain": 0, "span": 0, "attest": 1, "echo": 1, "past": 2, "lose": 3}


def make_spells(items: Iterable[Item], rivals: Sequence[Bound] = ()) -> list[Spell]:
    """Cut the claims of one person in one post, in one capacity, into spells.

    `rivals`: when others took the one seat over. Who takes it again after one of these has a new spell (RULES 9, 13).
    """
    waiting = sorted(part_stretches(items), key=lambda i: (i.anchor, _ORDER[i.kind], i.at.most or i.anchor, i.claim.id))
    spells: list[Spell] = []
    while waiting:
        item = waiting.pop(_next(waiting, spells[-1] if spells else None))
        if item.kind in ("gain", "span") and spells and took_back(spells[-1], item, rivals):
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


def _take_gain(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if current is None:
        _open(spells, item)
    elif held_on(current, item) and (confirms(current, item) or adds_no_day(current, item)):
        current.items.append(item)
    elif same_start(current, item):
        _start(current, item)
    elif current.closed and after(item.at, current.last_end()):
        _open(spells, item)
    elif another_term(current, item) and not current.closed:
        current.term_ends = item.begins
        _open(spells, item)
    elif held_on(current, item) and item.claim.action in EXTENDING:
        current.items.append(item)
    else:
        _contradict(current, item)


def _take_span(spells: list[Spell], item: Item) -> None:
    current = spells[-1] if spells else None
    if item.claim.date is None:
        _take_until(spells, item)
    elif current is None:
        _open(spells, item)
    elif same_start(current, item):
        _start(current, item)
    elif current.closed and after(item.at, current.last_end()):
        _open(spells, item)
    elif another_term(current, item):
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
    if any(contradicts(start, begins) for start in spell.starts):
        spell.conflicts.append(item.claim.id)
    spell.items.append(item)
    spell.starts.append(begins)
    _finish(spell, item)


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
