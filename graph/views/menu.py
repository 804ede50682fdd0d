"""The bar at the top of every page: where one is, where one can go, and the language."""

from __future__ import annotations

import streamlit as st

from graph.views.frame import Frame
from graph.views.links import MARK, PATHS, read_day, write_params
from graph.views.words import LANGS

_ICONS = {
    "start": ":material/person_search:",
    "explore": ":material/hub:",
    "concurrent": ":material/layers:",
    "questions": ":material/quiz:",
    "console": ":material/terminal:",
}


def show_menu(frame: Frame) -> None:
    """Show the pages as links that keep language and day, and the switch of the language."""
    words = frame.words
    kept: dict[str, str] = {"lang": words.lang}
    if (at := read_day("at")) is not None:
        kept["at"] = at.isoformat()
    with st.container(horizontal=True, vertical_alignment="center", key="menu"):
        st.markdown(f"**{words('app.title')}**", width="content")
        for page in PATHS:
            query = {**kept, MARK: "1"} if page == frame.here else kept
            st.page_link(frame.pages[page], label=words(f"page.{page}"), icon=_ICONS[page], query_params=query)
        st.space("stretch")
        st.session_state["lang_switch"] = words.lang
        st.segmented_control(
            words("language"),
            list(LANGS),
            key="lang_switch",
            format_func=_name_lang,
            required=True,
            on_change=_keep_lang,
            label_visibility="collapsed",
        )


def _name_lang(lang: str) -> str:
    return "Tiếng Việt" if lang == "vi" else "English"


def _keep_lang() -> None:
    write_params({"lang": st.session_state["lang_switch"]})
