"""What shapes, colours and lines of a picture mean, in one line of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from graph.views.palette import read_palette
from graph.views.words import Words


def read_years(words: Words) -> Mapping[str, str]:
    """The words with which the years of a period and of a birth are written."""
    return {name: words.table[f"years.{name}"] for name in ("both", "since", "until", "born")}


def show_legend(words: Words, labels: Iterable[str], *, past: bool = False, more: bool = False) -> None:
    """Show the sign and colour of each label, and what dotted and dashed lines and the number at a node say."""
    signs = read_palette().signs
    parts = [f':color[{sign}]{{foreground="{color}"}} {words("kind." + label)}' for label, sign, color in signs(labels)]
    told = {"legend.possible": True, "legend.past": past, "legend.more": more}
    lines = [words(name) for name, is_so in told.items() if is_so]
    st.caption(" &nbsp; ".join([*parts, *lines]))
