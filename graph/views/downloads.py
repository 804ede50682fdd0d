"""Rows as files, whole and unchanged: ids, ISO days and all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph.views.words import Words


def write_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """Write rows as CSV that spreadsheets open with Vietnamese intact; a list or map is JSON in its cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def write_json(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """Write rows as a JSON list of objects."""
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=1).encode()


def show_downloads(words: Words, columns: Sequence[str], rows: Sequence[Sequence[Any]], *, name: str) -> None:
    """Offer rows as files."""
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            write_csv(columns, rows),
            f"{name}.csv",
            "text/csv",
            key=f"csv.{name}",
            icon=":material/download:",
            on_click="ignore",
            help=words("download.csv"),
        )
        st.download_button(
            "JSON",
            write_json(columns, rows),
            f"{name}.json",
            "application/json",
            key=f"json.{name}",
            icon=":material/download:",
            on_click="ignore",
            help=words("download.json"),
        )
