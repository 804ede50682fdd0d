"""What is known of the node or link chosen in a picture, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from graph.catalog import Catalog
from graph.evidence import read_evidence
from graph.explored import find_tenure
from graph.neighbours import RELATIONS, Around
from graph.picture import Edge, Node, Picture
from graph.steps import MOST_AT_ONCE, Step
from graph.store import Store
from graph.views.explore_address import take
from graph.views.explore_path import show_path_search
from graph.views.frame import Frame
from graph.views.sources import show_evidence
from graph.views.targets import find_page
from graph.views.words import Words, plain


def show_panel(
    store: Store,
    catalog: Catalog,
    frame: Frame,
    picture: Picture,
    chosen: str,
    *,
    at: date,
    around: Sequence[Around],
) -> None:
    """Show the node or link chosen."""
    node = picture.find(chosen)
    edge = next((edge for edge in picture.edges if edge.id == chosen), None)
    with st.container(border=True, key="panel"):
        if node is not None:
            _show_node(frame, picture, node, at=at)
            _show_relations(frame.words, node, around)
            if node.label == "person":
                show_path_search(store, catalog, frame, node)
        elif edge is not None:
            _show_edge(store, frame, picture, edge)


def _show_node(frame: Frame, picture: Picture, node: Node, *, at: date) -> None:
    words = frame.words
    st.subheader(plain(node.name), anchor=False)
    st.caption(" · ".join(part for part in (words(f"kind.{node.label}"), plain(node.sub)) if part))
    if (target := find_page(picture, node.id, at)) is not None:
        frame.link(words("explore.open"), *target)
    with st.container(horizontal=True):
        st.button(
            words("explore.unpin" if node.pinned else "explore.pin"),
            key="pin",
            icon=":material/push_pin:",
            on_click=take,
            args=(Step("pin", node.id),),
            help=words("explore.pin.help"),
        )
        st.button(
            words("explore.hide"),
            key="hide",
            icon=":material/visibility_off:",
            on_click=take,
            args=(Step("hide", node.id),),
            disabled=node.focus,
            help=words("explore.hide.focus" if node.focus else "explore.hide.help"),
        )


def _show_relations(words: Words, node: Node, around: Sequence[Around]) -> None:
    st.markdown(f"**{words('explore.expand')}**")
    if node.hidden:
        st.caption(words("explore.hidden", n=words.number(node.hidden), most=MOST_AT_ONCE))
    known = {each.relation: each for each in around if each.id == node.id}
    for relation in RELATIONS[node.label]:
        each = known.get(relation)
        if each is None:
            continue
        name = words(f"relation.{node.label}.{relation}")
        if not each.hidden:
            st.caption(words("explore.all_shown", relation=name, n=each.neighbours))
            continue
        st.button(
            words("explore.bring", relation=name, n=words.number(each.hidden)),
            key=f"expand.{relation}",
            on_click=take,
            args=(Step("expand", node.id, relation),),
            help=words("explore.bring.help", most=MOST_AT_ONCE) if each.hidden > MOST_AT_ONCE else None,
            width="stretch",
        )
    if not known:
        st.caption(words("explore.alone"))


def _show_edge(store: Store, frame: Frame, picture: Picture, edge: Edge) -> None:
    words = frame.words
    ends = [node for node in picture.nodes if node.id in (edge.source, edge.target)]
    names = {node.id: node.name for node in ends}
    st.markdown(f"**{plain(names[edge.source])}** {words('edge.' + edge.type)} **{plain(names[edge.target])}**")
    if edge.caption:
        st.caption(plain(edge.caption))
    tenure = find_tenure(edge.id)
    if tenure is None:
        return
    for piece in read_evidence(store, [tenure])[tenure]:
        show_evidence(piece, frame)
