"""What a load would do to the graph, or did: the names new to it, and each tenure that comes, ends, changes or goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import streamlit as st

from graph.changed import TenureChange
from graph.difference import say_difference
from graph.errors import Text
from graph.incoming import Preview
from graph.views.bars import make_period
from graph.views.change_picture import SIGNS, Legend, draw_changes
from graph.views.frame import Frame, body_params, person_params, post_params
from graph.views.links import PageName
from graph.views.palette import read_palette
from graph.views.rows import show_plain_rows
from graph.views.tables import show_value
from graph.views.words import Words, plain

_MOST_NAMES = 12
_MOST_NOTES = 10
_MOST_DRAWN = 12
_DONE = ("kind", "person_id", "person", "post_id", "post", "before", "after")
_WOULD = ("kind", "person", "role", "organization", "started", "ended", "changes")


def show_would(preview: Preview, shown: int | None, frame: Frame) -> None:
    """Show what loading a file as it was chosen would do: drawn for the row looked at, or for all rows."""
    words = frame.words
    st.markdown(words("article.follows", follows=plain(say_difference(preview.follows).say(words.lang))))
    for label, names in preview.fresh.items():
        if names:
            st.caption(f"{words(f'article.fresh.{label}')}: {_say_names(names, words)}")
    _show_picture(preview, shown, frame)
    if preview.changes:
        rows = [_make_row(change, words) for change in preview.changes]
        columns = {name: st.column_config.TextColumn(words.named("column", name)) for name in _WOULD}
        columns["changes"] = st.column_config.TextColumn(words("article.changes"), width="large")
        st.dataframe(rows, column_config=columns, hide_index=True, placeholder="–", alt=words("article.would.alt"))
    doubts = [doubt for change in preview.changes for doubt in change.doubts]
    for note in say_notes((*doubts, *preview.notes), words):
        st.caption(f"⚠ {note}")


def _show_picture(preview: Preview, shown: int | None, frame: Frame) -> None:
    words = frame.words
    changes = preview.changes if shown is None else preview.changes_by(preview.lines[shown])
    if shown is not None:
        st.markdown(words("article.picture.row" if changes else "article.picture.none", n=shown + 1))
    if not changes:
        return
    if len(changes) > _MOST_DRAWN:
        st.caption(words("article.picture.many", n=words.number(len(changes)), most=_MOST_DRAWN))
        return
    alt = "; ".join(f"{change.person}: {_say_kind(change, words)}, {change.post}" for change in changes)
    dot = draw_changes(changes, Legend(read_palette(), lambda change: _say_edge(change, words), _address(frame)))
    st.graphviz_chart(dot, width="content", alt=alt)
    st.caption(words("article.picture.how"))


def _say_kind(change: TenureChange, words: Words) -> str:
    return words.named("kind", change.kind)


def _say_edge(change: TenureChange, words: Words) -> str:
    return f"{_say_kind(change, words)}, {make_period(asdict(change), words)}{' ⚠' if change.doubts else ''}"


def _address(frame: Frame) -> Callable[[PageName, str], str]:
    params: Mapping[PageName, Callable[[str, date], Mapping[str, str]]] = {
        "person": person_params,
        "post": post_params,
        "organization": body_params,
    }
    return lambda page, id: frame.address(page, params[page](id, frame.today))


def show_done(changes: Sequence[TenureChange], frame: Frame) -> None:
    """Show what a load did, with links to the people and the posts."""
    rows: list[Mapping[str, Any]] = [asdict(change) for change in changes]
    show_plain_rows(frame, _DONE, rows, at=frame.today, alt=frame.words("article.done"))


def say_notes(notes: Sequence[Text], words: Words) -> list[str]:
    """Say notes as Markdown, each once, the first few and how many more there are."""
    told = [plain(note.say(words.lang)) for note in dict.fromkeys(notes)]
    more = len(told) - _MOST_NOTES
    return told if more <= 0 else [*told[:_MOST_NOTES], words("article.more.notes", n=words.number(more))]


def _say_names(names: Sequence[str], words: Words) -> str:
    listed = "; ".join(plain(name) for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{listed}; {words('article.more', n=words.number(more))}" if more > 0 else listed


def _make_row(change: TenureChange, words: Words) -> dict[str, str | None]:
    return {
        "kind": f"{SIGNS[change.kind]} {_say_kind(change, words)}{' ⚠' if change.doubts else ''}",
        "person": change.person,
        "role": change.role or change.post,
        "organization": change.organization,
        "started": words.day(change.started) if change.started else None,
        "ended": words.day(change.ended) if change.ended else None,
        "changes": _say_changes(change, words),
    }


def _say_changes(change: TenureChange, words: Words) -> str | None:
    if change.before is None or change.after is None:
        return None
    was, will = (show_value("before", side, words) for side in (change.before, change.after))
    return f"{was} → {will}"
