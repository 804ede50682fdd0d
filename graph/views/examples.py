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


def read_example(store: Store, catalog: Catalog, query: Query, *, today: date) -> dict[str, str]:
    """Read an example that this graph can answer."""
    given = parse_pairs(query.example)
    try:
        if catalog.ask(store, query.name, given, today=today).rows:
            return given
    except QuestionError:
        pass  # the example speaks of people or bodies that this graph does not hold
    people = catalog.ask(store, "concurrent_posts", {"min": 2}, today=today).rows
    return make_example(query, given, people)


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
