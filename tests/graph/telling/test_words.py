"""The words of the chains: each value a claim or tenure can have is told, each key that the telling names is kept."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from graph.model import CAPACITIES, EVENTS, EndBasis, Inferred, PublishedBasis, StartBasis
from graph.telling import say_inferred
from graph.words import LANGS, read_words

TELLING = Path(__file__).resolve().parents[3] / "graph" / "telling"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("field", get_args(Inferred))
def test_whatever_a_loader_can_infer_has_its_words(lang: str, field: Inferred) -> None:
    """mypy lets loaders write no other field into a claim than those of `Inferred`."""
    words = read_words("vi" if lang == "vi" else "en")
    said = say_inferred(field, "any-rule", words)
    assert said.endswith(".")
    assert said != field


def test_a_rule_may_say_it_in_its_own_words() -> None:
    words = read_words("en")
    assert "Phụ trách" in say_inferred("role", "table", words)
    assert "heading above" in say_inferred("role", "holder-line", words)
    assert say_inferred("role", "join", words) == words("inferred.role")


def test_every_basis_event_and_capacity_is_told() -> None:
    wanted = {f"why.start.{basis}" for basis in get_args(StartBasis)}
    wanted |= {f"why.end.{basis}" for basis in get_args(EndBasis)}
    wanted |= {f"why.event.{event}" for event in EVENTS}
    wanted |= {f"capacity.{capacity}" for capacity in CAPACITIES}
    wanted |= {f"published.{basis}" for basis in get_args(PublishedBasis) if basis != "stated"}
    assert wanted - read_words("vi").table.keys() == set()


def test_every_key_that_the_telling_names_is_kept() -> None:
    kept = read_words("vi").table.keys()
    called = [
        node.args[0].value
        for path in sorted(TELLING.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "words" and isinstance(node.args[0], ast.Constant)
    ]
    assert len(called) > 25
    assert set(called) - kept == set()


def test_every_word_of_the_chains_is_used() -> None:
    """A key of `why.` stands in the telling as a string, or fits one with gaps, each gap one part of a key."""
    texts = [path.read_text("utf-8") for path in (*TELLING.glob("*.py"), TELLING.parent / "commands_why.py")]
    forms = {_form(node) for text in texts for node in ast.walk(ast.parse(text))} - {None, r"\w+"}
    keys = {re.sub(r"\.(one|many)$", "", key) for key in read_words("en").table if key.startswith("why.")}
    keys |= {key for key in read_words("en").table if key.startswith("why.name.")}
    assert len(keys) > 60
    assert [key for key in keys - {"why.name"} if not any(re.fullmatch(form, key) for form in forms if form)] == []


def _form(node: ast.AST) -> str | None:
    """The pattern of the keys that a string can be."""
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.JoinedStr(values=parts):
            return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+" for part in parts)
    return None
