"""The page of reorganisations in a year: which bodies became which and who went along, with the sentence of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import streamlit as st

from graph.cards import Named
from graph.catalog import Catalog
from graph.evidence import Evidence, read_change_evidence
from graph.moves import Change, Move, make_flows, read_changes, read_moves
from graph.store import Store
from graph.views.flows import draw_flows, find_height
from graph.views.frame import Frame, body_params
from graph.views.heading import show_heading
from graph.views.links import EARLIEST, LATEST, read_param, write_params
from graph.views.palette import read_palette
from graph.views.rows import show_tenures
from graph.views.sources import label_sources, show_evidence

_MOVES = ("person_id", "person", "post_id", "post", "started")


def show(store: Store, catalog: Catalog, frame: Frame) -> None:  # noqa: ARG001
    """Show the year in the address, else the last one with a change."""
    words = frame.words
    every = read_changes(store, EARLIEST, LATEST)
    years = sorted({change.date[:4] for change in every}, reverse=True)
    asked = read_param("year")
    year = asked if asked in years else years[0] if years else ""
    show_heading(frame, words("page.reorganisations"), {"year": year})
    st.markdown(words("moves.intro"))
    if not years:
        st.info(words("moves.none"))
        return
    st.session_state["year"] = year
    st.segmented_control(words("moves.year"), years, key="year", on_change=_keep, required=True)
    changes = [change for change in every if change.date.startswith(year)]
    moves = read_moves(store, changes)
    _show_picture(frame, changes, moves)
    _show_moves(store, frame, moves, date(int(year), 12, 31))
    _show_changes(store, frame, changes)


def _keep() -> None:
    write_params({"year": st.session_state["year"]})


def _show_picture(frame: Frame, changes: Sequence[Change], moves: Sequence[Move]) -> None:
    words = frame.words
    flows = make_flows(changes, moves)
    if not flows.streams:
        return
    alt = words("moves.alt", n=len(changes), m=len({move.person_id for move in moves}))
    st.echarts_chart(draw_flows(flows, read_palette()), height=find_height(flows), key="flows", renderer="svg", alt=alt)
    st.caption(words("moves.how"))


def _show_moves(store: Store, frame: Frame, moves: Sequence[Move], at: date) -> None:
    words = frame.words
    st.subheader(words.count("moves.people", len({move.person_id for move in moves})), anchor=False)
    if moves:
        rows = [asdict(move) for move in moves]
        show_tenures(store, frame, _MOVES, rows, at=at, key="rows.moves", alt=words("moves.people.alt"))
    else:
        st.caption(words("moves.nobody"))


def _show_changes(store: Store, frame: Frame, changes: Sequence[Change]) -> None:
    words = frame.words
    st.subheader(words.count("moves.changes", len(changes)), anchor=False)
    evidence = read_change_evidence(store, [change.id for change in changes])
    for change in changes:
        show_change(frame, change, evidence[change.id])


def show_change(frame: Frame, change: Change, evidence: Sequence[Evidence]) -> None:
    """Show one change: what became what, every body a link, with its sentences."""
    words = frame.words
    at = _day_of(change)
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(words.named("kind", change.kind), color="orange")
            st.caption(words.day(change.date), width="content")
            _show_bodies(frame, change.before, at)
            if change.after:
                st.markdown("→", width="content")
            _show_bodies(frame, change.after, at)
        sources = len({(piece.title, piece.url, piece.published) for piece in evidence})
        with st.expander(label_sources(sources, evidence, words), icon=":material/format_quote:"):
            for piece in evidence:
                show_evidence(piece, frame)


def _show_bodies(frame: Frame, bodies: Sequence[Named], at: date) -> None:
    for body in bodies:
        frame.link(body.name, "organization", body_params(body.id, at))


def _day_of(change: Change) -> date:
    text = change.date if len(change.date) == 10 else f"{change.date[:4]}-12-31"
    return date.fromisoformat(text)
