"""What was looked at last in this session: people, posts and bodies, or pictures; each a link back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from graph.views.frame import Frame
from graph.views.links import MARK, PageName

MOST = 5
Group = Literal["records", "pictures"]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page by the id of what it was about, its name, and the parameters of its address; `said`: what else to say."""

    id: str
    name: str
    page: PageName
    params: Mapping[str, str]
    said: str = ""


def note_visit(group: Group, visit: Visit) -> None:
    """Remember what is shown, the newest first, the last address of each."""
    before: list[Visit] = st.session_state.get(f"visited.{group}", [])
    others = [other for other in before if other.id != visit.id]
    st.session_state[f"visited.{group}"] = [visit, *others][: MOST + 1]


def read_address() -> dict[str, str]:
    """The parameters of the address shown, without those that every link has."""
    return {name: text for name, text in st.query_params.items() if name not in ("lang", MARK)}


def find_visits(group: Group, *, but: str | None = None) -> list[Visit]:
    """List what was looked at, without the one shown now."""
    before: list[Visit] = st.session_state.get(f"visited.{group}", [])
    return [visit for visit in before if visit.id != but][:MOST]


def show_trail(frame: Frame, visit: Visit) -> None:
    """Show the way by which a reader came to a person, a post or a body, and put this page at its end."""
    note_visit("records", visit)
    if not (visits := find_visits("records", but=visit.id)):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(frame.words("visited.before"), width="content")
        for other in visits:
            frame.link(other.name, other.page, other.params)


def show_pictures(frame: Frame) -> None:
    """Show the pictures explored before, if there are any."""
    if not (visits := find_visits("pictures")):
        return
    st.subheader(frame.words("explore.last"), anchor=False)
    for visit in visits:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frame.link(visit.name, visit.page, visit.params)
            st.caption(visit.said)
