"""All phrases of the gazetteers as one trie-shaped pattern: one scan, the longest match at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.names import tone_key
from loaders.gazetteers import Gazetteers, read_gazetteers
from loaders.gazetteers.places import LEVEL_WORDS
from loaders.text.clean import fold_for_scan

_EXTRA_LEVELS = {
    "tp": "thành phố",
    "tp.": "thành phố",
    "tx": "thị xã",
    "tx.": "thị xã",
    "tt.": "thị trấn",
    "q.": "quận",
    "p.": "phường",
    "h.": "huyện",
}


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The phrases by their folded form, each with what it may be, and the pattern that finds them."""

    gazetteers: Gazetteers
    phrases: dict[str, dict[str, Any]]
    pattern: str
    place_levels: dict[str, str]  # of provinces and central cities, by the keys of their forms


# What a reading was begun with: some twenty functions of eight stages ask for it, down to single words.
_CHOSEN: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


def read_lexicon() -> Lexicon:
    """Give the lexicon that the reading at hand was begun with, else that of the project's gazetteers."""
    return _CHOSEN.get() or make_lexicon(read_gazetteers())


@contextmanager
def reading_with(gazetteers: Gazetteers | None) -> Iterator[None]:
    """Read texts by these gazetteers (None: the project's) until the block ends; threads and tasks do not mix."""
    chosen = _CHOSEN.set(make_lexicon(gazetteers or read_gazetteers()))
    try:
        yield
    finally:
        _CHOSEN.reset(chosen)


@lru_cache(maxsize=4)
def make_lexicon(gazetteers: Gazetteers) -> Lexicon:
    """Gather all phrases and build the pattern."""
    phrases: dict[str, dict[str, Any]] = {}
    for phrase, kind, entry in _all_phrases(gazetteers):
        phrases.setdefault(fold_for_scan(phrase), {}).setdefault(kind, entry)
    levels: dict[str, str] = {}
    for place in gazetteers.places:
        for form in place.forms:
            levels.setdefault(tone_key(form), place.level)
    return Lexicon(gazetteers, phrases, make_pattern(phrases), levels)


def _all_phrases(gazetteers: Gazetteers) -> Iterator[tuple[str, str, Any]]:
    sets: tuple[tuple[str, Any], ...] = (
        ("title", gazetteers.titles),
        ("role", gazetteers.roles),
        ("body", gazetteers.bodies),
        ("head", gazetteers.heads),
        ("place", gazetteers.places),
        ("verb", gazetteers.verbs),
    )
    for kind, entries in sets:
        yield from ((form, kind, entry) for entry in entries for form in entry.forms)
    yield from ((form, "field", forms[0]) for forms in gazetteers.fields for form in forms)
    yield from ((cue.word, "cue", cue) for cue in gazetteers.cues)
    yield from ((honorific.word, "honorific", honorific) for honorific in gazetteers.honorifics)
    yield from ((short, "abbreviation", full) for short, full in gazetteers.abbreviations.items())
    yield from ((word, "level", word) for word in LEVEL_WORDS)
    yield from ((word, "level", level) for word, level in _EXTRA_LEVELS.items())


def make_pattern(phrases: dict[str, dict[str, Any]]) -> str:
    """Build one pattern shaped like a trie: no phrase is tried twice, the longest wins."""
    trie: dict[str, Any] = {}
    for phrase in phrases:
        node = trie
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(trie)


def _branch(node: dict[str, Any]) -> str:
    options = [re.escape(char) + _branch(below) for char, below in sorted(node.items()) if char]
    if not options:
        return ""
    inside = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    if "" not in node:
        return inside
    return f"(?:{inside})?"
