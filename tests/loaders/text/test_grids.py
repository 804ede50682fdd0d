"""Tables inside texts: with bars or a cell a line; columns by their heads, rows by what the columns hold."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read, told

AN, HOA = "Đỗ Văn An", "Lò Thị Hoa"
HEALTH = "Sở Y tế tỉnh Sơn La"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            "Ban Thường vụ Tỉnh ủy Sơn La chỉ định nhân sự các xã mới:\nSTT\nĐơn vị\nBí thư Đảng ủy\nChủ tịch UBND\n"
            f"1\nXã Mường Thử\n{AN}\n{HOA}\n2\nXã Bản Thử\n{HOA}\n{AN}\nDanh sách gồm hai xã.",
            {
                ("gain", AN, "Bí thư", "Đảng ủy xã Mường Thử"),
                ("gain", HOA, "Chủ tịch", "Ủy ban nhân dân xã Mường Thử"),
                ("gain", HOA, "Bí thư", "Đảng ủy xã Bản Thử"),
                ("gain", AN, "Chủ tịch", "Ủy ban nhân dân xã Bản Thử"),
            },
            id="a cell a line, the posts as heads",
        ),
        pytest.param(
            "Danh sách kèm theo quyết định\n| TT | Họ và tên | Chức vụ hiện tại | Chức vụ bổ nhiệm | Thời điểm |\n"
            f"| 1 | {AN} | Phó Giám đốc {HEALTH} | Giám đốc {HEALTH} | 01/12/2021 |\n"
            f"| 2 | {HOA} | Chánh Văn phòng {HEALTH} | Bổ nhiệm lại | 01/12/2021 |",
            {
                ("gain", AN, "Giám đốc", HEALTH),
                ("hold", AN, "Phó Giám đốc", HEALTH),
                ("gain", HOA, "Chánh Văn phòng", f"Văn phòng {HEALTH}"),
            },
            id="bars, a post before and a post after",
        ),
        pytest.param(
            f"TT | HỌ VÀ TÊN | CHỨC VỤ | GHI CHÚ\n1 | {AN.upper()} | Giám đốc {HEALTH} | Nghỉ hưu từ 01/02/2022\n"
            f"2 | {HOA.upper()} | Phó Giám đốc {HEALTH} | Đương chức",
            {("lose", AN, "Giám đốc", HEALTH), ("hold", HOA, "Phó Giám đốc", HEALTH)},
            id="what a note says of a post",
        ),
        pytest.param(
            "TT | Họ và tên | Thời gian giữ chức Bí thư Huyện ủy Thử Thách | Ghi chú\n"
            f"1 | {AN} | 1975 - 1979 | Sau là Phó Chủ tịch UBND tỉnh Sơn La\n2 | {HOA} | 2010 - nay |",
            {
                ("held", AN, "Bí thư", "Huyện ủy Thử Thách"),
                ("held", AN, "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Sơn La"),
                ("hold", HOA, "Bí thư", "Huyện ủy Thử Thách"),
            },
            id="the years of one post",
        ),
        pytest.param(f"Họ và tên | Ngày sinh\nÔng {AN} | 1970", set(), id="a table without posts"),
    ],
)
def test_a_table_says(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts


def test_a_row_gives_its_day_and_quotes_itself() -> None:
    row = f"1 | {AN} | Giám đốc {HEALTH} | 01/12/2021"
    [fact] = read(f"TT | Họ và tên | Chức vụ bổ nhiệm | Thời điểm\n{row}").facts
    assert (fact.quote, fact.date, fact.action) == (row, "2021-12-01", "bổ nhiệm")


@pytest.mark.parametrize(
    "text", ["|", "TT |\n|", "STT", "STT\n1", "STT\nĐơn vị\n1\nXã A\n2", "TT | Họ và tên\n1 |", "| | |\n| | |"]
)
def test_a_broken_table_says_nothing(text: str) -> None:
    assert told(text) == set()


def test_a_table_of_units_whose_columns_are_posts() -> None:
    text = """Ban Thường vụ Tỉnh ủy Quảng Ninh chỉ định bí thư đảng ủy các phường, danh sách như sau:

| Đơn vị | Bí thư Đảng ủy | Chức vụ trước 1/7 của Bí thư |
| Phường Mông Dương | Ngô Đông Triều | Phó Bí thư Thành ủy Cẩm Phả |
| Phường Cửa Ông | Đinh Ngọc Chiến | Chủ tịch UBND thành phố Cẩm Phả |"""
    assert told(text) == {
        ("gain", "Ngô Đông Triều", "Bí thư", "Đảng ủy phường Mông Dương"),
        ("held", "Ngô Đông Triều", "Phó Bí thư", "Thành ủy Cẩm Phả"),
        ("gain", "Đinh Ngọc Chiến", "Bí thư", "Đảng ủy phường Cửa Ông"),
        ("held", "Đinh Ngọc Chiến", "Chủ tịch", "Ủy ban nhân dân thành phố Cẩm Phả"),
    }
