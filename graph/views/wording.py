"""The language of the page: our front-end part tells it to the browser, and puts it on Streamlit's own words.

Streamlit has its words (of the uploader, of tables, of dates) in English alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import streamlit as st

from graph.views.canvas import DIST
from graph.views.words import Words, read_words

_GROUP = "streamlit."


@lru_cache(maxsize=1)
def _part() -> Any:
    return st.components.v2.component("cadres_wording", js=(DIST / "wording.js").read_text("utf-8"))


def put_wording(words: Words) -> None:
    """Put the language of the reader on what is not ours to write."""
    _part()(key="wording", data={"lang": words.lang, "pairs": make_pairs(words)}, height="content")


def make_pairs(words: Words) -> list[tuple[str, str]]:
    """Pair each of Streamlit's words, as it may stand on the page, with that of the reader's language."""
    other = read_words("en" if words.lang == "vi" else "vi")
    keys = [key for key in words.table if key.startswith(_GROUP)]
    return [(other.table[key], words.table[key]) for key in keys]
