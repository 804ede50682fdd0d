"""Dates of the boxes: as partial as printed, with what stands for none."""

from __future__ import annotations

import pytest

from loaders.offices.when import When, parse_when


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("30 tháng 4 năm 2014", "2014-04-30"),
        ("30 tháng 4 tháng 2014", "2014-04-30"),
        ("7 tháng 2, 1980", "1980-02-07"),
        ("ngày 05/11/2008", "2008-11-05"),
        ("2011-01-18", "2011-01-18"),
        ("12/2005", "2005-12"),
        ("Tháng 2 / 2012", "2012-02"),
        ("tháng bảy, 2004", "2004-07"),
        ("táng 10 năm 2007", "2007-10"),
        ("cuối năm 2004", "2004"),
        ("2011\n", "2011"),
        ("1 tháng 6 năm 2004 (từ chức từ 3/2004)", "2004-06-01"),
        ("1 tháng 6 năm 2004 (đình chỉ", "2004-06-01"),
        ("Bổ nhiệm: tháng 3 năm 2018\nBắt đầu nhiệm kỳ: 15 tháng 7 năm 2018", "2018-07-15"),
    ],
)
def test_a_day_is_read_as_partial_as_it_is_printed(shown: str, day: str) -> None:
    found = parse_when(shown)
    assert [str(one) for one in found.days] == [day]
    assert (found.spells, found.now, found.unread) == ((), False, "")


@pytest.mark.parametrize("shown", ["nay", "nay ()", "đương nhiệm", "Nay"])
def test_still_in_office_is_no_day(shown: str) -> None:
    assert parse_when(shown) == When(now=True)


@pytest.mark.parametrize("shown", ["", "?", "không rõ"])
def test_nothing_known_is_nothing(shown: str) -> None:
    assert parse_when(shown) == When()


def test_spells_in_one_cell_and_a_term() -> None:
    both = parse_when("•(1963- 1965)")
    assert [(str(a), str(b)) for a, b in both.spells] == [("1963", "1965")]
    more = parse_when("tháng 10 năm 2015; tháng 9 năm 2019 - tháng 6 năm 2021")
    assert [str(day) for day in more.days] == ["2015-10"]
    assert [(str(a), str(b)) for a, b in more.spells] == [("2019-09", "2021-06")]
    assert parse_when("Khóa XIV,XV") == When(term="khóa XIV, XV")


def test_a_day_that_no_calendar_has_leaves_its_month_and_is_told() -> None:
    found = parse_when("31 tháng 09 năm 2016")
    assert [str(day) for day in found.days] == ["2016-09"]
    assert found.unread == "31 tháng 09 năm 2016"
    assert parse_when("vài tháng trước").unread == "vài tháng trước"
