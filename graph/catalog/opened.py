"""A saved question opened in the console: its Cypher as text, and parameters typed by the remarks at its head.

Whoever writes Cypher of their own may declare parameters the same way (`// param at: day = today`); they are then
read by RULES 27 as those of a saved question are. All others go to the server as they were given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.catalog.conclusions import CONCLUSIONS
from graph.catalog.cypher import find_parameters
from graph.catalog.header import Param, read_params, strip_header
from graph.catalog.keys import bind_parameters
from graph.catalog.parameters import parse_given, resolve_parameters
from graph.catalog.question import Asked, Asks, Catalog, Query
from graph.catalog.reading import Row
from graph.errors import Lang, QuestionError, Text

_SOURCE = "Cypher"


@dataclass(frozen=True, slots=True)
class Opened:
    """The text for the editor, and its parameters ready for JSON."""

    text: str
    params: dict[str, Any]


def open_question(
    catalog: Catalog, store: Asks, name: str, given: Mapping[str, str], *, lang: Lang, today: date
) -> Opened:
    """Open a saved question with what is given for it; a name that must still be given is left blank."""
    query = catalog.find(name)
    params = {param.name: _show(param, given.get(param.name, param.default), today) for param in query.params}
    params |= _read_bound(catalog, store, query, given, today=today)
    return Opened(_write_text(query, lang), params)


def _show(param: Param, text: str | None, today: date) -> Any:
    if text is None:
        return ""
    try:
        value = parse_given(_SOURCE, [param], {param.name: text}, today=today)[param.name]
    except QuestionError:
        return text  # it is told when the query is run
    return value.isoformat() if isinstance(value, date) else value


def _write_text(query: Query, lang: Lang) -> str:
    lines = [query.titles.say(lang)]
    for param in query.params:
        default = "" if param.default is None else f" = {param.default}"
        lines.append(f"param {param.name}: {param.type}{default}")
    if query.header.conclusion is not None:
        lines.append(_GATHERED.say(lang))
    return "".join(f"// {line}\n" for line in lines) + "\n" + strip_header(query.cypher)


_GATHERED = Text(
    vi="Câu lệnh này chỉ thu thập: hàng của câu hỏi còn phải qua một quy tắc của chương trình.",
    en="This only gathers: a rule of the program makes the rows of the question from what comes.",
)


def _read_bound(
    catalog: Catalog, store: Asks, query: Query, given: Mapping[str, str], *, today: date
) -> dict[str, Any]:
    """The parameters that the rule of a question fills, as it fills them first; empty where it cannot ask."""
    if query.header.conclusion is None or not query.header.bound:
        return {}
    try:
        asked = _Noting(catalog.prepare(store, query.name, given, today=today))
        CONCLUSIONS[query.header.conclusion](asked, asked.asked.bound)
    except QuestionError:
        return {name: [] for name in query.header.bound}
    return {name: asked.first[name] for name in query.header.bound if name in asked.first}


class _Noting:
    """Asks as a rule does, and notes with which parameters it asked first."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.first: Mapping[str, Any] = {}

    def __call__(self, further: Mapping[str, Any]) -> list[Row]:
        self.first = self.first or dict(further)
        return self.asked(further)

    def ask(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        return self.asked.ask(cypher, params)


def bind_remarked(store: Asks, text: str, given: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """Read the parameters that the remarks at the head of a text declare; raise QuestionError, InputError."""
    params = read_params(_SOURCE, text)
    if not params:
        return dict(given)
    declared = {param.name for param in params}
    _refuse_missing(params, given)
    parsed = parse_given(_SOURCE, params, {name: given[name] for name in declared & given.keys()}, today=today)
    values = resolve_parameters(params, parsed, store)
    bound = bind_parameters(store, find_parameters(text), params, values, today=today)
    return {**bound, **given, **values}


def _refuse_missing(params: tuple[Param, ...], given: Mapping[str, Any]) -> None:
    for param in params:
        value = given.get(param.name)
        if param.required and (value is None or (value == "" and param.type != "text")):
            raise QuestionError(
                vi=f'cần tham số {param.name} (kiểu {param.type}): hãy ghi ở ô Tham số, như {{"{param.name}": "…"}}',
                en=f"the parameter {param.name} (a {param.type}) is needed: write it into the parameters, like "
                f'{{"{param.name}": "…"}}',
            )
