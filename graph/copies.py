"""Copies of a story among claims of one person and post (RULES 21): equal quotes, and equal titles or close days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from graph.known import Known
from graph.names import folded

_CLOSE = timedelta(days=7)


def find_copies(claims: Sequence[Known]) -> dict[str, str]:
    """Map each claim that has copies to the source that told it first; a story told once is not in it."""
    if len({known.claim.source for known in claims}) < 2:
        return {}  # nearly always: folding a quote is dear
    quoted: dict[str, list[Known]] = defaultdict(list)
    for known in claims:
        if known.claim.quote:
            quoted[folded(known.claim.quote)].append(known)
    found: dict[str, str] = {}
    for told in quoted.values():
        if len({known.claim.source for known in told}) > 1:
            found.update(_grouped(told))
    return found


def _grouped(told: Sequence[Known]) -> dict[str, str]:
    """Chain the tellings of one quote; each belongs to the first of its chain."""
    ordered = sorted(told, key=lambda known: (known.published, known.claim.source, known.claim.id))
    chains: list[list[Known]] = []
    for known in ordered:
        same = [chain for chain in chains if any(_same_story(known, other) for other in chain)]
        chains = [chain for chain in chains if chain not in same]
        chains.append([*(each for chain in same for each in chain), known])
    found: dict[str, str] = {}
    for chain in chains:
        if len({known.claim.source for known in chain}) > 1:
            first = min(chain, key=lambda known: (known.published, known.claim.source, known.claim.id))
            found.update((known.claim.id, first.claim.source) for known in chain)
    return found


def _same_story(one: Known, other: Known) -> bool:
    titles = one.source_title is not None and other.source_title is not None
    if titles and folded(one.source_title or "") == folded(other.source_title or ""):
        return True
    return abs(one.published - other.published) <= _CLOSE
