"""The queries of this session: what was run, the newest first, and what its user keeps as favourites."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from graph.views.words import Words, plain

MOST = 30
_RAN, _KEPT = "console_ran", "console_kept"
_LONGEST = 70


def put_first(texts: Sequence[str], text: str, most: int = MOST) -> list[str]:
    """Put a text first, each text once, no more than `most`."""
    return [text, *(other for other in texts if other != text)][:most]


def shorten(text: str) -> str:
    """Shorten a query to one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + " …"


def note_run(text: str) -> None:
    """Remember a query that was run."""
    if text.strip():
        st.session_state[_RAN] = put_first(st.session_state.get(_RAN, []), text)


def show_history(words: Words, text: str, choose: Callable[[str], None]) -> None:
    """Show the queries that were run and the favourites; each can be put back into the editor."""
    state = st.session_state
    with st.popover(words("console.history"), icon=":material/history:"):
        _show_list(state.get(_RAN, []), "ran", choose, words("console.history.none"))
    with st.popover(words("console.kept"), icon=":material/star:"):
        st.button(words("console.keep"), key="keep", on_click=_keep, args=(text,), icon=":material/add:")
        _show_list(state.get(_KEPT, []), "kept", choose, words("console.kept.none"))
        for number, kept in enumerate(state.get(_KEPT, [])):
            st.button(
                words("console.forget", query=plain(shorten(kept))),
                key=f"forget.{number}",
                on_click=_forget,
                args=(kept,),
            )


def _show_list(texts: Sequence[str], name: str, choose: Callable[[str], None], otherwise: str) -> None:
    if not texts:
        st.caption(otherwise)
    for number, text in enumerate(texts):
        st.button(plain(shorten(text)), key=f"{name}.{number}", on_click=choose, args=(text,), help=plain(text))


def _keep(text: str) -> None:
    st.session_state[_KEPT] = put_first(st.session_state.get(_KEPT, []), text)


def _forget(text: str) -> None:
    st.session_state[_KEPT] = [kept for kept in st.session_state[_KEPT] if kept != text]
