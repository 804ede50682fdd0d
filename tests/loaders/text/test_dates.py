"""Which day a fact gets: of the clause, the paragraph, the paper, the headline."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.text.telling import read

DAY = date(2026, 4, 20)


def dates(text: str, title: str = "") -> dict[str, str | None]:
    return {fact.person: fact.date for fact in read(text, title=title, published=DAY).facts if fact.event == "gain"}


def test_a_term_told_after_a_decision_dates_it() -> None:
    text = (
        "Thủ tướng bổ nhiệm ông Hà Văn An giữ chức Thứ trưởng Bộ Y tế.\n"
        "Thời hạn giữ chức vụ là 5 năm, kể từ ngày 15/4/2026."
    )
    assert dates(text) == {"Hà Văn An": "2026-04-15"}


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Ngày 16/4, ", "2026-04-16"),
        ("Trong hai ngày 15 và 16/4, ", "2026-04"),
        ("Ngày làm việc thứ nhất, 16/4, ", "2026-04-16"),
    ],
)
def test_the_day_of_a_meeting(lead: str, day: str) -> None:
    text = f"{lead}HĐND tỉnh Lai Châu họp. Kỳ họp bầu bà Lò Thị Hoa giữ chức Chủ tịch HĐND tỉnh."
    assert dates(text) == {"Lò Thị Hoa": day}


def test_each_place_of_a_digest_has_its_day() -> None:
    text = (
        "Tin từ các tỉnh ngày 1 và 2/4/2026.\n"
        "LAI CHÂU. Ngày 1/4, HĐND tỉnh Lai Châu bầu bà Lò Thị Hoa giữ chức Chủ tịch HĐND tỉnh.\n"
        "SƠN LA. Sáng 2/4, HĐND tỉnh Sơn La bầu ông Cầm Văn Chính giữ chức Chủ tịch HĐND tỉnh."
    )
    assert dates(text) == {"Lò Thị Hoa": "2026-04-01", "Cầm Văn Chính": "2026-04-02"}


def test_the_month_of_a_headline_where_no_day_is_told() -> None:
    text = "Ban Thường vụ Tỉnh ủy Lai Châu chỉ định đồng chí Hà Văn An giữ chức Bí thư Huyện ủy Mường Tè."
    assert dates(text, title="Công tác cán bộ tháng 3") == {"Hà Văn An": "2026-03"}


def test_the_year_of_a_headline_counts() -> None:
    text = "Ban Thường vụ Tỉnh ủy Lai Châu chỉ định đồng chí Hà Văn An giữ chức Bí thư Huyện ủy Mường Tè."
    assert dates(text, title="Công tác cán bộ tháng 12 năm 2025") == {"Hà Văn An": "2025-12"}


def test_what_is_told_of_another_time_has_no_day_of_the_meeting() -> None:
    text = (
        "Ngày 16/4, Ban Chấp hành Trung ương họp.\n"
        "Sau hội nghị, Bộ Chính trị phân công ông Hà Văn An giữ chức Bí thư Tỉnh ủy Lai Châu."
    )
    assert dates(text) == {"Hà Văn An": None}
