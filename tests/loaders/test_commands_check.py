"""Words of a user's own on the command line: read by `extract` and `load`, checked by `check-gazetteers`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.loaders.command_line import Said, run

ARTICLE = "Bộ Y tế bổ nhiệm ông Đỗ Văn Thử giữ chức Giám đốc Bệnh viện Bạch Mai."
ROLE = "title\taliases\tputs_back\tdefault_body\thead\trank\tenglish\texample\n"
UNIT = "Trưởng bộ phận\t-\t-\t-\tyes\t13\tHead of Unit\tTrưởng bộ phận Sở Y tế tỉnh Sơn La"


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    folder = tmp_path / "tu-vung"
    folder.mkdir()
    _write(folder, "roles.tsv", f"{ROLE}{UNIT} => Trưởng bộ phận @ Sở Y tế tỉnh Sơn La\n")
    return folder


def test_extract_reads_by_words_of_ones_own(tmp_path: Path, words: Path) -> None:
    path = _write(tmp_path, "bai.txt", "Ông Đỗ Văn Thử, Trưởng bộ phận Sở Y tế tỉnh Sơn La, phát biểu.")
    ours = run("extract", path)
    by_option = run("extract", path, "--gazetteers", words)
    by_variable = run("extract", path, env={"CADRES_GAZETTEERS": str(words)})
    assert json.loads(ours.out)["facts"] == []
    assert [fact["role"] for fact in json.loads(by_option.out)["facts"]] == ["Trưởng bộ phận"]
    assert by_option == by_variable


def test_an_option_overrules_the_variable(tmp_path: Path, words: Path) -> None:
    path = _write(tmp_path, "bai.txt", "Ông Đỗ Văn Thử, Trưởng bộ phận Sở Y tế tỉnh Sơn La, phát biểu.")
    said = run("extract", path, "--gazetteers", words, env={"CADRES_GAZETTEERS": str(tmp_path / "none")})
    assert (said.status, said.errors) == (0, "")


@pytest.mark.parametrize("command", ["extract", "load"])
def test_a_fault_in_words_of_ones_own_ends_the_command_in_one_sentence(
    tmp_path: Path, words: Path, command: str
) -> None:
    path = _write(tmp_path, "bai.txt", ARTICLE)
    _write(words, "surnames.tsv", "surname\tweight\texample\nZơ\toften\tx\n")
    english = run(command, path, "--gazetteers", words)
    vietnamese = run(command, path, "--gazetteers", words, "--lang", "vi")
    assert (english.status, english.out) == (1, "")
    assert english.errors == "surnames.tsv, line 2: column weight has 'often'; use one of: usual, rare\n"
    assert vietnamese.errors == "surnames.tsv, dòng 2: cột weight có «often»; hãy dùng một trong: usual, rare\n"


def test_check_gazetteers_reads_each_example(words: Path) -> None:
    said = run("check-gazetteers", words)
    assert said == Said(0, f"{words}: 1 entries, 1 examples are read as they say\n", "")
    assert run("check-gazetteers", env={"CADRES_GAZETTEERS": str(words)}) == said


def test_check_gazetteers_names_an_example_that_is_read_otherwise(words: Path) -> None:
    _write(words, "roles.tsv", f"{ROLE}{UNIT} => Giám đốc @ Sở Y tế tỉnh Sơn La\n")
    said = run("check-gazetteers", words)
    assert said.status == 1
    told, count = said.out.splitlines()
    assert told.startswith("roles.tsv, line 2: the example 'Trưởng bộ phận Sở Y tế tỉnh Sơn La => Giám đốc @")
    assert told.endswith("is read as: Trưởng bộ phận @ Sở Y tế tỉnh Sơn La")
    assert count == f"{words}: 1 entries, 0 examples are read as they say"


def test_check_gazetteers_needs_a_folder() -> None:
    said = run("check-gazetteers")
    assert (said.status, said.out) == (2, "")
    assert said.errors == "no folder of words was named: write its name, or set CADRES_GAZETTEERS\n"
