"""Who loses a post and who keeps it: retiring, discipline, lists that wait for their verb; who holds one now."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import told

AN, HOA, NAM = "Đỗ Văn An", "Lò Thị Hoa", "Lê Nam"
PEOPLE = "Ủy ban nhân dân tỉnh Sơn La"
DIRECTOR = ("Giám đốc", "Sở Y tế tỉnh Sơn La")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            f"HĐND tỉnh Sơn La miễn nhiệm chức vụ Chủ tịch UBND tỉnh Sơn La của ông {AN}, để nhận nhiệm vụ mới.",
            {("lose", AN, "Chủ tịch", PEOPLE)},
            id="whose post is taken",
        ),
        pytest.param(
            f"Chủ tịch UBND tỉnh Sơn La {NAM} vừa ký các quyết định nghỉ hưu đối với một số lãnh đạo. "
            f"Các cán bộ nghỉ hưu từ ngày 1/6/2014 gồm ông {AN}, Giám đốc Sở Y tế; bà {HOA}, Giám đốc Sở Tài chính.",
            {
                ("hold", NAM, "Chủ tịch", PEOPLE),
                ("lose", AN, *DIRECTOR),
                ("lose", HOA, "Giám đốc", "Sở Tài chính tỉnh Sơn La"),
            },
            id="who signs that others retire",
        ),
        pytest.param(
            f"Tỉnh ủy Sơn La khai trừ Đảng đối với ông {NAM}. Thống nhất để các ông {AN}, Giám đốc Sở Y tế; "
            f"{HOA}, Bí thư Huyện ủy Mai Sơn thôi tham gia Ban Chấp hành Đảng bộ tỉnh Sơn La.",
            {
                ("lose", NAM, "Đảng viên", "Đảng Cộng sản Việt Nam"),
                ("lose", AN, "Ủy viên", "Ban Chấp hành Đảng bộ tỉnh Sơn La"),
                ("lose", HOA, "Ủy viên", "Ban Chấp hành Đảng bộ tỉnh Sơn La"),
                ("hold", AN, *DIRECTOR),
                ("hold", HOA, "Bí thư", "Huyện ủy Mai Sơn"),
            },
            id="a list that waits for its verb",
        ),
        pytest.param(
            f"Tỉnh ủy Sơn La kỷ luật ông {AN} bằng hình thức cảnh cáo và cho thôi giữ chức Bí thư Huyện ủy Mai Sơn; "
            f"khiển trách bà {HOA}, Giám đốc Sở Y tế.",
            {("lose", AN, "Bí thư", "Huyện ủy Mai Sơn"), ("hold", HOA, *DIRECTOR)},
            id="rebuked and dismissed",
        ),
        pytest.param(
            f"Tỉnh ủy Sơn La kỷ luật ông {AN}, Bí thư Huyện ủy Mai Sơn, Chủ tịch HĐND huyện "
            "bằng hình thức cách chức tất cả các chức vụ trong Đảng.",
            {
                ("lose", AN, "Bí thư", "Huyện ủy Mai Sơn"),
                ("hold", AN, "Chủ tịch", "Hội đồng nhân dân huyện Mai Sơn"),
            },
            id="posts in the Party only",
        ),
        pytest.param(
            f"Theo quyết định của Chủ tịch UBND tỉnh Sơn La, Giám đốc Sở Y tế {AN} nghỉ hưu từ ngày 1/5/2014.",
            {("lose", AN, *DIRECTOR)},
            id="who decides is not who retires",
        ),
        pytest.param(
            f"Ngân hàng Sài Gòn bổ nhiệm ông {AN} làm Tổng Giám đốc, còn chủ tịch cũ làm cố vấn.",
            {("gain", AN, "Tổng Giám đốc", "Ngân hàng Sài Gòn")},
            id="a turn to somebody else",
        ),
    ],
)
def test_who_loses_what(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize("verb", ["hiện giữ chức", "đang giữ chức", "hiện đang làm", "đang đảm nhiệm"])
def test_a_post_that_somebody_has_now_is_held(verb: str) -> None:
    assert told(f"Ông {AN} {verb} Giám đốc Sở Y tế tỉnh Sơn La.") == {("hold", AN, *DIRECTOR)}
    text = f"HĐND tỉnh Sơn La bầu ông {AN}, {verb} Giám đốc Sở Y tế, làm Phó Chủ tịch UBND tỉnh Sơn La."
    assert told(text) == {("hold", AN, *DIRECTOR), ("gain", AN, "Phó Chủ tịch", PEOPLE)}


def test_a_post_that_somebody_had_before_another_is_past() -> None:
    text = f"Trước khi được bầu làm Phó Chủ tịch UBND tỉnh Sơn La, ông {AN} đang giữ chức Giám đốc Sở Y tế tỉnh Sơn La."
    assert told(text) == {("held", AN, *DIRECTOR)}


def test_an_ambassador_is_of_the_embassy_however_the_country_is_called() -> None:
    text = f"Ông {AN}, Đại sứ Đặc mệnh toàn quyền nước Cộng hòa xã hội chủ nghĩa Việt Nam tại Lào, dự lễ."
    assert told(text) == {("hold", AN, "Đại sứ", "Đại sứ quán Việt Nam tại Lào")}


def test_what_the_next_of_a_list_was_before_is_not_given() -> None:
    text = (
        f"Bộ Công an điều động đại tá {AN}, Giám đốc Công an tỉnh Lai Châu, giữ chức Giám đốc Công an tỉnh Bắc Kạn; "
        f"đại tá {HOA}, nguyên Phó Giám đốc Công an tỉnh Hà Giang, đến nhận chức vụ Giám đốc Công an tỉnh Lai Châu."
    )
    assert told(text) == {
        ("gain", AN, "Giám đốc", "Công an tỉnh Bắc Kạn"),
        ("hold", AN, "Giám đốc", "Công an tỉnh Lai Châu"),
        ("gain", HOA, "Giám đốc", "Công an tỉnh Lai Châu"),
        ("held", HOA, "Phó Giám đốc", "Công an tỉnh Hà Giang"),
    }
