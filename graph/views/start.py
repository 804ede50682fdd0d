"""The start page: search, one person at a date, and where to go next. It begins with a good first one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from graph.catalog import Catalog
from graph.first_look import read_first_person
from graph.loading import Loading
from graph.overview import PersonCard, read_person, read_reach, read_undoing, read_unfinished
from graph.person_day import read_person_day
from graph.store import Store
from graph.views import portrait
from graph.views.article_job import job_params
from graph.views.date_control import show_date_field, show_date_slider
from graph.views.frame import Frame, focus_params, person_params
from graph.views.heading import show_share
from graph.views.links import PageName, read_day, read_param
from graph.views.search_box import show_search
from graph.views.sentence import find_first_day
from graph.views.states import show_empty, show_loading, show_undoing, show_unfinished, told
from graph.views.words import plain


@dataclass(frozen=True, slots=True)
class Local:
    """What only a graph of our own has: a sample to load, and a load in the background."""

    load_sample: Callable[[], None]
    read_loading: Callable[[], Loading | None]


def show(store: Store, catalog: Catalog, frame: Frame, *, local: Local | None) -> None:
    """Show the page for the person and the day in the address."""
    counts = store.counts()
    if not counts["Person"]:
        show_empty(frame.words, local.load_sample if local is not None else None)
        return
    loading = local.read_loading() if local is not None else None
    if local is not None and loading is not None:
        show_loading(store, frame.words, loading, local.read_loading)
    show_unfinished(frame.words, read_unfinished(store, running=loading.input if loading is not None else None))
    show_undoing(frame.words, read_undoing(store))
    asked = read_param("person")
    at = read_day("at") or frame.today
    last = read_reach(store).last
    left, right, far = st.columns([6, 2, 1], vertical_alignment="bottom")
    with left:
        show_search(store, catalog, frame, at=at, chosen=asked)
    with right:
        show_date_field(frame, at, label=frame.words("at"))
    with far:
        show_share(frame, {**({"person": asked} if asked else {}), "at": at.isoformat()})
    with told(frame.words):
        person = read_person(store, asked) if asked else read_first_person(store, catalog, at, frame.today)
        if person is None:
            _show_nobody(frame, asked, at)
        else:
            _show_person(store, catalog, frame, person=person, at=at, asked=asked, last=last)
    _show_cards(frame, at)
    _show_footer(frame, counts, last)


def _show_person(
    store: Store, catalog: Catalog, frame: Frame, *, person: PersonCard, at: date, asked: str | None, last: date | None
) -> None:
    words = frame.words
    known = read_person_day(store, catalog, person, at=at, today=frame.today)
    if asked is None:
        st.caption(words("start.first"))
    elif asked != person.id:
        st.info(words("person.merged", name=plain(person.name)))
    st.title(plain(person.name), anchor=False)
    portrait.show_headline(known, frame)
    if last is not None and at > last:
        st.caption(words("start.beyond", day=words.day(last)))
    show_date_slider(frame, at, find_first_day(known.career, at))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        if known.posts:
            portrait.show_picture(known, frame)
        portrait.show_career(known, frame)
    with right:
        with st.container(horizontal=True, gap="medium"):
            frame.link(words("start.whole"), "person", person_params(person.id, at))
            frame.link(words("explore.from"), "explore", focus_params(person.id, at))
        portrait.show_posts(known, frame)


def _show_nobody(frame: Frame, asked: str | None, at: date) -> None:
    words = frame.words
    if asked is not None:
        st.warning(words("person.stale", id=plain(asked)))
    else:
        st.info(words("start.nobody", day=words.day(at)))


def _show_cards(frame: Frame, at: date) -> None:
    words = frame.words
    day = {"at": at.isoformat()}
    cards: tuple[tuple[str, PageName, dict[str, str]], ...] = (
        ("concurrent", "concurrent", day),
        ("changes", "committee", {}),
        ("article", "article", job_params()),
    )
    st.subheader(words("cards.title"), anchor=False)
    for column, (name, page, params) in zip(st.columns(3), cards, strict=True):
        with column, st.container(border=True, height="stretch"):
            frame.link(words(f"cards.{name}"), page, params)
            st.caption(words(f"cards.{name}.what"))


def _show_footer(frame: Frame, counts: dict[str, int], last: date | None) -> None:
    words = frame.words
    shown = ("Person", "Organization", "Tenure", "Source")
    parts = [words.count(f"footer.{label}", counts[label]) for label in shown]
    if last is not None:
        parts.append(words("footer.until", day=words.day(last)))
    st.divider()
    st.caption(" · ".join(parts))
    st.caption(words("footer.honest"))
