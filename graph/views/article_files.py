"""Step 1 of adding an article: what is pasted or uploaded, each file read in turn, and a row that says how it went."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph.errors import InputError, Text
from graph.incoming import Incoming, Origin, Preview, parse_address
from graph.views.article_job import new_tray
from graph.views.desk import Desk
from graph.views.states import show_error
from graph.views.tray import File, Paper, Run, State, Step, Tray
from graph.views.words import Words, plain, read_words

_MEGABYTES = 5
_TEXT, _UPLOAD, _PUBLISHED, _ROUND = "article.text", "article.upload", "article.published", "article.round"
_PUBLISHER, _URL = "article.publisher", "article.url"
_EMPTY, _CLEAR, _WRONG = "article.empty", "article.clear", "article.wrong"
_TITLE = 60
_DATES = re.compile(r"(?<=\d)/(?=\d)")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_STATES: Mapping[State, str] = {"waiting": "…", "loading": "▶", "loaded": "✓", "known": "=", "failed": "✕"}


def show_input(words: Words, *, folded: bool) -> None:
    """Show the form that takes a text or files, folded where there is already something to look at."""
    if st.session_state.pop(_CLEAR, False):
        for key in (_TEXT, _PUBLISHER, _URL):
            st.session_state[key] = ""
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    label = words("article.another" if folded else "article.step1")
    with st.expander(label, expanded=not folded), st.form("article.input", border=False):
        st.text_area(words("article.paste"), key=_TEXT, height=160)
        _show_origin(words)
        st.file_uploader(
            words("article.upload", n=_MEGABYTES),
            accept_multiple_files=True,
            max_upload_size=_MEGABYTES,
            key=_upload_key(),
        )
        st.date_input(
            words("article.published"),
            value=None,
            max_value="today",
            format=words.day_format,
            help=words("article.published.help"),
            key=_PUBLISHED,
            width=260,
        )
        st.form_submit_button(words("article.look"), type="primary", on_click=_take, key="article.look")
    if st.session_state.pop(_EMPTY, False):
        st.info(words("article.empty"))
    if (error := st.session_state.pop(_WRONG, None)) is not None:
        show_error(words, error)


def _show_origin(words: Words) -> None:
    """Ask where the pasted text was published; a file on the web mostly says so itself."""
    publisher, url = st.columns([2, 3])
    publisher.text_input(words("article.publisher"), key=_PUBLISHER, help=words("article.publisher.help"))
    url.text_input(words("article.url"), key=_URL, placeholder="https://")


def clear_input() -> None:
    """Empty the form for the next article, when it is shown again."""
    st.session_state[_CLEAR] = True


def name_paste(text: str) -> str:
    """Name a pasted text as a file by its first line, so that it is known again among the loads."""
    first = _UNFIT.sub(" ", _DATES.sub("-", text.strip().partition("\n")[0]))
    title = " ".join(first.split())
    short = title if len(title) <= _TITLE else title[:_TITLE].rpartition(" ")[0] or title[:_TITLE]
    return f"{short.strip('. ') or 'text'}.txt"


def read_waiting(tray: Tray, desk: Desk, words: Words) -> None:
    """Read what waits, one file after the other; where a run is cut short, the next goes on, in whichever window."""

    def read(file: File) -> Incoming:
        if len(file.content) > _MEGABYTES << 20:
            return _refuse_large(file.name)
        return desk.read(file.name, file.content, tray.published, file.origin)

    if not tray.waiting:
        return
    bar = st.progress(0.0)
    while waiting := tray.waiting:
        done, size = len(tray.papers), len(tray.papers) + len(waiting)
        bar.progress(done / size, text=words("article.reading", n=done + 1, of=size, name=plain(waiting[0].name)))
        tray.take_in(waiting[0], read)
    bar.empty()


def show_files(tray: Tray, looked: Mapping[str, Preview], words: Words) -> None:
    """Show how it went with each file: a row each, or a sentence where there is but one."""
    if len(tray.papers) == 1:
        refused = tray.papers[0].incoming.refused
        if refused is not None:
            st.warning(plain(refused.say(words.lang)))
        return
    rows = [_make_row(paper, looked.get(paper.id), words) for paper in tray.papers]
    _show_rows(rows, words)


def show_steps(run: Run, words: Words) -> None:
    """Show how far a load is with each file: a row each."""
    _show_rows([_make_step(step, words) for step in run.steps], words)


def _show_rows(rows: Sequence[Mapping[str, str | None]], words: Words) -> None:
    columns: dict[str, Any] = {name: st.column_config.Column(words(f"article.{name}")) for name in ("state", "facts")}
    columns["file"] = st.column_config.TextColumn(words("article.file"), width="medium")
    columns["why"] = st.column_config.TextColumn(words("article.why"), width="large")
    st.dataframe(rows, column_config=columns, hide_index=True, placeholder="–", alt=words("article.files"))


def _upload_key() -> str:
    return f"{_UPLOAD}.{st.session_state.get(_ROUND, 0)}"


def _take() -> None:
    """Keep what was pasted and uploaded, to be read at the next run."""
    state = st.session_state
    files = [File(each.name, each.getvalue()) for each in state[_upload_key()] or ()]
    if pasted := state[_TEXT].strip():
        try:
            url = parse_address(state[_URL]) if state[_URL].strip() else None
        except InputError as error:
            state[_WRONG] = error
            return
        origin = Origin(url, state[_PUBLISHER].strip() or None)
        files.insert(0, File(name_paste(pasted), pasted.encode(), origin))
    if files:
        new_tray(tuple(files), state[_PUBLISHED])
    else:
        state[_EMPTY] = True


def _refuse_large(name: str) -> Incoming:
    vi, en = (read_words(lang)("article.too_large", name=name, n=_MEGABYTES) for lang in ("vi", "en"))
    return Incoming(name, b"", None, name, None, (), (), (), Text(vi=vi, en=en))


def _make_row(paper: Paper, preview: Preview | None, words: Words) -> dict[str, str | None]:
    incoming = paper.incoming
    if preview is None:
        why = incoming.refused.say(words.lang) if incoming.refused is not None else None
        return {"file": incoming.name, "state": f"✕ {words('article.refused')}", "facts": "0", "why": why}
    fresh = sum(1 for line in preview.lines if line.standing != "known")
    known = not fresh and not incoming.judgements
    return {
        "file": incoming.name,
        "state": f"= {words('article.already')}" if known else f"✓ {words('article.read')}",
        "facts": words("article.facts.of", n=words.number(len(preview.lines)), new=words.number(fresh)),
        "why": None,
    }


def _make_step(step: Step, words: Words) -> dict[str, str | None]:
    why = "; ".join(error.say(words.lang) for error in step.paper.errors) if step.state == "failed" else None
    return {
        "file": step.paper.incoming.name,
        "state": f"{_STATES[step.state]} {words(f'article.step.{step.state}')}",
        "why": why,
    }
