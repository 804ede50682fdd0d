"""The canvas: a picture drawn by our front-end part, what was touched told back. JavaScript sees data alone.

The part is built into components/dist; how it is built stands in components/package.json.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from graph.picture import Edge, Node, Picture
from graph.steps import MOST_AT_ONCE
from graph.views.palette import CANVAS_STYLES
from graph.views.words import Words

Layout = Literal["fcose", "dagre", "concentric"]
LAYOUTS: tuple[Layout, ...] = ("fcose", "dagre", "concentric")
Act = Callable[[str], None]
DIST = Path(__file__).parent / "components" / "dist"


@dataclass(frozen=True, slots=True)
class Touch:
    """What a page does when a node is touched: doubly (or Enter), by `o`, by Delete."""

    expand: Act | None = None
    open: Act | None = None
    hide: Act | None = None

    def named(self) -> dict[str, Act]:
        """The acts there are, by the name of the trigger."""
        acts = {"expand": self.expand, "open": self.open, "hide": self.hide}
        return {name: act for name, act in acts.items() if act is not None}


@lru_cache(maxsize=1)
def _part() -> Any:
    return st.components.v2.component("cadres_graph", js=(DIST / "graph.js").read_text("utf-8"))


def show_canvas(
    picture: Picture,
    words: Words,
    *,
    key: str,
    label: str,
    layout: Layout = "fcose",
    anchor: str | None = None,
    height: int = 520,
    touch: Touch,
) -> list[str]:
    """Draw a picture and return the ids selected in it, as far as they are still shown."""
    acts = touch.named()
    data = make_data(picture, words, label=label, layout=layout, anchor=anchor, acts=acts) | {"height": height}
    handlers: dict[str, Callable[[], None]] = {
        f"on_{name}_change": _handler(key, name, act) for name, act in acts.items()
    }
    mounted = _part()(
        key=key, data=data, default={"selection": []}, on_selection_change=_do_nothing, height="content", **handlers
    )
    shown = {*picture.ids, *(edge.id for edge in picture.edges)}
    return [id for id in mounted["selection"] or [] if id in shown]


def make_data(
    picture: Picture, words: Words, *, label: str, layout: Layout, anchor: str | None, acts: Mapping[str, Act]
) -> dict[str, Any]:
    """Make what the part is told."""
    names = ("fit", "fit_help", "arrange", "arrange_help", "png", "png_help")
    more = words("canvas.more" if "expand" in acts else "canvas.more_open", n="{n}", most=MOST_AT_ONCE)
    return {
        "nodes": [_node_data(node) for node in picture.nodes],
        "edges": [asdict(edge) for edge in picture.edges],
        "styles": CANVAS_STYLES,
        "layout": layout,
        "anchor": anchor,
        "double": "expand" if "expand" in acts else "open",
        "triggers": list(acts),
        "file": "graph.png",
        "strings": {"label": label, "more": more, **{name: words(f"canvas.{name}") for name in names}},
    }


def _node_data(node: Node) -> dict[str, Any]:
    data = asdict(node)
    return {**data, "hidden_count": data.pop("hidden")}


def _handler(key: str, name: str, act: Act) -> Callable[[], None]:
    def handle() -> None:
        id = st.session_state[key][name]
        if isinstance(id, str):
            act(id)

    return handle


def _do_nothing() -> None:
    pass


def show_links(picture: Picture, words: Words) -> None:
    """Show the same as a table: each edge by the names of its ends."""
    names = {node.id: node for node in picture.nodes}
    rows = [_link_row(edge, names, words) for edge in picture.edges]
    if rows:
        st.dataframe(rows, hide_index=True, placeholder="", alt=words("canvas.table"))
    alone = [node for node in picture.nodes if not any(node.id in (edge.source, edge.target) for edge in picture.edges)]
    if alone:
        st.caption(words("canvas.alone", names="; ".join(node.name for node in alone)))


def _link_row(edge: Edge, nodes: Mapping[str, Node], words: Words) -> dict[str, str]:
    state = "current" if edge.current else "past"
    return {
        words("canvas.from"): nodes[edge.source].name,
        words("canvas.relation"): words.named("edge", edge.type),
        words("canvas.to"): nodes[edge.target].name,
        words("canvas.years"): edge.caption,
        words("canvas.state"): words(f"canvas.{state}") + ("" if edge.certain else f" ({words('certainty.possible')})"),
    }
