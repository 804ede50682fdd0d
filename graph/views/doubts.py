"""The page of doubts: two persons who may be one, side by side, to be judged with a name and a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from graph.catalog import Catalog
from graph.difference import say_difference
from graph.doubts import Pair, Side, read_judged, read_pairs, record
from graph.evidence import Evidence, read_evidence
from graph.model import Judgement, Verdict
from graph.overview import read_person
from graph.store import Store
from graph.views.bars import make_period
from graph.views.frame import Frame, body_params, person_params
from graph.views.heading import show_heading
from graph.views.sources import show_sources
from graph.views.states import told
from graph.views.words import plain

_MOST = 20
_MOST_POSTS = 6
_VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")
_SAID, _ASKED = "doubts.said", "doubts.asked"


def show(store: Store, catalog: Catalog, frame: Frame, *, user: str) -> None:
    """Show the pairs that wait, then what was judged."""
    words = frame.words
    show_heading(frame, words("page.doubts"), {})
    st.markdown(words("doubts.intro"))
    if said := st.session_state.pop(_SAID, None):
        st.success(said)
    with told(words):
        pairs = read_pairs(store, catalog, today=frame.today, most=_MOST)
        if not pairs:
            st.info(words("doubts.none"))
        for pair in pairs:
            _show_pair(store, frame, pair)
        _show_judged(store, frame)
    if (asked := st.session_state.get(_ASKED)) is not None:
        _confirm(store, frame, asked[0], asked[1], user)


def _show_pair(store: Store, frame: Frame, pair: Pair) -> None:
    words = frame.words
    tenures = [row["tenure_id"] for side in pair.sides for row in side.career[:_MOST_POSTS]]
    evidence = read_evidence(store, tenures)
    with st.container(border=True):
        for column, side in zip(st.columns(2, gap="medium"), pair.sides, strict=True):
            with column:
                _show_side(side, evidence, frame)
        reasons = "; ".join(words(f"reasons.{reason}") for reason in pair.reasons)
        st.caption(words("doubts.score", score=words.decimal(pair.score), reasons=reasons))
        with st.container(horizontal=True):
            for verdict in _VERDICTS:
                st.button(
                    words(f"doubts.{verdict}"),
                    key=f"{verdict}.{'.'.join(pair.ids)}",
                    on_click=_ask,
                    args=(pair.ids, verdict),
                )


def _show_side(side: Side, evidence: Mapping[str, Sequence[Evidence]], frame: Frame) -> None:
    words = frame.words
    frame.link(side.person.name, "person", person_params(side.person.id, frame.today))
    born = words("person.born", year=side.person.born) if side.person.born else words("doubts.born_unknown")
    st.caption(f"{born} · {plain(side.person.id)}")
    for row in side.career[:_MOST_POSTS]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(plain(row["role"]), width="content")
            frame.link(row["organization"], "organization", body_params(row["organization_id"], frame.today))
            st.caption(make_period(row, words))
        show_sources(row, evidence[row["tenure_id"]], frame)
    if len(side.career) > _MOST_POSTS:
        st.caption(words("doubts.more", n=words.number(len(side.career) - _MOST_POSTS)))


def _show_judged(store: Store, frame: Frame) -> None:
    words = frame.words
    judged = read_judged(store)
    st.subheader(words("doubts.judged"), anchor=False)
    if not judged:
        st.caption(words("doubts.judged.none"))
    for judgement in judged:
        _show_judgement(store, frame, judgement)


def _show_judgement(store: Store, frame: Frame, judgement: Judgement) -> None:
    words = frame.words
    pair = (judgement.person_a, judgement.person_b)
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            for id in pair:
                person = read_person(store, id)
                if person is not None:
                    frame.link(person.name, "person", person_params(id, frame.today))
                st.caption(plain(id), width="content")
            st.badge(words.named("verdict", judgement.verdict), color="blue")
        st.markdown(f"> {plain(judgement.why)}")
        day = words.day(judgement.at[:10])
        st.caption(words("doubts.by", by=plain(judgement.by), day=day))
        if judgement.verdict != "unsure":
            st.button(words("doubts.back"), key=f"back.{judgement.id}", on_click=_ask, args=(pair, "unsure"))


def _ask(pair: tuple[str, str], verdict: Verdict) -> None:
    st.session_state[_ASKED] = (pair, verdict)


def _forget() -> None:
    st.session_state.pop(_ASKED, None)


def _confirm(store: Store, frame: Frame, pair: tuple[str, str], verdict: Verdict, user: str) -> None:
    words = frame.words

    @st.dialog(words(f"doubts.confirm.{verdict}"), on_dismiss=_forget)
    def dialog() -> None:
        people = [read_person(store, id) for id in pair]
        names = " · ".join(plain(f"{each.name} ({each.id})") for each in people if each is not None)
        st.markdown(names)
        st.caption(words("doubts.confirm.what"))
        by = st.text_input(words("doubts.who"), value="" if user == "?" else user, key="judge.by")
        why = st.text_area(words("doubts.why"), key="judge.why")
        if st.button(words("doubts.record"), type="primary", key="judge.record"):
            with told(words):
                follows = record(store, pair, verdict, by=by, why=why, at=datetime.now(UTC))
                said = say_difference(follows).say(words.lang)
                st.session_state[_SAID] = words("doubts.recorded", follows=plain(said))
                _forget()
                st.rerun()

    dialog()
