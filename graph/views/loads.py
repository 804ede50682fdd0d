"""The page of loads: what was loaded, what each brought, and taking one back after a look at what that would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.store import Store
from graph.views.desk import Desk
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.links import read_param, write_params
from graph.views.rows import show_plain_rows
from graph.views.states import told
from graph.views.undo import ask_undo, confirm_undo
from graph.views.words import plain

Row = Mapping[str, Any]
_CHANGES = ("kind", "person_id", "person", "post", "before", "after")
_SAID = "loads.said"


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
        confirm_undo(store, frame, desk, _take_out)
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
            st.button(words("loads.undo"), key=f"undo.{row['load']}", on_click=ask_undo, args=(row["load"], _name(row)))
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


def _take_out(_: str, said: str) -> None:
    st.session_state[_SAID] = said
    write_params({"load": None})
