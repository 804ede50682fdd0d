"""The nearest names for a text that finds nothing: asked word by word, ranked by likeness. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from graph.names import folded

Row = Mapping[str, Any]
MOST_NEAREST = 5
_SHORTEST = 2
_LIKE_ENOUGH = 0.5


def find_nearest(search: Callable[[str], Sequence[Row]], text: str) -> list[Row]:
    """Find the names most like a text, through a search that knows only whole beginnings of words."""
    whole = folded(text)
    found: dict[str, tuple[float, Row]] = {}
    for part in _parts(whole):
        for row in search(part):
            likeness = SequenceMatcher(None, whole, folded(row["name"])).ratio()
            if likeness >= _LIKE_ENOUGH:
                found[row["id"]] = (likeness, row)
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1]["id"]))
    return [row for _, row in ranked[:MOST_NEAREST]]


def _parts(whole: str) -> list[str]:
    # A slip spoils one word, and seldom its beginning.
    words = whole.split()
    without_one = [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words))]
    starts = [word[: max(_SHORTEST, len(word) // 2)] for word in words]
    return [part for part in dict.fromkeys([*without_one, *words, *starts]) if len(part) >= _SHORTEST]
