"""What stands at the edges of PDF pages and is no part of the text: page numbers, running heads, print marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.documents.pdf_lines import Line, group_baselines

EDGE_LINES = 2  # at the top and at the bottom of a page
PLACE = 4.0  # points
LEAST_SHARE = 0.5  # of the pages
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:trang|page)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*(?:/\s*\d{1,4})?", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)?\b|(?:file|https?)://\S+$")


def drop_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out the furniture of each page; the head that a table repeats stays once."""
    edges = [_edges(page) for page in pages]
    tops = Counter(key for top, _ in edges for key in {_key(group) for group in top})
    bottoms = Counter(key for _, bottom in edges for key in {_key(group) for group in bottom})
    most = max(2.0, LEAST_SHARE * len(pages))
    seen: set[tuple[str, int]] = set()
    kept: list[list[Line]] = []
    for page, (top, bottom) in zip(pages, edges, strict=True):
        dropped: list[Line] = []
        for group in (*top, *bottom):
            if _is_mark(group) or (group in bottom and bottoms[_key(group)] >= most):
                dropped += group
            elif tops[_key(group)] >= most:
                dropped += group if len(group) == 1 or _key(group) in seen else ()
                seen.add(_key(group))
        gone = {id(line) for line in dropped}
        kept.append([line for line in page if id(line) not in gone])
    return kept


def _edges(page: Sequence[Line]) -> tuple[list[list[Line]], list[list[Line]]]:
    groups = group_baselines(page)
    top = groups[:EDGE_LINES]
    return top, groups[max(len(top), len(groups) - EDGE_LINES) :]


def _key(group: Sequence[Line]) -> tuple[str, int]:
    """What a line of the edge says, its numbers aside, and where it stands."""
    return _DIGITS.sub("#", " ".join(line.text for line in group)).casefold(), round(group[0].y / PLACE)


def _is_mark(group: Sequence[Line]) -> bool:
    if len(group) == 1 and _NUMBER.fullmatch(group[0].text):
        return True
    return any(_PRINTED.match(line.text) for line in group)
