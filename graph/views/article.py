"""The page that adds articles or tables: 1 paste or upload, 2 look at what was read, 3 confirm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph.catalog import Catalog
from graph.difference import say_difference
from graph.incoming import Line, Preview
from graph.store import Store
from graph.views.desk import Desk
from graph.views.frame import Frame
from graph.views.heading import show_heading
from graph.views.marks import mark_text
from graph.views.palette import read_palette
from graph.views.rows import show_plain_rows
from graph.views.states import told
from graph.views.words import Words, plain

File = tuple[str, bytes]
_KINDS = ["txt", "html", "pdf", "docx", "csv", "xlsx"]
_MEGABYTES = 5
_FILES, _ASKED, _LOADED, _SEEN = "article.files", "article.asked", "article.loaded", "article.seen"
_CHANGES = ("kind", "person_id", "person", "post", "before", "after")
_SHOWN = ("event", "person", "role", "organization", "date", "until", "action")
_HEIGHT = 460


def show(store: Store, catalog: Catalog, frame: Frame, desk: Desk) -> None:
    """Show the steps as far as they are taken."""
    words = frame.words
    show_heading(frame, words("page.article"), {})
    st.markdown(words("article.intro"))
    _show_input(words)
    with told(words):
        if (loaded := st.session_state.get(_LOADED)) is not None:
            _show_loaded(store, catalog, frame, loaded)
        files: Sequence[File] = st.session_state.get(_FILES, ())
        left_out: dict[str, set[str]] = {}
        for number, file in enumerate(files):
            left_out[file[0]] = _show_file(store, frame, desk, file=file, number=number)
        if files and st.button(words("article.load"), type="primary", key="article.load"):
            st.session_state[_ASKED] = True
        if files and st.session_state.get(_ASKED):
            _confirm(store, frame, desk, files, left_out)


def _show_input(words: Words) -> None:
    st.subheader(words("article.step1"), anchor=False)
    with st.form("article.input", border=True):
        st.text_area(words("article.paste"), key="article.text", height=160)
        st.file_uploader(
            words("article.upload", n=_MEGABYTES),
            type=_KINDS,
            accept_multiple_files=True,
            max_upload_size=_MEGABYTES,
            key="article.upload",
        )
        st.form_submit_button(words("article.look"), type="primary", on_click=_take, key="article.look")


def _take() -> None:
    """Keep what was pasted and uploaded for the next step."""
    state = st.session_state
    pasted = state["article.text"].strip()
    files: list[File] = [(each.name, each.getvalue()) for each in state["article.upload"] or ()]
    if pasted:
        files.insert(0, ("pasted.txt", pasted.encode()))
    state[_FILES] = files
    for key in (_LOADED, _ASKED, _SEEN):
        state.pop(key, None)


def _show_file(store: Store, frame: Frame, desk: Desk, *, file: File, number: int) -> set[str]:
    """Show one file as it would come in; return the statements that the reader leaves out."""
    words, name = frame.words, file[0]
    with st.container(border=True):
        with st.spinner(words("article.reading"), show_time=True):
            preview = _look(store, desk, file, set())
        st.subheader(words("article.step2", name=plain(name)), anchor=False)
        for note in preview.notes:
            st.caption(plain(note.say(words.lang)))
        if not preview.lines:
            st.info(words("article.nothing"))
            return set()
        st.caption(words("article.legend"))
        left, right = st.columns(2, gap="medium") if preview.text is not None else (None, st.container())
        if left is not None and preview.text is not None:
            with left.container(height=_HEIGHT, border=True):
                st.html(mark_text(preview.text, preview.lines, read_palette()))
        with right:
            left_out = _show_lines(preview.lines, words, number)
        follows = preview.follows if not left_out else _look(store, desk, file, left_out).follows
        st.markdown(words("article.follows", follows=plain(say_difference(follows).say(words.lang))))
        return left_out


def _look(store: Store, desk: Desk, file: File, left_out: set[str]) -> Preview:
    """Look at a file once for each choice of statements: a page runs anew at every touch."""
    seen: dict[object, Preview] = st.session_state.setdefault(_SEEN, {})
    key = (*file, frozenset(left_out))
    if key not in seen:
        seen[key] = desk.preview(store, *file, left_out)
    return seen[key]


def _show_lines(lines: Sequence[Line], words: Words, number: int) -> set[str]:
    rows = [_make_row(place, line, words) for place, line in enumerate(lines, start=1)]
    names = {name: st.column_config.Column(words(f"article.{name}")) for name in ("number", "standing", *_SHOWN)}
    config: dict[str, Any] = {**names, "load": st.column_config.CheckboxColumn(words("article.load?"))}
    edited = st.data_editor(
        rows,
        column_config=config,
        disabled=["number", "standing", *_SHOWN],
        hide_index=True,
        height=_HEIGHT,
        key=f"article.lines.{number}",
    )
    return {line.claim for line, row in zip(lines, edited, strict=True) if not row["load"]}


def _make_row(place: int, line: Line, words: Words) -> Mapping[str, Any]:
    return {
        "load": True,
        "number": place,
        "standing": words(f"article.{line.standing}"),
        "event": words.named("event", line.event or ""),
        "person": line.person,
        "role": line.role,
        "organization": line.organization,
        "date": words.day(line.date) if line.date else None,
        "until": words.day(line.until) if line.until else None,
        "action": line.action,
    }


def _confirm(store: Store, frame: Frame, desk: Desk, files: Sequence[File], left_out: Mapping[str, set[str]]) -> None:
    words = frame.words

    @st.dialog(words("article.step3"), on_dismiss=_forget)
    def dialog() -> None:
        st.markdown(words("article.confirm", names=plain(", ".join(name for name, _ in files))))
        if n := sum(map(len, left_out.values())):
            st.caption(words("article.left_out", n=words.number(n)))
        if st.button(words("article.load"), type="primary", key="article.sure"):
            with told(words):
                with st.spinner(words("article.loading"), show_time=True):
                    loads = [desk.load(store, name, content, left_out[name]) for name, content in files]
                st.session_state[_LOADED] = [load for load in loads if load is not None]
                _forget()
                st.session_state.pop(_FILES, None)
                st.rerun()

    dialog()


def _forget() -> None:
    st.session_state.pop(_ASKED, None)


def _show_loaded(store: Store, catalog: Catalog, frame: Frame, loads: Sequence[str]) -> None:
    words = frame.words
    if not loads:
        st.info(words("article.nothing_new"))
    for load in loads:
        st.success(words("article.done"))
        changes = catalog.ask(store, "load_changes", {"load": load}, today=frame.today).rows
        show_plain_rows(frame, _CHANGES, changes, at=frame.today, alt=words("article.done"))
        frame.link(words("article.undo"), "loads", {"load": load})
