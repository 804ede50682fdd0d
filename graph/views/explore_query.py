"""The query behind an explored picture, as it stands where it lives, with its parameters and the way to the console."""

from __future__ import annotations

import json

import streamlit as st

from graph.neighbours import AskedCypher
from graph.views.frame import Frame


def show_query(frame: Frame, asked: AskedCypher, *, of: str | None) -> None:
    """Show the query that brought the neighbours of a node, or read what lies round all that is shown."""
    words = frame.words
    st.markdown(words("explore.query.step", name=of) if of is not None else words("explore.query.all"))
    params = json.dumps(asked.params, ensure_ascii=False)
    frame.link(words("explore.query.open"), "console", {"cypher": asked.cypher, "params": params})
    st.caption(words("explore.query.params"))
    st.code(params, language="json", wrap_lines=True)
    st.code(asked.cypher, language="cypher")
