"""Where the claims of one tenure say things that can't agree (RULES 3, 8): its start, its end, its term.

The claims are cut into spells as when the tenure was concluded, so that what only confirms or extends is no conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.claims import claim_from
from graph.dates import Bound
from graph.items import Dated, Item, make_items
from graph.periods import Spell
from graph.spells import make_spells
from graph.terms import are_comparable, is_other


@dataclass(frozen=True, slots=True, order=True)
class _Told:
    """One value as one source tells it; copies of a story are one telling, that of the first (RULES 21)."""

    value: str
    published: date
    story: str
    source: str


def conclude_conflicts(gather: Gather, params: Mapping[str, Any]) -> list[Row]:  # noqa: ARG001
    """List the fields of tenures on which claims contradict each other, each value with its source."""
    return [
        {
            "tenure_id": row["tenure_id"],
            "field": field,
            "values": [each.value for each in told],
            "sources": [each.source for each in told],
        }
        for row in gather({})
        for field, told in _conflicts(row["claims"])
    ]


def _conflicts(claims: Sequence[Row]) -> list[tuple[str, list[_Told]]]:
    titles = {row["claim"]["id"]: row["title"] for row in claims}
    items: list[Item] = []
    for row in claims:
        claim = claim_from(row["claim"], row["source"])
        items += make_items(claim, row["published"], story=row["claim"].get("copy_of", ""))
    found = []
    for spell in make_spells(items):
        for field, said in (("ended", _ends(spell)), ("started", _starts(spell)), ("term", _terms(spell))):
            told = [
                _Told(value, each.published, each.story or each.claim.source, titles[each.claim.id])
                for value, each in said
            ]
            if told:
                found.append((field, _each_story_once(told)))
    return found


def _each_story_once(told: Iterable[_Told]) -> list[_Told]:
    first: dict[tuple[str, str], _Told] = {}
    for each in sorted(told):
        first.setdefault((each.value, each.story), each)
    return list(first.values())


def _starts(spell: Spell) -> list[tuple[str, Item | Dated]]:
    """The starts that claims tell; where the start is only attested, an opening of another day contradicts it."""
    if spell.starts:
        return _dated(spell.starts)
    openings = [item for item in spell.items if item.kind in ("gain", "span") and item.claim.id in spell.conflicts]
    attested = [item for item in spell.items if item.kind == "attest"]
    if not openings or not attested:
        return []
    first = min(attested, key=lambda item: item.anchor)
    return [(str(first.anchor), first), *((_written(item.begins), item) for item in openings)]


def _ends(spell: Spell) -> list[tuple[str, Item | Dated]]:
    return _dated(spell.ends)


def _dated(told: Sequence[Dated]) -> list[tuple[str, Item | Dated]]:
    if all(one.bound.agrees_with(other.bound) for one in told for other in told):
        return []
    return [(_written(each), each) for each in told]


def _written(told: Dated) -> str:
    """Write a date as printed; without one it is known by the day of publication, at the latest or from then on."""
    if told.printed is not None:
        return str(told.printed)
    bound: Bound = told.bound
    return f"≤ {bound.most}" if bound.least is None else str(bound.least)


def _terms(spell: Spell) -> list[tuple[str, Item | Dated]]:
    terms = [item.claim.term for item in spell.items if item.claim.term is not None]
    if not any(is_other(one, other) and are_comparable(one, other) for one in terms for other in terms):
        return []
    return [(item.claim.term, item) for item in spell.items if item.claim.term is not None]
