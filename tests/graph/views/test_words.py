"""The words of the pages: every key that a page names is kept, and all that the questions can show has a word."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from graph.catalog import read_catalog
from graph.views.words import LANGS, choose_lang, plain, read_words

VIEWS = Path(__file__).resolve().parents[3] / "graph" / "views"


def test_every_key_that_a_page_names_is_kept() -> None:
    """A call `words("key")` or `words.count("key", n)` with a literal key finds it."""
    kept = read_words("vi").table
    missing = []
    for path in VIEWS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            called = ast.unparse(node.func)
            if called in ("words", "frame.words") and node.args[0].value not in kept:
                missing.append((path.name, node.args[0].value))
            if called.endswith("words.count") and f"{node.args[0].value}.many" not in kept:
                missing.append((path.name, node.args[0].value))
    assert missing == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_column_and_parameter_of_the_questions_has_a_name(lang: str) -> None:
    table = read_words("vi" if lang == "vi" else "en").table
    queries = read_catalog().queries.values()
    wanted = {f"column.{column.name}" for query in queries for column in query.columns}
    wanted |= {f"param.{param.name}" for query in queries for param in query.params}
    assert wanted - table.keys() == set()


def test_no_page_prints_a_literal_sentence() -> None:
    """What `st` shows comes from the words; file types and signs are the same in both languages."""
    literal = re.compile(r"""\bst\.(?:write|title|header|subheader|info|warning|error|success)\(\s*f?["']""")
    assert [path.name for path in VIEWS.glob("*.py") if literal.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("asked", "locale", "chosen"),
    [
        ("vi", "en-US", "vi"),
        ("en", "vi-VN", "en"),
        (None, "vi-VN", "vi"),
        (None, "en-GB", "en"),
        (None, None, "vi"),
        ("xx", "fr", "en"),
    ],
)
def test_the_language_is_the_addresss_else_the_browsers(asked: str | None, locale: str | None, chosen: str) -> None:
    assert choose_lang(asked, locale) == chosen


def test_markdown_in_a_name_shows_as_it_stands() -> None:
    assert plain("**A** [b](c) <i>  :red[d]\n$x$") == r"\*\*A\*\* \[b\]\(c\) \<i\> \:red\[d\] \$x\$"
