"""A path as claims on their way in: which files of a folder count, what a text's claims become, what is told instead."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from graph.errors import Text
from graph.ledger import Arrival
from graph.model import Doubt
from loaders.arrivals import Reader, digest_of, read_arrivals
from loaders.reports import RowError
from loaders.tables import read_mapping

TODAY = date(2026, 11, 24)
TABLE = "person,role,organization,started,ended\nVi Văn An,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2020-03-01,\n"
ARTICLE = """Bổ nhiệm Thứ trưởng Bộ Y tế

Ngày 20/7/2023, Thủ tướng Chính phủ ký Quyết định số 812/QĐ-TTg bổ nhiệm ông Đỗ Văn Thử giữ chức Thứ trưởng Bộ Y tế.
"""
MAPPING = """table: tenures
columns: {person: who.name, role: post, organization: body, started: from, ended: to}
join:
  who: {file: who.csv, key: id, by: person}
"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _read(path: Path, *, mapping: Path | None = None, published: date | None = None, jobs: int = 1) -> list[object]:
    read = read_mapping(mapping) if mapping is not None else None
    return list(read_arrivals(path, Reader(read, published, TODAY, jobs)))


def _claims(items: list[object]) -> list[Arrival]:
    return [item for item in items if isinstance(item, Arrival)]


def test_a_folder_gives_its_tables_and_its_texts(tmp_path: Path) -> None:
    _write(tmp_path, "bai.txt", ARTICLE)
    _write(tmp_path, "bang.csv", TABLE)
    items = _read(tmp_path, published=date(2023, 7, 20))
    assert [(each.claim.person, each.row) for each in _claims(items)] == [("Vi Văn An", 2), ("Đỗ Văn Thử", None)]
    assert len(items) == 2


def test_side_files_of_a_mapping_are_no_tables_of_the_folder(tmp_path: Path) -> None:
    mapping = _write(tmp_path, "m.yaml", MAPPING)
    folder = tmp_path / "nguon"
    _write(folder, "who.csv", "id,name\n7,Vi Văn An\n")
    _write(folder, "posts.csv", "person,post,body,from,to\n7,Giám đốc,Sở Y tế,2020,\n")
    (item,) = _read(folder, mapping=mapping)
    assert isinstance(item, Arrival)
    assert (item.claim.person, item.claim.role) == ("Vi Văn An", "Giám đốc")


def test_several_readers_give_what_one_gives(tmp_path: Path) -> None:
    for number in range(3):
        _write(tmp_path, f"{number}.txt", ARTICLE.replace("Thử", f"Thử {'ABC'[number]}"))
    assert _read(tmp_path, jobs=2) == _read(tmp_path)


def test_each_text_read_is_told_of(tmp_path: Path) -> None:
    for number in range(3):
        _write(tmp_path, f"{number}.txt", ARTICLE)
    told: list[tuple[int, int]] = []
    list(read_arrivals(tmp_path, Reader(None, None, TODAY, 2), lambda done, total: told.append((done, total))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_what_a_folder_holds_besides_is_counted(tmp_path: Path) -> None:
    _write(tmp_path, "bai.txt", ARTICLE)
    _write(tmp_path, "anh.jpg", "x")
    note, *_ = _read(tmp_path, published=date(2023, 7, 20))
    assert isinstance(note, Text)
    assert note.en == f"{tmp_path}: skipped 1 files of kinds that are not read here (.jpg 1)"


def test_a_text_in_another_language_is_no_error(tmp_path: Path) -> None:
    words = "The prime minister signed a decision on Thursday appointing the new deputy minister of health.\n"
    (note,) = _read(_write(tmp_path, "news.txt", words))
    assert isinstance(note, Text)
    assert note.en == "news: the text is not in Vietnamese; facts are read in Vietnamese texts only"


def test_the_digest_tells_contents_and_names_apart(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.csv", TABLE)
    first = digest_of(path)
    assert digest_of(_write(tmp_path / "elsewhere", "a.csv", TABLE)) == first
    assert digest_of(_write(tmp_path, "b.csv", TABLE)) != first
    assert digest_of(_write(tmp_path, "a.csv", TABLE + "\n")) != first


@pytest.mark.parametrize(
    ("article", "published", "known", "told"),
    [
        (ARTICLE, date(2023, 7, 22), (date(2023, 7, 22), "stated"), None),
        (ARTICLE, None, (date(2023, 7, 20), "inferred"), "from a day that the text gives"),
        (ARTICLE.replace("Ngày 20/7/2023, ", ""), None, (TODAY, "loaded"), "the day of loading, as it gives none"),
    ],
)
def test_the_day_of_a_text(
    tmp_path: Path, article: str, published: date | None, known: tuple[date, str], told: str | None
) -> None:
    items = _read(_write(tmp_path, "bai.txt", article), published=published)
    (arrival,) = _claims(items)
    assert (arrival.source.published, arrival.source.published_basis) == known
    doubts = [item for item in items if isinstance(item, Doubt)]
    assert [doubt.kind for doubt in doubts] == (["published"] if told is not None else [])
    assert all(told is not None and told in doubt.en for doubt in doubts)


@pytest.mark.parametrize("jobs", [1, 2])
def test_words_of_ones_own_reach_texts_and_tables(tmp_path: Path, jobs: int) -> None:
    words = tmp_path / "words"
    role = "title\taliases\tputs_back\tdefault_body\thead\trank\tenglish\texample\n"
    _write(words, "roles.tsv", f"{role}Trưởng bộ phận\t-\t-\t-\tyes\t13\tHead of Unit\tx\n")
    given = tmp_path / "given"
    for name in ("Lan", "Mai"):
        _write(given, f"{name}.txt", f"Bộ Y tế bổ nhiệm bà Vi Thị {name} giữ chức Trưởng bộ phận Sở Y tế tỉnh Sơn La.")
    _write(given, "c.csv", TABLE.replace("Giám đốc", "Trưởng bộ phận"))
    reader = Reader(None, date(2020, 6, 1), TODAY, jobs, words)
    claims = [arrival.claim for arrival in _claims(list(read_arrivals(given, reader)))]
    assert [(claim.person, claim.role, claim.rank) for claim in claims] == [
        ("Vi Văn An", "Trưởng bộ phận", 13),
        ("Vi Thị Lan", "Trưởng bộ phận", 13),
        ("Vi Thị Mai", "Trưởng bộ phận", 13),
    ]


def test_a_record_keeps_its_own_day_title_and_address(tmp_path: Path) -> None:
    record = {"doc_id": "1", "published": "2023-07-21", "title": "Tin", "url": "https://a.example/1", "text": ARTICLE}
    items = _read(_write(tmp_path, "tin.jsonl", json.dumps(record, ensure_ascii=False)), published=date(2000, 1, 1))
    (arrival,) = _claims(items)
    source = arrival.source
    assert (source.published, source.title, source.url) == (date(2023, 7, 21), "Tin", "https://a.example/1")
    assert len(items) == 1


def test_a_text_without_a_fact_is_told_and_says_what_would_do(tmp_path: Path) -> None:
    path = _write(tmp_path, "troi.txt", "Hôm nay trời mưa to ở miền Bắc.\n")
    (item,) = _read(path)
    assert isinstance(item, RowError)
    assert item.text.en == (
        f"{path}: no fact about a post was read; if it has one, look with "
        f"python -m loaders extract {path} --why-not 'title'"
    )


def test_of_several_texts_in_one_file_the_one_without_a_fact_is_named(tmp_path: Path) -> None:
    records = [{"doc_id": name, "text": text} for name, text in (("a1", ARTICLE), ("a2", "Hôm nay trời mưa to."))]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    path = _write(tmp_path, "tin.jsonl", lines)
    (told,) = [item.text.en for item in _read(path) if isinstance(item, RowError)]
    assert told.startswith(f"{path} (a2): no fact about a post was read")
