"""The console page: Cypher of one's own, read only, within limits, cancelled on the server."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.catalog.opened import bind_remarked
from graph.console import Console
from graph.errors import CadresError, ConsoleError
from graph.favourites import Favourites
from graph.overview import read_vocabulary
from graph.store import Store
from graph.views.console_questions import choose_question, take_question
from graph.views.console_result import show_result
from graph.views.editor import TEXT, set_text, show_editor, show_plain_editor, take_run
from graph.views.frame import Frame
from graph.views.history import note_run, show_history
from graph.views.jobs import ROWS, SECONDS, Job, start_job
from graph.views.links import read_param, write_params
from graph.views.states import show_error, told
from graph.views.words import Words

FIRST_QUERY = """MATCH (p:Person)-[s:SERVED_IN]->(o:Organization)
RETURN p.name AS person, s.role AS role, o.name AS organization, s.started AS started
ORDER BY started DESC
LIMIT 25"""
_JOB = "console_job"
_ASKED = "console_asked"
_EDITOR, _PLAIN = "editor", "plain"
_POLL_SECONDS = 0.5
_NO_PARAMS = ("", "{}")
_LIKE = '{"name": "Nguyễn"}'


def show(store: Store, catalog: Catalog, console: Callable[[], Console], frame: Frame, kept: Favourites) -> None:
    """Show the editor, what runs, and what came of it."""
    words = frame.words
    st.title(words("page.console"), anchor=False)
    st.markdown(words("console.intro", seconds=SECONDS, rows=words.number(ROWS)))
    st.caption(words("console.local") if store.local else words("console.foreign"))
    _take_address()
    with told(words):
        take_question(store, catalog, frame)
    choose_question(catalog, words)
    text = _show_editor(store, words)
    with st.expander(words("console.params"), expanded=st.session_state["cypher_params"].strip() not in _NO_PARAMS):
        given = st.text_area(words("console.params.what"), key="cypher_params", height=80, persist_state="session")
    job: Job | None = st.session_state.get(_JOB)
    running = job is not None and not job.result.done()
    with st.container(horizontal=True, vertical_alignment="center"):
        label = words("console.run")
        pressed = st.button(label, type="primary", disabled=running, key="run", icon=":material/play_arrow:")
        show_history(words, text, kept, set_text)
        _show_share(frame, text, given or "{}")
    if pressed or (take_run() and not running):
        _start(store, console, (text, given or "{}"), frame)
    elif running and job is not None:
        _wait(console, job, words)
    elif job is not None:
        show_result(job, console, words, known=catalog.words)


def _take_address() -> None:
    """Put the query and the parameters of an address into the editor, once for each address."""
    state, asked = st.session_state, (read_param("cypher"), read_param("params"))
    if asked[0] is not None and asked != state.get(_ASKED):
        state[_ASKED] = asked
        set_text(asked[0])
        state["cypher_params"] = asked[1] or "{}"
    state.setdefault(TEXT, FIRST_QUERY)
    state.setdefault("cypher_params", "{}")


def _show_editor(store: Store, words: Words) -> str:
    is_plain = read_param(_EDITOR) == _PLAIN
    if is_plain:
        text = show_plain_editor(words)
    else:
        params = find_names(st.session_state["cypher_params"])
        text = show_editor(words, {**read_vocabulary(store), "params": params})
        st.caption(words("console.keys"))
    st.session_state["plain_editor"] = is_plain
    st.toggle(words("console.plain"), key="plain_editor", on_change=_switch_editor, help=words("console.plain.help"))
    return text


def _switch_editor() -> None:
    write_params({_EDITOR: _PLAIN if st.session_state["plain_editor"] else None})


def _show_share(frame: Frame, text: str, given: str) -> None:
    params = {} if given.strip() in _NO_PARAMS else {"params": given}
    with st.popover(frame.words("share"), icon=":material/link:"):
        st.caption(frame.words("share.what"))
        st.code(frame.address("console", {"cypher": text, **params}), language=None)


def find_names(text: str) -> list[str]:
    """Find the names of the parameters as far as they can be read."""
    try:
        return list(parse_params(text))
    except ConsoleError:
        return []


def _start(store: Store, console: Callable[[], Console], asked: tuple[str, str], frame: Frame) -> None:
    text, given = asked
    try:
        params = bind_remarked(store, text, parse_params(given), today=frame.today)
    except CadresError as error:
        show_error(frame.words, error)
        return
    note_run(text)
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
