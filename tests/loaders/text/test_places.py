"""Places in a text: where a district's name ends and a person's begins; bodies of the country and of a place."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import told

AN = "Đỗ Văn An"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            f"Chủ tịch UBND quận Hoàng Mai {AN} phát biểu.",
            {("hold", AN, "Chủ tịch", "Ủy ban nhân dân quận Hoàng Mai")},
            id="a district whose second syllable is a surname",
        ),
        pytest.param(
            f"Ông {AN}, Chủ tịch HĐND huyện Dương Minh Châu, phát biểu.",
            {("hold", AN, "Chủ tịch", "Hội đồng nhân dân huyện Dương Minh Châu")},
            id="a district with a person's name",
        ),
        pytest.param(
            f"Ông {AN}, Phó Chủ tịch UBND thành phố Phan Rang - Tháp Chàm, phát biểu.",
            {("hold", AN, "Phó Chủ tịch", "Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm")},
            id="a dash in the name",
        ),
        pytest.param(
            "Chủ tịch HĐND huyện Sùng A Vảng phát biểu tại huyện Sông Mã.",
            {("hold", "Sùng A Vảng", "Chủ tịch", "Hội đồng nhân dân huyện Sông Mã")},
            id="a person after a bare level",
        ),
        pytest.param(
            f"Ông {AN}, Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam tỉnh Sơn La, phát biểu.",
            {("hold", AN, "Chủ tịch", "Hội Liên hiệp Phụ nữ Việt Nam tỉnh Sơn La")},
            id="a union of the country in a province",
        ),
        pytest.param(
            f"Ông {AN}, Phó Chủ nhiệm Ủy ban Pháp luật và Tư pháp của Quốc hội, phát biểu.",
            {("hold", AN, "Phó Chủ nhiệm", "Ủy ban Pháp luật và Tư pháp của Quốc hội")},
            id="a committee of the National Assembly",
        ),
        pytest.param(
            f"Ông {AN}, Phó Bí thư Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương, phát biểu.",
            {("hold", AN, "Phó Bí thư", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương")},
            id="a comma in the name of a body",
        ),
    ],
)
def test_places_and_bodies_end_where_they_end(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts
