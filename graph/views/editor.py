"""The Cypher editor: our front-end part on CodeMirror, or a plain text area for whom it does not suit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st

from graph.views.canvas import DIST
from graph.views.words import Words

TEXT = "cypher"
_PART = "cypher_editor"
_REVISION = "cypher_revision"
_RUN = "cypher_run"
_CARET = "cypher_caret"


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret is to stand; a new number moves it."""

    line: int
    column: int
    number: int


@lru_cache(maxsize=1)
def _part() -> Any:
    return st.components.v2.component("cadres_editor", js=(DIST / "editor.js").read_text("utf-8"))


def set_text(text: str) -> None:
    """Put a text into the editor."""
    st.session_state[TEXT] = text
    st.session_state[_REVISION] = st.session_state.get(_REVISION, 0) + 1


def set_caret(place: tuple[int, int]) -> None:
    """Put the caret of the editor where a query is at fault, once."""
    before: Caret | None = st.session_state.get(_CARET)
    st.session_state[_CARET] = Caret(*place, number=1 if before is None else before.number + 1)


def take_run() -> bool:
    """Tell whether Ctrl-Enter was pressed since the last look."""
    return bool(st.session_state.pop(_RUN, False))


def show_editor(words: Words, schema: Mapping[str, Sequence[str]]) -> str:
    """Show the editor with the text of this session and return the text as far as it was told."""
    state = st.session_state
    data = make_data(words, schema, text=state[TEXT], revision=state.get(_REVISION, 0), caret=state.get(_CARET))
    _part()(key=_PART, data=data, on_text_change=_keep_text, on_run_change=_keep_run, height="content")
    return str(state[TEXT])


def make_data(
    words: Words, schema: Mapping[str, Sequence[str]], *, text: str, revision: int, caret: Caret | None
) -> dict[str, Any]:
    """Make what the part is told."""
    place = None if caret is None else {"line": caret.line, "column": caret.column, "number": caret.number}
    return {
        "text": text,
        "revision": revision,
        "caret": place,
        "schema": {kind: list(names) for kind, names in schema.items()},
        "strings": {"label": words("console.query")},
    }


def _keep_text() -> None:
    text = st.session_state[_PART]["text"]
    if isinstance(text, str):
        st.session_state[TEXT] = text


def _keep_run() -> None:
    text = st.session_state[_PART]["run"]
    if isinstance(text, str):
        st.session_state[TEXT] = text
        st.session_state[_RUN] = True


def show_plain_editor(words: Words) -> str:
    """Show a plain text area in the editor's place."""
    return st.text_area(words("console.query"), key=TEXT, height=180, persist_state="session") or ""
