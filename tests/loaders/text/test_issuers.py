"""Who decided, by the sign of the decision's number: the first sign after its form; places come from the text."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read

AN = "Đỗ Văn An"
GIVEN = f"bổ nhiệm ông {AN} giữ chức Phó Giám đốc"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"Quyết định số 12/QĐ-BNN-TCCB {GIVEN} Bệnh viện Bạch Mai.", "Bộ Nông nghiệp và Phát triển nông thôn"),
        (f"Quyết định số 12/QĐ-VKSTC-V15 {GIVEN} Bệnh viện Bạch Mai.", "Viện kiểm sát nhân dân tối cao"),
        (f"Nghị quyết số 12/NQ-UBTVQH15 {GIVEN} Bệnh viện Bạch Mai.", "Ủy ban Thường vụ Quốc hội"),
        # The unit that drew it up has a sign of its own, which here is also a ministry's.
        (f"Quyết định số 12-QĐ/TĐTN-BTC {GIVEN} Bệnh viện Bạch Mai.", None),
        (f"Quyết định số 12-QĐ/TU {GIVEN} Sở Y tế tỉnh Sơn La.", "Tỉnh ủy Sơn La"),
        (f"Quyết định số 12-QĐ/TU {GIVEN} Sở Y tế thành phố Đà Nẵng.", "Thành ủy Đà Nẵng"),
        (f"Quyết định số 12-QĐ/TU {GIVEN} Bệnh viện Bạch Mai.", None),
        (f"Quyết định số 12/QĐ-BYT {GIVEN} Bệnh viện Bạch Mai.", "Bộ Y tế"),
        (
            f"Bộ trưởng Bộ Y tế đã ký các quyết định bổ nhiệm. Quyết định số 12/QĐ-BYT {GIVEN} Bệnh viện Bạch Mai.",
            "Bộ trưởng Bộ Y tế",
        ),
    ],
)
def test_the_sign_names_the_issuer(text: str, issuer: str | None) -> None:
    [fact] = read(text).facts
    assert fact.issuer == issuer


def issuers(text: str) -> dict[str, str | None]:
    return {fact.person: fact.issuer for fact in read(text).facts if fact.event in ("gain", "lose")}


def test_a_paper_names_who_decides_in_capitals_with_the_verb() -> None:
    text = (
        "BAN THƯỜNG VỤ HUYỆN ỦY MAI SƠN QUYẾT ĐỊNH\nCăn cứ Điều lệ Đảng;\n"
        "Điều 1. Chỉ định đồng chí Cầm Thị Yêu giữ chức Bí thư Đảng ủy xã Chiềng Ban."
    )
    assert issuers(text) == {"Cầm Thị Yêu": "Ban Thường vụ Huyện ủy Mai Sơn"}


def test_an_item_of_a_digest_does_not_lend_who_decided_to_the_next() -> None:
    text = (
        "Tin trong tuần:\n"
        "* Ban Thường vụ Thành ủy Hà Nội điều động ông Phùng Quang Tạo giữ chức Bí thư Quận ủy Long Biên.\n"
        "* Bà Lê Thị Hoàng Yến được bổ nhiệm giữ chức Vụ trưởng Vụ Pháp chế Bộ Xây dựng."
    )
    assert issuers(text)["Lê Thị Hoàng Yến"] is None


def test_a_council_that_meets_does_not_appoint() -> None:
    text = (
        "Sáng 7/6, HĐND huyện Mai Sơn họp. Dịp này, ông Hà Văn Nam được điều động, bổ nhiệm giữ chức Trưởng phòng "
        "Nội vụ huyện Mai Sơn."
    )
    assert issuers(text) == {"Hà Văn Nam": None}


def test_what_was_before_is_not_decided_by_who_decides_now() -> None:
    text = (
        "Bộ trưởng Bộ Công an bổ nhiệm Đại tá Hà Văn Nam giữ chức Giám đốc Công an tỉnh Lai Châu. "
        "Trước đó, Đại tá Lê An được bổ nhiệm làm Chánh Văn phòng Bộ Công an."
    )
    assert issuers(text)["Lê An"] is None


def test_a_post_does_not_give_itself() -> None:
    text = "Tân Giám đốc Công an tỉnh Bắc Ninh là Đại tá Bùi Duy Hưng, thay Thiếu tướng Phạm Thế Tùng."
    assert issuers(text)["Bùi Duy Hưng"] is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"Ông {AN} nhận quyết định bổ nhiệm Đại sứ Việt Nam tại Na Uy do Chủ tịch nước Lê Nam ký.", "Chủ tịch nước"),
        (f"Tại buổi lễ do Chủ tịch nước Lê Nam chủ trì, ông {AN} được bổ nhiệm Đại sứ Việt Nam tại Na Uy.", None),
        (f"Ông {AN} làm Bí thư Tỉnh ủy Sơn La theo chỉ định của Bộ Chính trị.", "Bộ Chính trị"),
        (f"Ông {AN} chuyển về Bộ Công an, thôi giữ chức Bí thư Tỉnh ủy Sơn La.", None),
        (
            "Bộ trưởng Bộ Y tế bổ nhiệm ông Lê Nam giữ chức Vụ trưởng Vụ Pháp chế Bộ Y tế. "
            f"Dịp này, ông {AN} được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Sơn La.",
            None,
        ),
        (
            "Ngày 2/4/2026, HĐND tỉnh Sơn La họp. Sau kỳ họp, Bộ Chính trị phân công ông Lê Nam giữ chức "
            f"Trưởng Ban Nội chính Trung ương; phân công ông {AN} giữ chức Bí thư Tỉnh ủy Sơn La.",
            "Bộ Chính trị",
        ),
        (
            f"Sáng 9/5/2018, Hội nghị Trung ương 7 bầu ông {AN} giữ chức Ủy viên Bộ Chính trị.",
            "Ban Chấp hành Trung ương Đảng",
        ),
    ],
)
def test_who_decides_is_told_in_other_places_too(text: str, issuer: str | None) -> None:
    assert issuers(text)[AN] == issuer
