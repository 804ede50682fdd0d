"""The questions page: choose a question, fill in its form, get a table, its sentences, files, a link."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from graph.catalog import Answer, Catalog, Query
from graph.errors import QuestionError
from graph.evidence import read_publishers
from graph.store import Store
from graph.views.downloads import show_downloads
from graph.views.examples import read_example
from graph.views.forms import QUESTION, is_asked, read_given, show_form
from graph.views.frame import Frame
from graph.views.links import read_param, write_params
from graph.views.rows import pick_rows, show_tenure_sources
from graph.views.sources import show_publishers
from graph.views.states import show_error, told
from graph.views.tables import make_table
from graph.views.words import plain

_FIRST = "committee_members"
_MOST_CANDIDATES = 10


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the question in the address, its form and its answer."""
    words = frame.words
    st.title(words("page.questions"), anchor=False)
    st.markdown(words("question.intro"))
    with told(words):
        query = _choose(catalog, frame)
        given: Mapping[str, str] = read_given(query)
        example: Mapping[str, str] = {}
        if not given or not is_asked(query, given):
            example = read_example(store, catalog, query, given=given, today=frame.today)
        asked = {**example, **given}
        show_form(query, given, example, frame)
        if is_asked(query, asked):
            _show_answer(store, catalog, frame, query=query, given=asked)


def _choose(catalog: Catalog, frame: Frame) -> Query:
    names = list(catalog.queries)
    asked = read_param(QUESTION)
    query = catalog.find(asked if asked is not None else _FIRST if _FIRST in names else names[0])
    st.session_state["question"] = query.name
    st.selectbox(
        frame.words("question.choose"),
        names,
        key="question",
        format_func=lambda name: catalog.queries[name].titles.say(frame.words.lang),
        on_change=_choose_other,
        args=(query,),
    )
    return query


def _choose_other(before: Query) -> None:
    gone = dict.fromkeys(param.name for param in before.params)
    write_params({**gone, QUESTION: st.session_state["question"]})


def _show_answer(store: Store, catalog: Catalog, frame: Frame, *, query: Query, given: Mapping[str, str]) -> None:
    try:
        answer = catalog.ask(store, query.name, given, today=frame.today)
    except QuestionError as error:
        show_error(frame.words, error)
        _show_candidates(store, catalog, frame, query=query, given=given)
        return
    if not answer.rows:
        st.info(frame.words("question.nothing"))
    else:
        st.caption(frame.words.count("rows", len(answer.rows)))
        _show_rows(store, frame, answer)
    _show_link(frame, query, given)


def _show_rows(store: Store, frame: Frame, answer: Answer) -> None:
    words = frame.words
    at = answer.params.get("at")
    table = make_table(answer, frame, date.fromisoformat(at) if at else frame.today)
    has_tenures = any(column.name == "tenure_id" for column in answer.columns)
    name = answer.query.name
    alt = answer.query.titles.say(words.lang)
    if has_tenures:
        for number in pick_rows(table, frame, key=f"rows.{name}", alt=alt, placeholder=""):
            show_tenure_sources(store, frame, answer.rows[number]["tenure_id"])
    else:
        st.dataframe(
            table.rows,
            column_config=table.columns,
            hide_index=True,
            placeholder="",
            alt=alt,
        )
    show_publishers(read_publishers(store, answer.tenures), words)
    columns = [column.name for column in answer.columns]
    show_downloads(words, columns, [[row[column] for column in columns] for row in answer.rows], name=name)


def _show_candidates(store: Store, catalog: Catalog, frame: Frame, *, query: Query, given: Mapping[str, str]) -> None:
    """Offer what a name could mean, each a link that asks again with its id."""
    for param in query.params:
        text = given.get(param.name)
        if text is None or param.type not in ("person", "organization"):
            continue
        found = catalog.ask(store, "search", {"text": text, "limit": _MOST_CANDIDATES}, today=frame.today).rows
        hits = [hit for hit in found if hit["kind"] == param.type and hit["id"] != text]
        if hits:
            st.markdown(frame.words("question.meant", param=frame.words.named("param", param.name)))
        for hit in hits:
            with st.container(horizontal=True, vertical_alignment="center"):
                frame.link(hit["name"], "questions", {QUESTION: query.name, **given, param.name: hit["id"]})
                st.caption(plain(hit["hint"] or hit["id"]))


def _show_link(frame: Frame, query: Query, given: Mapping[str, str]) -> None:
    frame.link(frame.words("question.console"), "console", {QUESTION: query.name, **given})
    with st.popover(frame.words("share"), icon=":material/link:"):
        st.caption(frame.words("share.what"))
        st.code(frame.address("questions", {QUESTION: query.name, **given}), language=None)
        st.caption(frame.words("share.command"))
        pairs = " ".join(f'--param {name}="{text}"' for name, text in given.items())
        st.code(f"python -m graph ask {query.name} {pairs}", language="shell")
