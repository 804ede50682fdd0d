"""The saved questions in the console: chosen from a list or brought by an address, then put into the editor."""

from __future__ import annotations

import json
from collections.abc import Mapping

import streamlit as st

from graph.catalog import Catalog
from graph.catalog.opened import open_question
from graph.store import Store
from graph.views.editor import set_text
from graph.views.examples import read_example
from graph.views.forms import QUESTION, is_asked, read_given
from graph.views.frame import Frame
from graph.views.links import read_param, write_params
from graph.views.words import Words

_CHOSEN = "console_question"
_TAKEN = "console_taken"


def take_question(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Put the question of the address into the editor, with what is given for it or an example; once for each."""
    if (name := read_param(QUESTION)) is None:
        st.session_state.pop(_TAKEN, None)
        return
    query = catalog.find(name)
    given: Mapping[str, str] = read_given(query)
    asked = (name, tuple(given.items()))
    if st.session_state.get(_TAKEN) == asked:
        return
    st.session_state[_TAKEN] = asked
    if not given or not is_asked(query, given):
        given = read_example(store, catalog, query, given=given, today=frame.today)
    opened = open_question(catalog, store, name, given, lang=frame.words.lang, today=frame.today)
    set_text(opened.text)
    st.session_state["cypher_params"] = json.dumps(opened.params, ensure_ascii=False)


def choose_question(catalog: Catalog, words: Words) -> None:
    """Let a saved question be chosen; the address then names it."""
    st.selectbox(
        words("console.questions"),
        list(catalog.queries),
        index=None,
        key=_CHOSEN,
        placeholder=words("console.questions.choose"),
        format_func=lambda name: catalog.queries[name].titles.say(words.lang),
        on_change=_choose,
        args=(catalog,),
        label_visibility="collapsed",
    )


def _choose(catalog: Catalog) -> None:
    name = st.session_state[_CHOSEN]
    st.session_state[_CHOSEN] = None
    if name is None:
        return
    st.session_state.pop(_TAKEN, None)  # the same again brings its text back
    gone = {param.name: None for query in catalog.queries.values() for param in query.params}
    write_params({**gone, "cypher": None, "params": None, QUESTION: name})
