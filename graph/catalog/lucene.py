"""Queries for the full-text index, of folded words alone: query syntax in a text is plain text (RULES 27)."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.names import folded

_NOTHING = "+x -x"
_MOST_WORDS = 64
_LONGEST_WORD = 200
_FINAL_I = re.compile(r"(?<=[^aeioy])[iy]$")


def query_of_words(text: str) -> str:
    """Make the query for nodes that bear every folded word of a text."""
    return _query(text, lambda word: word)


def query_of_prefixes(text: str) -> str:
    """Make the query for nodes in which every folded word of a text starts a word."""
    return _query(text, lambda word: f"{word}*")


def query_of_names(text: str) -> str:
    """Make the query for nodes that bear every folded word of a name; a last `i` or `y` is one (tone key)."""
    return _query(text, _either_spelling)


def _either_spelling(word: str) -> str:
    if _FINAL_I.search(word):
        return f"({word[:-1]}i {word[:-1]}y)"
    return word


def _query(text: str, spell: Callable[[str], str]) -> str:
    words = list(dict.fromkeys(folded(text).split()))[:_MOST_WORDS]
    return " ".join(f"+{spell(word[:_LONGEST_WORD])}" for word in words) or _NOTHING
