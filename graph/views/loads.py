"""The page of loads: what was loaded, what each brought, and taking one back after a look at what that would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.difference import say_difference
from graph.store import Store
from graph.views.desk import Desk, Taken
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.links import read_param, write_params
from graph.views.rows import show_plain_rows
from graph.views.states import told
from graph.views.words import Words, plain

Row = Mapping[str, Any]
_CHANGES = ("kind", "person_id", "person", "post", "before", "after")
_SAID, _ASKED, _FORESEEN = "loads.said", "loads.asked", "loads.foreseen"


def show(store: Store, catalog: Catalog, frame: Frame, desk: Desk) -> None:
    """List the loads, the newest first; the one in the address is opened."""
    words, chosen = frame.words, read_param("load")
    show_heading(frame, words("page.loads"), {"load": chosen} if chosen else {})
    st.markdown(words("loads.intro"))
    if said := st.session_state.pop(_SAID, None):
        st.success(said)
    with told(words):
        rows = list(reversed(desk.list_loads(store)))
        if not rows:
            st.info(words("loads.none"))
        if (asked := st.session_state.get(_ASKED)) is not None:
            _confirm(store, frame, desk, next((row for row in rows if row["load"] == asked), None))
        for row in rows:
            _show_load(store, catalog, frame, row, opened=row["load"] == chosen)


def _show_load(store: Store, catalog: Catalog, frame: Frame, row: Row, *, opened: bool) -> None:
    words = frame.words
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{plain(_name(row))}**", width="content")
            state = "undone" if row["undone"] else "unfinished" if row["unfinished"] else "standing"
            st.badge(words(f"loads.{state}"), color="gray" if row["undone"] else "green")
        day = words.day(row["at"].date().isoformat())
        st.caption(f"{day} {row['at']:%H:%M} · {words.count('loads.sources', row['sources'])} · {row['load']}")
        if row["undone"]:
            return
        with st.container(horizontal=True):
            label = words("loads.close" if opened else "loads.open")
            st.button(label, key=f"open.{row['load']}", on_click=_open, args=(None if opened else row["load"],))
            st.button(words("loads.undo"), key=f"undo.{row['load']}", on_click=_ask, args=(row["load"],))
        if opened:
            _show_changes(store, catalog, frame, row)


def _show_changes(store: Store, catalog: Catalog, frame: Frame, row: Row) -> None:
    """Show what a load brought, as the question tells it."""
    words = frame.words
    with st.spinner(words("loads.looking"), show_time=True):
        changes = catalog.ask(store, "load_changes", {"load": row["load"]}, today=frame.today).rows
    st.caption(words.count("rows", len(changes)))
    show_plain_rows(frame, _CHANGES, changes, at=frame.today, alt=words("loads.open"))


def _name(row: Row) -> str:
    return str(row["input"]).rpartition(" (")[0] or str(row["input"])


def _open(load: str | None) -> None:
    write_params({"load": load})


def _ask(load: str) -> None:
    st.session_state[_ASKED] = load


def _forget() -> None:
    for key in (_ASKED, _FORESEEN):
        st.session_state.pop(key, None)


def _confirm(store: Store, frame: Frame, desk: Desk, row: Row | None) -> None:
    """Say what taking a load back would change, and do it when that is confirmed."""
    if row is None:
        return
    words = frame.words

    @st.dialog(words("loads.confirm", name=_name(row)), on_dismiss=_forget)
    def dialog() -> None:
        with told(words):
            st.markdown(_foresee(store, words, desk, row["load"]))
            if st.button(words("loads.undo"), type="primary", key="undo.sure"):
                with st.spinner(words("loads.undoing"), show_time=True):
                    done = desk.undo(store, row["load"])
                st.session_state[_SAID] = _say(done, words, "loads.done")
                _forget()
                write_params({"load": None})
                st.rerun()

    dialog()


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
