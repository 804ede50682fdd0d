"""The page to explore: begin with a search, bring neighbours relation by relation, take any step back.

The address holds focus, day, filters and every step, so that a link and the Back button give the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from graph.catalog import Catalog
from graph.explored import choose_unseen, make_explored
from graph.export import write_graphml
from graph.neighbours import MAIN, Around, ask_around, read_around, read_nodes
from graph.picture import MOST_NODES, Picture, filter_picture, limit_depth
from graph.steps import MOST_AT_ONCE, Bring, Shown, Step, replay
from graph.store import Store
from graph.views.canvas import Touch, show_canvas, show_links
from graph.views.date_control import show_date_field
from graph.views.explore_address import LABELS, Asked, read_asked, read_layout, take
from graph.views.explore_controls import show_controls
from graph.views.explore_panel import show_panel
from graph.views.explore_path import find_stops, show_path_found
from graph.views.explore_query import show_query
from graph.views.explore_search import show_finder
from graph.views.frame import Frame
from graph.views.legend import read_years, show_legend
from graph.views.links import read_day, read_param
from graph.views.states import told
from graph.views.targets import find_page, follow_target, set_target
from graph.views.visited import Visit, note_visit, read_address, show_pictures
from graph.views.words import plain

CANVAS = "explore_canvas"


@dataclass(frozen=True, slots=True)
class Explored:
    """What the steps came to: what is shown, what lies round it, and the picture that the filters leave of it."""

    shown: Shown
    around: Sequence[Around]
    picture: Picture


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
        show_pictures(frame)
        return
    with told(words):
        _show_explored(store, catalog, frame, read_asked(focus, at))


def _show_explored(store: Store, catalog: Catalog, frame: Frame, asked: Asked) -> None:
    explored = _explore(store, catalog, frame, asked)
    if explored is None:
        st.warning(frame.words("explore.stale", id=plain(asked.focus)))
        return
    if (focus := explored.picture.find(asked.focus)) is not None:
        said = frame.words("explore.last.nodes", n=len(explored.picture.nodes))
        note_visit("pictures", Visit(focus.id, focus.name, "explore", read_address(), said))
    show_controls(frame, asked)
    show_legend(frame.words, LABELS, past=True, more=True)
    with st.container():  # what is said here comes and goes; the canvas below keeps its place, and its nodes theirs
        _show_state(frame, asked, explored)
        show_path_found(store, catalog, frame, asked, shown=explored.shown)
    drawn, listed, query = st.tabs([frame.words(f"canvas.{name}") for name in ("picture", "rows", "query")])
    with drawn:
        _show_picture(store, catalog, frame, asked, explored)
    with listed:
        show_links(explored.picture, frame.words)
    with query:
        _show_query(frame, asked, explored)
    st.download_button(
        "GraphML",
        write_graphml(explored.picture),
        "graph.graphml",
        "application/xml",
        on_click="ignore",
        icon=":material/download:",
        help=frame.words("explore.graphml.help"),
    )
    follow_target(frame)


def _explore(store: Store, catalog: Catalog, frame: Frame, asked: Asked) -> Explored | None:
    shown = replay(asked.focus, asked.steps, _bringer(store, catalog, frame, asked))
    rows = read_nodes(store, shown.ids)
    if not any(row["id"] == asked.focus for row in rows):
        return None
    around = _around(store, list(shown.ids), list(shown.ids), asked.at, past=asked.past, most=0)
    whole = make_explored(shown, asked.focus, rows, around, years=read_years(frame.words))
    picture = filter_picture(whole, labels=asked.labels, types=asked.types, past=asked.past)
    return Explored(shown, around, picture if asked.depth is None else limit_depth(picture, asked.depth))


def _bringer(store: Store, catalog: Catalog, frame: Frame, asked: Asked) -> Bring:
    def bring(step: Step, shown: Sequence[str], most: int) -> Sequence[str]:
        if step.kind == "path":
            stops = find_stops(store, catalog, frame, asked, step)
            return [id for id in dict.fromkeys(stop.id for stop in stops) if id not in shown]
        around = _around(store, [step.id], list(shown), asked.at, past=asked.past, most=most)
        if step.relation is not None:
            return choose_unseen(around, (step.relation,), most)
        found = read_nodes(store, [step.id])
        return choose_unseen(around, MAIN[found[0]["label"]], most) if found else ()

    return bring


def _show_state(frame: Frame, asked: Asked, explored: Explored) -> None:
    words, shown = frame.words, explored.shown
    last = asked.steps[-1].kind if asked.steps else None
    if shown.full and last != "path":
        st.warning(words("explore.full", most=MOST_NODES))
    elif last == "expand" and not shown.added:
        st.info(words("explore.nothing_new"))
    if (left_out := len(shown.ids) - len(explored.picture.nodes)) > 0:
        st.caption(words("explore.filtered", n=left_out))


def _show_picture(store: Store, catalog: Catalog, frame: Frame, asked: Asked, explored: Explored) -> None:
    left, right = st.columns([5, 2], gap="medium")
    with left:
        selected = _show_canvas(frame, asked, explored)
        st.caption(frame.words("explore.count", n=len(explored.picture.nodes), most=MOST_NODES))
    with right:
        chosen = selected[0] if selected else asked.focus
        show_panel(store, catalog, frame, explored.picture, chosen, at=asked.at, around=explored.around)


def _show_canvas(frame: Frame, asked: Asked, explored: Explored) -> list[str]:
    picture = explored.picture
    touch = Touch(
        expand=lambda id: take(Step("expand", id)),
        open=lambda id: set_target(find_page(picture, id, asked.at)),
        hide=lambda id: take(Step("hide", id)),
    )
    return show_canvas(
        picture,
        frame.words,
        key=CANVAS,
        label=frame.words("explore.label", n=len(picture.nodes), m=len(picture.edges)),
        layout=read_layout(),
        anchor=explored.shown.anchor,
        height=560,
        touch=touch,
    )


def _show_query(frame: Frame, asked: Asked, explored: Explored) -> None:
    """Show the query of the last expand, else the one that read what lies round all that is shown."""
    last = next((step for step in reversed(asked.steps) if step.kind == "expand"), None)
    taken, ids = explored.shown.expanded, explored.shown.ids
    if taken is not None and taken.step == last and (node := explored.picture.find(taken.step.id)) is not None:
        most = min(MOST_AT_ONCE, MOST_NODES - len(taken.ids))
        query = ask_around([node.id], taken.ids, asked.at, past=asked.past, most=most)
        show_query(frame, query, of=plain(node.name))
    else:
        show_query(frame, ask_around(ids, ids, asked.at, past=asked.past), of=None)
