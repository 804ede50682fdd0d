"""Copies of a story among the claims of one tenure (RULES 21): equal quotes, and equal titles or days close together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from graph.known import Known
from graph.names import folded

_CLOSE = timedelta(days=7)


def find_copies(claims: Sequence[Known]) -> dict[str, str]:
    """Map each claim that has copies to the source that told it first; a story told once is not in it."""
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
    leaders: dict[str, Known] = {}
    chains: list[list[Known]] = []
    for known in ordered:
        chain = next((chain for chain in chains if any(_same_story(known, other) for other in chain)), None)
        if chain is None:
            chains.append([known])
        else:
            chain.append(known)
    for chain in chains:
        if len({known.claim.source for known in chain}) > 1:
            leaders.update((known.claim.id, chain[0]) for known in chain)
    return {id: leader.claim.source for id, leader in leaders.items()}


def _same_story(one: Known, other: Known) -> bool:
    titles = one.source_title is not None and other.source_title is not None
    if titles and folded(one.source_title or "") == folded(other.source_title or ""):
        return True
    return abs(one.published - other.published) <= _CLOSE
