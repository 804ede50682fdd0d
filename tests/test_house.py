"""The house keeps its own rules: STYLE as tests. Every rule is shown first to see what it forbids."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import house_rules as rules
from tests.house_rules import Module, Rule

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("graph", "loaders", "tests")
FOLDERS = (*PACKAGES, "queries", "docs", ".ci", ".streamlit")
MADE = {"node_modules", "__pycache__"}
TEXTS = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".cypher",
    ".json",
    ".lock",
    ".tsv",
    ".csv",
    ".jsonl",
    ".js",
}
DATA = ("tests/fixtures/", "loaders/sample/", "loaders/gazetteers/", "graph/views/components/dist/")
IMPORTED_AS = {"PyYAML": "yaml", "python-docx": "docx"}
# Read by others in our name: nothing here to import.
NOT_IMPORTED = {"neo4j-rust-ext"}  # the driver finds it by itself
# In pieces, so that this file does not name what it looks for.
HOSTS = [
    "pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "repo1." + "maven", "repo." + "maven",
    "deb." + "debian.org", "crates" + ".io", "proxy." + "golang.org",
]  # fmt: skip
HOST = re.compile("|".join(re.escape(host) for host in HOSTS))
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:work|root|home|Users)/\w")
MARK = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")

RULES: list[tuple[Rule, str, str]] = [
    (rules.file_is_short, "graph/a.py", "x = 1\n" * 300),
    (rules.file_is_short, "app.py", "x = 1\n" * 81),
    (rules.functions_are_short, "graph/a.py", "def f():\n" + "    x = 1\n" * 39),
    (rules.few_positional_parameters, "graph/a.py", "def f(a, b, c, d, e, g): ..."),
    (rules.opens_with_a_docstring, "graph/a.py", "x = 1"),
    (rules.name_says_something, "graph/helpers.py", ""),
    (rules.name_says_something, "graph/utils/a.py", ""),
    (rules.identifiers_are_ascii, "graph/a.py", "tên = 1"),
    (rules.environment_is_read_on_top, "graph/a.py", "import os\nx = os.environ['A']"),
    (rules.environment_is_read_on_top, "graph/a.py", "import os\nx = os.getenv('A')"),
    (rules.environment_is_read_on_top, "graph/a.py", "from os import environ"),
    (rules.cypher_is_whole, "graph/a.py", "q = f'MATCH (n:{label}) RETURN n'"),
    (rules.cypher_is_whole, "graph/a.py", "q = 'MATCH (n) ' + where"),
    (rules.cypher_is_whole, "graph/a.py", "q = 'MERGE (n:%s)' % label"),
    (rules.cypher_is_whole, "graph/a.py", "q = 'UNWIND $rows AS row {}'.format(x)"),
    (rules.cypher_is_whole, "graph/a.py", "q = 'EXPLAIN ' + text"),
    (rules.cypher_is_whole, "graph/a.py", "q = ' '.join(['MATCH (n)', where])"),
    (rules.cypher_is_whole, "graph/console.py", "q = 'EXPLAIN MATCH (n) ' + text"),
    (rules.nothing_happens_at_import, "graph/a.py", "WORDS = open('words.txt').read()"),
    (rules.nothing_happens_at_import, "graph/a.py", "WORDS = Path('words.txt').read_text()"),
    (rules.pages_hold_no_cypher, "graph/views/a.py", "rows = store.ask('MATCH (n) RETURN n')"),
    (
        rules.tests_patch_nothing_of_ours,
        "tests/a.py",
        "from graph import store\nmonkeypatch.setattr(store, 'a', 1)",
    ),
    (rules.tests_patch_nothing_of_ours, "tests/a.py", "monkeypatch.setattr('graph.store.ask', 1)"),
    (rules.tests_patch_nothing_of_ours, "tests/a.py", "from unittest.mock import patch"),
]
SEEN = list(dict.fromkeys(rule for rule, _, _ in RULES))


def _files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and not MADE.intersection(path.parts):
                yield path


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _modules() -> list[Module]:
    paths = [ROOT / "app.py", *(path for path in _files(*PACKAGES) if path.suffix == ".py")]
    return [Module(_name(path), path.read_text("utf-8")) for path in paths]


def _texts() -> list[tuple[str, str]]:
    """List the files that people wrote or committed, with their text."""
    top = [path for path in sorted(ROOT.iterdir()) if path.is_file()]
    paths = [path for path in [*top, *_files(*FOLDERS)] if path.suffix in TEXTS or path.suffix == ""]
    return [(_name(path), path.read_text("utf-8", errors="replace")) for path in paths]


@pytest.mark.parametrize(("rule", "path", "source"), RULES, ids=lambda value: getattr(value, "__name__", None))
def test_a_rule_sees_what_it_forbids(rule: Rule, path: str, source: str) -> None:
    assert list(rule(Module(path, source)))


@pytest.mark.parametrize("rule", SEEN, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    modules = _modules()
    assert len(modules) > 30
    broken = [f"{module.path}: {found}" for module in modules for found in rule(module)]
    assert not broken, "\n".join(broken)


def test_the_console_may_put_explain_before_a_query() -> None:
    assert list(rules.cypher_is_whole(Module("graph/console.py", "q = 'EXPLAIN ' + text"))) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (HOST, "https://files.python" + "hosted.org/x"),
        (MACHINE_PATH, "see /wo" + "rk/main"),
        (MACHINE_PATH, "'/ro" + "ot/x'"),
        (MARK, "# TO" + "DO later"),
    ],
)
def test_a_pattern_sees_what_it_forbids(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "where"),
    [(HOST, ()), (MACHINE_PATH, ()), (MARK, DATA)],
    ids=["hosts", "machine paths", "marks"],
)
def test_no_file_names_it(pattern: re.Pattern[str], where: tuple[str, ...]) -> None:
    found = []
    for name, text in _texts():
        if not name.startswith(where or ("//",)):
            found += [f"{name}:{text.count(chr(10), 0, m.start()) + 1}: {m[0]}" for m in pattern.finditer(text)]
    assert not found, "\n".join(found)


def test_python_lives_in_its_rooms_only() -> None:
    tops = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    with_python = {name for name in tops - MADE if any((ROOT / name).rglob("*.py"))}
    assert with_python == set(PACKAGES)
    assert {path.name for path in ROOT.glob("*.py")} == {"app.py"}


def test_tests_stand_where_the_code_stands() -> None:
    stray = []
    for path in _files("tests"):
        room = path.relative_to(ROOT / "tests").parts[0]
        if path.name.startswith("test_") and room in ("graph", "loaders"):
            mirrored = ROOT / path.relative_to(ROOT / "tests").parent
            if not mirrored.is_dir() and not mirrored.with_suffix(".py").is_file():
                stray.append(_name(path))
    assert stray == []


def _requirements() -> list[str]:
    """List the direct requirements: the part of requirements.txt before its first empty line."""
    chosen = (ROOT / "requirements.txt").read_text("utf-8").split("\n\n")[0]
    return [line for line in chosen.splitlines() if not line.startswith("#")]


def test_requirements_are_pinned_and_say_why() -> None:
    lines = _requirements()
    assert "streamlit" in lines[0]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+ +# .+", line)] == []


def _imported() -> set[str]:
    found: set[str] = set()
    for module in _modules():
        if module.path.startswith("tests/"):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                found |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").split(".")[0])
    return found - set(sys.stdlib_module_names) - set(PACKAGES)


def test_requirements_are_what_the_code_imports() -> None:
    required = {line.split("==")[0] for line in _requirements()}
    assert _imported() == {IMPORTED_AS.get(name, name) for name in required - NOT_IMPORTED}


def test_decisions_are_short() -> None:
    entries = re.split(r"^## ", (ROOT / "DECISIONS.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert entries
    assert [e.splitlines()[0] for e in entries if len([line for line in e.splitlines()[1:] if line]) > 12] == []


def _keys(value: Any, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {key for name, inner in value.items() for key in _keys(inner, f"{path}.{name}")}
    return {path}


def _read_locale(path: Path) -> Any:
    text = path.read_text("utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)


def test_both_languages_say_the_same_things() -> None:
    pairs = [(vi, vi.with_stem("en")) for vi in _files("graph", "loaders") if vi.stem == "vi"]
    assert pairs, "the words of the screens live in vi.* and en.* beside each other"
    for vi, en in pairs:
        assert _keys(_read_locale(vi)) == _keys(_read_locale(en)), _name(vi)


def test_every_rule_is_cited_by_a_test() -> None:
    named = re.compile(r"def test_\w*?rules?_((?:\d+(?:_and)?_)+)")
    cited = {
        int(number)
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for run in named.findall(path.read_text("utf-8"))
        for number in re.findall(r"\d+", run)
    }
    cases = (ROOT / "tests" / "queries").rglob("*.json")
    cited |= {rule for path in cases for case in json.loads(path.read_text("utf-8")) for rule in case["rules"]}
    assert set(range(1, 38)) - cited == set()
