"""The page of a person: the posts of a day, the whole career with its sources, colleagues, and what is in doubt."""

from __future__ import annotations

from datetime import date

import streamlit as st

from graph.cards import read_places
from graph.catalog import Catalog
from graph.overview import PersonCard, read_person
from graph.person_day import PersonDay, read_person_day
from graph.store import Store
from graph.views import portrait
from graph.views.date_control import show_date_slider
from graph.views.frame import Frame, focus_params, person_params
from graph.views.heading import show_heading
from graph.views.links import read_day, read_param
from graph.views.rows import place_rows, show_plain_rows, show_tenures
from graph.views.search_box import show_search
from graph.views.sentence import find_first_day
from graph.views.states import told
from graph.views.visited import Visit, show_trail
from graph.views.words import plain

_CAREER = ("post_id", "post", "started", "ended", "capacity", "term", "decisions", "sources", "quote")
_DISPUTED = ("post_id", "post", "field", "values", "source")
_NAMESAKES = ("person_id", "person", "born", "posts", "verdict")


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the person in the address on the day in it."""
    words, at = frame.words, read_day("at") or frame.today
    asked = read_param("person")
    card = read_person(store, asked) if asked else None
    if card is None:
        show_heading(frame, words("page.person"), {"person": asked or ""}, at=at)
        st.info(words("person.stale", id=plain(asked)) if asked else words("person.none"))
        show_search(store, catalog, frame, at=at, chosen=None)
        return
    show_heading(frame, card.name, person_params(card.id, at), at=at)
    show_trail(frame, Visit(card.id, card.name, "person", person_params(card.id, at)))
    if asked != card.id:
        st.info(words("person.merged", name=plain(card.name)))
    with told(words):
        known = read_person_day(store, catalog, card, at=at, today=frame.today)
        _show_day(known, frame)
        _show_career(store, frame, known)
        with st.expander(words.count("person.colleagues", len(known.colleagues)), icon=":material/groups:"):
            portrait.show_colleagues(known, frame)
        _show_disputed(store, catalog, frame, card, at)
        _show_namesakes(store, catalog, frame, card, at)


def _show_day(known: PersonDay, frame: Frame) -> None:
    """Show what is known of the day chosen: the sentence, the picture, the posts."""
    words, at = frame.words, known.at
    portrait.show_headline(known, frame)
    with st.container(horizontal=True, gap="medium"):
        frame.link(words("explore.from"), "explore", focus_params(known.person.id, at))
        frame.link(words("person.timeline"), "timeline", person_params(known.person.id, at))
    show_date_slider(frame, at, find_first_day(known.career, at))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        portrait.show_career(known, frame)
        if known.posts:
            portrait.show_picture(known, frame)
    with right:
        portrait.show_posts(known, frame)


def _show_career(store: Store, frame: Frame, known: PersonDay) -> None:
    if not known.career:
        return
    words = frame.words
    st.subheader(words.count("person.all", len(known.career)), anchor=False)
    decisions = {id: list(place.decisions) or None for id, place in known.places.items()}
    rows = [{**row, "decisions": decisions[row["tenure_id"]]} for row in place_rows(known.career, known.places)]
    show_tenures(store, frame, _CAREER, rows, at=known.at, key="rows.person", alt=words("person.career"))


def _show_disputed(store: Store, catalog: Catalog, frame: Frame, card: PersonCard, at: date) -> None:
    """Show where two sources tell a tenure of this person differently."""
    words = frame.words
    disputed = catalog.ask(store, "conflicting_claims", {"person": card.id}, today=frame.today).rows
    if not disputed:
        return
    st.subheader(words("person.disputed"), anchor=False)
    st.caption(words("person.disputed.how"))
    places = read_places(store, [row["tenure_id"] for row in disputed])
    rows = [{**row, "source": row["sources"]} for row in place_rows(disputed, places)]
    show_plain_rows(frame, _DISPUTED, rows, at=at, alt=words("person.disputed"))


def _show_namesakes(store: Store, catalog: Catalog, frame: Frame, card: PersonCard, at: date) -> None:
    """Show who else bears the name, since a reader may have another one in mind."""
    words = frame.words
    named = catalog.ask(store, "namesakes", {"name": card.name}, today=frame.today).rows
    others = [row for row in named if row["person_id"] != card.id]
    if not others:
        return
    st.subheader(words("person.namesakes"), anchor=False)
    st.caption(words("person.namesakes.how"))
    frame.link(words("page.doubts"), "doubts", {})
    show_plain_rows(frame, _NAMESAKES, others, at=at, alt=words("person.namesakes"))
