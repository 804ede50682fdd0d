"""Official papers and lists: headings, signatures, one verb for many lines."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read, told

AN, HOA, BA, LAN = "Đỗ Văn An", "Lò Thị Hoa", "Vũ Văn Ba", "Hà Thị Lan"
PEOPLE = "Ủy ban nhân dân tỉnh Sơn La"
COUNCIL = "Hội đồng nhân dân tỉnh Sơn La"


@pytest.mark.parametrize(
    ("paper", "fact"),
    [
        pytest.param(
            f"ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 5/QĐ-UBND\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\n(đã ký)\n{BA}",
            ("hold", BA, "Chủ tịch", PEOPLE),
            id="after the list of who receives it",
        ),
        pytest.param(
            f"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 5/QĐ-UBND\nCHỦ TỊCH\n{BA}",
            ("hold", BA, "Chủ tịch", PEOPLE),
            id="the body's name on two lines",
        ),
        pytest.param(
            f"BỘ Y TẾ\nSố: 5/QĐ-BYT\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n{BA}",
            ("hold", BA, "Thứ trưởng", "Bộ Y tế"),
            id="for the head",
        ),
        pytest.param(
            f"TỈNH ỦY SƠN LA\nSố: 5-QĐ/TU\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n{BA}",
            ("hold", BA, "Phó Bí thư", "Tỉnh ủy Sơn La"),
            id="for a standing committee",
        ),
        pytest.param(
            f"CHÍNH PHỦ\nSố: 5/QĐ-TTg\nTHỦ TƯỚNG\n{BA}", ("hold", BA, "Thủ tướng", "Chính phủ"), id="one body only"
        ),
    ],
)
def test_who_signed_a_paper_holds_the_title(paper: str, fact: tuple[str, str, str, str]) -> None:
    assert told(paper) == {fact}


def test_a_signature_quotes_title_and_name() -> None:
    [fact] = read(f"ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố: 5/QĐ-UBND\nCHỦ TỊCH\n{BA}").facts
    assert (fact.quote, fact.rule, fact.inferred) == (f"CHỦ TỊCH\n{BA}", "signature", ("organization",))


def test_a_paper_of_no_known_body_has_no_signer() -> None:
    assert told(f"Thông báo\nCHỦ TỊCH\n{BA}") == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            f"HĐND tỉnh Sơn La bầu ông {AN} giữ chức Chủ tịch UBND tỉnh; bà {HOA}, Phó Chủ tịch UBND tỉnh.",
            {("gain", AN, "Chủ tịch", PEOPLE), ("gain", HOA, "Phó Chủ tịch", PEOPLE)},
            id="the rest of a sentence has only persons and titles",
        ),
        pytest.param(
            f"HĐND tỉnh Sơn La bầu ông {AN} giữ chức Chủ tịch UBND tỉnh; các ông {BA}, {LAN}, Phó Chủ tịch UBND tỉnh.",
            {
                ("gain", AN, "Chủ tịch", PEOPLE),
                ("gain", BA, "Phó Chủ tịch", PEOPLE),
                ("gain", LAN, "Phó Chủ tịch", PEOPLE),
            },
            id="one title for several of them",
        ),
        pytest.param(
            f"Chỉ định các ông, bà sau giữ các chức vụ của HĐND tỉnh Sơn La:\n"
            f"1. Ông {AN} - Chủ tịch HĐND tỉnh\n2. Bà {HOA} - Phó Chủ tịch HĐND tỉnh",
            {("gain", AN, "Chủ tịch", COUNCIL), ("gain", HOA, "Phó Chủ tịch", COUNCIL)},
            id="posts beside the names of a list",
        ),
        pytest.param(
            f"Xác nhận kết quả bầu các chức danh UBND tỉnh Sơn La, gồm các ông, bà sau:\n"
            f"I. CHỦ TỊCH UBND TỈNH\nÔng {AN}\nII. PHÓ CHỦ TỊCH UBND TỈNH\n1. Bà {HOA}\n2. Ông {BA}, Giám đốc Sở Y tế",
            {
                ("gain", AN, "Chủ tịch", PEOPLE),
                ("gain", HOA, "Phó Chủ tịch", PEOPLE),
                ("gain", BA, "Phó Chủ tịch", PEOPLE),
                ("hold", BA, "Giám đốc", "Sở Y tế tỉnh Sơn La"),
            },
            id="posts as headings",
        ),
        pytest.param(
            f"Bộ trưởng Bộ Quốc phòng bổ nhiệm: Đại tá {AN} giữ chức Chính ủy Sư đoàn 8; Thượng tá {BA} giữ chức "
            "Chính ủy Sư đoàn 9.",
            {("gain", AN, "Chính ủy", "Sư đoàn 8"), ("gain", BA, "Chính ủy", "Sư đoàn 9")},
            id="a title before the verb decides",
        ),
        pytest.param(
            f"HĐND thành phố Sơn La (Lai Châu) họp, bầu:\nChủ tịch HĐND: ông {AN}",
            {("gain", AN, "Chủ tịch", "Hội đồng nhân dân thành phố Sơn La")},
            id="a place in brackets is where the one before it lies",
        ),
        pytest.param(
            f"Ban Chấp hành Đảng bộ tỉnh Sơn La bầu Ban Thường vụ gồm 9 đồng chí: {AN}, {HOA}.",
            {
                ("gain", AN, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
                ("gain", HOA, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
            },
            id="the members of a body that was elected",
        ),
        pytest.param(
            f"Danh sách Ủy viên Ban Thường vụ Tỉnh ủy Sơn La có các đồng chí: {AN}; {HOA}, Giám đốc Sở Y tế.",
            {
                ("hold", AN, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
                ("hold", HOA, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
                ("hold", HOA, "Giám đốc", "Sở Y tế tỉnh Sơn La"),
            },
            id="a list of those who are members",
        ),
        pytest.param(
            f"Đảng bộ huyện Lộc Bình bầu ông {AN} làm Bí thư Huyện ủy, ông {BA} làm Phó Bí thư.",
            {("gain", AN, "Bí thư", "Huyện ủy Lộc Bình"), ("gain", BA, "Phó Bí thư", "Huyện ủy Lộc Bình")},
            id="one more post in the body just named",
        ),
        pytest.param(
            f"Quốc hội phê chuẩn việc bổ nhiệm các Bộ trưởng: ông {AN} giữ chức Bộ trưởng Bộ Y tế; bà {HOA} - Bộ trưởng, "
            f"Chủ nhiệm Văn phòng Chính phủ; ông {BA} - Bộ trưởng Bộ Nội vụ.",
            {
                ("gain", AN, "Bộ trưởng", "Bộ Y tế"),
                ("gain", HOA, "Bộ trưởng", "Văn phòng Chính phủ"),
                ("gain", HOA, "Chủ nhiệm", "Văn phòng Chính phủ"),
                ("gain", BA, "Bộ trưởng", "Bộ Nội vụ"),
            },
            id="titles after a dash are given, one or two",
        ),
        pytest.param(
            f"Công đoàn ngành Than họp đại hội. Ban Chấp hành bầu Ban Thường vụ gồm 3 đồng chí: {AN}, {HOA}, {BA}.",
            {("gain", name, "Ủy viên", "Ban Thường vụ Công đoàn ngành Than") for name in (AN, HOA, BA)},
            id="a union has committees of its own",
        ),
        pytest.param(
            f"SƠN LA. Sáng 2/4, HĐND tỉnh bầu ông {AN} làm Chủ tịch UBND tỉnh.\n"
            f"LÀO CAI. Sáng 2/4, HĐND tỉnh bầu bà {HOA} làm Chủ tịch UBND tỉnh.",
            {("gain", AN, "Chủ tịch", PEOPLE), ("gain", HOA, "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")},
            id="a place that heads a paragraph",
        ),
        pytest.param(
            f"Kết quả phiếu của những người giữ chức vụ do HĐND tỉnh Sơn La bầu:\n1. Ông {AN}, Chủ tịch HĐND tỉnh: 50/4",
            {("hold", AN, "Chủ tịch", COUNCIL)},
            id="who was elected before is not elected now",
        ),
    ],
)
def test_one_verb_reaches_over_a_list(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts
