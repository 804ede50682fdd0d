"""The sentence and the source behind a row: the quote and who published it at once, every source within one click."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import streamlit as st

from graph.by_hand import fields_by_hand
from graph.evidence import Evidence, find_publishers
from graph.views.frame import Frame, decision_params
from graph.views.words import Words, plain

Row = Mapping[str, Any]
_WEB = ("https://", "http://")
_ADDRESS = "%/:?&=#@+,;~$!"  # what stays as it is in an address; brackets would end a Markdown link
_MOST_PUBLISHERS = 3


def show_sources(row: Row, evidence: Sequence[Evidence], frame: Frame) -> None:
    """Show what a tenure rests on, folded under a line that names the publishers and counts the sources."""
    words = frame.words
    with st.expander(label_sources(row["sources"], evidence, words), icon=":material/format_quote:"):
        for number, piece in enumerate(evidence):
            if number:
                st.divider()
            show_evidence(piece, frame)
        if not evidence:
            st.caption(words("sources.none"))


def show_pieces(evidence: Iterable[Evidence], frame: Frame) -> None:
    """Show some claims in a box of their own."""
    with st.container(border=True):
        for piece in evidence:
            show_evidence(piece, frame)


def show_evidence(piece: Evidence, frame: Frame) -> None:
    """Show one claim: its sentence, where it stands, and what we added ourselves."""
    words = frame.words
    st.markdown(f"> {plain(piece.quote)}" if piece.quote else words("sources.no_quote"))
    st.caption(describe_source(piece, words))
    by_hand = fields_by_hand(piece.rule)
    supplied = [name for name in piece.inferred if name not in by_hand]
    for key, names in (("sources.inferred", supplied), ("sources.by_hand", by_hand)):
        if names:
            st.caption(words(key, fields=", ".join(words.named("column", name) for name in names)))
    if piece.number:
        frame.link(words("sources.decision", number=piece.number), "questions", decision_params(piece.number))


def describe_source(piece: Evidence, words: Words) -> str:
    """Name a source as Markdown: publisher, title, day, and a link where it has an address on the web."""
    title = plain(piece.title or piece.url or words("sources.untitled"))
    if piece.url and piece.url.startswith(_WEB):
        title = f"[{title}]({quote_address(piece.url)})"
    parts = [title, *([words.day(piece.published)] if piece.published else [])]
    source = " · ".join(parts)
    if piece.publisher is None:
        return words("sources.according", source=source)
    return words("sources.by", publisher=plain(piece.publisher), source=source)


def quote_address(url: str) -> str:
    """Write an address as it may stand in a Markdown link."""
    return quote(url, safe=_ADDRESS)


def say_according(publishers: Sequence[str], words: Words) -> str:
    """Say according to whom, inside a sentence, as Markdown: the publishers, else just the sources."""
    if not publishers:
        return words("according.any")
    return words("according.named", publishers=name_publishers(publishers, words))


def show_publishers(publishers: Sequence[str], words: Words) -> None:
    """Show who published what the rows above rest on."""
    if publishers:
        st.caption(words("sources.answer", publishers=name_publishers(publishers, words)))


def name_publishers(publishers: Sequence[str], words: Words) -> str:
    """Name the first few of some publishers as printed, as Markdown."""
    named = ", ".join(plain(publisher) for publisher in publishers[:_MOST_PUBLISHERS])
    return named if len(publishers) <= _MOST_PUBLISHERS else words("according.more", publishers=named)


def label_sources(sources: int, evidence: Sequence[Evidence], words: Words) -> str:
    """Say in one line how many sources there are and who published them."""
    publishers = find_publishers(evidence)
    if not publishers:
        return words.count("sources", sources)
    key = "sources.named.one" if sources == 1 else "sources.named.many"
    return words(key, publishers=name_publishers(publishers, words), n=words.number(sources))
