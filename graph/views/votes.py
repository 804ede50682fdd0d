"""The page of confidence votes: who was rated how, as stacked bars and as a table with the sentence behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import streamlit as st

from graph.catalog import Catalog
from graph.evidence import read_vote_evidence
from graph.store import Store
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.palette import Palette, read_palette
from graph.views.rows import pick_rows
from graph.views.sources import show_pieces
from graph.views.states import told
from graph.views.tables import make_rows
from graph.views.words import Words, plain

Row = Mapping[str, Any]
_KINDS = ("high", "medium", "low")
_COUNTED = ("person_id", "person", *_KINDS)
_TOLD = ("person_id", "person", "wording")


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Show every vote, the newest first."""
    words = frame.words
    show_heading(frame, words("page.votes"), {})
    st.markdown(words("votes.intro"))
    with told(words):
        rows = catalog.ask(store, "confidence_votes", {}, today=frame.today).rows
        if not rows:
            st.info(words("votes.none"))
        votes = sorted(dict.fromkeys((row["date"], row["body"]) for row in rows), reverse=True)
        evidence = read_vote_evidence(store) if rows else {}
        for day, body in votes:
            rated = [row for row in rows if (row["date"], row["body"]) == (day, body)]
            _show_vote(frame, rated, evidence)


def _show_vote(frame: Frame, rows: Sequence[Row], evidence: Mapping[Any, Any]) -> None:
    words, first = frame.words, rows[0]
    st.subheader(words("votes.title", body=plain(first["body"]), day=words.day(first["date"])), anchor=False)
    if first["subjects"] is not None:
        named = sum(row["person"] is not None for row in rows)
        st.caption(words("votes.subjects", n=words.number(first["subjects"]), named=words.number(named)))
    counted = [row for row in rows if row["high"] is not None and row["person"] is not None]
    key = f"{first['date']}.{first['body']}"
    if counted:
        alt_text = words("votes.alt", n=len(counted))
        st.altair_chart(draw_votes(counted, words, read_palette()), width="stretch", alt=alt_text, theme=None)
    if not any(row["person"] for row in rows):
        show_pieces(evidence.get((first["date"], first["body"], None), []), frame)
        return
    table = make_rows(_COUNTED if counted else _TOLD, rows, frame, frame.today)
    for number in pick_rows(table, frame, key=f"rows.votes.{key}", alt=words("page.votes")):
        show_pieces(evidence.get((first["date"], first["body"], rows[number]["person_id"]), []), frame)


def draw_votes(rows: Sequence[Row], words: Words, palette: Palette) -> alt.Chart:
    """Draw a bar a person, from high to low; the most trusted stands first."""
    ranked = sorted(rows, key=lambda row: -row["high"])
    names = [words(f"votes.{kind}") for kind in _KINDS]
    values = [
        {"person": row["person"], "kind": words(f"votes.{kind}"), "place": place, "n": row[kind]}
        for row in ranked
        for place, kind in enumerate(_KINDS)
    ]
    data = alt.Data(values=values)  # type: ignore[no-untyped-call]
    scale = alt.Scale(domain=names, range=[palette.post.line, palette.past, palette.organization.line])
    text: dict[str, Any] = {"labelColor": palette.text, "labelFontSize": 12}
    legend = alt.Legend(orient="top", title=None, symbolType="square", columns=2, **text)  # for a narrow screen
    chart = alt.Chart(data, height=len(rows) * 28 + 70, background="transparent").mark_bar(height=16)
    drawn: alt.Chart = chart.encode(
        x=alt.X(
            "n:Q",
            title=words("votes.ballots"),
            stack="zero",
            axis=alt.Axis(tickCount=6, titleColor=palette.text, **text),
        ),
        y=alt.Y(
            "person:N",
            sort=[row["person"] for row in ranked],
            title=None,
            axis=alt.Axis(labelLimit=190, labelPadding=8, ticks=False, domain=False, **text),
        ),
        color=alt.Color("kind:N", scale=scale, legend=legend),
        order="place:Q",
        tooltip=[
            alt.Tooltip("person:N", title=words("column.person")),
            alt.Tooltip("kind:N", title=words("votes.rating")),
            alt.Tooltip("n:Q", title=words("votes.ballots")),
        ],
    ).configure_view(stroke=None)
    return drawn
