"""The sentence and the source behind a row: the quote at once, every source within one click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import streamlit as st

from graph.evidence import Evidence
from graph.views.frame import Frame, decision_params
from graph.views.words import Words, plain

Row = Mapping[str, Any]
_WEB = ("https://", "http://")
_ADDRESS = "%/:?&=#@+,;~$!"  # what stays as it is in an address; brackets would end a Markdown link


def show_sources(row: Row, evidence: Sequence[Evidence], frame: Frame) -> None:
    """Show what a tenure rests on, folded under a line that counts the sources."""
    words = frame.words
    label = words.count("sources", row["sources"])
    with st.expander(label, icon=":material/format_quote:"):
        for number, piece in enumerate(evidence):
            if number:
                st.divider()
            show_evidence(piece, frame)
        if not evidence:
            st.caption(words("sources.none"))


def show_evidence(piece: Evidence, frame: Frame) -> None:
    """Show one claim: its sentence, where it stands, and what we added ourselves."""
    words = frame.words
    st.markdown(f"> {plain(piece.quote)}" if piece.quote else words("sources.no_quote"))
    st.caption(describe_source(piece, words))
    if piece.inferred:
        fields = ", ".join(words.named("column", name) for name in piece.inferred)
        st.caption(words("sources.inferred", fields=fields))
    if piece.number:
        frame.link(words("sources.decision", number=piece.number), "questions", decision_params(piece.number))


def describe_source(piece: Evidence, words: Words) -> str:
    """Name a source as Markdown: title, publisher, day, and a link where it has an address on the web."""
    title = plain(piece.title or piece.url or words("sources.untitled"))
    if piece.url and piece.url.startswith(_WEB):
        title = f"[{title}]({quote(piece.url, safe=_ADDRESS)})"
    parts = [
        title,
        plain(piece.publisher) if piece.publisher else None,
        words.day(piece.published) if piece.published else None,
    ]
    return words("sources.according", source=" · ".join(part for part in parts if part))
