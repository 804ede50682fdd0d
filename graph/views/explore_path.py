"""A path to another person, as one step of an exploration: whom to look for, what was found, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from graph.analysis import Step as Stop
from graph.analysis import read_path
from graph.catalog import Catalog
from graph.errors import QuestionError
from graph.picture import Node
from graph.steps import Shown, Step
from graph.store import Store
from graph.views.explore_address import Asked, take
from graph.views.frame import Frame
from graph.views.links import write_params
from graph.views.search_box import MOST_HITS, typed_text
from graph.views.words import plain


@st.fragment
def show_path_search(store: Store, catalog: Catalog, frame: Frame, node: Node) -> None:
    """Show a box that finds people; the one clicked is where a path from the node is to lead."""
    words = frame.words
    with typed_text(words, words("explore.path"), key=f"path.{node.id}", hint=words("explore.path.hint")) as text:
        if text:
            _show_people(store, catalog, frame, node, text=text)


def _show_people(store: Store, catalog: Catalog, frame: Frame, node: Node, *, text: str) -> None:
    # Bodies and posts may come before people.
    hits = catalog.ask(store, "search", {"text": text, "limit": 3 * MOST_HITS}, today=frame.today).rows
    people = [hit for hit in hits if hit["kind"] == "person" and hit["id"] != node.id][:MOST_HITS]
    if not people:
        st.caption(frame.words("explore.path.nobody", text=plain(text)))
    for hit in people:
        if st.button(plain(hit["name"]), key=f"path_to.{hit['id']}", help=hit["hint"], width="stretch"):
            take(Step("path", node.id, to=hit["id"]))
            st.rerun()


@st.cache_data(ttl=60, max_entries=200, show_spinner=False, hash_funcs={Store: id, Catalog: id})
def _find_stops(store: Store, catalog: Catalog, given: Mapping[str, str], today: date) -> list[Stop]:
    try:
        return read_path(store, catalog, given, today=today)
    except QuestionError:  # an address older than the graph: nobody has such an id any more
        return []


def find_stops(store: Store, catalog: Catalog, frame: Frame, asked: Asked, step: Step) -> Sequence[Stop]:
    """Find the people and bodies of a path, none where there is no path."""
    return _find_stops(store, catalog, dict(asked.path_params(step)), frame.today)


def show_path_found(store: Store, catalog: Catalog, frame: Frame, asked: Asked, *, shown: Shown) -> None:
    """Say what the last step found, if it was a path: the way in words, else within which limits there is none."""
    step = asked.steps[-1] if asked.steps else None
    if step is None or step.kind != "path":
        return
    words, stops = frame.words, find_stops(store, catalog, frame, asked, step)
    if stops:
        way = " → ".join(plain(stop.name) for stop in stops)
        st.markdown(f"**{words.count('networks.hops', len(stops) // 2)}** {way}")
        if shown.full:
            st.warning(words("explore.path.full", n=len(stops)))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(words("explore.path.never") if asked.past else words("explore.path.not_then", day=words.day(asked.at)))
        if not asked.past:
            st.button(words("explore.path.any_day"), key="path_any_day", on_click=write_params, args=({"past": "1"},))
