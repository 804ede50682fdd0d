"""Whose tenure ended with the term asked about (RULES 9, 12): terms are compared as `graph/terms.py` reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.terms import is_earlier, is_other

_GATHERED = ("term", "ended_basis", "next_terms")


def conclude_term(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """Keep the tenures of the term; a stated end counts where a later term begins that day."""
    asked: str = params["term"]
    return [
        {name: value for name, value in row.items() if name not in _GATHERED}
        for row in gather({})
        if _is_of(row["term"], asked) and (row["ended_basis"] == "term" or _is_followed(row))
    ]


def _is_of(terms: str, asked: str) -> bool:
    """A tenure may print its term in several forms, or run through several."""
    return any(not is_other(term, asked) for term in terms.split(", "))


def _is_followed(row: Row) -> bool:
    return any(is_earlier(row["term"], term) for term in row["next_terms"])
