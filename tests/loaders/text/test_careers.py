"""Lives told in prose: steps with their years are past, whatever the verb; an unsaid subject is the one person named before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.loaders.text.telling import read, told

AN, HOA = "Đỗ Văn An", "Lò Thị Hoa"
DAY = date(2021, 3, 5)
HUYEN = ("held", AN, "Bí thư", "Huyện ủy Lộc Bình")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(f"Năm 2005, ông {AN} được bầu làm Bí thư Huyện ủy Lộc Bình.", {HUYEN}, id="a verb of long ago"),
        pytest.param(f"Từ 2005 đến 2010, ông {AN} là Bí thư Huyện ủy Lộc Bình.", {HUYEN}, id="from a year to a year"),
        pytest.param(f"2005-2010, ông {AN} giữ chức Bí thư Huyện ủy Lộc Bình.", {HUYEN}, id="a span of years"),
        pytest.param(
            f"Ông {AN} quê Lạng Sơn. Tốt nghiệp đại học, từng làm Bí thư Huyện ủy Lộc Bình.", {HUYEN}, id="no subject"
        ),
        pytest.param(
            f"Ông {AN}, trong thời gian giữ chức Bí thư Huyện ủy Lộc Bình, đã ký nhiều văn bản.",
            {HUYEN},
            id="while he held it",
        ),
        pytest.param(
            f"Ông {AN} quê Lạng Sơn. Hội nghị nghe báo cáo của từng Ủy viên Ban Thường vụ Tỉnh ủy Sơn La.",
            set(),
            id="of each",
        ),
        pytest.param(f"Ông {AN} nguyên là Bí thư Huyện ủy Lộc Bình.", {HUYEN}, id="formerly"),
        pytest.param(
            f"Ông {AN} quê Lạng Sơn. Ông còn là Đại biểu Quốc hội.",
            {("hold", AN, "Đại biểu", "Quốc hội")},
            id="he is also",
        ),
        pytest.param(
            f"Năm 2021, ông {AN} được bầu làm Bí thư Huyện ủy Lộc Bình.",
            {("gain", AN, "Bí thư", "Huyện ủy Lộc Bình")},
            id="this year is news",
        ),
        pytest.param(
            f"Quyết định số 5/QĐ-UBND ngày 1/2/2018 bổ nhiệm ông {AN} giữ chức Giám đốc Sở Y tế tỉnh Sơn La.",
            {("gain", AN, "Giám đốc", "Sở Y tế tỉnh Sơn La")},
            id="a decision with its number is no career",
        ),
        pytest.param(
            f"Ông {AN}, Giám đốc Sở Y tế tỉnh Sơn La, nghỉ hưu năm 2010.",
            {("lose", AN, "Giám đốc", "Sở Y tế tỉnh Sơn La")},
            id="left long ago",
        ),
        pytest.param(
            f"Ông {AN} và bà {HOA} cùng quê. Trước đây là Bí thư Huyện ủy Lộc Bình.", set(), id="two could be meant"
        ),
    ],
)
def test_what_a_life_says(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text, published=DAY) == facts


def test_a_step_has_its_years() -> None:
    [fact] = read(f"Từ tháng 3/2005 đến tháng 5/2010, ông {AN} là Bí thư Huyện ủy Lộc Bình.", published=DAY).facts
    assert (fact.date, fact.end, fact.rule, fact.action) == ("2005-03", "2010-05", "career-step", None)


def test_what_is_held_now_ends_what_was_held_before() -> None:
    text = "Ông Vũ Hồng Văn từng là Giám đốc Công an tỉnh Đắk Lắk, hiện là Phó Chủ nhiệm Ủy ban Kiểm tra Trung ương."
    assert told(text) == {
        ("held", "Vũ Hồng Văn", "Giám đốc", "Công an tỉnh Đắk Lắk"),
        ("hold", "Vũ Hồng Văn", "Phó Chủ nhiệm", "Ủy ban Kiểm tra Trung ương"),
    }


def test_a_post_since_long_ago_and_up_to_now_is_held_now() -> None:
    text = "Từ tháng 4/2016 đến nay, ông Lê Nam là Bộ trưởng Bộ Y tế."
    assert [(fact.event, fact.date) for fact in read(text, published=date(2026, 4, 20)).facts] == [("hold", None)]


def test_a_post_that_ended_before_the_text_is_past_though_its_end_is_near() -> None:
    text = "Tháng 4/2016, ông Lê Nam được Quốc hội phê chuẩn giữ chức Phó Thủ tướng đến tháng 2/2026."
    [fact] = read(text, published=date(2026, 4, 20)).facts
    assert (fact.event, fact.date, fact.end) == ("held", "2016-04", "2026-02")


def test_years_later_are_counted_from_the_step_before() -> None:
    text = (
        f"Từ năm 1986, ông {AN} làm Giám đốc Sở Y tế tỉnh Sơn La; ba năm sau làm Chủ tịch UBND tỉnh Sơn La. "
        "Hai năm sau, ông giữ chức Bí thư Tỉnh ủy Sơn La."
    )
    dates = {fact.organization: (fact.event, fact.date) for fact in read(text, published=DAY).facts}
    assert dates == {
        "Sở Y tế tỉnh Sơn La": ("held", "1986"),
        "Ủy ban nhân dân tỉnh Sơn La": ("held", "1989"),
        "Tỉnh ủy Sơn La": ("held", "1991"),
    }


def test_years_after_no_known_year_are_none() -> None:
    text = f"Ông {AN} rời quân ngũ. Ba năm sau, ông được bầu làm Chủ tịch UBND tỉnh Sơn La."
    assert [(fact.event, fact.date) for fact in read(text).facts] == [("gain", None)]


def test_who_was_replaced_later_is_not_replaced_before() -> None:
    text = (
        f"Trước khi thay bà {HOA} làm Chủ tịch UBND tỉnh Sơn La vào tháng 6/2017, ông {AN} là Bí thư Huyện ủy Lộc Bình."
    )
    [fact] = [fact for fact in read(text).facts if fact.person == AN]
    assert (fact.event, fact.role, fact.date) == ("held", "Bí thư", None)
    assert HOA not in {fact.person for fact in read(text).facts}
