"""Rows of tenures or names as a table under a picture: names link, a row chosen shows its sentences and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph.cards import Place
from graph.evidence import read_evidence, read_publishers
from graph.store import Store
from graph.views.frame import Frame
from graph.views.sources import show_pieces, show_publishers
from graph.views.tables import Table, make_rows

Row = Mapping[str, Any]


PLACED = ("person_id", "person", "post_id", "post", "organization_id", "organization")


def place_rows(rows: Iterable[Row], places: Mapping[str, Place]) -> list[Row]:
    """Put to each row that is a tenure whose it is, in which post of which body, so that all three are links."""
    return [{**row, **{name: getattr(places[row["tenure_id"]], name) for name in PLACED}} for row in rows]


def show_tenures(
    store: Store, frame: Frame, names: Sequence[str], rows: Sequence[Row], *, at: date, key: str, alt: str
) -> None:
    """Show rows that are tenures: choosing one shows what it rests on."""
    table = make_rows(["tenure_id", *names], rows, frame, at)
    for number in pick_rows(table, frame, key=key, alt=alt):
        if number < len(rows) and (tenure_id := rows[number]["tenure_id"]) is not None:
            show_tenure_sources(store, frame, tenure_id)
    tenures = [row["tenure_id"] for row in rows if row["tenure_id"] is not None]
    show_publishers(read_publishers(store, tenures), frame.words)


def pick_rows(table: Table, frame: Frame, *, key: str, alt: str, placeholder: str = "–") -> Sequence[int]:
    """Show a table of which a row can be chosen; return the numbers of the rows chosen."""
    st.caption(frame.words("question.pick"))
    picked = st.dataframe(
        table.rows,
        column_config=table.columns,
        hide_index=True,
        placeholder=placeholder,
        on_select="rerun",
        selection_mode="single-row",
        key=key,
        alt=alt,
    )
    return list(picked["selection"]["rows"])


def show_tenure_sources(store: Store, frame: Frame, tenure_id: str) -> None:
    """Show what one tenure rests on, each sentence with its source."""
    show_pieces(read_evidence(store, [tenure_id])[tenure_id], frame)


def show_plain_rows(frame: Frame, names: Sequence[str], rows: Sequence[Row], *, at: date, alt: str) -> None:
    """Show rows that are no tenures as a table with links."""
    table = make_rows(names, rows, frame, at)
    st.dataframe(table.rows, column_config=table.columns, hide_index=True, placeholder="–", alt=alt)
