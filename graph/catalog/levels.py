"""The levels at which a given name fits a stored one: exact, tone key, folded (RULES 27)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.names import exact_key, folded, tone_key

_OUR_ID = re.compile(r"[a-z]+-[0-9a-f]{16}")
Fits = Callable[["Named"], bool]


@dataclass(frozen=True, slots=True)
class Named:
    """A stored node with the names it bears; `keys` are further keys that count at the tone level."""

    id: str
    names: tuple[str, ...]
    keys: tuple[str, ...] = ()


def looks_like_id(text: str) -> bool:
    """Tell whether a text has the form of our ids."""
    return _OUR_ID.fullmatch(text) is not None


def find_first_level(name: str, candidates: Sequence[Named], *, key: str | None = None) -> list[Named]:
    """Return those who fit at the first level that fits anyone; `key`: a further key of the given name."""
    for fits in _levels(name, key):
        if found := [candidate for candidate in candidates if fits(candidate)]:
            return found
    return []


def _levels(name: str, key: str | None) -> tuple[Fits, Fits, Fits]:
    exact, tone, bare = exact_key(name), tone_key(name), folded(name)
    return (
        lambda one: any(exact_key(borne) == exact for borne in one.names),
        lambda one: (key is not None and key in one.keys) or any(tone_key(borne) == tone for borne in one.names),
        lambda one: any(folded(borne) == bare for borne in one.names),
    )
