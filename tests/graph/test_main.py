"""`python -m graph` as a newcomer runs it: help, faults in one sentence, exit statuses, in both languages."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from graph.catalog import Answer, Column, Query, read_catalog
from graph.commands_answer import align, write_answer, write_publishers
from graph.commands_words import choose_language

CHECKOUT = Path(__file__).parents[2]
ASK = "python -m graph ask"


def run(*words: str, home: Path, lang: str = "en_US.UTF-8", **further: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, with a graph of its own."""
    env = {**os.environ, "CADRES_HOME": str(home), "LANG": lang, **further}
    command = [sys.executable, "-m", "graph", *words]
    return subprocess.run(command, cwd=CHECKOUT, env=env, capture_output=True, text=True, check=False, timeout=120)


COMMANDS = ["", "ask", "questions", "status", "serve", "stop", "export", "judge", "why", "check"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "word"), [("vi", "ví dụ: python -m graph"), ("en", "example: python -m graph")])
def test_every_help_shows_an_example(tmp_path: Path, command: str, lang: str, word: str) -> None:
    done = run("--lang", lang, *command.split(), "--help", home=tmp_path / "home")
    assert (done.returncode, done.stderr) == (0, "")
    assert word in done.stdout


def test_help_of_a_question(tmp_path: Path) -> None:
    done = run("ask", "concurrent_posts", "--help", home=tmp_path / "home")
    assert done.returncode == 0
    assert "Who held several posts at once on a day?" in done.stdout
    assert f"example: {ASK} concurrent_posts --param at=2022-01-01 --param min=3" in done.stdout
    assert "default: today" in done.stdout


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["--nope"],
        ["ask"],
        ["ask", "no_such_question"],
        ["ask", "person_posts"],
        ["ask", "person_posts", "--param", "person"],
        ["ask", "person_posts", "--param", "person=A", "--param", "person=B"],
        ["ask", "person_posts", "--param", "person=A", "--param", "when=2024-01-01"],
        ["ask", "person_posts", "--param", "person=A", "--param", "at=yesterday"],
        ["ask", "person_posts", "--param", "person=A", "--format", "xml"],
        ["export", "csv"],
        ["why"],
        ["why", "A", "--format", "csv"],
        ["export", "pdf", "out"],
        ["stop", "--now"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_one_sentence_and_status_2(tmp_path: Path, lang: str, words: list[str]) -> None:
    home = tmp_path / "home"
    done = run(*words, home=home, lang=f"{lang}_XX.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert not home.exists()  # no server was started for it


def test_both_languages_differ(tmp_path: Path) -> None:
    said = {run("ask", "nope", "--lang", lang, home=tmp_path / "home").stderr for lang in ("vi", "en")}
    assert any(text.startswith("không có câu hỏi «nope»") for text in said)
    assert any(text.startswith("there is no question 'nope'") for text in said)


def test_questions_are_listed_with_their_titles(tmp_path: Path) -> None:
    lines = run("questions", "--lang", "vi", home=tmp_path / "home").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(read_catalog().queries)
    assert any(line.endswith("Ai đã giữ chức vụ này?") for line in lines)


def test_status_and_stop_of_a_graph_never_started(tmp_path: Path) -> None:
    home = tmp_path / "home"
    status = run("status", home=home)
    assert (status.returncode, status.stderr) == (0, "")
    assert "not running" in status.stdout
    assert run("stop", home=home).stdout == "The local Neo4j is not running.\n"
    assert not home.exists()


def test_a_server_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    done = run("ask", "concurrent_posts", home=tmp_path, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert "127.0.0.1:9" in done.stderr


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    env = {**os.environ, "CADRES_HOME": str(tmp_path / "home"), "LANG": "en_US.UTF-8"}
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as out:
        command = [sys.executable, "-m", "graph", "questions"]
        done = subprocess.run(command, cwd=CHECKOUT, env=env, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("argv", "env", "lang"),
    [
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "C"}, "en"),
        ([], {}, "en"),
        (["ask", "--lang", "vi"], {"LANG": "en_US"}, "vi"),
        (["--lang=en", "ask"], {"LANG": "vi_VN"}, "en"),
        (["--lang"], {"LANG": "vi_VN"}, "vi"),
    ],
)
def test_language(argv: list[str], env: dict[str, str], lang: str) -> None:
    assert choose_language(argv, env) == lang


def _answer(rows: list[dict[str, object]]) -> Answer:
    query = read_catalog().queries["shortest_path"]
    columns = tuple(Column(name, kind) for name, kind in (("name", "text"), ("n", "int"), ("posts", "list")))
    assert isinstance(query, Query)
    return Answer(query, {}, columns, rows)


ROWS: list[dict[str, object]] = [
    {"name": "Đặng, Văn", "n": 2, "posts": [{"role": "Bí thư", "ended": None, "implied": False}]},
    {"name": None, "n": 10, "posts": []},
]


def test_table() -> None:
    assert write_answer(_answer(ROWS), "table", "en") == (
        "name       n\nĐặng, Văn  2\n    - role: Bí thư, implied: false\n           10\n(2 rows)\n"
    )
    assert write_answer(_answer([]), "table", "en") == "No rows.\n"
    assert write_answer(_answer([]), "table", "vi") == "Không có dòng nào.\n"


def test_table_counts_letters_not_code_points() -> None:
    assert align([["e\u0302\u0301", "x"], ["ab", "y"]]) == "e\u0302\u0301   x\nab  y\n"


def test_a_table_ends_with_who_published_what_it_rests_on() -> None:
    assert write_publishers(["Wikipedia tiếng Việt"], "vi") == "Theo Wikipedia tiếng Việt\n"
    assert write_publishers(["A", "B"], "en") == "According to A, B\n"
    assert write_publishers(list("ABCDEF"), "en") == "According to A, B, C, D, E, …\n"
    assert write_publishers([], "en") == ""


def test_json_and_csv() -> None:
    assert json.loads(write_answer(_answer(ROWS), "json", "en")) == ROWS
    assert json.loads(write_answer(_answer([]), "json", "en")) == []
    table = list(csv.reader(io.StringIO(write_answer(_answer(ROWS), "csv", "en"))))
    assert table[0] == ["name", "n", "posts"]
    assert table[1][:2] == ["Đặng, Văn", "2"]
    assert table[2] == ["", "10", ""]


def test_today_is_a_day_of_the_reader() -> None:
    assert read_catalog().check("concurrent_posts", {}, today=date(2024, 2, 29))["at"] == date(2024, 2, 29)
