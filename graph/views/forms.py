"""The form of a question, made from its header; what is given goes to the address, which is answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from graph.catalog import Param, Query
from graph.dates import parse_day
from graph.errors import InputError
from graph.views.frame import Frame
from graph.views.links import read_param, write_params

QUESTION = "q"
_NO_VALUE = "null"
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)


def read_given(query: Query) -> dict[str, str]:
    """Read from the address what is given for a question."""
    return {param.name: text for param in query.params if (text := read_param(param.name)) is not None}


def is_asked(query: Query, given: Mapping[str, str]) -> bool:
    """Tell whether all that must be given is given."""
    return all(param.name in given for param in query.params if param.required)


def show_form(query: Query, given: Mapping[str, str], example: Mapping[str, str], frame: Frame) -> None:
    """Show the form of a question: what the address gives, else an example, else the default."""
    words = frame.words
    with st.form(f"form.{query.name}", border=True):
        for param in query.params:
            text = given.get(param.name, example.get(param.name, param.default))
            key = _key(query, param)
            st.session_state[key] = make_value(param, text, frame.today)
            _show_field(param, key, frame)
        if example:
            st.caption(words("question.example"))
        st.form_submit_button(
            words("question.ask"), type="primary", on_click=_keep, args=(query,), key=f"ask.{query.name}"
        )


def _key(query: Query, param: Param) -> str:
    return f"field.{query.name}.{param.name}"


def make_value(param: Param, text: str | None, today: date) -> Any:
    """Turn a parameter's text into what its field holds."""
    if param.type == "bool":
        return text == "true"
    if text is None or text == _NO_VALUE:
        return None if param.type in ("day", "int") else ""
    if param.type == "day":
        return _make_day(text, today)
    if param.type == "int":
        return int(text) if text.isascii() and text.isdigit() else None
    return text


def _make_day(text: str, today: date) -> date | None:
    if text == "today":
        return today
    try:
        return min(max(parse_day(text), _EARLIEST), _LATEST)
    except InputError:
        return None


def _show_field(param: Param, key: str, frame: Frame) -> None:
    label = frame.words.named("param", param.name)
    if not param.required:
        label += frame.words("question.optional")
    if param.type == "bool":
        st.toggle(label, key=key)
    elif param.type == "int":
        st.number_input(label, key=key, min_value=0, step=1)
    elif param.type == "day":
        st.date_input(label, key=key, min_value=_EARLIEST, max_value=_LATEST, format=frame.words.day_format)
    else:
        st.text_input(label, key=key, help=frame.words(f"type.{param.type}"))


def _keep(query: Query) -> None:
    values = {param.name: write_value(st.session_state[_key(query, param)]) for param in query.params}
    write_params({QUESTION: query.name, **values})


def write_value(value: Any) -> str | None:
    """Turn what a field holds into a parameter's text; None where it holds nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value).strip() or None
