"""The page of swim-lanes: who sat in a body over the years, or one person's posts, with the line of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph.cards import read_places
from graph.catalog import Catalog
from graph.overview import read_person
from graph.store import Store
from graph.views.body_field import read_asked_body, show_body_field
from graph.views.frame import Frame, body_params, person_params
from graph.views.heading import show_heading
from graph.views.lanes import show_lanes
from graph.views.links import EARLIEST, LATEST, read_day, read_param
from graph.views.rows import place_rows, show_tenures
from graph.views.states import told
from graph.views.words import plain

Row = Mapping[str, Any]
_COLUMNS = ("person_id", "person", "post_id", "post", "started", "ended", "sources", "quote")


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the lanes of the person in the address, else of the body in it."""
    words, at = frame.words, read_day("at") or frame.today
    person = read_param("person")
    named = {"person": person} if person else {"organization": read_param("organization") or ""}
    show_heading(frame, words("page.timeline"), {**named, "at": at.isoformat()}, at=at)
    st.markdown(words("timeline.intro"))
    show_body_field(frame)
    with told(words):
        if person is not None:
            _show_person(store, catalog, frame, person, at)
        else:
            _show_body(store, catalog, frame, at)


def _show_person(store: Store, catalog: Catalog, frame: Frame, asked: str, at: date) -> None:
    card = read_person(store, asked)
    if card is None:
        st.warning(frame.words("person.stale", id=plain(asked)))
        return
    frame.link(card.name, "person", person_params(card.id, at))
    rows = catalog.ask(store, "person_career", {"person": card.id}, today=frame.today).rows
    held = catalog.ask(store, "person_posts", person_params(card.id, at), today=frame.today)
    _show_rows(store, frame, rows, held.tenures, at=at, by_post=True)


def _show_body(store: Store, catalog: Catalog, frame: Frame, at: date) -> None:
    card = read_asked_body(store)
    if card is None:
        return
    frame.link(card.name, "organization", body_params(card.id, at))
    ever = {"organization": card.id, "from": EARLIEST.isoformat(), "to": LATEST.isoformat()}
    rows = catalog.ask(store, "members_between", ever, today=frame.today).rows
    held = catalog.ask(store, "committee_members", body_params(card.id, at), today=frame.today)
    _show_rows(store, frame, rows, held.tenures, at=at, by_post=False)


def _show_rows(
    store: Store, frame: Frame, rows: Sequence[Row], held: Sequence[str], *, at: date, by_post: bool
) -> None:
    if not rows:
        st.info(frame.words("timeline.nothing"))
        return
    places = read_places(store, [row["tenure_id"] for row in rows])
    attested = {id: place.last_attested for id, place in places.items()}
    full = [
        {**row, "last_attested": attested[row["tenure_id"]], "lane": row["post" if by_post else "person"]}
        for row in place_rows(rows, places)
    ]
    show_lanes(store, frame, full, set(held), at=at, key="lanes.timeline")
    show_tenures(store, frame, _COLUMNS, full, at=at, key="rows.timeline", alt=frame.words("page.timeline"))
