"""The term that a post is for: sessions at the end of a sentence, several of them, years however the dash is printed."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read

COMMITTEE = "Ủy viên Ban Chấp hành Đảng bộ tỉnh Sơn La"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (f"Ông Đỗ Văn An là {COMMITTEE} khóa XV.", "khóa XV"),
        (f"Ông Đỗ Văn An, {COMMITTEE} khóa XV, dự lễ.", "khóa XV"),
        (f"Ông Đỗ Văn An, {COMMITTEE} các khóa XIV, XV, dự lễ.", "khóa XIV, XV"),
        (f"Ông Đỗ Văn An, {COMMITTEE} khóa XIV, khóa XV, dự lễ.", "khóa XIV, XV"),
        (f"Ông Đỗ Văn An, {COMMITTEE} khóa XV, nhiệm kỳ 2020-2025, dự lễ.", "2020-2025"),
        (f"Ông Đỗ Văn An, {COMMITTEE} nhiệm kỳ 2020 – 2025, dự lễ.", "2020-2025"),
        (f"Chỉ định ông Đỗ Văn An làm {COMMITTEE}, nhiệm kỳ 2020 - 2025.", "2020-2025"),
        ("Đại hội tỉnh Sơn La bầu các chức danh của Tỉnh ủy khóa XV, nhiệm kỳ 2020-2025:\n"
         "1. Ông Đỗ Văn An được bầu giữ chức Bí thư Tỉnh ủy.", "2020-2025"),
        (f"Ông Đỗ Văn An là {COMMITTEE} khóa 15.5 thì không có.", None),
    ],
)  # fmt: skip
def test_the_term_of_a_post(text: str, term: str | None) -> None:
    assert [fact.term for fact in read(text).facts] == [term]
