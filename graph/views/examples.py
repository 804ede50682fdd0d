"""What a form holds at first: the header's example where this graph answers it, else names it does hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph.catalog import Catalog, Query
from graph.catalog.header import parse_pairs
from graph.errors import QuestionError
from graph.store import Store

Row = Mapping[str, Any]


def read_example(
    store: Store, catalog: Catalog, query: Query, *, given: Mapping[str, str], today: date
) -> dict[str, str]:
    """Read an example that this graph can answer, with what is given already, such as the day looked at."""
    wished = {**parse_pairs(query.example), **given}
    if _has_rows(store, catalog, query, wished, today=today):
        return wished
    day = {"at": given["at"]} if "at" in given else {}
    try:
        people = catalog.ask(store, "concurrent_posts", {"min": 2, **day}, today=today).rows
    except QuestionError:
        people = []  # the day is none; the answer will say so
    return {**make_example(query, wished, people), **given}


def _has_rows(store: Store, catalog: Catalog, query: Query, given: Mapping[str, str], *, today: date) -> bool:
    try:
        return bool(catalog.ask(store, query.name, given, today=today).rows)
    except QuestionError:
        return False  # the example speaks of people or bodies that this graph does not hold


def make_example(query: Query, given: Mapping[str, str], people: Sequence[Row]) -> dict[str, str]:
    """Put people and bodies of this graph in the place of the example's; leave out what it has none for."""
    posts = [post for row in people for post in row["posts"]]
    bodies = list(dict.fromkeys(post["organization"] for post in posts))
    known = {"person": [row["person"] for row in people], "organization": bodies}
    known["role"] = [post["role"] for post in posts]
    example: dict[str, str] = {}
    for param in query.params:
        if param.type in known:
            if known[param.type] and param.required:
                example[param.name] = known[param.type].pop(0)
        elif param.required and param.name in given:
            example[param.name] = given[param.name]
    return example
