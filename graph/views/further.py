"""The pages beside the first ones: which name runs which page, and what each is handed beside the store."""

from __future__ import annotations

import streamlit as st

from graph.catalog import Catalog
from graph.overview import is_empty
from graph.store import Store
from graph.views import (
    about,
    article,
    committee,
    concurrent,
    doubts,
    explore,
    loads,
    networks,
    organization,
    person,
    post,
    quality,
    question,
    reorganisations,
    timeline,
    votes,
)
from graph.views.desk import Desk
from graph.views.frame import Frame

_PAGES = {
    "concurrent": concurrent.show,
    "questions": question.show,
    "explore": explore.show,
    "person": person.show,
    "post": post.show,
    "organization": organization.show,
    "committee": committee.show,
    "timeline": timeline.show,
    "votes": votes.show,
    "reorganisations": reorganisations.show,
    "networks": networks.show,
    "quality": quality.show,
}
_WHOLE = ("concurrent", "questions", "explore")  # these say themselves what an empty graph needs


def show(store: Store, catalog: Catalog, frame: Frame, desk: Desk) -> None:
    """Show the page named in the frame; on an empty graph say what to do first."""
    match frame.here:
        case "about":
            about.show(store, frame, desk.contact)
        case "article":
            article.show(store, frame, desk)
        case "loads":
            loads.show(store, catalog, frame, desk)
        case "doubts":
            doubts.show(store, catalog, frame, user=desk.user)
        case name:
            if name not in _WHOLE and is_empty(store):
                st.title(frame.words(f"page.{name}"), anchor=False)
                st.info(frame.words("empty.page"))
                frame.link(frame.words("page.start"), "start", {})
                return
            _PAGES[name](store, catalog, frame)
