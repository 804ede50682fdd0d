"""The names of bodies: words that only the caller can know to be part of one, and a city printed in short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.text.bodies import find_body
from loaders.text.clean import fold_for_scan
from loaders.text.context import plain_name
from loaders.text.mentions import find_tokens
from tests.loaders.text.telling import told

PRINTED = "Vụ theo dõi thủy triều bãi ngang"


def test_a_word_marked_as_part_of_the_name_is_taken() -> None:
    tokens = find_tokens(PRINTED, fold_for_scan(PRINTED), 0, len(PRINTED))
    unmarked = find_body(tokens, 0)
    marked = find_body([tokens[0], *(replace(token, means={"tail": True}) for token in tokens[1:])], 0)
    assert unmarked is not None and unmarked[0].own == "Vụ"
    assert marked is not None and (marked[0].own, marked[1]) == (PRINTED, len(tokens))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Trung tâm Giống cây TP.HCM", "Trung tâm Giống cây Thành phố Hồ Chí Minh"),
        ("Trung tâm Giống cây Hà Nội", "Trung tâm Giống cây Hà Nội"),
    ],
)
def test_a_place_in_a_name_is_written_out(printed: str, name: str) -> None:
    found = find_body(find_tokens(printed, fold_for_scan(printed), 0, len(printed)), 0)
    assert found is not None and plain_name(found[0]) == name


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Chánh án TAND khu vực 3 - Đồng Tháp", "Tòa án nhân dân khu vực 3 - Đồng Tháp"),
        ("Hiệu trưởng Trường THPT Nguyễn Bỉnh Khiêm", "Trường Trung học phổ thông Nguyễn Bỉnh Khiêm"),
        ("Trung đoàn trưởng Trung đoàn 10 (Sư đoàn 4)", "Trung đoàn 10 Sư đoàn 4"),
        ("Phó Vụ trưởng Vụ Pháp chế (Bộ Y tế)", "Vụ Pháp chế Bộ Y tế"),
        ("Trưởng ban Trị sự GHPGVN tỉnh Bình Thuận", "Ban Trị sự Giáo hội Phật giáo Việt Nam tỉnh Bình Thuận"),
        ("Phó Chủ tịch Hội Nhà báo tỉnh Lào Cai", "Hội Nhà báo tỉnh Lào Cai"),
        ("Giám đốc CDC Hà Nội", "Trung tâm Kiểm soát bệnh tật thành phố Hà Nội"),
    ],
)
def test_the_name_of_a_body(printed: str, body: str) -> None:
    assert {organization for *_, organization in told(f"Ông Hà Văn Nam, {printed}, phát biểu.")} == {body}


def test_a_verb_in_small_letters_ends_a_name() -> None:
    text = "Viện Nghiên cứu Văn hóa dân gian tổ chức Hội thảo. Dự có TS. Tạ Minh Lâm, Phó Viện trưởng."
    assert told(text) == {("hold", "Tạ Minh Lâm", "Phó Viện trưởng", "Viện Nghiên cứu Văn hóa dân gian")}


def test_a_union_of_the_place_the_text_is_of() -> None:
    text = "Ngày 21/9, tỉnh Lai Châu họp. Chị Mào Thu Hà, Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh, phát biểu."
    assert told(text) == {("hold", "Mào Thu Hà", "Phó Chủ tịch", "Hội Liên hiệp Phụ nữ tỉnh Lai Châu")}
