"""A saved question as a value, and the catalog: asking resolves parameters, runs the Cypher, checks the rows.

What must stay true: every declared column is a key of every row, null when unknown; days are ISO (RULES 31).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.catalog.conclusions import CONCLUSIONS
from graph.catalog.header import Column, Header, Param, parse_question
from graph.catalog.keys import bind_parameters
from graph.catalog.parameters import Given, parse_given, resolve_parameters
from graph.catalog.reading import Asks, Row
from graph.errors import InputError, QuestionError, Text

__all__ = ["Answer", "Asks", "Catalog", "Column", "Param", "Query", "read_catalog"]

QUERIES = Path(__file__).resolve().parents[2] / "queries"
_WORD = re.compile(r"\w+")
_PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "int": int,
    "float": (int, float),
    "bool": bool,
    "day": str,
    "list": list,
}


@dataclass(frozen=True, slots=True)
class Query:
    """A saved question: what it is called, what it takes, what its rows hold, and its Cypher."""

    name: str
    titles: Text
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    order: str
    example: str
    cypher: str
    header: Header


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question, ready for JSON, with the parameters as they were understood."""

    query: Query
    params: dict[str, Any]
    columns: tuple[Column, ...]
    rows: list[Row]

    @property
    def tenures(self) -> list[str]:
        """The ids of the tenures that its rows, or the posts listed in them, are."""
        posts = (post for row in self.rows for post in (row, *(row.get("posts") or ())))
        return list(dict.fromkeys(post["tenure_id"] for post in posts if "tenure_id" in post))


@dataclass(frozen=True, slots=True)
class Catalog:
    """All saved questions by name."""

    queries: dict[str, Query]

    @property
    def words(self) -> frozenset[str]:
        """All words in the Cypher of the questions: a name among them is no slip of the pen."""
        return frozenset(word for query in self.queries.values() for word in _WORD.findall(query.cypher))

    def find(self, name: str) -> Query:
        """Return the question of this name; raise QuestionError where there is none."""
        if (query := self.queries.get(name)) is not None:
            return query
        known = ", ".join(self.queries)
        raise QuestionError(
            vi=f"không có câu hỏi «{name}»; các câu hỏi: {known}",
            en=f"there is no question '{name}'; the questions are: {known}",
        )

    def check(self, name: str, given: Mapping[str, Given], *, today: date) -> dict[str, Any]:
        """Read the parameters as far as that needs no graph; raise QuestionError for what cannot be meant."""
        return parse_given(name, self.find(name).params, given, today=today)

    def ask(self, store: Asks, name: str, given: Mapping[str, Given], *, today: date) -> Answer:
        """Answer a question from the graph; parameters are read by RULES 27."""
        asked = self.prepare(store, name, given, today=today)
        query = asked.query
        rows = [_json_ready(row) for row in _gather(asked)]
        _check_rows(query, rows)
        return Answer(query, _json_ready(asked.params), query.columns, rows)

    def prepare(self, store: Asks, name: str, given: Mapping[str, Given], *, today: date) -> Asked:
        """Resolve the parameters of a question, so that a rule of its own can read by it."""
        query = self.find(name)
        params = resolve_parameters(query.params, self.check(name, given, today=today), store)
        bound = bind_parameters(store, query.header.used, query.params, params, today=today)
        return Asked(store, query, params, bound)


def read_catalog(folder: Path | None = None) -> Catalog:
    """Read and check every `.cypher` file of a folder (default: `queries/`), by name."""
    paths = sorted((folder or QUERIES).glob("*.cypher"))
    return Catalog({path.stem: _read_query(path) for path in paths})


def _read_query(path: Path) -> Query:
    text = path.read_text(encoding="utf-8")
    header = parse_question(path.name, text, conclusions=frozenset(CONCLUSIONS))
    return Query(
        name=path.stem,
        titles=header.titles,
        params=header.params,
        columns=header.columns,
        order=header.order,
        example=header.example,
        cypher=text,
        header=header,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule of `conclusions.py` reads by: the question's Cypher with its parameters, and the graph beside it."""

    store: Asks
    query: Query
    params: Mapping[str, Any]
    bound: Mapping[str, Any]  # the parameters, and what is derived from them

    def __call__(self, further: Mapping[str, Any]) -> list[Row]:
        return self.store.ask(self.query.cypher, {**self.bound, **further})

    def ask(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        return self.store.ask(cypher, params)


def _gather(asked: Asked) -> list[Row]:
    conclusion = asked.query.header.conclusion
    return asked({}) if conclusion is None else CONCLUSIONS[conclusion](asked, asked.bound)


def _json_ready(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _json_ready(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_json_ready(part) for part in value]
    return value


def _check_rows(query: Query, rows: list[Row]) -> None:
    names = {column.name for column in query.columns}
    for row in rows:
        if row.keys() != names:
            raise _misfit(query, " ".join(sorted(row.keys() ^ names)))
        for column in query.columns:
            value = row[column.name]
            if value is not None and not isinstance(value, _PYTHON_TYPES[column.type]):
                raise _misfit(query, f"{column.name}: {column.type} ≠ {type(value).__name__}")


def _misfit(query: Query, what: str) -> InputError:
    return InputError(
        vi=f"{query.name}.cypher: kết quả không khớp các cột khai báo ({what}); hãy sửa tệp câu hỏi",
        en=f"{query.name}.cypher: the result does not fit its declared columns ({what}); mend the file",
    )
