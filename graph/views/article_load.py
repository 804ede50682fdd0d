"""Step 3 of adding an article: confirm, how far the load is file by file, what came of it, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from graph.difference import Difference, say_difference
from graph.incoming import Choice, Loaded, Preview
from graph.load_changes import find_load_changes
from graph.store import Store
from graph.views.article_changes import say_notes, show_done
from graph.views.article_files import clear_input, show_steps
from graph.views.article_job import show_address
from graph.views.article_run import start_run
from graph.views.desk import Desk
from graph.views.frame import Frame
from graph.views.tray import Paper, Run, Tray
from graph.views.undo import ask_undo
from graph.views.words import Words, plain

Chosen = tuple[Paper, Choice, Preview]
_ASKED = "article.asked"
_POLL_SECONDS = 1.0


def offer_load(tray: Tray, chosen: Sequence[Chosen], words: Words) -> None:
    """Offer to load all files, or say why that cannot be."""
    faults = sum(len(preview.faults) for _, _, preview in chosen)
    nothing = not any(_coming(each) for each in chosen)
    label = words("article.load") if len(chosen) == 1 else words("article.load_all", n=words.number(len(chosen)))
    unfit = bool(faults) or nothing
    st.button(label, type="primary", disabled=unfit, on_click=_ask, args=(tray,), key="article.load")
    if faults:
        st.caption(words("article.faults"))
    elif nothing:
        st.caption(words("article.nothing_new"))


def confirm_load(store: Store, desk: Desk, tray: Tray, chosen: Sequence[Chosen], *, words: Words) -> None:
    """Where it was asked, say what loading would change, and start it when that is confirmed."""
    if st.session_state.get(_ASKED) != tray.id:
        return

    @st.dialog(words("article.step3"), on_dismiss=_forget)
    def dialog() -> None:
        st.markdown(words("article.confirm", names=plain(", ".join(paper.incoming.name for paper, _, _ in chosen))))
        follows = sum((preview.follows for _, _, preview in chosen), Difference())
        st.markdown(f"**{words('article.would', follows=plain(say_difference(follows).say(words.lang)))}**")
        for note in _notes(chosen, words):
            st.caption(note)
        if st.button(words("article.load"), type="primary", key="article.sure"):
            start_run(store, desk, tray, [(paper, choice) for paper, choice, _ in chosen])
            _forget()
            clear_input()
            st.rerun()

    dialog()


@st.fragment(run_every=_POLL_SECONDS)
def show_run(run: Run, words: Words) -> None:
    """Show how far a load is, file by file; when it is over, the page shows what came of it."""
    if run.over:
        st.rerun()
    st.markdown(words("article.running"))
    done, size = run.done, len(run.steps)
    name = plain(run.steps[min(done, size - 1)].paper.incoming.name)
    st.progress(done / size, words("article.loading", n=min(done + 1, size), of=size, name=name))
    show_steps(run, words)


def show_loaded(store: Store, frame: Frame, desk: Desk, tray: Tray) -> None:
    """Show what each file loaded just now did to the graph, and offer to take it back."""
    gone = dict(tray.undone)
    if any(loaded.load and loaded.load not in gone for loaded in tray.loaded):
        said = frame.words("article.gone")
        gone = {str(row["load"]): said for row in desk.list_loads(store) if row["undone"]} | gone
    for loaded in tray.loaded:
        with st.container(border=True):
            _show_one(store, frame, loaded, gone)


def show_failed(tray: Tray, words: Words) -> None:
    """Say of each file that could not be loaded why, and how many were not tried after it."""
    for paper in tray.papers:
        if paper.errors:
            failed = words("article.failed", name=plain(paper.incoming.name))
            said = "  \n".join([failed, *say_notes(paper.errors, words)])
            st.error(said)
    if tray.run is None:
        return
    if tray.run.left:
        st.warning(words.count("article.stopped", tray.run.left))
    broken, tray.run.broken = tray.run.broken, None
    if broken is not None:
        raise broken


def _coming(chosen: Chosen) -> bool:
    """Whether loading a file brings anything that the graph does not hold."""
    paper, choice, preview = chosen
    new = any(line.standing != "known" and line.claim not in choice.left_out for line in preview.lines)
    return new or bool(paper.incoming.judgements)


def _notes(chosen: Sequence[Chosen], words: Words) -> list[str]:
    left_out = sum(len(choice.left_out) for _, choice, _ in chosen)
    corrected = sum(len(choice.typed) for _, choice, _ in chosen)
    return [
        *([words.count("article.left_out", left_out)] if left_out else []),
        *([words.count("article.corrections", corrected)] if corrected else []),
        *([words("article.each")] if len(chosen) > 1 else []),
        words("article.undoable"),
    ]


def _ask(tray: Tray) -> None:
    """Ask before loading, and decide anew for that: another page may have changed the graph meanwhile."""
    st.session_state[_ASKED] = tray.id
    show_address(tray)
    tray.forget_decisions()


def _forget() -> None:
    st.session_state.pop(_ASKED, None)


def _show_one(store: Store, frame: Frame, loaded: Loaded, gone: Mapping[str, str]) -> None:
    words = frame.words
    st.markdown(f"**{plain(loaded.name)}**")
    if loaded.errors:
        said = "  \n".join(say_notes(loaded.errors, words))
        st.error(said)
    if loaded.load is None:
        st.info(words("article.nothing_new"))
    elif loaded.load in gone:
        st.success(gone[loaded.load])
    else:
        st.success(words("article.done"))
        show_done(find_load_changes(store.ask, loaded.load), frame)
        with st.container(horizontal=True, vertical_alignment="center"):
            key = f"article.undo.{loaded.load}"
            st.button(words("loads.undo"), key=key, on_click=ask_undo, args=(loaded.load, loaded.name))
            frame.link(words("article.see_load"), "loads", {"load": loaded.load})
