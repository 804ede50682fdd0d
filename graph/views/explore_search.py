"""The search of the page to explore: a thing found becomes the middle of the picture, or joins it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from graph.catalog import Catalog
from graph.errors import StoreError
from graph.steps import Step
from graph.store import Store
from graph.views.explore_address import take
from graph.views.frame import Frame
from graph.views.search_box import MOST_HITS
from graph.views.states import told
from graph.views.words import plain


@st.fragment
def show_finder(store: Store, catalog: Catalog, frame: Frame, *, at: date, focus: str | None) -> None:
    """Show the box and what it finds; empty again once something else is in the middle."""
    words = frame.words
    key = f"explore_search.{focus or ''}"
    text = st.text_input(words("search.label"), key=key, type="search", live=True, placeholder=words("search.hint"))
    if text and text.strip():
        try:
            with told(words):
                _show_hits(store, catalog, frame, text=text, at=at, focus=focus)
        except StoreError:
            st.rerun()  # the page as a whole says what is wrong with the server


def _show_hits(store: Store, catalog: Catalog, frame: Frame, *, text: str, at: date, focus: str | None) -> None:
    words = frame.words
    hits = catalog.ask(store, "search", {"text": text, "limit": MOST_HITS}, today=frame.today).rows
    if not hits:
        st.markdown(words("search.none", text=plain(text)))
    for hit in hits:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(hit["name"], "explore", {"focus": hit["id"], "at": at.isoformat()})
            st.caption(
                plain(
                    f"{words.named('kind', hit['kind'])} · {hit['hint']}"
                    if hit["hint"]
                    else words.named("kind", hit["kind"])
                )
            )
            if focus is not None and st.button(words("explore.add"), key=f"add.{hit['id']}", type="tertiary"):
                take(Step("add", hit["id"]))
                st.rerun()  # the picture lies beyond the fragment
