"""The address of a page is the truth of what it shows: read from it, written to it, linked by it.

Only plain text comes from an address; a value that does not fit counts as absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

PageName = Literal[
    "start",
    "explore",
    "concurrent",
    "questions",
    "console",
    "person",
    "post",
    "organization",
    "committee",
    "timeline",
    "votes",
    "reorganisations",
    "networks",
    "article",
    "doubts",
    "loads",
    "quality",
    "about",
]
PATHS: dict[PageName, str] = {
    "start": "/",
    "explore": "/explore",
    "concurrent": "/concurrent",
    "questions": "/questions",
    "console": "/console",
    "person": "/person",
    "post": "/post",
    "organization": "/organization",
    "committee": "/committee",
    "timeline": "/timeline",
    "votes": "/votes",
    "reorganisations": "/reorganisations",
    "networks": "/networks",
    "article": "/article",
    "doubts": "/doubts",
    "loads": "/loads",
    "quality": "/quality",
    "about": "/about",
}
# A link from a page to itself reaches the script but leaves the browser's address as it was; the mark tells
# such a click apart, and taking it off makes the browser keep the new address, Back button included.
MARK = "go"
EARLIEST, LATEST = date(1800, 1, 1), date(2200, 1, 1)


def settle_address() -> None:
    """Let the browser's address follow a link from a page to itself."""
    if MARK in st.query_params:
        del st.query_params[MARK]


def read_param(name: str) -> str | None:
    """Read a parameter of the address; blank counts as absent."""
    return st.query_params.get(name, "").strip() or None


def read_day(name: str) -> date | None:
    """Read a day of the address, None where it is no ISO day of the centuries a chart can show."""
    try:
        day = date.fromisoformat(st.query_params.get(name, ""))
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def write_params(values: Mapping[str, str | None]) -> None:
    """Change parameters of the address, one step of the Back button; None takes one out."""
    after = {name: text for name, text in st.query_params.items() if name not in values}
    after |= {name: text for name, text in values.items() if text is not None}
    st.query_params.from_dict(after)


def make_address(page: PageName, params: Mapping[str, str]) -> str:
    """Make the address of a page with its parameters, from the root of the app."""
    return PATHS[page] + (f"?{urlencode(params)}" if params else "")
