"""The page of a post: who came before, who holds it on the day, who came after, and every holder with the sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph.cards import PostCard, read_places, read_post
from graph.catalog import Catalog
from graph.evidence import Evidence, read_evidence
from graph.holders import Chain, Holder, make_chain
from graph.store import Store
from graph.views.bars import make_period
from graph.views.frame import Frame, body_params, decision_params, focus_params, person_params, post_params
from graph.views.heading import show_heading
from graph.views.lanes import show_lanes
from graph.views.links import read_day, read_param
from graph.views.rows import show_tenures
from graph.views.search_box import show_search
from graph.views.sources import show_sources
from graph.views.states import told
from graph.views.visited import Visit, show_trail
from graph.views.words import Words, plain

_MOST_NOW = 6
_COLUMNS = ("person_id", "person", "started", "ended", "capacity", "gap_days", "overlap_days", "sources", "quote")


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the post in the address round the day in it."""
    at = read_day("at") or frame.today
    asked = read_param("post") or ""
    card = read_post(store, asked)
    if card is None:
        show_heading(frame, frame.words("page.post"), {"post": asked})
        st.info(frame.words("post.none"))
        show_search(store, catalog, frame, at=at, chosen=None)
        return
    show_heading(frame, card.title, {"post": card.id, "at": at.isoformat()}, at=at)
    show_trail(frame, Visit(card.id, card.title, "post", post_params(card.id, at)))
    _show_belonging(frame, card, at)
    with told(frame.words):
        chain = _read_chain(store, catalog, frame, card=card, at=at)
        _show_round(store, frame, chain, at, single=card.seats == 1)
        _show_cover(store, catalog, frame, card=card, at=at, chain=chain)
        _show_all(store, frame, chain, card.role, at)


def _show_belonging(frame: Frame, card: PostCard, at: date) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(frame.words("kind.post"), color="green", icon=":material/hexagon:")
        frame.link(card.organization, "organization", body_params(card.organization_id, at))
        if card.seats is not None:
            st.caption(frame.words.count("post.seats", card.seats), width="content")
        frame.link(frame.words("explore.from"), "explore", focus_params(card.id, at))


def _read_chain(store: Store, catalog: Catalog, frame: Frame, *, card: PostCard, at: date) -> Chain:
    asked = {"organization": card.organization_id, "role": card.role_id}
    rows = catalog.ask(store, "post_holders", asked, today=frame.today).rows
    members = {"organization": card.organization_id, "at": at.isoformat()}
    there = catalog.ask(store, "committee_members", members, today=frame.today).rows
    held = {row["tenure_id"]: row["certainty"] for row in there}
    return make_chain(rows, read_places(store, [row["tenure_id"] for row in rows]), held, at)


def _show_round(store: Store, frame: Frame, chain: Chain, at: date, *, single: bool) -> None:
    """Show the holders next to the day in three columns: before ◄ now ► after."""
    words = frame.words
    shown = [*chain.before, *chain.now[:_MOST_NOW], *chain.after]
    evidence = read_evidence(store, [each.row["tenure_id"] for each in shown])
    titles = ("post.before", "post.now", "post.after")
    sides = (chain.before, chain.now[:_MOST_NOW], chain.after)
    for column, title, holders in zip(st.columns([3, 4, 3]), titles, sides, strict=True):
        with column:
            st.subheader(words(title, day=words.day(at)), anchor=False)
            for holder in holders:
                _show_holder(holder, evidence[holder.row["tenure_id"]], frame, at, single=single)
            if not holders:
                st.caption(words(f"{title}.none"))
    if len(chain.now) > _MOST_NOW:
        st.caption(words("post.more", n=words.number(len(chain.now) - _MOST_NOW)))


def _show_holder(holder: Holder, evidence: Sequence[Evidence], frame: Frame, at: date, *, single: bool) -> None:
    words, row = frame.words, holder.row
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(row["person"], "person", person_params(row["person_id"], at))
            if holder.place.capacity not in (None, "full"):
                st.badge(words.named("capacity", holder.place.capacity or ""), color="orange")
            if holder.when == "possible":
                st.badge(words("certainty.possible"), color="gray")
        st.caption(" · ".join([make_period(_with_sight(holder), words), *_say_gap(holder, words, single=single)]))
        for number in holder.place.decisions:
            frame.link(words("sources.decision", number=number), "questions", decision_params(number))
        show_sources(row, evidence, frame)


def _with_sight(holder: Holder) -> dict[str, Any]:
    return {**holder.row, "last_attested": holder.place.last_attested}


def _say_gap(holder: Holder, words: Words, *, single: bool) -> list[str]:
    gap, overlap = holder.row["gap_days"], holder.row["overlap_days"]
    if not single:
        return []  # of several holders at once none is the one before
    told = [words.count("post.gap", gap)] if gap else []
    return [*told, *([words.count("post.overlap", overlap)] if overlap else [])]


def _show_cover(store: Store, catalog: Catalog, frame: Frame, *, card: PostCard, at: date, chain: Chain) -> None:
    """Say that a post of one seat is vacant on the day, and who covers it."""
    words = frame.words
    if card.seats != 1 or chain.now:
        return
    empty = catalog.ask(store, "vacancies", {"at": at.isoformat()}, today=frame.today).rows
    for row in (row for row in empty if row["post_id"] == card.id):
        since = words.day(row["since"])
        vacant = words("post.vacant", day=words.day(at), since=since)
        cover = [words("post.covered", who=plain(str(row["covered_by"])))] if row["covered_by"] else []
        st.info(vacant)
        for line in cover:
            st.caption(line)


def _show_all(store: Store, frame: Frame, chain: Chain, role: str, at: date) -> None:
    words = frame.words
    st.subheader(words.count("post.all", len(chain.holders)), anchor=False)
    rows = [
        {**_with_sight(each), "capacity": each.place.capacity, "lane": each.row["person"], "role": role}
        for each in chain.holders
    ]
    held = {each.row["tenure_id"] for each in chain.now}
    show_lanes(store, frame, rows, held, at=at, key="lanes.post")
    show_tenures(store, frame, _COLUMNS, rows, at=at, key="rows.post", alt=words("page.post"))
