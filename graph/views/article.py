"""The page that adds articles or tables: 1 paste or upload, 2 look at what was read and correct it, 3 confirm, undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from graph.incoming import Incoming
from graph.store import Store
from graph.views.article_changes import show_would
from graph.views.article_files import read_waiting, show_files, show_input
from graph.views.article_job import job_params, open_tray
from graph.views.article_lines import choose, show_lines
from graph.views.article_load import Chosen, confirm_load, offer_load, show_failed, show_loaded, show_run
from graph.views.desk import Desk
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.states import told
from graph.views.tray import Tray
from graph.views.undo import confirm_undo
from graph.views.words import Words, plain


def show(store: Store, frame: Frame, desk: Desk) -> None:
    """Show the steps as far as they are taken."""
    words, kept = frame.words, open_tray()
    tray = Tray() if kept is None else kept
    show_heading(frame, words("page.article"), job_params())
    st.markdown(words("article.intro"))
    if kept is None:
        _say_lost(frame)
    show_input(words, folded=bool(tray.waiting or tray.papers or tray.run))
    if (run := tray.run) is not None and not run.over:
        show_run(run, words)
        return
    with told(words):
        confirm_undo(store, frame, desk, partial(_take_out, tray))
        show_loaded(store, frame, desk, tray)
        show_failed(tray, words)
        read_waiting(tray, desk, words)
        chosen = _choose(store, tray, words, desk)
        if tray.papers:
            _show_papers(frame, tray, chosen)
        if chosen:
            offer_load(tray, chosen, words)
            confirm_load(store, desk, tray, chosen, words=words)


def _say_lost(frame: Frame) -> None:
    """Say that the work which the address names is no longer kept, and where to look for what came of it."""
    st.warning(frame.words("article.lost"))
    frame.link(frame.words("page.loads"), "loads", {})


def _choose(store: Store, tray: Tray, words: Words, desk: Desk) -> list[Chosen]:
    """What the reader makes of each file in which something was read, decided on the graph as it is."""
    readable = [paper for paper in tray.papers if paper.incoming.refused is None]
    chosen: list[Chosen] = []
    if all(paper.seen for paper in readable):
        return [(paper, *choose(store, paper, words, desk)) for paper in readable]
    bar = st.progress(0.0)
    for number, paper in enumerate(readable, start=1):
        name = plain(paper.incoming.name)
        bar.progress((number - 1) / len(readable), words("article.matching", n=number, of=len(readable), name=name))
        chosen.append((paper, *choose(store, paper, words, desk)))
    bar.empty()
    return chosen


def _show_papers(frame: Frame, tray: Tray, chosen: Sequence[Chosen]) -> None:
    """Show how it went with each file, and one of them in full."""
    words = frame.words
    st.subheader(words("article.step2"), anchor=False)
    show_files(tray, {paper.id: preview for paper, _, preview in chosen}, words)
    if not chosen:
        return
    at = 0
    if len(chosen) > 1:
        names = [paper.incoming.name for paper, _, _ in chosen]
        at = st.selectbox(
            words("article.which"), range(len(chosen)), format_func=names.__getitem__, key=f"article.which.{tray.id}"
        )
    paper, choice, preview = chosen[at]
    _say_source(paper.incoming, words)
    show_lines(paper, choice, preview, frame)
    show_would(preview, paper.shown, frame)


def _say_source(incoming: Incoming, words: Words) -> None:
    """Name the file, and the day it counts as published, which `is holding` and undated news rest on."""
    said = f"**{plain(incoming.name)}** · {words.count('article.facts', len(incoming.arrivals))}"
    if incoming.text is not None and incoming.arrivals:
        source = incoming.arrivals[0].source
        how = "" if source.published_basis == "stated" else f" ({words(f'published.{source.published_basis}')})"
        said += f" · {words('article.published.day', day=words.day(source.published))}{how}"
    st.markdown(said)


def _take_out(tray: Tray, load: str, said: str) -> None:
    tray.undone[load] = said
    tray.forget_decisions()
