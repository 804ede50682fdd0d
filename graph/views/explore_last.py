"""What was explored last in this session: whoever comes back to the page goes on from there."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from graph.views.frame import Frame
from graph.views.links import MARK

MOST = 5
_LAST = "explore_last"


@dataclass(frozen=True, slots=True)
class View:
    """A picture by its focus and the parameters of its address."""

    focus: str
    name: str
    nodes: int
    params: dict[str, str]


def note_view(focus: str, name: str, nodes: int) -> None:
    """Remember what is shown, the newest first, the last picture of each focus."""
    params = {name: text for name, text in st.query_params.items() if name not in ("lang", MARK)}
    before: list[View] = st.session_state.get(_LAST, [])
    others = [view for view in before if view.focus != focus]
    st.session_state[_LAST] = [View(focus, name, nodes, params), *others][:MOST]


def show_last(frame: Frame) -> None:
    """Show them as links, if there are any."""
    last: list[View] = st.session_state.get(_LAST, [])
    if not last:
        return
    words = frame.words
    st.subheader(words("explore.last"), anchor=False)
    for view in last:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(view.name, "explore", view.params)
            st.caption(words("explore.last.nodes", n=view.nodes))
