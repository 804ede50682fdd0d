"""The console page: Cypher of one's own, read only, within limits, cancelled on the server."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from graph.console import Console, ConsoleResult, Stopped
from graph.errors import CadresError, ConsoleError
from graph.store import Store
from graph.views.downloads import show_downloads
from graph.views.frame import Frame
from graph.views.jobs import ROWS, SECONDS, Job, start_job
from graph.views.links import read_param
from graph.views.states import show_error
from graph.views.values import make_plain, show_cell
from graph.views.words import Words, plain

FIRST_QUERY = """MATCH (p:Person)-[s:SERVED_IN]->(o:Organization)
RETURN p.name AS person, s.role AS role, o.name AS organization, s.started AS started
ORDER BY started DESC
LIMIT 25"""
_JOB = "console_job"
_POLL_SECONDS = 0.5
_LIKE = '{"name": "Nguyễn"}'


def show(store: Store, console: Callable[[], Console], frame: Frame) -> None:
    """Show the editor, what runs, and what came of it."""
    words = frame.words
    st.title(words("page.console"), anchor=False)
    st.markdown(words("console.intro", seconds=SECONDS, rows=words.number(ROWS)))
    st.caption(words("console.local") if store.local else words("console.foreign"))
    st.session_state.setdefault("cypher", read_param("cypher") or FIRST_QUERY)
    st.session_state.setdefault("cypher_params", "{}")
    text = st.text_area(words("console.query"), key="cypher", height=180, persist_state="session")
    with st.expander(words("console.params")):
        given = st.text_area(words("console.params.what"), key="cypher_params", height=80, persist_state="session")
    job: Job | None = st.session_state.get(_JOB)
    running = job is not None and not job.result.done()
    if st.button(words("console.run"), type="primary", disabled=running, key="run", icon=":material/play_arrow:"):
        _start(console, text or "", given or "{}", words)
    elif running and job is not None:
        _wait(console, job, words)
    elif job is not None:
        _show_result(job, words)


def _start(console: Callable[[], Console], text: str, given: str, words: Words) -> None:
    try:
        params = parse_params(given)
    except ConsoleError as error:
        show_error(words, error)
        return
    st.session_state[_JOB] = start_job(console(), text, params)
    st.rerun()


def parse_params(text: str) -> dict[str, Any]:
    """Read the parameters: a JSON object, else a ConsoleError that says so."""
    try:
        params = json.loads(text.strip() or "{}")
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        raise ConsoleError(
            vi=f"Tham số không phải JSON (dòng {line}, cột {column}); hãy viết như {_LIKE}",
            en=f"The parameters are not JSON (line {line}, column {column}); write them like {_LIKE}",
        ) from error
    if not isinstance(params, dict):
        raise ConsoleError(
            vi=f"Tham số phải là một đối tượng JSON, như {_LIKE}",
            en=f"The parameters must be a JSON object, like {_LIKE}",
        )
    return params


@st.fragment(run_every=_POLL_SECONDS)
def _wait(console: Callable[[], Console], job: Job, words: Words) -> None:
    """Show how long a query runs and let it be cancelled; bring in the result when it is there."""
    if job.result.done():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words("console.running", seconds=f"{job.seconds:.1f}"), width="content")
        if st.button(words("console.cancel"), key="cancel", icon=":material/stop:"):
            _cancel(console(), job, words)


def _cancel(console: Console, job: Job, words: Words) -> None:
    try:
        console.cancel(job.id)
    except CadresError as error:
        show_error(words, error)


def _show_result(job: Job, words: Words) -> None:
    try:
        result = job.result.result()
    except Stopped as error:
        show_error(words, error)
        if error.rows:
            st.caption(words("console.partial"))
            _show_rows(error.columns, error.rows, words)
        return
    except CadresError as error:
        show_error(words, error)
        return
    _show_notes(result, words)
    _show_rows(result.columns, result.rows, words)


def _show_notes(result: ConsoleResult, words: Words) -> None:
    st.caption(f"{words.count('rows', len(result.rows))} · {words('console.took', ms=words.number(result.ms))}")
    for notice in result.notices:
        st.warning(plain(notice.say(words.lang)))


def _show_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], words: Words) -> None:
    if not rows:
        st.info(words("console.no_rows"))
        return
    cells = [dict(zip(columns, map(show_cell, row), strict=True)) for row in rows]
    st.dataframe(cells, hide_index=True, placeholder="", alt=words("console.result"))
    whole = [[make_plain(value) for value in row] for row in rows]
    show_downloads(words, columns, whole, name="console")
