"""Step 2 of adding an article: the text with its sentences marked, and the rows read in it, which can be corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from graph.by_hand import FIELDS
from graph.incoming import Choice, Line, Preview
from graph.model import EVENTS
from graph.store import Store
from graph.views.desk import Desk
from graph.views.frame import Frame
from graph.views.marks import SIGNS, Look, color_of, mark_text
from graph.views.palette import read_palette
from graph.views.tray import Paper, show_line
from graph.views.words import Words, plain

_HEIGHT = 460
_SHORT = 900  # characters that need no scrolling
_FEW = 11
_FIXED = ("standing", "action", "note")
_PLAIN = ("person", "role", "organization", "date", "end", *_FIXED)


def choose(store: Store, paper: Paper, words: Words, desk: Desk) -> tuple[Choice, Preview]:
    """What the reader makes of a file so far, and what that would do to the graph."""
    as_read = paper.look(store, desk, Choice())
    editor = st.session_state.get(_key(paper), {})
    paper.edit(editor.get("edited_rows", {}))
    choice = paper.choose(as_read.lines, words)
    return choice, paper.look(store, desk, choice)


def show_lines(paper: Paper, choice: Choice, preview: Preview, frame: Frame) -> None:
    """Show the text and the table of its rows side by side, then each value that cannot be meant."""
    words, text = frame.words, paper.incoming.text
    _show_legend(words, marked=text is not None)
    if text is None:
        _edit_lines(paper, choice, preview.lines, words)
    else:
        left, right = st.columns([2, 3], gap="medium")
        with left:
            _show_text(text, paper, choice, preview.lines)
        with right:
            _edit_lines(paper, choice, preview.lines, words)
    for number, line in enumerate(preview.lines, start=1):
        if line.fault is not None:
            st.error(words("article.fault", n=number, why=plain(line.fault.say(words.lang))))


def _key(paper: Paper) -> str:
    return f"article.lines.{paper.id}"


def _show_legend(words: Words, *, marked: bool) -> None:
    palette = read_palette()
    signs = [
        f":color[{SIGNS[standing]} {words('article.' + standing)}]"
        f'{{foreground="{palette.text}" background="{color_of(standing, palette)[0]}"}}'
        for standing in ("new", "known", "contradicts")
    ]
    st.markdown(f"{' &nbsp; '.join(signs)} &nbsp; {words('article.legend' if marked else 'article.legend.table')}")


def _show_text(text: str, paper: Paper, choice: Choice, lines: Sequence[Line]) -> None:
    left_out = {row for row, line in enumerate(lines) if line.claim in choice.left_out}
    with st.container(height=_HEIGHT if len(text) > _SHORT else "content", border=True):
        st.html(mark_text(text, lines, Look(read_palette(), paper.shown, left_out)))


def _edit_lines(paper: Paper, choice: Choice, lines: Sequence[Line], words: Words) -> None:
    editable = any(line.editable for line in lines)
    rows = [_make_row(place, line, choice, words, shown=paper.shown) for place, line in enumerate(lines)]
    for place, cells in paper.edits.items():
        rows[place].update(cells)
    st.data_editor(
        rows,
        column_config=_configure(paper, words, editable=editable),
        column_order=["load", "show", "standing", *FIELDS, "action", "note"],
        disabled=_FIXED if editable else [*_FIXED, *FIELDS],
        hide_index=True,
        height=_HEIGHT if len(lines) > _FEW else "auto",
        placeholder="–",
        key=_key(paper),
        alt=words("article.alt"),
    )


def _configure(paper: Paper, words: Words, *, editable: bool) -> Mapping[str, Any]:
    columns: dict[str, Any] = {name: st.column_config.TextColumn(words(f"article.{name}")) for name in _PLAIN}
    columns["load"] = st.column_config.CheckboxColumn(words("article.load?"), width=75)
    marked = paper.incoming.text is not None
    columns["show"] = st.column_config.ButtonColumn(
        words("article.show" if marked else "article.number"),
        help=words("article.show.help" if marked else "article.number.help"),
        width=70,
        on_click=_show_row,
        args=(paper,),
        key=_show_key(paper),
    )
    columns["event"] = (
        st.column_config.SelectboxColumn(
            words("article.event"),
            width=105,
            options=EVENTS,
            format_func=lambda event: words.named("event", str(event)),
        )
        if editable
        else st.column_config.TextColumn(words("article.event"))
    )
    return columns


def _show_key(paper: Paper) -> str:
    return f"article.show.{paper.id}"


def _show_row(paper: Paper) -> None:
    """Make the row whose button was pressed stand out; pressed again, none does."""
    row = st.session_state[_show_key(paper)]["row"]
    paper.shown = None if paper.shown == row else row


def _make_row(place: int, line: Line, choice: Choice, words: Words, *, shown: int | None) -> dict[str, Any]:
    aside = " ⚠" if line.fault is not None else " ✎" if line.corrected else ""
    standing = f"{SIGNS[line.standing]} {words('article.' + line.standing)}{aside}"
    cells: dict[str, str | None] = {str(name): cell for name, cell in show_line(line, words).items()}
    if not line.editable:
        cells["event"] = words.named("event", line.event or "") if line.event else None
    return {
        "load": line.claim not in choice.left_out,
        "show": f"▶ {place + 1}" if shown == place else str(place + 1),
        "standing": standing,
        **cells,
        "action": line.action,
        "note": _note(line, words),
    }


def _note(line: Line, words: Words) -> str | None:
    if line.fault is not None:
        return f"⚠ {line.fault.say(words.lang)}"
    if line.corrected:
        fields = ", ".join(words(f"article.{name}").lower() for name in line.corrected)
        return f"✎ {words('article.corrected', fields=fields)}"
    return None
