"""Taking a load back, on whichever page it stands: what that would change is said first, and done when confirmed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.difference import say_difference
from graph.store import Store
from graph.views.desk import Desk, Taken
from graph.views.frame import Frame
from graph.views.states import told
from graph.views.words import Words, plain

_ASKED, _FORESEEN = "undo.asked", "undo.foreseen"


def ask_undo(load: str, name: str) -> None:
    """Ask, at the next run, whether a load is to be taken back."""
    st.session_state[_ASKED] = (load, name)


def confirm_undo(store: Store, frame: Frame, desk: Desk, done: Callable[[str, str], None]) -> None:
    """Where it was asked, say what taking a load back would change; `done` hears which was, and what that did."""
    if (asked := st.session_state.get(_ASKED)) is None:
        return
    words, (load, name) = frame.words, asked

    @st.dialog(words("loads.confirm", name=name), on_dismiss=_forget)
    def dialog() -> None:
        with told(words):
            st.markdown(_foresee(store, words, desk, load))
            if st.button(words("loads.undo"), type="primary", key="undo.sure"):
                with st.spinner(words("loads.undoing"), show_time=True):
                    taken = desk.undo(store, load)
                _forget()
                done(load, _say(taken, words, "loads.done"))
                st.rerun()

    dialog()


def _forget() -> None:
    for key in (_ASKED, _FORESEEN):
        st.session_state.pop(key, None)


def _foresee(store: Store, words: Words, desk: Desk, load: str) -> str:
    """Say what taking a load back would change; worked out once, since each touch of the dialog runs it anew."""
    key = (load, words.lang)
    if st.session_state.get(_FORESEEN, ("", ""))[0] != key:
        with st.spinner(words("loads.foreseeing"), show_time=True):
            foreseen = desk.foresee(store, load)
        said = words("loads.too_large") if foreseen is None else _say(foreseen, words, "loads.would")
        st.session_state[_FORESEEN] = (key, said)
    return str(st.session_state[_FORESEEN][1])


def _say(taken: Taken, words: Words, key: str) -> str:
    told_so = words(key, follows=plain(say_difference(taken.difference).say(words.lang)))
    return f"{told_so} {words.count('loads.kept', taken.kept)}" if taken.kept else told_so
