"""The search box: finds as one types, with or without diacritics; every hit is a link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.errors import StoreError
from graph.store import Store
from graph.views.article_job import job_params
from graph.views.frame import Frame, body_params, decision_params, person_params, post_params
from graph.views.links import PageName
from graph.views.nearest import find_nearest
from graph.views.states import told
from graph.views.words import Words, plain

Row = Mapping[str, Any]
MOST_HITS = 8


@st.fragment
def show_search(store: Store, catalog: Catalog, frame: Frame, *, at: date, chosen: str | None) -> None:
    """Show the box and, beneath it, what it finds; empty again once someone else is chosen."""
    words, key = frame.words, f"search.{chosen or ''}"
    with typed_text(words, words("search.label"), key=key, hint=words("search.hint")) as text:
        if text:
            _show_hits(store, catalog, frame, text=text, at=at)


@contextmanager
def typed_text(words: Words, label: str, *, key: str, hint: str) -> Iterator[str]:
    """Show a box in a fragment and give what is typed in it so far, blank for none; a fault below it is told."""
    text = st.text_input(label, key=key, type="search", live=True, placeholder=hint) or ""
    try:
        with told(words):
            yield text if text.strip() else ""
    except StoreError:
        st.rerun()  # the page as a whole says what is wrong with the server


def _show_hits(store: Store, catalog: Catalog, frame: Frame, *, text: str, at: date) -> None:
    def search(asked: str) -> Sequence[Row]:
        return catalog.ask(store, "search", {"text": asked, "limit": MOST_HITS}, today=frame.today).rows

    hits = search(text)
    if not hits:
        st.markdown(frame.words("search.none", text=plain(text)))
        hits = find_nearest(search, text)
        frame.link(frame.words("search.add"), "article", job_params())
        if hits:
            st.caption(frame.words("search.nearest"))
    with st.container(border=bool(hits), key="hits", gap=None):
        for hit in hits:
            show_hit(frame, hit, at)


def show_hit(frame: Frame, hit: Row, at: date) -> None:
    """Show one thing found: what it is, its name as a link, and what tells it apart."""
    page, params = find_target(hit, at)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(frame.words.named("kind", hit["kind"]), color=_COLORS[hit["kind"]])
        frame.link(hit["name"], page, params)
        if hit["hint"]:
            st.caption(plain(hit["hint"]))


_COLORS: dict[str, Any] = {"person": "blue", "organization": "orange", "post": "green", "decision": "gray"}


def find_target(hit: Row, at: date) -> tuple[PageName, dict[str, str]]:
    """Where a thing found leads: to its own page, a decision to the question what it did."""
    match hit["kind"]:
        case "person":
            return "person", person_params(hit["id"], at)
        case "organization":
            return "organization", body_params(hit["id"], at)
        case "post":
            return "post", post_params(hit["id"], at)
        case _:
            return "questions", decision_params(hit["name"])
