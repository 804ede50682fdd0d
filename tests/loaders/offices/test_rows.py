"""Boxes as rows of our table: which keys date an office, spells, alternates, `nay`, the cleaned file, a sane birth."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from loaders.offices.records import read_records
from loaders.offices.rows import Outcome, make_rows

COPIED = date(2025, 12, 10)
SECRETARY = "Bí thư Tỉnh ủy Sơn La"


def read(folder: Path, box: dict[str, Any], cleaned: dict[str, Any] | None = None, title: str = "Đỗ Văn An") -> Outcome:
    for name, infobox in (("raw", box), ("cleaned", cleaned or {})):
        (folder / name).write_text(json.dumps([{"id": "7", "title": title, "infobox": infobox}]), "utf-8")
    [record] = read_records(folder / "raw", folder / "cleaned", COPIED)
    return make_rows(record, COPIED)


def dated(outcome: Outcome) -> list[tuple[str, str]]:
    return [(row["started"], row["ended"]) for row in outcome.rows]


def endless(outcome: Outcome) -> list[tuple[str, str, str]]:
    return [(row["event"], row["role"], row["date"]) for row in outcome.endless]


def test_a_row_names_person_post_source_and_quote(tmp_path: Path) -> None:
    box = {
        "name": "Đỗ Văn An<br>Hai An",
        "birth_date": "{{ngày sinh và tuổi|1960|5|1}}",
        "office": f"[[Tập tin:A.svg|22px]]<br/>{SECRETARY}<br/>''(Đã bị cách chức)''",
        "term_start": "[[2 tháng 10]] năm [[2010]]",
        "term_end": "''nay''<br>{{số năm theo năm và ngày|2010|10|2}}",
    }
    [row] = read(tmp_path, box, title="Đỗ Văn An (chính khách)").rows
    assert row == {
        "person": "Đỗ Văn An", "role": "Bí thư", "organization": "Tỉnh ủy Sơn La", "started": "2010-10-02", "ended": "",
        "person_id": "7", "id_source": "vi.wikipedia.org", "names": "Hai An", "born": "1960", "planned_end": "",
        "capacity": "full", "term": "", "seats": "", "source_title": "Đỗ Văn An (chính khách)",
        "source_url": "https://vi.wikipedia.org/?curid=7", "publisher": "Wikipedia tiếng Việt",
        "published": "2025-12-10", "quote": SECRETARY,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("box", "bounds"),
    [
        ({"office": SECRETARY, "date1": "2011", "date2": "2016"}, ("2011", "2016")),
        ({"office10": SECRETARY, "date110": "5/2011", "date210": "2016"}, ("2011-05", "2016")),
        ({"office1": SECRETARY, "term_start1": "2011", "termend1": "1 tháng 2 năm 2016"}, ("2011", "2016-02-01")),
        ({"order": SECRETARY, "term_start": "2011", "term_end": "nay"}, ("2011", "")),
        ({"office2": SECRETARY, "term_start": "2011", "term_end2": "nay"}, ("", "")),
        ({"office": SECRETARY, "term_end": "2016"}, ("", "2016")),
    ],
)
def test_every_key_that_may_date_an_office_is_looked_at(
    tmp_path: Path, box: dict[str, str], bounds: tuple[str, str]
) -> None:
    assert dated(read(tmp_path, box)) == [bounds]


def test_an_end_after_the_copy_is_only_planned(tmp_path: Path) -> None:
    [row] = read(tmp_path, {"office": "Đại biểu Quốc hội", "date1": "2021", "date2": "2026"}).rows
    assert (row["started"], row["ended"], row["planned_end"]) == ("2021", "", "2026")


def test_two_spells_are_two_tenures(tmp_path: Path) -> None:
    two = read(tmp_path, {"office": SECRETARY, "term_start": "•(1963- 1965)", "term_end": "•(1982-1986)"})
    assert dated(two) == [("1963", "1965"), ("1982", "1986")]
    more = read(tmp_path, {"office": SECRETARY, "term_start": "2010", "term_end": "2015; 2019 - 2021"})
    assert dated(more) == [("2010", "2015"), ("2019", "2021")]


def test_posts_of_a_line_share_its_dates_or_have_each_their_own(tmp_path: Path) -> None:
    line = f"{SECRETARY}<br>Chủ tịch UBND tỉnh Sơn La"
    shared = read(tmp_path, {"office": line, "term_start": "2001", "term_end": "2005"})
    assert dated(shared) == [("2001", "2005")] * 2
    own = read(tmp_path, {"office": line, "term_start": "5/2001; 6/2002", "term_end": "nay"})
    assert dated(own) == [("2001-05", ""), ("2002-06", "")]


@pytest.mark.parametrize("order", [1, -1])
def test_an_alternate_and_the_full_seat_after_it_share_no_dates(tmp_path: Path, order: int) -> None:
    lines = ["Ủy viên dự khuyết Trung ương Đảng khóa IX", "Ủy viên Trung ương Đảng khóa X, XI"][::order]
    found = read(tmp_path, {"office": "<br>".join(lines), "term_start": "2001", "term_end": "2016"})
    [full], [alternate] = found.rows, found.endless
    assert (full["capacity"], full["term"], full["started"], full["ended"]) == ("full", "khóa X, XI", "", "2016")
    told = (alternate["event"], alternate["capacity"], alternate["term"], alternate["date"])
    assert told == ("held", "alternate", "khóa IX", "2001")


def test_of_a_post_without_an_end_no_more_is_told_than_is_printed(tmp_path: Path) -> None:
    """A start alone reads "took office"; without a start, or of a dead person, the box says only that it was held."""
    sitting = read(tmp_path, {"office": SECRETARY, "term_start": "1958", "term_end": "nay"})
    assert (dated(sitting), endless(sitting)) == ([("1958", "")], [])
    box = {"office": SECRETARY, "term_start": "1958"}
    assert (dated(read(tmp_path, box)), endless(read(tmp_path, box))) == ([], [("gain", "Bí thư", "1958")])
    dead = read(tmp_path, {**box, "death_date": "[[1978]]"})
    assert (dated(dead), endless(dead)) == ([], [("held", "Bí thư", "1958")])
    undated = read(tmp_path, {"office": SECRETARY})
    assert (dated(undated), endless(undated)) == ([], [("held", "Bí thư", "")])
    ended = read(tmp_path, {**box, "term_end": "1960", "death_date": "1978"})
    assert (dated(ended), endless(ended)) == ([("1958", "1960")], [])


def test_what_a_bound_gives_as_a_term_is_the_term(tmp_path: Path) -> None:
    [row] = read(tmp_path, {"office": "Đại biểu Quốc hội", "term_start": "Khóa XIV, XV"}).endless
    assert (row["term"], row["date"]) == ("khóa XIV, XV", "")


def test_the_cleaned_file_helps_only_where_it_tells_of_the_same_office(tmp_path: Path) -> None:
    box = {"office": SECRETARY, "term_start": "độ mười năm trước", "term_end": "2016"}
    same = read(tmp_path, box, {"office": SECRETARY, "term_start": "2006-05", "term_end": "2016"})
    assert (dated(same), same.troubles) == ([("2006-05", "2016")], ())
    renumbered = read(tmp_path, box, {"office": "Bộ trưởng Bộ Y tế", "term_start": "2006-05"})
    assert dated(renumbered) == [("", "2016")]
    assert [trouble.reason for trouble in renumbered.troubles] == ["date"]
    broken = read(
        tmp_path,
        {"office": "[[Tập tin:A.svg|22px]]", "term_start": "2010"},
        {"office": SECRETARY, "term_start": "2010"},
    )
    assert [row["role"] for row in broken.endless] == ["Bí thư"]


def test_oddities_are_kept_and_told(tmp_path: Path) -> None:
    reversed_ = read(tmp_path, {"office": SECRETARY, "term_start": "6/9/2025", "term_end": "14/5/2025"})
    assert dated(reversed_) == [("2025-09-06", "2025-05-14")]
    assert [trouble.reason for trouble in reversed_.troubles] == ["reversed"]
    unpaired = read(tmp_path, {"office": SECRETARY, "term_start": "2001; 2005; 2009", "term_end": "2003"})
    assert (dated(unpaired), endless(unpaired)) == ([], [("held", "Bí thư", "")])
    assert [trouble.reason for trouble in unpaired.troubles] == ["spells"]
    unread = read(tmp_path, {"office": "Thợ cả Xưởng mộc Sông Hồng"})
    assert (unread.rows, [trouble.reason for trouble in unread.troubles]) == ((), ["no_title"])


@pytest.mark.parametrize(
    ("wikitext", "born"),
    [
        ("{{birth date and age|df=yes|1965|2|3}}", "1965"),
        ("{{năm sinh và tuổi|1971}}", "1971"),
        ("[[1 tháng 5]] năm [[1950]]<ref>đọc năm 2014</ref>", "1950"),
        ("<ref>đọc ngày 3/4/2014</ref>", ""),
        ("{{ngày sinh|2014|1|1}}", ""),
        ("{{năm sinh và tuổi|1999}}", ""),
    ],
)
def test_a_year_of_birth_is_given_only_if_sane(tmp_path: Path, wikitext: str, born: str) -> None:
    [row] = read(tmp_path, {"office": SECRETARY, "date1": "2010", "date2": "nay", "birth_date": wikitext}).rows
    assert row["born"] == born


@pytest.mark.parametrize("content", ["", "{}", '[{"id": "1"}]'])
def test_a_file_that_holds_no_boxes_is_one_clear_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "raw").write_text(content, "utf-8")
    (tmp_path / "cleaned").write_text("[]", "utf-8")
    with pytest.raises(InputError, match="the file of boxes|the data set's file of boxes"):
        list(read_records(tmp_path / "raw", tmp_path / "cleaned", COPIED))
