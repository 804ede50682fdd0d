"""The search of the page to explore: a thing found becomes the middle of the picture, or joins it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from graph.catalog import Catalog
from graph.steps import Step
from graph.store import Store
from graph.views.explore_address import take
from graph.views.frame import Frame, focus_params
from graph.views.search_box import MOST_HITS, typed_text
from graph.views.words import plain


@st.fragment
def show_finder(store: Store, catalog: Catalog, frame: Frame, *, at: date, focus: str | None) -> None:
    """Show the box and what it finds; empty again once something else is in the middle."""
    words = frame.words
    key = f"explore_search.{focus or ''}"
    with typed_text(words, words("search.label"), key=key, hint=words("search.hint")) as text:
        if text:
            _show_hits(store, catalog, frame, text=text, at=at, focus=focus)


def _show_hits(store: Store, catalog: Catalog, frame: Frame, *, text: str, at: date, focus: str | None) -> None:
    words = frame.words
    hits = catalog.ask(store, "search", {"text": text, "limit": MOST_HITS}, today=frame.today).rows
    if not hits:
        st.markdown(words("search.none", text=plain(text)))
    for hit in hits:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(hit["name"], "explore", focus_params(hit["id"], at))
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
