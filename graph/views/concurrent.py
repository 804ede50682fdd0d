"""The page of concurrent posts: who holds several at once on a day, with the sentence behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.concurrent import keep_one_branch, put_certain_first, put_together, read_branches
from graph.evidence import Evidence, read_evidence
from graph.store import Store
from graph.views.bars import make_period
from graph.views.date_control import show_date_field
from graph.views.downloads import show_downloads
from graph.views.frame import Frame, body_params, person_params
from graph.views.heading import show_heading
from graph.views.links import read_day, read_param, write_params
from graph.views.rows import show_plain_rows
from graph.views.sources import show_sources
from graph.views.states import told
from graph.views.words import Words, plain

Row = Mapping[str, Any]
_LEAST, _MOST = 1, 20
_ON_A_PAGE = 20
_VIEWS = ("all", "table", "pairs")
_TABLE = ("person_id", "person", "n", "n_possible", "since", "days", "posts")
_PAIR = ("person_id", "person", "party_post", "state_post", "place")
_KEPT = ("view", "min", "organization", "independent", "branch")  # what the address holds beside the day


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the people with several posts at once on the day in the address."""
    words = frame.words
    at = read_day("at") or frame.today
    kept = {name: text for name in _KEPT if (text := read_param(name))}
    show_heading(frame, words("page.concurrent"), {"at": at.isoformat(), **kept})
    view = _choose_view(words)
    st.markdown(words("concurrent.pairs.intro" if view == "pairs" else "concurrent.intro"))
    with told(words):
        if view == "pairs":
            _show_pairs(store, catalog, frame, at)
        else:
            _show_concurrent(store, catalog, frame, at, as_table=view == "table")


def _choose_view(words: Words) -> str:
    """Choose between all with several posts, as cards or as a table, and the pairs of Party and State posts."""
    asked = read_param("view")
    st.session_state["concurrent_view"] = asked if asked in _VIEWS else _VIEWS[0]
    return str(
        st.segmented_control(
            words("concurrent.view"),
            _VIEWS,
            key="concurrent_view",
            required=True,
            format_func=lambda name: words(f"concurrent.view.{name}"),
            on_change=_keep_view,
            label_visibility="collapsed",
        )
    )


def _keep_view() -> None:
    chosen = st.session_state["concurrent_view"]
    write_params({"view": chosen if chosen != _VIEWS[0] else None})


def _show_pairs(store: Store, catalog: Catalog, frame: Frame, at: date) -> None:
    words = frame.words
    with st.columns([2, 9])[0]:
        show_date_field(frame, at, label=words("at"))
    rows = catalog.ask(store, "party_state_pairs", {"at": at.isoformat()}, today=frame.today).rows
    if not rows:
        st.info(words("concurrent.pairs.nothing", day=words.day(at)))
        return
    st.caption(words.count("concurrent.pairs.found", len(rows)))
    show_plain_rows(frame, _PAIR, rows, at=at, alt=words("concurrent.view.pairs"))
    show_downloads(words, _PAIR, [[row[name] for name in _PAIR] for row in rows], name="party_state_pairs")


def _show_concurrent(store: Store, catalog: Catalog, frame: Frame, at: date, *, as_table: bool) -> None:
    words = frame.words
    rows: Sequence[Row] = catalog.ask(store, "concurrent_posts", _show_filters(frame, at), today=frame.today).rows
    if read_param("branch"):
        rows = keep_one_branch(rows, read_branches(store, rows), _read_least())
    if not rows:
        st.info(words("concurrent.nothing", day=words.day(at)))
        return
    st.caption(words.count("concurrent.found", len(rows)))
    st.caption(words("concurrent.order"))
    people = put_together(put_certain_first(rows), at)
    if as_table:
        st.caption(words("concurrent.table"))
        show_plain_rows(frame, _TABLE, people, at=at, alt=words("page.concurrent"))
    else:
        _show_people(store, frame, _page(people), at)
    columns = list(people[0])
    show_downloads(words, columns, [[row[column] for column in columns] for row in people], name="concurrent_posts")


def _show_filters(frame: Frame, at: date) -> dict[str, str]:
    words, state = frame.words, st.session_state
    day, least, body = st.columns([2, 2, 7], vertical_alignment="bottom")
    with day:
        show_date_field(frame, at, label=words("at"))
    state["least"] = _read_least()
    least.number_input(words("concurrent.least"), _LEAST, _MOST, key="least", on_change=_keep)
    state["body"] = read_param("organization") or ""
    body.text_input(words("concurrent.body"), key="body", on_change=_keep, placeholder=words("concurrent.any_body"))
    state["independent"] = read_param("independent") != "false"
    state["branch"] = read_param("branch") is not None
    with st.container(horizontal=True):
        for name in ("independent", "branch"):
            label, why = words(f"concurrent.{name}"), words(f"concurrent.{name}.help")
            st.toggle(label, key=name, on_change=_keep, help=why)
    given = {
        "at": at.isoformat(),
        "min": str(_read_least()),
        "independent": read_param("independent") or "true",
    }
    if (organization := read_param("organization")) is not None:
        given["organization"] = organization
    return given


def _read_least() -> int:
    text = read_param("min") or ""
    return min(max(int(text), _LEAST), _MOST) if text.isascii() and text.isdigit() and len(text) < 4 else 2


def _keep() -> None:
    state = st.session_state
    write_params(
        {
            "min": str(state["least"]),
            "organization": state["body"].strip() or None,
            "independent": "true" if state["independent"] else "false",
            "branch": "same" if state["branch"] else None,
        }
    )


def _page(rows: Sequence[Row]) -> Sequence[Row]:
    pages = -(-len(rows) // _ON_A_PAGE)
    number = st.pagination(pages, key="page_of_people") if pages > 1 else 1
    return rows[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]


def _show_people(store: Store, frame: Frame, rows: Sequence[Row], at: date) -> None:
    tenures = dict.fromkeys(post["tenure_id"] for row in rows for post in row["posts"])
    evidence = read_evidence(store, list(tenures))
    for row in rows:
        with st.container(border=True, gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center"):
                frame.link(row["person"], "person", person_params(row["person_id"], at))
                if row["n"]:
                    st.badge(frame.words.count("posts", row["n"]), color="green")
                if row["n_possible"]:
                    key = "concurrent.possible" if row["n"] else "concurrent.only_possible"
                    st.badge(frame.words(key, n=row["n_possible"]), color="gray")
                if row["since"] is not None:
                    st.caption(_say_together(row, frame.words), width="content")
            for post in row["posts"]:
                _show_post(post, evidence[post["tenure_id"]], frame, at)


def _say_together(row: Row, words: Words) -> str:
    since, days = words.day(row["since"]), words.count("days", row["days"])
    exact = len(row["since"]) == len("YYYY-MM-DD")
    return words("concurrent.together" if exact else "concurrent.together.least", since=since, days=days)


def _show_post(post: Row, evidence: Sequence[Evidence], frame: Frame, at: date) -> None:
    words = frame.words
    maybe = f" · {words('certainty.possible')}" if post["certainty"] == "possible" else ""
    title, source = st.columns([3, 2], vertical_alignment="top")
    with title, st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(plain(post["role"]), width="content")
        frame.link(post["organization"], "organization", body_params(post["organization_id"], at))
        st.caption(f"{make_period(post, words)}{maybe}", width="content")
    with source:
        show_sources(post, evidence, frame)
