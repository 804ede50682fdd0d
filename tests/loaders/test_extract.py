"""`python -m loaders extract`: one line a document, tables, reasons, folders, processes, texts of other languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.loaders.command_line import ARTICLE, TABLE, run, write


def test_extract_prints_one_line_a_document(tmp_path: Path) -> None:
    said = run("extract", write(tmp_path, "bai.txt", ARTICLE))
    assert (said.status, said.errors) == (0, "")
    (line,) = said.out.splitlines()
    document = json.loads(line)
    assert document["doc_id"] == "bai"
    assert set(document) == {"doc_id", "facts", "aliases", "votes"}
    (fact,) = document["facts"]
    assert (fact["person"], fact["event"], fact["role"]) == ("Đỗ Văn Thử", "gain", "Thứ trưởng")
    assert (fact["organization"], fact["action"]) == ("Bộ Y tế", "bổ nhiệm")
    assert (fact["decision_number"], fact["date"]) == ("812/QĐ-TTg", "2023-07-20")
    quote = fact["quote"]
    assert ARTICLE[quote["start"] : quote["end"]] == quote["text"]


def test_extract_as_a_table(tmp_path: Path) -> None:
    said = run("extract", write(tmp_path, "bai.txt", ARTICLE), "--format", "table")
    assert said.status == 0
    row = next(line for line in said.out.splitlines() if "Đỗ Văn Thử" in line)
    assert "gain" in row and "Thứ trưởng" in row and "Bộ Y tế" in row and "2023-07-20" in row


def test_extract_explains_and_says_why_not(tmp_path: Path) -> None:
    path = write(tmp_path, "bai.txt", ARTICLE)
    explained = run("extract", path, "--explain")
    assert explained.status == 0
    assert "Đỗ Văn Thử" in explained.out and "bổ nhiệm" in explained.out
    missing = run("extract", path, "--why-not", "Hiệu trưởng")
    assert missing.status == 0
    assert "Hiệu trưởng" in missing.out


def test_extract_explains_inside_json_where_that_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "bai.txt", ARTICLE)
    said = run("extract", path, "--format", "jsonl", "--explain", "--why-not", "Hiệu trưởng")
    document = json.loads(said.out)
    assert "bổ nhiệm" in document["facts"][0]["explanation"]
    assert document["why_not"] == "'Hiệu trưởng' does not occur in bai"


def test_a_text_without_facts_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, "thoi-tiet.txt", "Hôm nay trời nắng đẹp ở nhiều nơi.\n")
    said = run("extract", path, "--format", "table")
    assert said.out == "thoi-tiet\nthoi-tiet: no fact about a post was read\n"


def test_extract_goes_on_after_a_file_it_cannot_read(tmp_path: Path) -> None:
    table = write(tmp_path, "bang.csv", TABLE)
    gone = tmp_path / "gone.txt"
    said = run("extract", table, gone, write(tmp_path, "bai.txt", ARTICLE))
    assert said.status == 1
    assert [json.loads(line)["doc_id"] for line in said.out.splitlines()] == ["bai"]
    first, second = said.errors.splitlines()
    assert first == f"{table} is a table, not a text; load it with python -m loaders load {table}"
    assert str(gone) in second


def test_extract_takes_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ARTICLE)
    write(tmp_path, "b.txt", ARTICLE)
    said = run("extract", tmp_path)
    assert [json.loads(line)["doc_id"] for line in said.out.splitlines()] == ["a", "b"]


def test_extract_says_the_same_with_any_number_of_processes(tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, f"{number:02}.txt", ARTICLE.replace("Văn Thử", f"Văn {'ABCDEFGHIKLM'[number]}a"))
    write(tmp_path, "05.pdf", "no paper")
    write(tmp_path, "anh.jpg", "x")
    write(tmp_path, "bang.csv", TABLE)
    one, three = run("extract", tmp_path), run("extract", tmp_path, "--jobs", "3")
    assert three == one
    assert one.status == 1
    assert [json.loads(line)["doc_id"] for line in one.out.splitlines()] == [f"{number:02}" for number in range(12)]
    skipped, broken = one.errors.splitlines()
    assert skipped == f"{tmp_path}: skipped 2 files of kinds that are not read here (.jpg 1, .csv 1)"
    assert broken.startswith(f"{tmp_path / '05.pdf'} cannot be read as PDF")


FOREIGN = [
    ("en", "The prime minister signed a decision on Thursday appointing the new deputy minister of health."),
    ("fr", "Le premier ministre a nommé jeudi un nouveau directeur au département de la santé de la province."),
    ("lo", "ນາຍົກລັດຖະມົນຕີໄດ້ແຕ່ງຕັ້ງລັດຖະມົນຕີຊ່ວຍວ່າການກະຊວງສາທາລະນະສຸກຄົນໃໝ່"),
    ("zh", "总理星期四签署决定任命卫生部副部长接替即将退休的同事仪式在首都举行"),
]
HERE = [
    "Hom nay troi nang dep o nhieu noi, ba con ra dong tu som de kip mua cay.",
    "HÔM NAY TRỜI NẮNG ĐẸP Ở NHIỀU NƠI, BÀ CON RA ĐỒNG TỪ SỚM",
    "Chúc mừng năm mới!",
    "Welcome!",
]


@pytest.mark.parametrize("words", [words for _, words in FOREIGN], ids=[lang for lang, _ in FOREIGN])
def test_a_text_in_another_language_says_so(tmp_path: Path, words: str) -> None:
    path = write(tmp_path, "tin.txt", f"{words}\n")
    said = run("extract", path)
    assert (said.status, json.loads(said.out)["facts"]) == (0, [])
    assert said.errors == "tin: the text is not in Vietnamese; facts are read in Vietnamese texts only\n"
    assert run("extract", path, "--format", "table").out == f"tin\n{said.errors}"


@pytest.mark.parametrize("words", HERE)
def test_vietnamese_in_any_form_is_not_called_foreign(tmp_path: Path, words: str) -> None:
    path = write(tmp_path, "tin.txt", f"{words}\n")
    assert run("extract", path).errors == ""
    assert run("extract", path, "--format", "table").out == "tin\ntin: no fact about a post was read\n"
