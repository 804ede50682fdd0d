"""Copies of a story among claims of one person and post (RULES 21): like quotes, and equal titles or close days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from graph.known import Known
from graph.names import folded

_CLOSE = timedelta(days=7)
# A paper that takes a story over changes a word (`ông`, `đồng chí`), never a number; measured on sentences of news.
_LIKE = 93.0
_LONG = 40  # of shorter sentences a word is too much
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Telling:
    """A claim with its quote as it is compared."""

    known: Known
    quote: str
    numbers: tuple[str, ...]


def find_copies(claims: Sequence[Known]) -> dict[str, str]:
    """Map each claim that has copies to the source that told it first; a story told once is not in it."""
    if len({known.claim.source for known in claims}) < 2:
        return {}  # nearly always: folding a quote is dear
    tellings = [_telling(known, known.claim.quote) for known in claims if known.claim.quote]
    ordered = sorted(tellings, key=lambda each: (each.known.published, each.known.claim.source, each.known.claim.id))
    found: dict[str, str] = {}
    for chain in _chains(ordered):
        if len({each.known.claim.source for each in chain}) > 1:
            first = min(chain, key=ordered.index)
            found.update((each.known.claim.id, first.known.claim.source) for each in chain)
    return found


def _telling(known: Known, quote: str) -> _Telling:
    text = folded(quote)
    return _Telling(known, text, tuple(sorted(_NUMBERS.findall(text))))


def _chains(ordered: Sequence[_Telling]) -> list[list[_Telling]]:
    """Chain tellings that copy each other."""
    chains: list[list[_Telling]] = []
    for telling in ordered:
        same = [chain for chain in chains if any(_is_copy(telling, other) for other in chain)]
        chains = [chain for chain in chains if chain not in same]
        chains.append([*(each for chain in same for each in chain), telling])
    return chains


def _is_copy(one: _Telling, other: _Telling) -> bool:
    return _same_words(one, other) and _same_story(one.known, other.known)


def _same_words(one: _Telling, other: _Telling) -> bool:
    """Whether the quotes are equal, or so like that one is taken from the other."""
    if one.quote == other.quote:
        return True
    if min(len(one.quote), len(other.quote)) < _LONG or one.numbers != other.numbers:
        return False
    told = [(each.known.claim.event, each.known.claim.date) for each in (one, other)]
    return told[0] == told[1] and fuzz.ratio(one.quote, other.quote, score_cutoff=_LIKE) > 0


def _same_story(one: Known, other: Known) -> bool:
    titles = one.source_title is not None and other.source_title is not None
    if titles and folded(one.source_title or "") == folded(other.source_title or ""):
        return True
    return abs(one.published - other.published) <= _CLOSE
