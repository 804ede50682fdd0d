"""The bar at the top of every page: where one is, where one can go, and the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from graph.views.article_job import job_params
from graph.views.frame import Frame
from graph.views.links import MARK, PageName, read_day, write_params
from graph.views.report import show_footer
from graph.views.wording import put_wording
from graph.views.words import LANGS

_LOOK = Path(__file__).with_name("look.css")
_BAR: tuple[PageName, ...] = ("start", "explore", "concurrent", "questions", "console")
_MORE: dict[str, tuple[PageName, ...]] = {
    "menu.browse": ("organization", "committee", "timeline", "votes", "reorganisations", "networks"),
    "menu.data": ("article", "doubts", "loads", "quality", "about"),
}
_ICONS: dict[PageName, str] = {
    "start": ":material/person_search:",
    "explore": ":material/hub:",
    "concurrent": ":material/layers:",
    "questions": ":material/quiz:",
    "console": ":material/terminal:",
    "organization": ":material/account_tree:",
    "committee": ":material/compare_arrows:",
    "timeline": ":material/view_timeline:",
    "votes": ":material/how_to_vote:",
    "reorganisations": ":material/merge:",
    "networks": ":material/lan:",
    "article": ":material/note_add:",
    "doubts": ":material/group:",
    "loads": ":material/database_upload:",
    "quality": ":material/fact_check:",
    "about": ":material/info:",
}


@contextmanager
def framed(frame: Frame) -> Iterator[None]:
    """Show the menu above a page and the way to report an error below it."""
    _show_menu(frame)
    yield
    show_footer(frame)


def _show_menu(frame: Frame) -> None:
    """Show the pages as links that keep language and day, and the switch of the language."""
    words = frame.words
    st.html(_LOOK)
    kept: dict[str, str] = {"lang": words.lang}
    if (at := read_day("at")) is not None:
        kept["at"] = at.isoformat()
    with st.container(horizontal=True, vertical_alignment="center", key="menu"):
        st.markdown(f"**{words('app.title')}**", width="content")
        for page in _BAR:
            _show_link(frame, page, kept)
        with st.popover(words("menu.more"), icon=":material/menu:"):
            for group, pages in _MORE.items():
                st.caption(words(group))
                for page in pages:
                    _show_link(frame, page, kept)
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
        put_wording(words)


def _show_link(frame: Frame, page: PageName, kept: Mapping[str, str]) -> None:
    query = {**kept, **(job_params() if page == "article" else {}), **({MARK: "1"} if page == frame.here else {})}
    st.page_link(frame.pages[page], label=frame.words(f"page.{page}"), icon=_ICONS[page], query_params=query)


def _name_lang(lang: str) -> str:
    return "Tiếng Việt" if lang == "vi" else "English"


def _keep_lang() -> None:
    write_params({"lang": st.session_state["lang_switch"]})
