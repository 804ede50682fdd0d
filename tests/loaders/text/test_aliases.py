"""Other names that a text gives to a person."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read

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
