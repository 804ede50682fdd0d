"""The page of concurrent posts: who holds several at once on a day, with the sentence behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph.catalog import Catalog
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
_PAIR = ("person_id", "person", "party_post", "state_post", "place")
_KEPT = ("view", "min", "organization", "independent")  # what the address holds beside the day


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the people with several posts at once on the day in the address."""
    words = frame.words
    at = read_day("at") or frame.today
    kept = {name: text for name in _KEPT if (text := read_param(name))}
    show_heading(frame, words("page.concurrent"), {"at": at.isoformat(), **kept})
    pairs = _choose_pairs(words)
    st.markdown(words("concurrent.pairs.intro" if pairs else "concurrent.intro"))
    with told(words):
        if pairs:
            _show_pairs(store, catalog, frame, at)
        else:
            _show_concurrent(store, catalog, frame, at)


def _choose_pairs(words: Words) -> bool:
    """Choose between everyone with several posts and those with a Party and a State post in one place."""
    st.session_state["concurrent_view"] = "pairs" if read_param("view") == "pairs" else "all"
    chosen = st.segmented_control(
        words("concurrent.view"),
        ("all", "pairs"),
        key="concurrent_view",
        required=True,
        format_func=lambda name: words(f"concurrent.view.{name}"),
        on_change=_keep_view,
        label_visibility="collapsed",
    )
    return chosen == "pairs"


def _keep_view() -> None:
    write_params({"view": "pairs" if st.session_state["concurrent_view"] == "pairs" else None})


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


def _show_concurrent(store: Store, catalog: Catalog, frame: Frame, at: date) -> None:
    words = frame.words
    rows = catalog.ask(store, "concurrent_posts", _show_filters(frame, at), today=frame.today).rows
    if not rows:
        st.info(words("concurrent.nothing", day=words.day(at)))
        return
    st.caption(words.count("concurrent.found", len(rows)))
    st.caption(words("concurrent.order"))
    _show_people(store, frame, _page(put_certain_first(rows)), at)
    columns = list(rows[0])
    show_downloads(words, columns, [[row[column] for column in columns] for row in rows], name="concurrent_posts")


def _show_filters(frame: Frame, at: date) -> dict[str, str]:
    words = frame.words
    day, least, body, independent = st.columns([2, 2, 4, 3], vertical_alignment="bottom")
    with day:
        show_date_field(frame, at, label=words("at"))
    st.session_state["least"] = _read_least()
    least.number_input(words("concurrent.least"), _LEAST, _MOST, key="least", on_change=_keep)
    st.session_state["body"] = read_param("organization") or ""
    body.text_input(words("concurrent.body"), key="body", on_change=_keep, placeholder=words("concurrent.any_body"))
    st.session_state["independent"] = read_param("independent") != "false"
    independent.toggle(
        words("concurrent.independent"),
        key="independent",
        on_change=_keep,
        help=words("concurrent.independent.help"),
    )
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
        }
    )


def put_certain_first(rows: Sequence[Row]) -> list[Row]:
    """Order people by what is certain; the question itself counts the possible posts with them (RULES 33)."""
    return sorted(rows, key=lambda row: (-row["n"], -row["n_possible"]))


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
            for post in row["posts"]:
                _show_post(post, evidence[post["tenure_id"]], frame, at)


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
