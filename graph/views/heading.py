"""The top of a page: its name, the day it speaks of, and the address that shows the same to somebody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from graph.views.date_control import show_date_field
from graph.views.frame import Frame
from graph.views.words import plain


def show_heading(frame: Frame, title: str, params: Mapping[str, str], *, at: date | None = None) -> None:
    """Show the name of a page, the field for its day where it has one, and the link to share."""
    words = frame.words
    name, day, share = st.columns([6, 2, 1], vertical_alignment="bottom")
    name.title(plain(title), anchor=False)
    if at is not None:
        with day:
            show_date_field(frame, at, label=words("at"))
    with share:
        show_share(frame, params)


def show_share(frame: Frame, params: Mapping[str, str]) -> None:
    """Show the address of the page, to be copied."""
    with st.popover(frame.words("share"), icon=":material/link:", width="stretch"):
        st.caption(frame.words("share.page"))
        st.code(find_origin() + frame.address(frame.here, params), language=None, wrap_lines=True)


def find_origin() -> str:
    """The server as the reader's browser knows it, empty where there is no browser."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
