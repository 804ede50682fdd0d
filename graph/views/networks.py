"""The page of networks on a day: how two people are connected, who serves in one circle, who stands between circles."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import streamlit as st

from graph.analysis import Group, Network, Step, read_network, read_path
from graph.catalog import Catalog
from graph.evidence import read_evidence
from graph.store import Store
from graph.views.frame import Frame, body_params, person_params
from graph.views.heading import show_heading
from graph.views.links import read_day, read_param, write_params
from graph.views.network_picture import MOST_PEOPLE, draw_group, draw_path
from graph.views.palette import read_palette
from graph.views.rows import show_plain_rows
from graph.views.sources import show_evidence
from graph.views.states import told
from graph.views.words import plain

_BRIDGES = ("person_id", "person", "colleagues", "groups", "share")
_MOST_GROUPS = 12
_HEIGHT = 620


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the path asked for, then the network of the day in the address."""
    words, at = frame.words, read_day("at") or frame.today
    pair = {name: read_param(name) or "" for name in ("a", "b")}
    show_heading(frame, words("page.networks"), {**pair, "at": at.isoformat()}, at=at)
    _show_path_form(frame, pair)
    if all(pair.values()):
        with told(words):
            _show_path(store, catalog, frame, pair, at)
    _show_network(frame, read_network(store, at), at)


def _show_path_form(frame: Frame, pair: dict[str, str]) -> None:
    words = frame.words
    st.subheader(words("networks.path"), anchor=False)
    with st.form("path", border=True):
        columns = st.columns([4, 4, 3, 2], vertical_alignment="bottom")
        for column, (name, text) in zip(columns, pair.items(), strict=False):
            st.session_state[f"path.{name}"] = text
            column.text_input(words(f"networks.{name}"), key=f"path.{name}", help=words("type.person"))
        st.session_state["path.day"] = read_param("that_day") == "true"
        columns[2].toggle(words("networks.that_day"), key="path.day", help=words("networks.that_day.help"))
        columns[3].form_submit_button(words("networks.find"), type="primary", on_click=_keep, key="path.find")


def _keep() -> None:
    state = st.session_state
    names = {name: state[f"path.{name}"].strip() or None for name in ("a", "b")}
    write_params({**names, "that_day": "true" if state["path.day"] else None})


def _show_path(store: Store, catalog: Catalog, frame: Frame, pair: dict[str, str], at: date) -> None:
    words = frame.words
    given = {**pair, "at": at.isoformat()} if read_param("that_day") == "true" else pair
    steps = read_path(store, catalog, given, today=frame.today)
    if not steps:
        st.info(words("networks.no_path"))
        return

    def address(step: Step, person: bool) -> str:
        params = person_params(step.id, at) if person else body_params(step.id, at)
        return frame.address("person" if person else "organization", params)

    names = " → ".join(step.name for step in steps)
    st.markdown(f"**{words.count('networks.hops', len(steps) // 2)}** {plain(names)}")
    st.graphviz_chart(draw_path(steps, read_palette(), address), width="content", alt=names)
    for before, body, after in zip(steps[0::2], steps[1::2], steps[2::2], strict=False):
        _show_tie(store, frame, (before, body, after), at)


def _show_tie(store: Store, frame: Frame, tie: tuple[Step, Step, Step], at: date) -> None:
    before, body, after = tie
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(before.name, "person", person_params(before.id, at))
            frame.link(body.name, "organization", body_params(body.id, at))
            frame.link(after.name, "person", person_params(after.id, at))
        label = frame.words("networks.tie_sources")
        with st.expander(label, icon=":material/format_quote:"):
            for pieces in read_evidence(store, body.tenures).values():
                for piece in pieces:
                    show_evidence(piece, frame)


def _show_network(frame: Frame, network: Network, at: date) -> None:
    words = frame.words
    st.subheader(words("networks.groups", day=words.day(at)), anchor=False)
    if not network.groups:
        st.info(words("networks.nobody", day=words.day(at)))
        return
    counts = {"n": words.number(len(network.names)), "ties": words.number(len(network.ties))}
    st.markdown(words("networks.what", **counts, groups=words.number(len(network.groups))))
    shown = network.groups[:_MOST_GROUPS]
    number = st.selectbox(
        words("networks.choose"), range(len(shown)), format_func=lambda place: _name(frame, shown[place]), key="group"
    )
    _show_group(frame, network, shown[number], at)
    st.subheader(words("networks.bridges"), anchor=False)
    st.caption(words("networks.bridges.what"))
    rows = [
        {**asdict(bridge), "colleagues": bridge.n, "share": f"{words.decimal(100 * bridge.share)} %"}
        for bridge in network.bridges
    ]
    show_plain_rows(frame, _BRIDGES, rows, at=at, alt=words("networks.bridges"))


def _name(frame: Frame, group: Group) -> str:
    return f"{' · '.join(group.bodies)} ({frame.words.count('concurrent.found', len(group.people))})"


def _show_group(frame: Frame, network: Network, group: Group, at: date) -> None:
    words = frame.words
    alt = words("networks.alt", n=min(len(group.people), MOST_PEOPLE), bodies=", ".join(group.bodies))
    spec = draw_group(network, group, read_palette())
    st.echarts_chart(spec, height=_HEIGHT, key="group.picture", renderer="svg", alt=alt)
    st.caption(words("networks.how"))
    if len(group.people) > MOST_PEOPLE:
        st.caption(words("networks.capped", n=MOST_PEOPLE, all=words.number(len(group.people))))
    rows = [
        {"person_id": person, "person": network.names[person], "colleagues": network.degree(person)}
        for person in group.people
    ]
    show_plain_rows(frame, ("person_id", "person", "colleagues"), rows, at=at, alt=alt)
