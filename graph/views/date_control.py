"""The date of a page: a slider, and a field for the exact day; the address holds it, both follow."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from graph.views.frame import Frame
from graph.views.links import write_params

_EARLIEST = date(1900, 1, 1)
_AHEAD = timedelta(days=366)


def show_date_slider(frame: Frame, at: date, first: date) -> None:
    """Show a slider from the first day of interest to today."""
    last = max(frame.today, at)
    st.session_state["at_slider"] = at
    st.slider(
        frame.words("at"),
        min(first, at, last - timedelta(days=1)),
        last,
        key="at_slider",
        format=frame.words.day_format,
        on_change=_keep,
        args=("at_slider",),
        label_visibility="collapsed",
    )


def show_date_field(frame: Frame, at: date, *, label: str) -> None:
    """Show a field for the exact day."""
    st.session_state["at_field"] = at
    st.date_input(
        label,
        key="at_field",
        min_value=min(_EARLIEST, at),
        max_value=max(frame.today + _AHEAD, at),
        format=frame.words.day_format,
        on_change=_keep,
        args=("at_field",),
    )


def _keep(key: str) -> None:
    day = st.session_state[key]
    if isinstance(day, date):
        write_params({"at": day.isoformat()})
