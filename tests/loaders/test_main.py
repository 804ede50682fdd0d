"""The command line of `python -m loaders`: help, wrong lines, and load to undo on a real server."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.store import open_store
from tests.conftest import Servers
from tests.loaders.command_line import ARTICLE, TABLE, run, write

ROOT = Path(__file__).resolve().parents[2]


# --- help and wrong command lines ------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [[], ["extract"], ["load"], ["loads"], ["undo"], ["check-gazetteers"]])
@pytest.mark.parametrize(("lang", "mark"), [("vi", "ví dụ"), ("en", "example")])
def test_every_help_shows_an_example(command: list[str], lang: str, mark: str) -> None:
    said = run(*command, "--help", "--lang", lang)
    assert (said.status, said.errors) == (0, "")
    assert f"{mark}: python -m loaders {command[0] if command else 'load'}" in said.out


WRONG = [
    ([], "the following arguments are required: COMMAND", "thiếu: COMMAND"),
    (["load"], "the following arguments are required: FILE", "thiếu: FILE"),
    (["extract"], "the following arguments are required: FILE", "thiếu: FILE"),
    (["undo"], "the following arguments are required: LOAD", "thiếu: LOAD"),
    (
        ["load", "x.csv", "--jobs", "0"],
        "--jobs: '0' should be a whole number from 1 to 64",
        "--jobs: «0» phải là một số nguyên từ 1 đến 64",
    ),
    (["load", "x.csv", "--fast"], "unrecognized arguments: --fast", "không hiểu: --fast"),
    (["load", "x.csv", "--mapping"], "argument --mapping: expected one argument", "--mapping cần một giá trị"),
    (
        ["load", "x.csv", "--published", "hôm qua"],
        "--published: 'hôm qua' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY",
        "--published: «hôm qua» không phải là ngày; hãy viết YYYY, YYYY-MM, YYYY-MM-DD hoặc DD/MM/YYYY",
    ),
    (
        ["load", "x.txt", "--url", "bao.example"],
        "--url: 'bao.example' is not the address of a page",
        "--url: «bao.example» không phải địa chỉ một trang",
    ),
    (["extract", "x.txt", "--format", "xml"], "--format: invalid choice: 'xml'", "--format: 'xml' không hợp lệ"),
]  # fmt: skip


@pytest.mark.parametrize(("argv", "en", "vi"), WRONG)
def test_a_wrong_command_line(argv: Sequence[str], en: str, vi: str) -> None:
    english, vietnamese = run(*argv), run(*argv, env={"LANG": "vi_VN.UTF-8"})
    assert (english.status, vietnamese.status, english.out) == (2, 2, "")
    assert en in english.errors and "--help`" in english.errors
    assert vi in vietnamese.errors and vietnamese.errors.startswith("dòng lệnh sai: ")


# --- as a process ----------------------------------------------------------------------------------------------


def _start(*argv: str | Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "loaders", *map(str, argv)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_an_interrupt_is_a_sentence(tmp_path: Path) -> None:
    pipe = tmp_path / "never.txt"
    os.mkfifo(pipe)
    process = _start("extract", pipe, "--lang", "en")
    writer = os.open(pipe, os.O_WRONLY)  # opens once the command is reading
    try:
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    finally:
        os.close(writer)
    assert process.returncode == 1
    assert errors.decode() == "Interrupted; the same command goes on where it stopped.\n"


def test_an_interrupt_ends_all_processes_that_read(tmp_path: Path) -> None:
    pipe = tmp_path / "b.txt"
    write(tmp_path, "a.txt", ARTICLE)
    os.mkfifo(pipe)
    process = _start("extract", tmp_path / "a.txt", pipe, "--jobs", "2", "--lang", "en")
    writer = os.open(pipe, os.O_WRONLY)
    try:
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    finally:
        os.close(writer)
    assert process.returncode == 1
    assert errors.decode() == "Interrupted; the same command goes on where it stopped.\n"


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    lines = [json.dumps({"doc_id": str(n), "text": ARTICLE}, ensure_ascii=False) for n in range(300)]
    process = _start("extract", write(tmp_path, "many.jsonl", "\n".join(lines)))
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    with process.stderr:
        errors = process.stderr.read()
    assert process.wait(timeout=120) == 0
    assert errors == b""


# --- load, loads, undo -----------------------------------------------------------------------------------------


@pytest.fixture
def env(servers: Servers) -> dict[str, str]:
    settings = servers.settings("5.26")
    servers.address("5.26")
    return {
        "CADRES_HOME": str(settings.home),
        "CADRES_CACHE": str(settings.cache),
        "CADRES_NEO4J": settings.neo4j_version,
        "CADRES_IDLE": str(settings.idle_seconds),
    }


@pytest.fixture
def loaded(env: dict[str, str], tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A table in the graph, with the id of its load; taken back afterwards."""
    path = write(tmp_path, "bang.csv", TABLE)
    said = run("load", path, "--published", "2024-01-01", env=env)
    assert (said.status, said.errors) == (0, "")
    assert said.out == f"{path}: added 2, changed 0, closed 0, skipped 0, doubted 0\n"
    load = _loads(env)[-1].split("  ")[0]
    yield path, load
    run("undo", load, env=env)


def _loads(env: dict[str, str]) -> list[str]:
    said = run("loads", env=env)
    assert (said.status, said.errors) == (0, "")
    return said.out.splitlines()


@pytest.mark.server
def test_a_load_is_listed_skipped_and_undone(env: dict[str, str], loaded: tuple[Path, str]) -> None:
    path, load = loaded
    assert re.fullmatch(rf"{load}  \d{{4}}-\d\d-\d\d \S+  bang\.csv \(input-\w+\)", _loads(env)[-1])
    before = len(_loads(env))
    again = run("load", path, "--published", "2024-01-01", "--lang", "vi", env=env)
    assert again.status == 0
    assert again.out.startswith(f"{path}: thêm 0, đổi 0, kết thúc 0, bỏ qua 2, nghi ngờ 0\n")
    assert len(_loads(env)) == before
    seen = run("undo", load, "--dry-run", env=env)
    told = rf"Taking back {load} \(bang\.csv \(input-\w+\)\) would change: 2 tenures gone, 2 persons gone\.\n"
    assert re.fullmatch(told + "Dry run: nothing was written.\n", seen.out)
    undone = run("undo", load, env=env)
    assert undone.status == 0
    assert re.fullmatch(told + "Taken back.\n", undone.out)
    gone = run("undo", load, env=env)
    assert gone.status == 1
    assert gone.errors == (
        f"no load with the id '{load}' is in the graph (maybe it was taken back already); "
        "see the page Loads or python -m loaders loads\n"
    )


@pytest.mark.parametrize(
    ("files", "en", "vi"),
    [
        (["a.txt", "b.txt"], "--url is the address of one text", "--url là địa chỉ của một bài"),
        (["a.jsonl"], "--url is the address of one text", "--url là địa chỉ của một bài"),
        (["a.txt", "b.csv"], "b.csv is a table", "b.csv là bảng"),
    ],
)
def test_an_address_is_of_one_text(tmp_path: Path, files: list[str], en: str, vi: str) -> None:
    env = {"CADRES_HOME": str(tmp_path / "none")}
    for lang, told in (("en", en), ("vi", vi)):
        said = run("load", *files, "--url", "https://bao.example/1", "--lang", lang, env=env)
        assert (said.status, said.out) == (2, "")
        assert told in said.errors
    assert not (tmp_path / "none").exists()


@pytest.mark.server
def test_a_text_is_loaded_with_where_it_was_published(env: dict[str, str], tmp_path: Path) -> None:
    path = write(tmp_path, "bai.txt", ARTICLE)
    said = run("load", path, "--publisher", "Báo Mẫu", "--url", "https://bao.example/1", env=env)
    assert said.status == 0
    load = _loads(env)[-1].split("  ")[0]
    with open_store(Settings.from_env(env)) as store:
        (source,) = store.ask("MATCH (s:Source {publisher: 'Báo Mẫu'}) RETURN s.url AS url")
    assert source["url"] == "https://bao.example/1"
    assert run("undo", load, env=env).status == 0


@pytest.mark.server
def test_a_dry_run_writes_nothing(env: dict[str, str], tmp_path: Path) -> None:
    before = _loads(env)
    path = write(tmp_path, "bang.csv", TABLE)
    said = run("load", path, "--published", "2024-01-01", "--dry-run", env=env)
    assert said.out == (f"Dry run: nothing was written.\n{path}: added 2, changed 0, closed 0, skipped 0, doubted 0\n")
    assert _loads(env) == before


@pytest.mark.server
@pytest.mark.parametrize(("strict", "added"), [(False, 2), (True, 0)])
def test_a_bad_row_is_told_and_the_rest_goes_on(env: dict[str, str], tmp_path: Path, strict: bool, added: int) -> None:
    path = write(tmp_path, "bang.csv", TABLE + "Hà Thử,Giám đốc,Sở Thử,mai,\n")
    flags = ["--strict"] if strict else []
    said = run("load", path, *flags, env=env)
    load = _loads(env)[-1].split("  ")[0]
    if not strict:
        run("undo", load, env=env)
    assert said.status == 1
    sums, *lines = said.out.splitlines()
    assert sums.startswith(f"{path}: added {added}, ")
    assert (
        "  error: bang.csv, row 4, column started: 'mai' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY"
    ) in lines


@pytest.mark.server
def test_a_mapping_that_is_not_there(env: dict[str, str], tmp_path: Path) -> None:
    path = write(tmp_path, "bang.csv", TABLE)
    said = run("load", path, "--mapping", tmp_path / "m.yaml", env=env)
    assert said.status == 1
    assert said.errors.startswith("m.yaml: the file cannot be opened (No such file or directory)")
