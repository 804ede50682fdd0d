"""The page that adds articles or tables: 1 paste or upload, 2 look at what was read and correct it, 3 confirm, undo."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.difference import Difference, say_difference
from graph.incoming import Choice, Incoming, Loaded, Preview
from graph.load_changes import find_load_changes
from graph.store import Store
from graph.views.article_changes import say_notes, show_done, show_would
from graph.views.article_files import clear_input, read_waiting, show_files, show_input
from graph.views.article_lines import choose, show_lines
from graph.views.desk import Desk
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.states import told
from graph.views.tray import Paper, Tray, open_tray
from graph.views.undo import ask_undo, confirm_undo
from graph.views.words import Words, plain

Chosen = tuple[Paper, Choice, Preview]


def show(store: Store, frame: Frame, desk: Desk) -> None:
    """Show the steps as far as they are taken."""
    words, tray = frame.words, open_tray()
    if tray.clear:
        clear_input()
        tray.clear = False
    show_heading(frame, words("page.article"), {})
    st.markdown(words("article.intro"))
    show_input(words, folded=bool(tray.waiting or tray.papers or tray.loaded))
    with told(words):
        confirm_undo(store, frame, desk, _take_out)
        _show_loaded(store, frame, tray)
        if tray.empty:
            st.info(words("article.empty"))
        read_waiting(tray, desk, words)
        chosen = _choose(store, tray, words, desk)
        if tray.papers:
            _show_papers(frame, tray, chosen)
        if chosen:
            _offer(words, chosen)
        if tray.asked and chosen:
            _confirm(store, frame, desk, chosen)


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
    show_files(tray, {paper.number: preview for paper, _, preview in chosen}, words)
    if not chosen:
        return
    at = 0
    if len(chosen) > 1:
        names = [paper.incoming.name for paper, _, _ in chosen]
        at = st.selectbox(
            words("article.which"), range(len(chosen)), format_func=names.__getitem__, key=f"article.which.{tray.first}"
        )
    paper, choice, preview = chosen[at]
    _say_source(paper.incoming, words)
    show_lines(paper, choice, preview, frame)
    show_would(preview, frame)


def _say_source(incoming: Incoming, words: Words) -> None:
    """Name the file, and the day it counts as published, which `is holding` and undated news rest on."""
    said = f"**{plain(incoming.name)}** · {words.count('article.facts', len(incoming.arrivals))}"
    if incoming.text is not None and incoming.arrivals:
        source = incoming.arrivals[0].source
        how = "" if source.published_basis == "stated" else f" ({words(f'published.{source.published_basis}')})"
        said += f" · {words('article.published.day', day=words.day(source.published))}{how}"
    st.markdown(said)


def _offer(words: Words, chosen: Sequence[Chosen]) -> None:
    """Offer to load all files, or say why that cannot be."""
    faults = sum(len(preview.faults) for _, _, preview in chosen)
    nothing = not any(_coming(each) for each in chosen)
    label = words("article.load") if len(chosen) == 1 else words("article.load_all", n=words.number(len(chosen)))
    st.button(label, type="primary", disabled=bool(faults) or nothing, on_click=_ask, key="article.load")
    if faults:
        st.caption(words("article.faults"))
    elif nothing:
        st.caption(words("article.nothing_new"))


def _coming(chosen: Chosen) -> bool:
    """Whether loading a file brings anything that the graph does not hold."""
    paper, choice, preview = chosen
    new = any(line.standing != "known" and line.claim not in choice.left_out for line in preview.lines)
    return new or bool(paper.incoming.judgements)


def _confirm(store: Store, frame: Frame, desk: Desk, chosen: Sequence[Chosen]) -> None:
    words, tray = frame.words, open_tray()

    @st.dialog(words("article.step3"), on_dismiss=_forget)
    def dialog() -> None:
        st.markdown(words("article.confirm", names=plain(", ".join(paper.incoming.name for paper, _, _ in chosen))))
        follows = sum((preview.follows for _, _, preview in chosen), Difference())
        st.markdown(f"**{words('article.would', follows=plain(say_difference(follows).say(words.lang)))}**")
        for note in _notes(chosen, words):
            st.caption(note)
        if st.button(words("article.load"), type="primary", key="article.sure"):
            with told(words):
                _load(store, desk, tray, chosen, words=words)
                st.rerun()

    dialog()


def _notes(chosen: Sequence[Chosen], words: Words) -> list[str]:
    left_out = sum(len(choice.left_out) for _, choice, _ in chosen)
    corrected = sum(len(choice.typed) for _, choice, _ in chosen)
    return [
        *([words.count("article.left_out", left_out)] if left_out else []),
        *([words.count("article.corrections", corrected)] if corrected else []),
        *([words("article.each")] if len(chosen) > 1 else []),
        words("article.undoable"),
    ]


def _load(store: Store, desk: Desk, tray: Tray, chosen: Sequence[Chosen], *, words: Words) -> None:
    """Load file by file; each leaves the tray when it is in, so that a run cut short loses and repeats nothing."""
    tray.asked, tray.clear = False, True
    bar = st.progress(0.0)
    for number, (paper, choice, _) in enumerate(chosen, start=1):
        name = plain(paper.incoming.name)
        bar.progress((number - 1) / len(chosen), words("article.loading", n=number, of=len(chosen), name=name))
        tray.loaded.append(desk.load(store, paper.incoming, choice))
        tray.papers.remove(paper)
        tray.forget_decisions()


def _ask() -> None:
    """Ask before loading, and decide anew for that: another page may have changed the graph meanwhile."""
    tray = open_tray()
    tray.asked = True
    tray.forget_decisions()


def _forget() -> None:
    open_tray().asked = False


def _take_out(load: str, said: str) -> None:
    tray = open_tray()
    tray.undone[load] = said
    tray.forget_decisions()


def _show_loaded(store: Store, frame: Frame, tray: Tray) -> None:
    """Show what each file loaded just now did to the graph, and offer to take it back."""
    for loaded in tray.loaded:
        with st.container(border=True):
            _show_one(store, frame, tray, loaded)


def _show_one(store: Store, frame: Frame, tray: Tray, loaded: Loaded) -> None:
    words = frame.words
    st.markdown(f"**{plain(loaded.name)}**")
    if loaded.errors:
        said = "  \n".join(say_notes(loaded.errors, words))
        st.error(said)
    if loaded.load is None:
        if not loaded.errors:
            st.info(words("article.nothing_new"))
    elif loaded.load in tray.undone:
        st.success(tray.undone[loaded.load])
    else:
        st.success(words("article.done"))
        show_done(find_load_changes(store.ask, loaded.load), frame)
        with st.container(horizontal=True, vertical_alignment="center"):
            key = f"article.undo.{loaded.load}"
            st.button(words("loads.undo"), key=key, on_click=ask_undo, args=(loaded.load, loaded.name))
            frame.link(words("article.see_load"), "loads", {"load": loaded.load})
