"""Who of several gets which post, and who only stands by."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import told

HUB = "Đảng ủy xã Bình Yên"


def test_each_in_a_list_of_several_posts_gets_the_one_beside_the_name() -> None:
    text = """Ban Thường vụ Tỉnh ủy Sơn La chỉ định Bí thư, Phó Bí thư Đảng ủy xã Bình Yên gồm:
1. Đồng chí Cầm Bun Hặc, Bí thư Đảng ủy
2. Đồng chí Lừ Văn Khuyên, Phó Bí thư Thường trực Đảng ủy"""
    assert told(text) == {
        ("gain", "Cầm Bun Hặc", "Bí thư", HUB),
        ("gain", "Lừ Văn Khuyên", "Phó Bí thư Thường trực", HUB),
    }


@pytest.mark.parametrize("verb", ["công bố", "trao", "đọc"])
def test_who_announces_a_decision_is_not_whom_it_is_about(verb: str) -> None:
    text = f"Đồng chí Quàng Thị Xuyến {verb} Quyết định của Ban Thường vụ Tỉnh ủy chỉ định Bí thư Đảng ủy xã Bình Yên."
    assert told(text) == set()


def test_who_receives_a_decision_is_whom_it_is_about() -> None:
    text = (
        "Ông Lưu Nhựt Thanh, Phó Giám đốc Sở Nội vụ tỉnh Vĩnh Long, nhận Quyết định số 87/QĐ-UBND của Chủ tịch UBND "
        "tỉnh bổ nhiệm giữ chức Giám đốc Sở."
    )
    office = "Sở Nội vụ tỉnh Vĩnh Long"
    assert told(text) == {
        ("gain", "Lưu Nhựt Thanh", "Giám đốc", office),
        ("hold", "Lưu Nhựt Thanh", "Phó Giám đốc", office),
    }


def test_those_attending_hold_their_posts_whatever_was_decided_before() -> None:
    text = (
        "Ban Thường vụ Tỉnh ủy Bắc Kạn công bố các quyết định về cán bộ. Cùng dự có các đồng chí Ủy viên Ban Thường vụ "
        "Tỉnh ủy: Ma Thị Ngần, Trưởng Ban Tổ chức Tỉnh ủy; Lường Văn Chiến, Trưởng Ban Dân vận Tỉnh ủy."
    )
    assert {event for event, *_ in told(text)} == {"hold"}


def test_heads_of_units_told_in_brackets() -> None:
    text = "Dự họp có các trưởng ban HĐND tỉnh Quảng Nam: Nguyễn Đức Bửu (Ban Pháp chế), Lê Thị Tiên (Ban Dân tộc)."
    assert told(text) == {
        ("hold", "Nguyễn Đức Bửu", "Trưởng Ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Quảng Nam"),
        ("hold", "Lê Thị Tiên", "Trưởng Ban", "Ban Dân tộc Hội đồng nhân dân tỉnh Quảng Nam"),
    }


def test_a_dismissal_from_a_bare_committee_is_from_the_one_told_before() -> None:
    text = (
        "Chịu trách nhiệm là ông Thi Hoàng Rạng, Phó Bí thư Đảng ủy Sở Y tế tỉnh Cà Mau.\n"
        "Ủy ban Kiểm tra Tỉnh ủy Cà Mau quyết định cách chức Phó Bí thư Đảng ủy đối với ông Thi Hoàng Rạng."
    )
    assert told(text) == {("lose", "Thi Hoàng Rạng", "Phó Bí thư", "Đảng ủy Sở Y tế tỉnh Cà Mau")}


def test_a_post_without_a_body_is_of_the_one_given_next() -> None:
    text = "Đại hội bầu ông Khổng Văn Tạo làm Bí thư, bà Lưu Thị Tú làm Phó Bí thư Tỉnh đoàn Lai Châu."
    assert told(text) == {
        ("gain", "Khổng Văn Tạo", "Bí thư", "Tỉnh đoàn Lai Châu"),
        ("gain", "Lưu Thị Tú", "Phó Bí thư", "Tỉnh đoàn Lai Châu"),
    }


def test_the_commune_a_text_is_about_is_meant_by_the_bare_word() -> None:
    text = (
        "Đảng bộ xã Mường Giôn họp đại hội. Xã Mường Giôn gồm một phần xã Pá Ma Khinh. "
        "Đại hội xã Mường Giôn nghe ông Hoàng Đức Lợi, Chủ tịch UBND xã, phát biểu."
    )
    assert told(text) == {("hold", "Hoàng Đức Lợi", "Chủ tịch", "Ủy ban nhân dân xã Mường Giôn")}


def test_a_post_before_a_dash_is_of_those_behind_it() -> None:
    text = (
        "HĐND phường Tân An bầu các chức danh: Chủ tịch UBND phường - ông Trần Văn Ba; "
        "Phó Chủ tịch UBND phường - bà Lê Thị Tư, ông Hồ Năm."
    )
    office = "Ủy ban nhân dân phường Tân An"
    assert told(text) == {
        ("gain", "Trần Văn Ba", "Chủ tịch", office),
        ("gain", "Lê Thị Tư", "Phó Chủ tịch", office),
        ("gain", "Hồ Năm", "Phó Chủ tịch", office),
    }


def test_a_signed_decision_on_a_retirement_is_about_the_one_it_names() -> None:
    text = "Thủ tướng ký Quyết định 87/QĐ-TTg về việc Thứ trưởng Bộ Y tế Lê Văn Tám nghỉ hưu từ ngày 1/5/2024."
    assert told(text) == {("lose", "Lê Văn Tám", "Thứ trưởng", "Bộ Y tế")}


def test_a_proposal_that_is_approved_is_a_decision() -> None:
    text = "Quốc hội phê chuẩn đề nghị bổ nhiệm bà Đào Hồng Loan giữ chức Bộ trưởng Bộ Y tế."
    assert told(text) == {("gain", "Đào Hồng Loan", "Bộ trưởng", "Bộ Y tế")}


def test_the_standing_members_of_a_council_have_the_posts_beside_their_names() -> None:
    text = "Thường trực HĐND phường Tân An gồm các ông, bà: Hoàng Văn Hùng (Chủ tịch), Lê Thị Hà (Phó Chủ tịch)."
    council = "Hội đồng nhân dân phường Tân An"
    assert told(text) == {
        ("hold", "Hoàng Văn Hùng", "Chủ tịch", council),
        ("hold", "Lê Thị Hà", "Phó Chủ tịch", council),
    }
