"""Which body a page is about: a field for its name, and the body that the address means."""

from __future__ import annotations

import streamlit as st

from graph.cards import BodyCard, read_body, read_busiest_body
from graph.catalog.bodies import resolve_body
from graph.store import Store
from graph.views.frame import Frame
from graph.views.links import read_param, write_params

_PARAM = "organization"


def read_asked_body(store: Store) -> BodyCard | None:
    """Read the body in the address, by id or name, else a good first one; raise QuestionError for a name of none."""
    asked = read_param(_PARAM)
    if asked is None:
        first = read_busiest_body(store)
        return None if first is None else read_body(store, first)
    return read_body(store, resolve_body(store, _PARAM, asked))


def show_body_field(frame: Frame) -> None:
    """Show the field in which a reader names another body."""
    words = frame.words
    st.session_state["body_field"] = ""
    st.text_input(words("body.label"), key="body_field", on_change=_keep, placeholder=words("body.hint"))


def _keep() -> None:
    if name := st.session_state["body_field"].strip():
        write_params({_PARAM: name, "person": None})
