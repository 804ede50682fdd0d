"""Which source a row comes from, and its day of publication (RULES 6, 22)."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from graph.model import Source
from loaders.reports import TableClaim
from tests.loaders.tables.reading import FIRST_LOAD, TENURES, read_all, read_errors, write

ROW = "Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,"
HEADER = f"{TENURES},source_title,source_url,publisher,published"


def _source(path: Path, published: date | None = None) -> Source:
    read = read_all(path, published=published)[0]
    assert isinstance(read, TableClaim)
    return read.source


def test_the_file_itself(tmp_path: Path) -> None:
    path = write(tmp_path, f"{TENURES}\n{ROW}\n")
    source = _source(path)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source.title, source.kind, source.url) == ("t.csv", "table", None)
    assert (source.published, source.published_basis) == (FIRST_LOAD, "loaded")


def test_the_day_given_is_no_part_of_the_id(tmp_path: Path) -> None:
    path = write(tmp_path, f"{TENURES}\n{ROW}\n")
    given = _source(path, date(2020, 5, 1))
    assert (given.published, given.published_basis) == (date(2020, 5, 1), "stated")
    assert given.id == _source(path).id


def test_the_same_bytes_under_another_name_are_one_source(tmp_path: Path) -> None:
    first = write(tmp_path, f"{TENURES}\n{ROW}\n")
    again = write(tmp_path, f"{TENURES}\n{ROW}\n", "again.csv")
    edited = write(tmp_path, f"{TENURES}\n{ROW}\n\n", "edited.csv")
    assert _source(first).id == _source(again).id
    assert _source(first).id != _source(edited).id


def test_each_set_of_the_four_is_a_source(tmp_path: Path) -> None:
    named = [
        "Tin A,https://a.example/1,Báo A,2023-07-20",
        "Tin A,https://a.example/1,Báo A,2023-07-21",
        "Tin A,https://a.example/1,,2023-07-20",
        ",,Báo A,",
    ]
    rows = "\n".join(f"{ROW},{each}" for each in [*named, named[0]])
    sources = [each.source for each in read_all(write(tmp_path, f"{HEADER}\n{rows}\n")) if isinstance(each, TableClaim)]
    assert len({source.id for source in sources}) == 4
    assert sources[0] == sources[4]
    assert (sources[0].title, sources[0].url, sources[0].sha256) == ("Tin A", "https://a.example/1", None)
    assert [source.published for source in sources[:2]] == [date(2023, 7, 20), date(2023, 7, 21)]
    assert (sources[3].published, sources[3].published_basis) == (FIRST_LOAD, "loaded")


def test_a_source_known_by_its_hash_is_the_one_of_those_bytes(tmp_path: Path) -> None:
    original = _source(write(tmp_path, f"{TENURES}\n{ROW}\n"), date(2023, 7, 20))
    exported = f"{HEADER}\n{ROW},t.csv,sha256:{original.sha256},,2023-07-20\n"
    assert _source(write(tmp_path, exported, "exported.csv")) == original


@pytest.mark.parametrize(
    ("cells", "en"),
    [
        (
            "A,sha256:12,,",
            "t.csv, row 2, column source_url 'sha256:12': after sha256: stand 64 hexadecimal digits",
        ),
        (
            "A,,,2023",
            "t.csv, row 2, column published '2023': a full day is needed, such as 2023-07-20",
        ),
    ],
)
def test_a_source_that_is_not_understood(tmp_path: Path, cells: str, en: str) -> None:
    assert [each.text.en for each in read_errors(write(tmp_path, f"{HEADER}\n{ROW},{cells}\n"))] == [en]
