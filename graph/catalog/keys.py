"""What a text parameter brings along: for `$name` a question may use `$name_exact`, `$name_people`, … too.

Each is made by one function of this table, and bound only where the Cypher uses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from graph.catalog.lucene import query_of_prefixes, query_of_words
from graph.catalog.people import find_namesakes
from graph.catalog.reading import Asks
from graph.names import exact_key, folded, tone_key

_SPACES = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


class _Declared(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...


def write_sign(number: str) -> str:
    """Write a decision's number without spaces, in capitals, as `decision` compares it."""
    return _DASHES.sub("-", _SPACES.sub("", number)).upper()


DERIVED: Mapping[str, Callable[[Asks, str], Any]] = {
    "exact": lambda _, text: exact_key(text),
    "tone": lambda _, text: tone_key(text),
    "folded": lambda _, text: folded(text),
    "sign": lambda _, text: write_sign(text),
    "sign_words": lambda _, text: query_of_words(write_sign(text)),
    "prefixes": lambda _, text: query_of_prefixes(text),
    "people": lambda store, text: [person.id for person in find_namesakes(store, text)],
}


def bind_parameters(
    store: Asks, used: Iterable[str], params: Sequence[_Declared], values: Mapping[str, Any], *, today: date
) -> dict[str, Any]:
    """Put to the values of parameters what a Cypher text may use beside them: today's day, and what it derives."""
    return {**values, "today": today, **_derive(store, used, params, values)}


def _derive(store: Asks, used: Iterable[str], params: Sequence[_Declared], values: Mapping[str, Any]) -> dict[str, Any]:
    """Fill the parameters that a question's Cypher derives from its texts."""
    wanted = set(used)
    found: dict[str, Any] = {}
    for param in params:
        for key, make in DERIVED.items():
            name = f"{param.name}_{key}"
            if param.type == "text" and name in wanted:
                text = values[param.name]
                found[name] = None if text is None else make(store, text)
    return found
