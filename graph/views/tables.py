"""Rows of an answer as a table on screen: names link, days print in the language. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

import streamlit as st

from graph.catalog import Answer
from graph.views.frame import Frame, body_params, decision_params, person_params, post_params
from graph.views.words import Words

Row = Mapping[str, Any]
_DAYS = {"started", "ended", "since", "on", "date", "planned_end", "last_attested", "dissolved"} | {
    "overlap_from",
    "overlap_to",
    "values",
}
_VALUES = ("certainty", "capacity", "kind", "change", "step", "direction", "level", "verdict", "reasons")
_LIKE = {"from_level": "level", "to_level": "level"}  # columns whose values have the words of another
_SHOWN_BY_NAME = "#(.*)$"  # a link carries its name behind the sharp sign, where a browser ignores it


@dataclass(frozen=True, slots=True)
class Table:
    """What `st.dataframe` is given: rows, and how each column shows."""

    rows: list[dict[str, Any]]
    columns: dict[str, Any]


def make_table(answer: Answer, frame: Frame, at: date) -> Table:
    """Make the table of an answer: ids give way to links."""
    return make_rows([column.name for column in answer.columns], answer.rows, frame, at)


def make_rows(names: Sequence[str], rows: Sequence[Row], frame: Frame, at: date) -> Table:
    """Make a table of some columns: a name whose id is among them is a link."""
    links = {name: link for name in names if (link := _link_of(name, names, frame, at)) is not None}
    shown = [name for name in names if not _is_id(name, names)]
    values = [
        {name: links[name](row) if name in links else show_value(name, row[name], frame.words) for name in shown}
        for row in rows
    ]
    return Table(values, {name: _configure(name, name in links, frame.words) for name in shown})


def _is_id(name: str, names: Sequence[str]) -> bool:
    return name == "tenure_id" or (name.endswith("_id") and name.removesuffix("_id") in names)


def _configure(name: str, linked: bool, words: Words) -> Any:
    label = words.named("column", name)
    if linked:
        return st.column_config.LinkColumn(label, display_text=_SHOWN_BY_NAME)
    return st.column_config.Column(label)


def _link_of(name: str, names: Sequence[str], frame: Frame, at: date) -> Callable[[Row], str | None] | None:
    if f"{name}_id" in names and (name.startswith("person") or name == "head"):
        return lambda row: _linked(row[name], frame.address("person", person_params(row[f"{name}_id"], at)))
    if f"{name}_id" in names and name == "organization":
        return lambda row: _linked(row[name], frame.address("organization", body_params(row["organization_id"], at)))
    if f"{name}_id" in names and name == "post":
        return lambda row: _linked(row[name], frame.address("post", post_params(row["post_id"], at)))
    if name == "number":
        return lambda row: _linked(row[name], frame.address("questions", decision_params(row[name] or "")))
    return None


def _linked(name: str | None, address: str) -> str | None:
    return None if name is None else f"{address}#{quote(name)}"


def show_value(name: str, value: Any, words: Words) -> Any:
    """One value as the screen shows it: a day in the language, a known word translated, a list as text."""
    if isinstance(value, bool):
        return words("yes" if value else "no")
    if isinstance(value, list):
        return _show_list(name, value, words)
    if isinstance(value, Mapping):
        return (
            words("post", role=value["role"], organization=value["organization"])
            if "role" in value
            else str(dict(value))
        )
    if isinstance(value, str) and name in ("before", "after"):
        return _show_change(value, words)
    if isinstance(value, str) and name in _DAYS:
        return words.day(value)
    if isinstance(value, str) and name.endswith("_basis"):
        return words.named("basis", value)
    if isinstance(value, str) and name == "field":
        return words.named("column", value)
    group = _LIKE.get(name, name)
    if isinstance(value, str) and group in _VALUES:
        return words.named(group, value)
    return value


def _show_change(text: str, words: Words) -> str:
    """Say one side of a change of a tenure, told as `start – end; field: value; …`, in the words of the screen."""
    period, *fields = text.split("; ")
    start, dash, end = period.partition(" –")
    last = words.day(end.strip()) if end.strip() else ""
    said = [f"{words.day(start) if start != '?' else words('unknown')}{dash} {last}".strip()]
    for field in fields:
        name, _, value = field.partition(": ")
        said.append(f"{words.named('column', name)}: {show_value(name, words.day(value), words)}")
    return "; ".join(said) if dash else text


def _show_list(name: str, values: Sequence[Any], words: Words) -> str:
    mark = " → " if name == "path" else "; "
    return mark.join(str(show_value(name, value, words)) for value in values)
