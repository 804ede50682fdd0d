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


LEAD = "Ngày 10/4, Bộ Y tế công bố các quyết định."
HERE = "giữ chức Vụ trưởng Vụ Pháp chế Bộ Y tế"
THERE = "giữ chức Cục trưởng Cục Dân số Bộ Y tế"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (f"Theo Quyết định số 12/QĐ-BYT ngày 2/4/2026 bổ nhiệm ông Lê Nam {HERE}, theo Quyết định số 13/QĐ-BYT "
         f"cùng ngày, ông Hà Văn An được bổ nhiệm {THERE}.", "2026-04-02"),
        (f"Bộ trưởng bổ nhiệm ông Lê Nam {HERE} từ ngày 1/5; ông Hà Văn An {THERE} kể từ cùng ngày.", "2026-05-01"),
        (f"Ngày hôm sau, Bộ trưởng Bộ Y tế bổ nhiệm ông Hà Văn An {THERE}.", "2026-04-11"),
        (f"Trước đó một ngày, Bộ trưởng Bộ Y tế bổ nhiệm ông Hà Văn An {THERE}.", "2026-04-09"),
        (f"Cũng trong đợt này, Bộ trưởng bổ nhiệm ông Lê Nam {HERE}; ông Hà Văn An {THERE}.", None),
        ("Ông Hà Văn An, được HĐND tỉnh Lai Châu bầu ngày 1/4, đã được Thủ tướng phê chuẩn giữ chức Chủ tịch UBND "
         "tỉnh Lai Châu tại Quyết định số 12/QĐ-TTg ngày 3/4/2026.", "2026-04-03"),
    ],
)  # fmt: skip
def test_a_day_told_by_another_one(told: str, day: str | None) -> None:
    assert dates(f"{LEAD}\n{told}")["Hà Văn An"] == day


def test_no_day_where_meetings_were_on_three_or_more() -> None:
    text = (
        "Trong ba ngày 15, 16 và 17/4, nhiều xã của tỉnh Lai Châu tổ chức đại hội. "
        "Đại hội xã Bum Tở bầu bà Lò Thị Hoa giữ chức Bí thư Đảng ủy xã Bum Tở."
    )
    assert dates(text) == {"Lò Thị Hoa": None}


def test_a_full_day_told_later_in_the_paragraph_stands_over_a_month() -> None:
    text = (
        "HĐND tỉnh Lai Châu họp hai ngày 15 và 16/4. Phiên bầu nhân sự, ngày 16/4, "
        "bầu bà Lò Thị Hoa giữ chức Chủ tịch HĐND tỉnh."
    )
    assert dates(text) == {"Lò Thị Hoa": "2026-04-16"}


def test_each_person_has_the_day_in_the_brackets_behind_the_name() -> None:
    text = (
        "Bộ Y tế quyết định nghỉ hưu đối với ông Lê Nam, Vụ trưởng Vụ Pháp chế (từ ngày 1/5/2026) "
        "và bà Hà Thị An, Cục trưởng Cục Dân số (từ ngày 1/6/2026)."
    )
    found = {fact.person: fact.date for fact in read(text, published=DAY).facts}
    assert found == {"Lê Nam": "2026-05-01", "Hà Thị An": "2026-06-01"}


def test_the_reason_of_a_leaving_is_another_decision_with_no_day_or_issuer_told() -> None:
    text = (
        "Ngày 16/4, HĐND tỉnh Lai Châu miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với ông Hà Văn An "
        "do được điều động giữ chức Thứ trưởng Bộ Y tế."
    )
    found = {fact.event: (fact.issuer, fact.date) for fact in read(text, published=DAY).facts}
    assert found == {"lose": ("Hội đồng nhân dân tỉnh Lai Châu", "2026-04-16"), "gain": (None, None)}


def test_the_day_over_a_list_is_that_of_an_item_with_its_own_verb() -> None:
    text = (
        "Ngày 6/4, Bộ Y tế bổ nhiệm Vụ trưởng các Vụ, có hiệu lực từ ngày 15/4/2026:\n"
        "- Vụ Pháp chế: ông Lê Nam\n"
        "- Vụ Bảo hiểm: ông Hà Văn An được giao phụ trách Vụ Bảo hiểm."
    )
    assert dates(text)["Hà Văn An"] == "2026-04-15"


def test_what_a_paper_without_a_post_decides_dates_those_it_names_later() -> None:
    text = (
        "Tỉnh ủy Lai Châu vừa ban hành Quyết định số 15-QĐ/TU ngày 14/4/2026 kiện toàn Ban Chỉ đạo phòng, chống dịch tỉnh.\n"
        "Theo đó, ông Hà Văn An, Chủ tịch UBND tỉnh, làm Trưởng Ban Chỉ đạo.\n"
        "Ủy viên Ban Chỉ đạo gồm các ông: Lê Nam, Giám đốc Sở Y tế; Lò Văn Bình, Giám đốc Công an tỉnh."
    )
    found = {
        fact.person: (fact.date, fact.issuer, fact.decision_number) for fact in read(text).facts if fact.event == "gain"
    }
    told = ("2026-04-14", "Tỉnh ủy Lai Châu", "15-QĐ/TU")
    assert found == {"Hà Văn An": told, "Lê Nam": told, "Lò Văn Bình": told}


def test_the_day_of_what_was_before_is_not_that_of_the_next_paragraph() -> None:
    text = (
        "Ngày 10/4, Bộ Y tế công bố các quyết định.\n"
        f"Trước đó, ngày 7/4, Bộ trưởng Bộ Y tế bổ nhiệm ông Lê Nam {HERE}.\n"
        f"Bộ trưởng Bộ Y tế bổ nhiệm ông Hà Văn An {THERE}."
    )
    assert dates(text) == {"Lê Nam": "2026-04-07", "Hà Văn An": "2026-04-10"}
