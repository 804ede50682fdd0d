"""The page of a body at two dates: who stayed, who joined, who left, each with the seat and its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph.cards import BodyCard
from graph.catalog import Catalog
from graph.evidence import Evidence, read_evidence
from graph.rosters import Comparison, Seat, compare_rosters
from graph.store import Store
from graph.views.bars import make_period
from graph.views.body_field import read_asked_body, show_body_field
from graph.views.frame import Frame, body_params, person_params
from graph.views.heading import show_heading
from graph.views.links import EARLIEST, LATEST, read_day, read_param, write_params
from graph.views.rows import show_plain_rows
from graph.views.sources import show_sources
from graph.views.states import told
from graph.views.words import Words, plain

_ON_A_PAGE = 12
_COLUMNS = ("person_id", "person", "change", "role", "on")
_YEARS_BACK = 5


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Compare the members of the body in the address on the two days in it."""
    words = frame.words
    last = read_day("to") or read_day("at") or frame.today
    first = read_day("from") or last.replace(day=min(last.day, 28), year=max(last.year - _YEARS_BACK, EARLIEST.year))
    params = {"organization": read_param("organization") or "", "from": first.isoformat(), "to": last.isoformat()}
    show_heading(frame, words("page.committee"), params)
    st.markdown(words("committee.intro"))
    _show_fields(frame, first, last)
    with told(words):
        card = read_asked_body(store)
        if card is not None:
            _show_comparison(store, catalog, frame, card=card, first=first, last=last)


def _show_fields(frame: Frame, first: date, last: date) -> None:
    words = frame.words
    name, left, right = st.columns([4, 2, 2], vertical_alignment="bottom")
    with name:
        show_body_field(frame)
    for column, key, day in ((left, "from", first), (right, "to", last)):
        st.session_state[f"day.{key}"] = day
        column.date_input(
            words.named("param", key),
            key=f"day.{key}",
            min_value=EARLIEST,
            max_value=LATEST,
            format=words.day_format,
            on_change=_keep,
        )


def _keep() -> None:
    days = {key: st.session_state[f"day.{key}"] for key in ("from", "to")}
    write_params({key: day.isoformat() for key, day in days.items() if isinstance(day, date)})


def _show_comparison(store: Store, catalog: Catalog, frame: Frame, *, card: BodyCard, first: date, last: date) -> None:
    words = frame.words
    span = {"from": first.isoformat(), "to": last.isoformat()}
    changes = catalog.ask(store, "committee_changes", {"organization": card.id, **span}, today=frame.today).rows
    before, now = (
        catalog.ask(store, "committee_members", body_params(card.id, day), today=frame.today).rows
        for day in (first, last)
    )
    st.subheader(plain(card.name), anchor=False)
    frame.link(words("committee.open"), "organization", body_params(card.id, last))
    if not changes:
        st.info(words("committee.nothing", start=words.day(first), end=words.day(last)))
        return
    compared = compare_rosters(changes, before, now)
    _show_columns(store, frame, compared, last)
    with st.expander(words.count("committee.table", len(changes)), icon=":material/table:"):
        show_plain_rows(frame, _COLUMNS, changes, at=last, alt=words("page.committee"))


def _show_columns(store: Store, frame: Frame, compared: Comparison, last: date) -> None:
    sides = (("stayed", compared.stayed), ("joined", compared.joined), ("left", compared.left))
    for column, (name, seats) in zip(st.columns(3, gap="medium"), sides, strict=True):
        with column:
            title = frame.words(f"committee.{name}", n=frame.words.number(len(seats)))
            st.subheader(title, anchor=False)
            shown = _page(seats, name)
            tenures = [row["tenure_id"] for seat in shown for row in seat.shown]
            evidence = read_evidence(store, tenures)
            for seat in shown:
                _show_seat(seat, evidence, frame, last)
            if not seats:
                st.caption(frame.words("committee.nobody"))


def _page(seats: Sequence[Seat], name: str) -> Sequence[Seat]:
    pages = -(-len(seats) // _ON_A_PAGE)
    number = st.pagination(pages, key=f"page.{name}") if pages > 1 else 1
    return seats[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]


def _show_seat(seat: Seat, evidence: Mapping[str, Sequence[Evidence]], frame: Frame, last: date) -> None:
    words = frame.words
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(seat.person, "person", person_params(seat.person_id, last))
            if seat.change == "role":
                was = "; ".join(dict.fromkeys(str(row["role"]) for row in seat.before))
                st.badge(words("committee.was", role=was), color="orange")
        for row in seat.shown:
            maybe = f" · {words('certainty.possible')}" if row["certainty"] == "possible" else ""
            st.markdown(f"{plain(row['role'])} · {_say_days(row, words)}{maybe}")
            show_sources(row, evidence[row["tenure_id"]], frame)


def _say_days(row: Mapping[str, Any], words: Words) -> str:
    """Say from when to when; that no source tells of an end stands in grey."""
    open_end = "" if row["ended"] else f" · :gray[{words('committee.no_end')}]"
    return f"{make_period(row, words)}{open_end}"
