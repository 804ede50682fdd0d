"""What every page is handed beside the store and the catalog: the words, the day, the pages to link to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from graph.views.links import MARK, PageName, make_address
from graph.views.words import Words, plain


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame round a page; `here` is the page's own name."""

    words: Words
    today: date
    here: PageName
    pages: Mapping[PageName, st.Page]

    def link(self, label: str, page: PageName, params: Mapping[str, str], *, tip: str | None = None) -> None:
        """Show a name as a link to a page of ours."""
        query = {**params, "lang": self.words.lang}
        if page == self.here:
            query[MARK] = "1"
        st.page_link(self.pages[page], label=f":blue[{plain(label)}]", query_params=query, help=tip)

    def address(self, page: PageName, params: Mapping[str, str]) -> str:
        """Make the address of a page of ours in the language shown."""
        return make_address(page, {**params, "lang": self.words.lang})

    def go(self, page: PageName, params: Mapping[str, str]) -> None:
        """Go to a page of ours in the language shown."""
        st.switch_page(self.pages[page], query_params={**params, "lang": self.words.lang})


def person_params(person_id: str, at: date) -> dict[str, str]:
    """Make the parameters of the page of a person at a day."""
    return {"person": person_id, "at": at.isoformat()}


def body_params(organization_id: str, at: date) -> dict[str, str]:
    """Make the parameters of the page of a body at a day."""
    return {"organization": organization_id, "at": at.isoformat()}


def post_params(post_id: str, at: date) -> dict[str, str]:
    """Make the parameters of the page of a post at a day."""
    return {"post": post_id, "at": at.isoformat()}


def focus_params(node_id: str, at: date) -> dict[str, str]:
    """Make the parameters of the page to explore with a node in the middle at a day."""
    return {"focus": node_id, "at": at.isoformat()}


def members_params(organization_id: str, at: date) -> dict[str, str]:
    """Make the parameters of the question who is in a body on a day."""
    return {"q": "committee_members", "organization": organization_id, "at": at.isoformat()}


def decision_params(number: str) -> dict[str, str]:
    """Make the parameters of the question what a decision did."""
    return {"q": "decision", "number": number}
