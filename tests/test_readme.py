"""The two READMEs keep their word: same commands, all of which exist; variables, tables, links and files as they are."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from graph.catalog import read_catalog
from graph.commands_parser import parse_command as parse_graph_command
from graph.errors import UsageError
from loaders.commands_check import check_gazetteers
from loaders.commands_parser import parse_command as parse_loaders_command
from loaders.tables.columns import FORMS

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
ROOT = Path(__file__).resolve().parents[1]
README, README_VI = ROOT / "README.md", ROOT / "README.vi.md"
BOTH = (README, README_VI)
PYTHON = ".venv/bin/python"
VARIABLE = re.compile(r"\b(?:NEO4J|CADRES)_[A-Z0-9_]+\b")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Not Python and not make: what else a reader is told to run.
FOREIGN = ("sudo apt-get install ", "set -a; . ./.env; set +a", "docker compose up ")
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a code block: variables set in front of it, and its words."""

    line: str

    @property
    def variables(self) -> list[str]:
        return [word for word in shlex.split(self.line) if re.match(r"[A-Z0-9_]+=", word)]

    @property
    def words(self) -> list[str]:
        return shlex.split(self.line)[len(self.variables) :]

    @property
    def module(self) -> str | None:
        return self.words[2] if self.words[:2] == [PYTHON, "-m"] else None

    @property
    def argv(self) -> list[str]:
        return self.words[3:]


def blocks(path: Path, kind: str) -> list[str]:
    return [body for found, body in FENCE.findall(path.read_text("utf-8")) if found == kind]


def commands(path: Path) -> list[Command]:
    return [Command(line) for body in blocks(path, "sh") for line in body.splitlines()]


def of_module(module: str) -> list[Command]:
    return [command for command in commands(README) if command.module == module]


def show(command: Command) -> str:
    return " ".join(command.argv[:2])


def headings(path: Path) -> list[int]:
    text = FENCE.sub("", path.read_text("utf-8"))
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


# --- the two languages --------------------------------------------------------------------------------------------


def test_both_languages_show_the_same_commands() -> None:
    assert [command.line for command in commands(README)] == [command.line for command in commands(README_VI)]
    assert len(commands(README)) > 15


@pytest.mark.parametrize("kind", ["yaml", "ini"])
def test_both_languages_show_the_same_settings(kind: str) -> None:
    assert blocks(README, kind) == blocks(README_VI, kind) != []


def test_both_languages_have_the_same_parts() -> None:
    assert headings(README) == headings(README_VI)
    assert len(headings(README)) > 8


# --- the commands -------------------------------------------------------------------------------------------------


def test_every_command_is_of_a_kind_that_is_checked_here() -> None:
    strange = [
        command.line
        for command in commands(README)
        if command.module not in ("graph", "loaders")
        and command.words[:1] != ["make"]
        and not shlex.join(command.words).startswith(FOREIGN)
        and command.line not in FOREIGN
    ]
    assert strange == []


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_make_has_the_targets(path: Path) -> None:
    targets = set(re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = set(re.findall(r"`make (\w+)`", path.read_text("utf-8")))
    told |= {command.words[1] for command in commands(path) if command.words[:1] == ["make"]}
    assert told >= {"app", "test"}
    assert told <= targets


@pytest.mark.parametrize("command", of_module("graph"), ids=show)
def test_the_command_line_of_graph_takes_it(command: Command) -> None:
    said, _ = parse_graph_command(command.argv, "en")
    assert said.command == command.argv[0]


@pytest.mark.parametrize("command", of_module("loaders"), ids=show)
def test_the_command_line_of_loaders_takes_it(command: Command) -> None:
    assert parse_loaders_command(command.argv, "en").command == command.argv[0]


def test_a_command_that_is_not_there_would_be_seen() -> None:
    with pytest.raises(UsageError):
        parse_graph_command(["export", "csv", "out/", "--nonesuch"], "en")
    with pytest.raises(UsageError):
        parse_loaders_command(["load"], "en")


def test_the_questions_asked_are_there_with_their_parameters() -> None:
    asked = [command.argv for command in of_module("graph") if command.argv[0] == "ask"]
    assert {"concurrent_posts", "search"} <= {argv[1] for argv in asked}
    queries = read_catalog().queries
    for argv in asked:
        given = {word.partition("=")[0] for before, word in zip(argv, argv[1:], strict=False) if before == "--param"}
        assert given <= {param.name for param in queries[argv[1]].params}


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_options_named_in_the_text_are_there(path: Path) -> None:
    text = FENCE.sub("", path.read_text("utf-8"))
    options = set(re.findall(r"(--[a-z-]+)`", text))
    sources = [ROOT / "graph" / "commands_parser.py", ROOT / "loaders" / "commands_parser.py"]
    known = set().union(*(re.findall(r'"(--[a-z-]+)"', source.read_text("utf-8")) for source in sources))
    assert options >= {"--help", "--force", "--strict", "--explain"}
    assert options <= known


def run(command: Command, argv: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line of README as it stands, on the sample, in English."""
    assert command.module is not None
    return subprocess.run(
        [sys.executable, "-m", command.module, *argv],
        cwd=ROOT,
        env={**os.environ, **environ, "LANG": "en_US.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


# A phrase that the answer must hold, derived from the sample's own files: see loaders/sample/SOURCES.md.
READING = {
    "graph questions": "concurrent_posts",
    "graph ask search": "Nguyễn Văn Thể",
    "graph ask person_posts": "(3 rows)",
    "graph ask concurrent_posts": "Vũ Việt Trang",
    "graph why": "Phạm Bình Minh: Bộ trưởng, Bộ Ngoại giao\n",
    "graph status": "Tenure: ",
    "loaders extract loaders/sample": "gain chỉ định: Trần Thị Hiền - Ủy viên - Ban Thường vụ",
    "loaders loads": "tenures.csv",
}


def reading(start: str) -> Command:
    """Find the one line of README that begins so."""
    found = [command for command in commands(README) if " ".join(command.words[2:]).startswith(start)]
    assert len(found) == 1, f"{start}: {len(found)} lines"
    return found[0]


@pytest.mark.server
@pytest.mark.parametrize(("start", "phrase"), READING.items(), ids=list(READING))
def test_a_command_that_only_reads_does_what_it_says(sample: SampleGraph, start: str, phrase: str) -> None:
    command = reading(start)
    done = run(command, command.argv, sample.environ)
    assert done.returncode == 0, done.stderr
    assert phrase in done.stdout


@pytest.mark.server
def test_the_export_writes_tables(sample: SampleGraph, tmp_path: Path) -> None:
    command = reading("graph export csv")
    done = run(command, [*command.argv[:-1], str(tmp_path / "out")], sample.environ)
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (tmp_path / "out").glob("*.csv")}
    assert {form.name for form in FORMS if form.table is not None} == {name.removesuffix(".csv") for name in written}


# --- variables, tables, files -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_variables_are_those_that_the_settings_read(path: Path) -> None:
    tree = ast.parse((ROOT / "graph" / "settings.py").read_text("utf-8"))
    words = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    read = {word for word in words if VARIABLE.fullmatch(word)}
    assert "NEO4J_URI" in read
    assert set(VARIABLE.findall(path.read_text("utf-8"))) == read


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_columns_are_those_of_the_tables(path: Path) -> None:
    shown = {
        cells[0][0]: (tuple(cells[1]), tuple(cells[2]))
        for line in path.read_text("utf-8").splitlines()
        if len(cells := [re.findall(r"`([^`]+)`", cell) for cell in line.strip("|").split(" | ")]) == 3 and cells[0]
    }
    assert shown == {
        form.name: (form.required, tuple(name for name in form.own if name not in form.required)) for form in FORMS
    }


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_mapping_is_the_one_that_is_there(path: Path) -> None:
    mapping = ROOT / "loaders" / "tables" / "mappings" / "ifg-ministers.yaml"
    (shown,) = blocks(path, "yaml")
    assert yaml.safe_load(shown) == yaml.safe_load(mapping.read_text("utf-8"))


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_words_of_ones_own_are_taken(path: Path, tmp_path: Path) -> None:
    (shown,) = blocks(path, "tsv")
    (tmp_path / "surnames.tsv").write_text(shown, encoding="utf-8")
    assert check_gazetteers(tmp_path, "en") == ([f"{tmp_path}: 1 entries, 1 examples are read as they say"], True)


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_settings_of_the_server_are_those_of_our_own(path: Path) -> None:
    (shown,) = blocks(path, "ini")
    ours = (ROOT / "graph" / "server" / "home.py").read_text("utf-8").splitlines()
    docker = (ROOT / "compose.yaml").read_text("utf-8")
    for line in shown.splitlines():
        key, _, value = line.partition("=")
        assert line in ours
        # Neo4j's image takes a key with `_` doubled and `.` made `_`.
        assert f'NEO4J_{key.replace("_", "__").replace(".", "_")}: "{value}"' in docker


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_links_and_pictures_lead_to_files(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8"))
    near = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert len(near) > 8
    assert [link for link in near if not (ROOT / link).is_file()] == []


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.name)
def test_the_house_is_as_drawn(path: Path) -> None:
    (drawn,) = blocks(path, "text")
    rooms = [line.split()[0] for line in drawn.splitlines()]
    named = re.findall(r"\(((?:graph|loaders)/[\w/]+)\)", drawn)
    assert len(rooms) == 6
    assert len(named) == 2
    assert [room for room in (*rooms, *named) if not (ROOT / room).exists()] == []
