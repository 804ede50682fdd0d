"""Forms and pages about persons: labels, short lives, portraits, those who held a post in turn."""

from __future__ import annotations

from tests.loaders.text.telling import read, told

SHEET = """LÝ LỊCH TRÍCH NGANG
1. Họ và tên thường dùng: VÀNG A CHỈNH
2. Quê quán: xã Pú Nhung Lừ, huyện Tuần Giáo, tỉnh Điện Biên
3. Nghề nghiệp, chức vụ hiện nay: Chủ tịch UBND huyện Tuần Giáo
QUÁ TRÌNH CÔNG TÁC
- 9/1996 - 12/1999: Phó Giám đốc Lâm trường Pha Đin.
- Từ 10/2015 đến nay: Chủ tịch UBND huyện Tuần Giáo."""


def test_a_form_is_about_the_person_it_names_first() -> None:
    assert told(SHEET) == {
        ("hold", "Vàng A Chỉnh", "Chủ tịch", "Ủy ban nhân dân huyện Tuần Giáo"),
        ("held", "Vàng A Chỉnh", "Phó Giám đốc", "Lâm trường Pha Đin"),
    }


def test_labels_say_which_posts_are_past_given_and_taken() -> None:
    text = """CÔNG BỐ THÔNG TIN
Tổng công ty Cảng Sông Hồng
- Ông/bà: Trịnh Văn Khoa
- Không còn đảm nhận chức vụ: Tổng Giám đốc Tổng công ty Cảng Sông Hồng
- Ông/bà: Đường Thị Minh
- Chức vụ trước khi bổ nhiệm: Phó Tổng Giám đốc Tổng công ty Cảng Sông Hồng
- Chức vụ được bổ nhiệm: Tổng Giám đốc Tổng công ty Cảng Sông Hồng"""
    body = "Tổng công ty Cảng Sông Hồng"
    assert told(text) == {
        ("lose", "Trịnh Văn Khoa", "Tổng Giám đốc", body),
        ("held", "Đường Thị Minh", "Phó Tổng Giám đốc", body),
        ("gain", "Đường Thị Minh", "Tổng Giám đốc", body),
    }


def test_those_who_held_a_post_in_turn() -> None:
    text = """TRƯỜNG TRUNG HỌC PHỔ THÔNG LÊ VĂN TÁM
HIỆU TRƯỞNG QUA CÁC THỜI KỲ
1. Thầy Đặng Ngọc Chi: 1968 - 1979
2. Cô Hà Thị Quế (1979 - 1988)
3. Cô Lê Vân Giang: từ tháng 8/2014 đến nay
Nhà trường có 30 lớp."""
    facts = {(f.event, f.person, f.role, f.date, f.end) for f in read(text).facts}
    assert facts == {
        ("held", "Đặng Ngọc Chi", "Hiệu trưởng", "1968", "1979"),
        ("held", "Hà Thị Quế", "Hiệu trưởng", "1979", "1988"),
        ("hold", "Lê Vân Giang", "Hiệu trưởng", None, None),
    }
    assert {fact.organization for fact in read(text).facts} == {"Trường Trung học phổ thông Lê Văn Tám"}


def test_the_post_behind_a_colon_ends_the_line() -> None:
    text = "Danh sách:\n1. Ông Lê Văn An: Bí thư Tỉnh ủy Lạng Sơn\n2. Ông Hà Bình: Bí thư phải nói thật với dân."
    assert told(text) == {("hold", "Lê Văn An", "Bí thư", "Tỉnh ủy Lạng Sơn")}


def test_a_body_that_is_not_known_leaves_its_post_untold() -> None:
    assert told("Bà Trần Thị Hoa, Giám đốc Sở Y tế tỉnh Lạng Sơn, tiếp ông Lê An, Giám đốc Thuyền quán Hồ Tây.") == {
        ("hold", "Trần Thị Hoa", "Giám đốc", "Sở Y tế tỉnh Lạng Sơn")
    }


def test_the_subject_of_a_degree_is_no_person() -> None:
    text = (
        "Giám đốc Sở Y tế tỉnh Phú Thọ: Ông PHAN TRỌNG TẤN\n"
        "Trình độ: Thạc sĩ Lâm nghiệp\n"
        "Chức vụ Đảng: Bí thư Đảng ủy Sở Y tế tỉnh Phú Thọ"
    )
    assert told(text) == {
        ("hold", "Phan Trọng Tấn", "Giám đốc", "Sở Y tế tỉnh Phú Thọ"),
        ("hold", "Phan Trọng Tấn", "Bí thư", "Đảng ủy Sở Y tế tỉnh Phú Thọ"),
    }


def test_no_sentence_ends_after_a_degree() -> None:
    text = "Trưởng khoa Khoa Ngoại Bệnh viện Bạch Mai là ThS.BS. Lâm Hữu Quới. Ông phát biểu."
    assert {(event, person) for event, person, *_ in told(text)} == {("hold", "Lâm Hữu Quới")}
