"""The page to explore: begin with a search, bring neighbours relation by relation, take any step back.

The address holds focus, day, filters and every step, so that a link and the Back button give the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.explored import choose_unseen, make_explored
from graph.export import write_graphml
from graph.neighbours import MAIN, Around, read_around, read_nodes
from graph.picture import MOST_NODES, Picture, filter_picture
from graph.steps import Expand, Shown, Step, add_step, collapse, parse_steps, replay, undo, write_steps
from graph.store import Store
from graph.views.canvas import LAYOUTS, Touch, show_canvas, show_links
from graph.views.date_control import show_date_field
from graph.views.explore_panel import show_panel
from graph.views.explore_search import show_finder
from graph.views.frame import Frame
from graph.views.legend import read_years, show_legend
from graph.views.links import read_day, read_param, write_params
from graph.views.states import told
from graph.views.targets import find_page, follow_target, set_target
from graph.views.words import plain

LABELS = ("person", "post", "organization", "decision")
TYPES = ("HELD", "SERVED_IN", "IN_BODY", "PART_OF", "BECAME", "OPENED", "CLOSED", "ISSUED_BY", "MAYBE_SAME")
CANVAS = "explore_canvas"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    focus: str
    at: date
    steps: Sequence[Step]
    without: frozenset[str]
    past: bool


@st.cache_data(ttl=60, max_entries=500, show_spinner=False, hash_funcs={Store: id})
def _around(store: Store, ids: Sequence[str], shown: Sequence[str], at: date, *, past: bool, most: int) -> list[Around]:
    return read_around(store, ids, shown, at, past=past, most=most)


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show the picture that the address asks for, or where to begin."""
    words = frame.words
    st.title(words("page.explore"), anchor=False)
    at, focus = read_day("at") or frame.today, read_param("focus")
    left, right = st.columns([3, 1], vertical_alignment="top")
    with left:
        show_finder(store, catalog, frame, at=at, focus=focus)
    with right:
        show_date_field(frame, at, label=words("at"))
    if focus is None:
        st.info(words("explore.begin"))
        return
    without = frozenset((read_param("without") or "").split("."))
    asked = Asked(focus, at, parse_steps(read_param("do")), without, read_param("past") == "1")
    with told(words):
        _show_explored(store, frame, asked)


def _show_explored(store: Store, frame: Frame, asked: Asked) -> None:
    shown = replay(asked.focus, asked.steps, _expander(store, asked))
    rows = read_nodes(store, shown.ids)
    if not any(row["id"] == asked.focus for row in rows):
        st.warning(frame.words("explore.stale", id=plain(asked.focus)))
        return
    around = _around(store, list(shown.ids), list(shown.ids), asked.at, past=asked.past, most=0)
    whole = make_explored(shown, asked.focus, rows, around, years=read_years(frame.words))
    _show_controls(frame, asked)
    types = [type for type in TYPES if type not in asked.without]
    labels = [label for label in LABELS if label not in asked.without]
    picture = filter_picture(whole, labels=labels, types=types, past=asked.past)
    _show_state(frame, shown, picture)
    _show_picture(store, frame, asked, picture, around=around, anchor=shown.anchor)


def _expander(store: Store, asked: Asked) -> Expand:
    def expand(id: str, relation: str | None, shown: Sequence[str], most: int) -> Sequence[str]:
        around = _around(store, [id], list(shown), asked.at, past=asked.past, most=most)
        if relation is not None:
            return choose_unseen(around, (relation,), most)
        found = read_nodes(store, [id])
        return choose_unseen(around, MAIN[found[0]["label"]], most) if found else ()

    return expand


def _show_controls(frame: Frame, asked: Asked) -> None:
    words = frame.words
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _set("explore_layout", _read_layout())
        st.segmented_control(
            words("explore.layout"),
            LAYOUTS,
            key="explore_layout",
            required=True,
            format_func=lambda name: words(f"explore.layout.{name}"),
            on_change=_keep_layout,
        )
        none = not asked.steps
        expanded = any(step.kind == "expand" for step in asked.steps)
        st.button(
            words("explore.undo"),
            key="undo",
            icon=":material/undo:",
            disabled=none,
            on_click=_go,
            args=(undo(asked.steps),),
        )
        st.button(
            words("explore.collapse"),
            key="collapse",
            icon=":material/unfold_less:",
            disabled=not expanded,
            on_click=_go,
            args=(collapse(asked.steps),),
            help=words("explore.collapse.help"),
        )
        with st.popover(words("share"), icon=":material/link:"):
            st.caption(words("explore.share"))
            st.code(frame.address("explore", dict(st.query_params.items())), language=None)
    with st.expander(words("explore.filters"), icon=":material/filter_alt:"):
        _show_filters(frame, asked)


def _show_filters(frame: Frame, asked: Asked) -> None:
    words = frame.words
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
    _set("explore_past", asked.past)
    st.toggle(words("explore.past"), key="explore_past", on_change=_keep_past, help=words("explore.past.help"))


def _show_state(frame: Frame, shown: Shown, picture: Picture) -> None:
    words = frame.words
    st.caption(words("explore.count", n=len(picture.nodes), most=MOST_NODES))
    if shown.full:
        st.warning(words("explore.full", most=MOST_NODES))
    elif shown.anchor is not None and not shown.added:
        st.caption(words("explore.nothing_new"))
    show_legend(words, LABELS, past=True)


def _show_picture(
    store: Store, frame: Frame, asked: Asked, picture: Picture, *, around: Sequence[Around], anchor: str | None
) -> None:
    words = frame.words
    drawn, listed = st.tabs([words("canvas.picture"), words("canvas.rows")])
    with drawn:
        left, right = st.columns([5, 2], gap="medium")
        with left:
            selected = _show_canvas(frame, asked, picture, anchor)
        with right:
            chosen = selected[0] if selected else asked.focus
            show_panel(
                store, frame, picture, chosen, at=asked.at, around=around, take=_take, pinned=_pinned(picture, chosen)
            )
    with listed:
        show_links(picture, words)
    st.download_button(
        "GraphML",
        write_graphml(picture),
        "graph.graphml",
        "application/xml",
        on_click="ignore",
        icon=":material/download:",
    )
    follow_target(frame)


def _pinned(picture: Picture, id: str) -> bool:
    node = picture.find(id)
    return node is not None and node.pinned


def _show_canvas(frame: Frame, asked: Asked, picture: Picture, anchor: str | None) -> list[str]:
    touch = Touch(
        expand=lambda id: _take(Step("expand", id)),
        open=lambda id: set_target(find_page(picture, id, asked.at)),
        hide=lambda id: _take(Step("hide", id)),
    )
    label = frame.words("explore.label", n=len(picture.nodes), m=len(picture.edges))
    layout = _read_layout()
    return show_canvas(
        picture, frame.words, key=CANVAS, label=label, layout=layout, anchor=anchor, height=600, touch=touch
    )


def _read_layout() -> Any:
    asked = read_param("layout")
    return asked if asked in LAYOUTS else LAYOUTS[0]


def _set(key: str, value: Any) -> None:
    st.session_state[key] = value


def _take(step: Step) -> None:
    _go(add_step(parse_steps(read_param("do")), step))


def _go(steps: Sequence[Step]) -> None:
    write_params({"do": write_steps(steps)})


def _keep_layout() -> None:
    write_params({"layout": st.session_state["explore_layout"]})


def _keep_filters() -> None:
    kept = {*st.session_state["explore_labels"], *st.session_state["explore_types"]}
    write_params({"without": ".".join(name for name in (*LABELS, *TYPES) if name not in kept) or None})


def _keep_past() -> None:
    write_params({"past": "1" if st.session_state["explore_past"] else None})
