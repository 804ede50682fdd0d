"""What came of a console query: as a table, a picture, raw values, or the server's plan of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import streamlit as st

from graph.answers import draw_answer, list_steps
from graph.console import Console, ConsoleResult, Stopped
from graph.errors import CadresError, ConsoleError
from graph.views.canvas import Touch, show_canvas, show_links
from graph.views.downloads import show_downloads
from graph.views.editor import set_caret
from graph.views.jobs import Job
from graph.views.states import show_error
from graph.views.values import make_plain, show_cell
from graph.views.words import Words, plain

VIEWS = ("table", "graph", "raw", "plan")
Rows = Sequence[Sequence[Any]]


def show_result(job: Job, console: Callable[[], Console], words: Words, *, known: Collection[str]) -> None:
    """Show the result of a job, or why there is none and what came before.

    `known` are names that may stand in a query though nothing in this graph has them.
    """
    try:
        result = job.result.result()
    except Stopped as error:
        show_error(words, error)
        if error.rows:
            st.caption(words("console.partial"))
            show_rows(error.columns, error.rows, words)
        return
    except CadresError as error:
        show_error(words, error)
        _show_place(job, error)
        return
    _show_notes(result, words, known)
    view = st.segmented_control(
        words("console.view"),
        VIEWS,
        key="console_view",
        default="table",
        required=True,
        format_func=lambda name: words(f"console.view.{name}"),
        label_visibility="collapsed",
    )
    _show_view(str(view), result, job, console, words=words)


def _show_place(job: Job, error: CadresError) -> None:
    """Put the caret where the query is at fault, once for each run."""
    if isinstance(error, ConsoleError) and error.place is not None and st.session_state.get("caret_of") != job.id:
        st.session_state["caret_of"] = job.id
        set_caret(error.place)
        st.rerun()


def _show_notes(result: ConsoleResult, words: Words, known: Collection[str]) -> None:
    st.caption(f"{words.count('rows', len(result.rows))} · {words('console.took', ms=words.number(result.ms))}")
    if strange := [name for name in result.unknown if name not in known]:
        st.warning(words("console.unknown", names=plain(", ".join(strange))))
    for notice in result.notices:
        st.warning(plain(notice.say(words.lang)))


def _show_view(view: str, result: ConsoleResult, job: Job, console: Callable[[], Console], *, words: Words) -> None:
    if view == "graph":
        _show_graph(result.rows, words)
    elif view == "raw":
        st.json([dict(zip(result.columns, map(make_plain, row), strict=True)) for row in result.rows], expanded=2)
    elif view == "plan":
        _show_plan(job.text, job.params, console, words)
    else:
        show_rows(result.columns, result.rows, words)


def show_rows(columns: Sequence[str], rows: Rows, words: Words) -> None:
    """Show rows as a table, and offer them as files."""
    if not rows:
        st.info(words("console.no_rows"))
        return
    cells = [dict(zip(columns, map(show_cell, row), strict=True)) for row in rows]
    st.dataframe(cells, hide_index=True, placeholder="", alt=words("console.result"))
    whole = [[make_plain(value) for value in row] for row in rows]
    show_downloads(words, columns, whole, name="console")


def _show_graph(rows: Rows, words: Words) -> None:
    drawn = draw_answer(rows)
    if not drawn.picture.nodes:
        st.info(words("console.no_graph"))
        return
    if drawn.left_out:
        st.warning(words("console.graph_cut", shown=len(drawn.picture.nodes), left=words.number(drawn.left_out)))
    label = words("console.graph_label", n=len(drawn.picture.nodes), m=len(drawn.picture.edges))
    for id in show_canvas(drawn.picture, words, key="console_graph", label=label, touch=Touch()):
        value = drawn.values[id]
        st.caption(plain(str(show_cell(value))))
        st.json(make_plain(value.properties))
    with st.expander(words("canvas.table")):
        show_links(drawn.picture, words)


def _show_plan(text: str, params: Mapping[str, Any], console: Callable[[], Console], words: Words) -> None:
    try:
        steps = list_steps(console().explain(text, params).plan)
    except CadresError as error:
        show_error(words, error)
        return
    st.caption(words("console.plan"))
    names = {name: words(f"console.plan.{name}") for name in ("step", "details", "rows")}
    st.dataframe([{names[name]: step[name] for name in names} for step in steps], hide_index=True, placeholder="")
