"""The page that says what this is and is not, on what it rests, and how to report an error."""

from __future__ import annotations

import streamlit as st

from graph.overview import read_reach
from graph.store import Store
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.report import show_report

_PARTS = ("what", "not", "according", "read", "error")
_COUNTED = ("Person", "Organization", "Tenure", "Source")


def show(store: Store, frame: Frame, contact: str | None) -> None:
    """Show five short paragraphs, and how much is in the graph."""
    words = frame.words
    show_heading(frame, words("page.about"), {})
    for part in _PARTS:
        st.subheader(words(f"about.{part}.title"), anchor=False)
        st.markdown(words(f"about.{part}"))
    show_report(frame, contact)
    counts = store.counts()
    parts = [words.count(f"footer.{label}", counts[label]) for label in _COUNTED]
    last = read_reach(store).last
    if last is not None:
        parts.append(words("footer.until", day=words.day(last)))
    st.divider()
    st.caption(" · ".join(parts))
    with st.container(horizontal=True, gap="medium"):
        frame.link(words("page.quality"), "quality", {})
        frame.link(words("page.doubts"), "doubts", {})
        frame.link(words("page.loads"), "loads", {})
