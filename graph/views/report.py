"""Reporting an error: a link on every page, and what to send to whom, with the address of the page at fault."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from graph.views.frame import Frame
from graph.views.heading import find_origin
from graph.views.links import MARK, read_param
from graph.views.sources import quote_address
from graph.views.words import plain

_OF = "of"  # the parameter that names the page at fault
_OURS = ("lang", MARK, _OF)


def show_footer(frame: Frame) -> None:
    """Show the link that reports an error on the page above."""
    words = frame.words
    shown = {name: text for name, text in st.query_params.items() if name not in _OURS}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="footer"):
        st.caption(words("report.seen"), width="content")
        frame.link(words("report"), "about", {_OF: frame.address(frame.here, shown)})


def show_report(frame: Frame, contact: str | None) -> None:
    """Show what to send, for the page from which the reader came, and to whom where that is known."""
    words = frame.words
    asked = read_param(_OF) or ""
    page = find_origin() + asked if asked.startswith("/") and not asked.startswith("//") else ""
    text = words("report.text", page=page)
    st.code(text, language=None, wrap_lines=True)
    if contact is None:
        st.caption(words("report.nobody"))
    elif "@" in contact:
        mail = f"mailto:{contact}?subject={quote(words('report.subject'))}&body={quote(text)}"
        st.markdown(words("report.mail", name=plain(contact), address=mail))
    else:
        st.markdown(words("report.page", name=plain(contact), address=quote_address(contact)))
