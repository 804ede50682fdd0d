"""The page of data quality: what the audit finds, how often, ten examples with links, and what would do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.audit import Finding, audit_graph
from graph.cards import read_places
from graph.catalog import Catalog
from graph.store import Store
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.rows import PLACED, place_rows, show_plain_rows, show_tenures
from graph.views.words import plain

Row = Mapping[str, Any]
_PLACED = {*PLACED, "tenure_id", "sources"}  # known of the tenure itself, or shown when its row is chosen


def show(store: Store, catalog: Catalog, frame: Frame) -> None:
    """Run the audit and show what it found, what is worst first."""
    words = frame.words
    show_heading(frame, words("page.quality"), {})
    st.markdown(words("quality.intro"))
    with st.spinner(words("quality.looking")):
        findings = audit_graph(store, catalog, frame.today)
    found = sorted((each for each in findings if each.count), key=lambda each: -each.count)
    if not found:
        st.success(words("quality.fine"))
    for finding in found:
        _show_finding(store, frame, finding)
    clean = [finding.audit.title.say(words.lang) for finding in findings if not finding.count]
    if clean:
        st.caption(words("quality.clean", titles=plain("; ".join(clean))))


def _show_finding(store: Store, frame: Frame, finding: Finding) -> None:
    words, audit = frame.words, finding.audit
    with st.container(border=True):
        title = plain(audit.title.say(words.lang))
        st.subheader(words("quality.title", n=words.number(finding.count), title=title), anchor=False)
        st.markdown(f":material/lightbulb: {plain(audit.advice.say(words.lang))}")
        if finding.count > len(finding.examples):
            st.caption(words("quality.first", n=len(finding.examples)))
        if "tenure_id" in audit.shown:
            rows = place_rows(finding.rows, read_places(store, [row["tenure_id"] for row in finding.rows]))
            columns = [*PLACED, *(name for name in audit.shown if name not in _PLACED)]
            show_tenures(
                store, frame, columns, rows, at=frame.today, key=f"rows.{audit.name}", alt=audit.title.say(words.lang)
            )
        else:
            ids = [name for name in (finding.rows[0] if finding.rows else ()) if name.endswith("_id")]
            show_plain_rows(frame, [*ids, *audit.shown], finding.rows, at=frame.today, alt=audit.title.say(words.lang))
