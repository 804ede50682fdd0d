"""Where a node of a picture leads, and going there after a double click: a callback cannot change the page itself."""

from __future__ import annotations

from datetime import date

import streamlit as st

from graph.picture import Picture
from graph.views.frame import Frame, body_params, decision_params, person_params, post_params
from graph.views.links import PageName

Target = tuple[PageName, dict[str, str]]
_TARGET = "canvas_target"


def find_page(picture: Picture, id: str, at: date) -> Target | None:
    """Find the page of a node: a person's, a body's, a decision's."""
    node = picture.find(id)
    match node.label if node is not None else None:
        case "person":
            return "person", person_params(id, at)
        case "organization":
            return "organization", body_params(id, at)
        case "decision" if node is not None:
            return "questions", decision_params(node.name)
        case "post":
            return "post", post_params(id, at)
    return None


def set_target(target: Target | None) -> None:
    """Note where to go once the page has been run."""
    st.session_state[_TARGET] = target


def follow_target(frame: Frame) -> None:
    """Go where a double click led."""
    if (target := st.session_state.pop(_TARGET, None)) is not None:
        frame.go(*target)
