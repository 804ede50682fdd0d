"""A claim over several terms (`khóa XII, XIII`) is parted where other claims tell that one ended or the next began.

Re-election for the next term is a new tenure (RULES 9): the longer stretch then tells of both, and contradicts neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from graph.dates import PartialDate
from graph.items import Item, make_items
from graph.model import Claim
from graph.terms import term_key, terms_in

Turns = Mapping[str, PartialDate]  # by the key of a term: when it began or ended for this person in this post


def part_stretches(items: Iterable[Item]) -> list[Item]:
    """Part the claims of one person in one post by term, as far as claims about single terms tell."""
    told = list(items)
    if not any(_has_several(item.claim.term) for item in told):
        return told
    begun, ended = _turns(told)
    return [part for item in told for part in _parts(item, begun, ended)]


def _has_several(term: str | None) -> bool:
    return term is not None and len(terms_in(term)) > 1


def _turns(items: Iterable[Item]) -> tuple[Turns, Turns]:
    begun: dict[str, PartialDate] = {}
    ended: dict[str, PartialDate] = {}
    for item in items:
        claim = item.claim
        if item.kind not in ("gain", "span") or claim.term is None or _has_several(claim.term):
            continue
        key = term_key(claim.term)
        if claim.date is not None:
            begun[key] = min(begun.get(key, claim.date), claim.date, key=_finest)
        if item.kind == "span" and claim.end is not None:
            ended[key] = min(ended.get(key, claim.end), claim.end, key=_finest)
    return begun, ended


def _finest(when: PartialDate) -> tuple[int, str]:
    return -len(str(when)), str(when)


def _parts(item: Item, begun: Turns, ended: Turns) -> list[Item]:
    claim = item.claim
    terms = terms_in(claim.term) if claim.term is not None else []
    if len(terms) < 2 or item.kind in ("past", "lose"):
        return [item]
    turns: list[tuple[int, PartialDate]] = []
    for index, (last, term) in enumerate(pairwise(terms), start=1):
        turn = begun.get(term_key(term), ended.get(term_key(last)))
        if turn is not None and _falls_within(turn, claim, turns):
            turns.append((index, turn))
    if not turns:
        return [item]
    if item.kind in ("attest", "echo"):
        known = [index for index, turn in turns if turn.first <= item.anchor]
        return [replace(item, claim=replace(claim, term=", ".join(terms[known[-1] :])))] if known else [item]
    return _cut(item, terms, turns)


def _falls_within(turn: PartialDate, claim: Claim, turns: list[tuple[int, PartialDate]]) -> bool:
    begins = turns[-1][1] if turns else claim.date
    after = begins is None or begins.last < turn.first
    return after and (claim.end is None or turn.last < claim.end.last)


def _cut(item: Item, terms: list[str], turns: list[tuple[int, PartialDate]]) -> list[Item]:
    claim, last = item.claim, len(turns)
    places = [0, *(index for index, _ in turns), len(terms)]
    days = [claim.date, *(turn for _, turn in turns), claim.end]
    parts = []
    for number, ((low, high), (starts, ends)) in enumerate(zip(pairwise(places), pairwise(days), strict=True)):
        part = replace(claim, term=", ".join(terms[low:high]), date=starts)
        if number < last:
            limited = item.kind == "span"
            part = replace(part, end=ends if limited else None, event="held" if limited else "gain", planned_end=None)
        parts.append(make_items(part, item.published, story=item.story)[0])
    return parts
