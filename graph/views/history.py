"""What was run in this session, the newest first, and what its user keeps as favourites."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from graph.errors import CadresError
from graph.favourites import Favourites
from graph.views.states import show_error
from graph.views.words import Words, plain

MOST = 30
_RAN, _FAILED = "console_ran", "console_not_kept"
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


def show_history(words: Words, text: str, kept: Favourites, choose: Callable[[str], None]) -> None:
    """Show the queries that were run and the favourites; each can be put back into the editor."""
    with st.popover(words("console.history"), icon=":material/history:"):
        _show_list(st.session_state.get(_RAN, []), "ran", choose, words("console.history.none"))
    with st.popover(words("console.kept"), icon=":material/star:"):
        st.button(words("console.keep"), key="keep", on_click=_change, args=(kept.put, text), icon=":material/add:")
        try:
            if (error := st.session_state.pop(_FAILED, None)) is not None:
                raise error
            _show_kept(words, kept.read(), choose, kept.drop)
        except CadresError as error:
            show_error(words, error)


def _show_kept(words: Words, texts: Sequence[str], choose: Callable[[str], None], drop: Callable[[str], None]) -> None:
    _show_list(texts, "kept", choose, words("console.kept.none"))
    for number, text in enumerate(texts):
        label = words("console.forget", query=plain(shorten(text)))
        st.button(label, key=f"forget.{number}", on_click=_change, args=(drop, text))


def _show_list(texts: Sequence[str], name: str, choose: Callable[[str], None], otherwise: str) -> None:
    if not texts:
        st.caption(otherwise)
    for number, text in enumerate(texts):
        st.button(plain(shorten(text)), key=f"{name}.{number}", on_click=choose, args=(text,), help=plain(text))


def _change(change: Callable[[str], None], text: str) -> None:
    try:
        change(text)
    except CadresError as error:
        st.session_state[_FAILED] = error
