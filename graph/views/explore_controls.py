"""What stands above an explored picture: layout, undo, collapse, the link to share, filters; the address keeps all."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.steps import BRINGING, collapse, undo
from graph.views.canvas import LAYOUTS
from graph.views.explore_address import DEPTHS, LABELS, TYPES, Asked, go, read_layout
from graph.views.frame import Frame
from graph.views.links import write_params
from graph.views.words import Words

_ALL = "all"


def show_controls(frame: Frame, asked: Asked) -> None:
    """Show the controls of a picture."""
    words = frame.words
    with st.container(horizontal=True, vertical_alignment="center"):
        _set("explore_layout", read_layout())
        st.segmented_control(
            words("explore.layout"),
            LAYOUTS,
            key="explore_layout",
            required=True,
            label_visibility="collapsed",
            format_func=lambda name: words(f"explore.layout.{name}"),
            on_change=_keep_layout,
        )
        _show_ways_back(words, asked)
        with st.popover(words("explore.filters"), icon=":material/filter_alt:"):
            _show_filters(words, asked)
        with st.popover(words("share"), icon=":material/link:"):
            st.caption(words("explore.share"))
            st.code(frame.address("explore", dict(st.query_params.items())), language=None, wrap_lines=True)


def _show_ways_back(words: Words, asked: Asked) -> None:
    st.button(
        words("explore.undo"),
        key="undo",
        icon=":material/undo:",
        disabled=not asked.steps,
        on_click=go,
        args=(undo(asked.steps),),
        help=words("explore.undo.help"),
    )
    st.button(
        words("explore.collapse"),
        key="collapse",
        icon=":material/unfold_less:",
        disabled=not any(step.kind in BRINGING for step in asked.steps),
        on_click=go,
        args=(collapse(asked.steps),),
        help=words("explore.collapse.help"),
    )


def _show_filters(words: Words, asked: Asked) -> None:
    for key, names, group in (("explore_labels", LABELS, "kind"), ("explore_types", TYPES, "edge")):
        _set(key, [name for name in names if name not in asked.without])
        st.pills(
            words(f"explore.{group}"),
            names,
            key=key,
            selection_mode="multi",
            format_func=lambda name, group=group: words(f"{group}.{name}"),
            on_change=_keep_filters,
        )
    _set("explore_depth", _ALL if asked.depth is None else str(asked.depth))
    st.segmented_control(
        words("explore.depth"),
        (*DEPTHS, _ALL),
        key="explore_depth",
        required=True,
        format_func=lambda name: words("explore.depth.all") if name == _ALL else name,
        on_change=_keep_depth,
        help=words("explore.depth.help"),
    )
    _set("explore_past", asked.past)
    st.toggle(words("explore.past"), key="explore_past", on_change=_keep_past, help=words("explore.past.help"))


def _set(key: str, value: Any) -> None:
    st.session_state[key] = value


def _keep_layout() -> None:
    write_params({"layout": st.session_state["explore_layout"]})


def _keep_filters() -> None:
    kept = {*st.session_state["explore_labels"], *st.session_state["explore_types"]}
    write_params({"without": ".".join(name for name in (*LABELS, *TYPES) if name not in kept) or None})


def _keep_depth() -> None:
    depth = st.session_state["explore_depth"]
    write_params({"depth": None if depth == _ALL else depth})


def _keep_past() -> None:
    write_params({"past": "1" if st.session_state["explore_past"] else None})
