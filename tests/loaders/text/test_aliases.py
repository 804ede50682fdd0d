"""Other names that a text gives to a person."""

from __future__ import annotations

import pytest

from loaders.text import read_text
from loaders.text.explain import fact_json
from tests.loaders.text.telling import document, read

AN = "Đỗ Văn An"


@pytest.mark.parametrize(
    ("remark", "names"),
    [
        ("(còn ghi là Đỗ Văn Ân)", {"Đỗ Văn Ân"}),
        ("(tức Sáu An, bí danh Lê Minh)", {"Sáu An", "Lê Minh"}),
        ("(tên thường gọi: Ba Đỗ)", {"Ba Đỗ"}),
        (", bí danh Út Lạc, tên thường gọi Hai An", {"Út Lạc", "Hai An"}),
        ("(Tám An)", {"Tám An"}),
        ("(bút danh Kỳ Lưu)", {"Kỳ Lưu"}),
        ("(sinh năm 1974)", set()),
        ("(Sơn La)", set()),
        ("(Bí thư Huyện ủy Lộc Bình)", set()),
        ("(tức", set()),
        ("()", set()),
    ],
)
def test_other_names(remark: str, names: set[str]) -> None:
    gap = "" if remark.startswith(",") else " "
    reading = read(f"Ông {AN}{gap}{remark}, Giám đốc Sở Y tế tỉnh Sơn La, dự.")
    assert {other for name, other in reading.aliases if name == AN} == names
    assert len(reading.aliases) == len(names)


def test_an_alias_quotes_where_it_stands() -> None:
    [pair] = read(f"Ông {AN} (bí danh Lê Minh), Giám đốc Sở Y tế tỉnh Sơn La, dự.").names
    assert pair.quote == f"{AN} (bí danh Lê Minh)"


def test_another_name_on_a_line_of_its_own() -> None:
    reading = read("Họ và tên: ĐINH TRỌNG NGHĨA\nBí danh: Hai Nghĩa\nChức vụ: Bí thư Tỉnh ủy Lai Châu")
    assert reading.aliases == (("Đinh Trọng Nghĩa", "Hai Nghĩa"),)


def test_no_other_name_is_none() -> None:
    assert read("Họ và tên: ĐINH TRỌNG NGHĨA\nBí danh: không\nNơi ở: tỉnh Lai Châu").aliases == ()


def test_the_names_of_one_person_are_one_group() -> None:
    given = document(f"Ông {AN} (tức Sáu An, bí danh Lê Minh), Bí thư Tỉnh ủy Lai Châu, phát biểu.")
    assert fact_json(given, read_text(given))["aliases"] == [[AN, "Sáu An", "Lê Minh"]]
