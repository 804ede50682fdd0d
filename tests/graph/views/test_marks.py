"""A text with its sentences marked: escaped, each once, numbered as the rows, in the colour of what matters most."""

from __future__ import annotations

from typing import Any

from graph.incoming import Line, Standing
from graph.views.marks import Look, mark_text
from graph.views.palette import DARK, LIGHT


def line(standing: Standing, start: int | None, end: int | None) -> Line:
    empty: dict[str, Any] = dict.fromkeys(
        ("event", "person", "role", "organization", "date", "until", "action", "quote")
    )
    return Line(claim="c", meant="c", standing=standing, **empty, start=start, end=end)


TEXT = "A <b>. Câu một. Câu hai."
LINES = [line("new", 16, 24), line("known", 7, 15), line("contradicts", 7, 15), line("new", None, None)]


def test_sentences_are_marked_in_order_and_the_rest_is_escaped() -> None:
    html = mark_text(TEXT, LINES, Look(LIGHT))
    assert "A &lt;b&gt;. <mark" in html
    assert "Câu một. <b>[2=, 3≠]</b></mark> <mark" in html
    assert "Câu hai. <b>[1+]</b></mark></div>" in html
    first, second = html.split("<mark")[1:]
    assert LIGHT.organization.fill in first
    assert LIGHT.post.fill in second
    assert "opacity" not in html


def test_sentences_that_overlap_are_marked_as_one() -> None:
    html = mark_text("Câu một dài.", [line("new", 0, 12), line("known", 4, 7)], Look(DARK))
    assert html.count("<mark") == 1
    assert "[1+, 2=]" in html
    assert html.count("một") == 1
    assert DARK.post.fill in html


def test_the_row_looked_at_stands_out_and_the_rest_fades() -> None:
    before, first, second = mark_text(TEXT, LINES, Look(LIGHT, shown=0)).split("<mark")
    assert "opacity" in before
    assert "opacity" in first
    assert "outline" not in first
    assert "opacity" not in second
    assert "outline" in second


def test_a_row_left_out_has_no_number_and_no_colour() -> None:
    html = mark_text(TEXT, LINES, Look(LIGHT, left_out={0, 1}))
    assert "[3≠]" in html
    assert "[1" not in html
    last = html.split("<mark")[2]
    assert LIGHT.post.fill not in last
    assert "dotted" in last
