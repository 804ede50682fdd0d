"""`python -m graph` on the golden graph: answers and refusals as a newcomer sees them, in both languages."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.settings import Family
from graph.store import Store
from tests.conftest import Servers
from tests.queries.conftest import golden_tables

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def env(golden: Store, servers: Servers, family: Family) -> dict[str, str]:
    """The environment of a user whose server holds the golden graph."""
    address = servers.address(family)
    return {
        **os.environ,
        "NEO4J_URI": golden.address,
        "NEO4J_USERNAME": address.username,
        "NEO4J_PASSWORD": address.password,
        "LANG": "en_US.UTF-8",
    }


def run(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "graph", *words]
    return subprocess.run(command, cwd=CHECKOUT, env=env, capture_output=True, text=True, check=False)


def count_people() -> int:
    """Count the ids that the golden tables give to people."""
    people: set[str] = set()
    for path in golden_tables("dong_linh"):
        with path.open(encoding="utf-8", newline="") as file:
            people |= {row["person_id"] for row in csv.DictReader(file) if row.get("person_id")}
    return len(people)


def test_answers_in_three_forms(env: dict[str, str]) -> None:
    asked = ("ask", "person_posts", "--param", "person=tran van lam", "--param", "at=2021-07-15")
    table = run(env, *asked)
    assert (table.returncode, table.stderr) == (0, "")
    assert table.stdout.endswith("(1 row)\nAccording to Nhà xuất bản Minh Giang\n")
    (row,) = json.loads(run(env, *asked, "--format", "json").stdout)
    (same,) = csv.DictReader(io.StringIO(run(env, *asked, "--format", "csv").stdout))
    assert row["role"] == same["role"] == "Bí thư"
    assert (row["ended"], same["ended"]) == (None, "")


def test_no_rows_says_so(env: dict[str, str]) -> None:
    done = run(env, "ask", "concurrent_posts", "--param", "at=1900-01-01", "--lang", "vi")
    assert (done.returncode, done.stdout) == (0, "Không có dòng nào.\n")


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        ("Nguyễn Văn Tiến", "hợp với 2 mục", "fits 2, give an id"),
        ("Không Ai", "không có người nào", "there is no person"),
    ],
)
def test_a_name_that_is_not_one_person(env: dict[str, str], name: str, vi: str, en: str) -> None:
    for lang, words in (("vi", vi), ("en", en)):
        done = run(env, "ask", "person_career", "--param", f"person={name}", "--lang", lang)
        assert (done.returncode, done.stdout) == (1, "")
        assert words in done.stderr
        assert done.stderr.count("\n") == 1


def test_status_tells_what_is_in_the_graph(env: dict[str, str]) -> None:
    done = run(env, "status")
    assert done.returncode == 0
    assert f"  Person: {count_people()}\n" in done.stdout
    assert env["NEO4J_URI"] in done.stdout
    assert env["NEO4J_PASSWORD"] not in done.stdout
