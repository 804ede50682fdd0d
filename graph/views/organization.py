"""The page of a body on a day: its units with their heads, its members, its posts, its past and its heirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from graph.cards import BodyCard, Named, read_body, read_busiest_body, read_places, read_posts_of
from graph.catalog import Catalog
from graph.evidence import read_change_evidence
from graph.moves import read_changes
from graph.store import Store
from graph.units import choose_units, put_heads
from graph.views.chart import Look, draw_chart
from graph.views.frame import Frame, body_params, focus_params, members_params, post_params
from graph.views.heading import show_heading
from graph.views.links import EARLIEST, LATEST, read_day, read_param
from graph.views.palette import read_palette
from graph.views.reorganisations import show_change
from graph.views.rows import show_plain_rows, show_tenures
from graph.views.search_box import show_search
from graph.views.states import told
from graph.views.visited import Visit, show_trail
from graph.views.words import plain

_YEAR = timedelta(days=365)
_MEMBERS = ("person_id", "person", "post_id", "post", "started", "ended", "certainty", "capacity", "term", "sources")
_UNITS = ("organization_id", "organization", "head_id", "head", "depth")
_CHANGES = ("kind", "person_id", "person", "post", "on")


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the body in the address on the day in it."""
    words, at = frame.words, read_day("at") or frame.today
    asked = read_param("organization") or read_busiest_body(store) or ""
    card = read_body(store, asked)
    if card is None:
        show_heading(frame, words("page.organization"), {"organization": asked})
        st.info(words("organization.none"))
        show_search(store, catalog, frame, at=at, chosen=None)
        return
    params = body_params(card.id, at)
    show_heading(frame, card.name, params, at=at)
    show_trail(frame, Visit(card.id, card.name, "organization", params))
    _show_card(frame, card, at)
    chart, members, posts, past = st.tabs(
        [words("organization.chart"), words("organization.members"), words("organization.posts"), words("history")]
    )
    with told(words):
        with chart:
            _show_chart(store, catalog, frame, card, at)
        with members:
            _show_members(store, catalog, frame, card, at)
        with posts:
            _show_posts(store, frame, card, at)
        with past:
            _show_past(store, catalog, frame, card, at)


def _show_card(frame: Frame, card: BodyCard, at: date) -> None:
    words = frame.words
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(words("kind.organization"), color="orange", icon=":material/square:")
        for above in card.above:
            st.caption(words("organization.under"), width="content")
            frame.link(above.name, "organization", body_params(above.id, at))
        frame.link(words("page.committee"), "committee", {"organization": card.id})
        frame.link(words("page.timeline"), "timeline", body_params(card.id, at))
        frame.link(words("explore.from"), "explore", focus_params(card.id, at))
    others = [name for name in card.names if name != card.name]
    if others:
        st.caption(words("person.also", names=plain(", ".join(others))))
    if card.founded:
        st.caption(words("organization.founded", day=words.day(card.founded)))
    if card.dissolved:
        st.warning(words("organization.dissolved", day=words.day(card.dissolved)))
    _show_kin(frame, "organization.before", card.before, at)
    _show_kin(frame, "organization.after", card.after, at)


def _show_kin(frame: Frame, key: str, bodies: Sequence[Named], at: date) -> None:
    if bodies:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(frame.words(key), width="content")
            for body in bodies:
                frame.link(body.name, "organization", body_params(body.id, at))


def _show_chart(store: Store, catalog: Catalog, frame: Frame, card: BodyCard, at: date) -> None:
    words = frame.words
    rows = catalog.ask(store, "organization_tree", body_params(card.id, at), today=frame.today).rows
    if not rows:
        st.info(words("organization.not_then", day=words.day(at)))
        return
    drawn = choose_units(rows)
    look = Look(
        read_palette(),
        address=lambda body: frame.address("organization", body_params(body, at)),
        no_head=words("organization.no_head"),
    )
    alt = words("organization.chart.alt", name=card.name, n=len(drawn), day=words.day(at))
    st.graphviz_chart(draw_chart(drawn, look), width="content", alt=alt)
    st.caption(words("organization.chart.how"))
    if len(drawn) < len(rows):
        st.caption(words("organization.capped", n=words.number(len(drawn)), all=words.number(len(rows))))
    heads = catalog.ask(store, "apparatus", body_params(card.id, at), today=frame.today)
    full = put_heads(rows, read_places(store, heads.tenures))
    show_tenures(store, frame, _UNITS, full, at=at, key="rows.units", alt=alt)


def _show_members(store: Store, catalog: Catalog, frame: Frame, card: BodyCard, at: date) -> None:
    words = frame.words
    rows = catalog.ask(store, "committee_members", body_params(card.id, at), today=frame.today).rows
    if not rows:
        st.info(words("organization.no_members", day=words.day(at)))
        return
    places = read_places(store, [row["tenure_id"] for row in rows])
    full = [{**row, "post_id": places[row["tenure_id"]].post_id, "post": places[row["tenure_id"]].post} for row in rows]
    st.caption(words.count("rows", len(rows)))
    show_tenures(store, frame, _MEMBERS, full, at=at, key="rows.members", alt=words("organization.members"))
    frame.link(words("organization.as_question"), "questions", members_params(card.id, at))


def _show_posts(store: Store, frame: Frame, card: BodyCard, at: date) -> None:
    words = frame.words
    for row in read_posts_of(store, card.id):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(row["role"], "post", post_params(row["id"], at))
            st.caption(words.count("organization.held", row["held"]))


def _show_past(store: Store, catalog: Catalog, frame: Frame, card: BodyCard, at: date) -> None:
    words = frame.words
    told_of = read_changes(store, EARLIEST, LATEST, card.id)
    evidence = read_change_evidence(store, [change.id for change in told_of])
    st.subheader(words("organization.history"), anchor=False)
    for change in told_of:
        show_change(frame, change, evidence[change.id])
    if not told_of:
        st.caption(words("organization.no_history"))
    since = at - _YEAR
    span = {"from": since.isoformat(), "to": at.isoformat()}
    changes = catalog.ask(store, "changes_between", {"organization": card.id, **span}, today=frame.today).rows
    st.subheader(words("organization.changes", start=words.day(since), end=words.day(at)), anchor=False)
    if changes:
        show_plain_rows(frame, _CHANGES, changes, at=at, alt=words("organization.changes.alt"))
    else:
        st.caption(words("organization.no_changes"))
    frame.link(words("page.reorganisations"), "reorganisations", {})
