"""The queries of a session: the newest first, each once, in one line."""

from __future__ import annotations

from graph.views.console import find_names
from graph.views.editor import Caret, make_data
from graph.views.history import put_first, shorten
from graph.views.words import read_words


def test_the_newest_comes_first_and_each_once() -> None:
    assert put_first(["a", "b", "c"], "b") == ["b", "a", "c"]
    assert put_first(["a", "b"], "c", most=2) == ["c", "a"]


def test_a_query_is_told_in_one_line() -> None:
    assert shorten("RETURN\n  1") == "RETURN 1"
    assert shorten("x" * 80) == "x" * 70 + " …"


def test_the_editor_offers_the_parameters_as_far_as_they_can_be_read() -> None:
    assert find_names('{"name": "Minh", "at": 1}') == ["name", "at"]
    assert find_names("{oops") == []


def test_the_editor_is_told_text_schema_and_caret() -> None:
    schema = {"labels": ["Person"], "types": ["HELD"], "keys": ["name"], "params": []}
    told = make_data(read_words("en"), schema, text="RETURN 1", revision=3, caret=Caret(1, 9, number=2))
    assert told == {
        "text": "RETURN 1",
        "revision": 3,
        "caret": {"line": 1, "column": 9, "number": 2},
        "schema": schema,
        "strings": {"label": "Cypher query"},
    }
