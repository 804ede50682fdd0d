"""Who stands by a decision without being the one it is of: proposers, presenters, those who congratulate."""

from __future__ import annotations

import pytest

from tests.loaders.text.telling import read, told

AN, HOA, NAM = "Đỗ Văn An", "Lò Thị Hoa", "Lê Nam"
PEOPLE = "Ủy ban nhân dân tỉnh Sơn La"
COUNCIL = "Hội đồng nhân dân tỉnh Sơn La"
CHAIRS = {("hold", AN, "Chủ tịch", PEOPLE)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            f"Theo đề nghị của Chủ tịch UBND tỉnh Sơn La {AN}, các đại biểu HĐND tỉnh bầu bổ sung Ủy viên UBND tỉnh.",
            CHAIRS,
            id="proposes",
        ),
        pytest.param(
            f"Ông {AN}, Chủ tịch UBND tỉnh Sơn La, trình bày Tờ trình bầu bổ sung chức vụ Phó Chủ tịch UBND tỉnh.",
            CHAIRS,
            id="presents",
        ),
        pytest.param(
            f"Chủ tịch UBND tỉnh Sơn La {AN} tặng hoa chúc mừng các cán bộ vừa được bầu và miễn nhiệm tại kỳ họp.",
            CHAIRS,
            id="congratulates",
        ),
        pytest.param(
            f"HĐND tỉnh Sơn La miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh với ông {AN} "
            "để đảm nhiệm chức vụ Phó Bí thư Thường trực Tỉnh ủy.",
            {("lose", AN, "Phó Chủ tịch", PEOPLE)},
            id="what a leaving is for",
        ),
        pytest.param(
            f"HĐND tỉnh Sơn La miễn nhiệm Ủy viên UBND tỉnh đối với bà {HOA}, nguyên Giám đốc Sở Y tế; "
            f"ông {NAM}, nguyên Giám đốc Sở Tài chính, do đã nghỉ hưu theo quy định.",
            {
                ("lose", HOA, "Ủy viên", PEOPLE),
                ("lose", NAM, "Ủy viên", PEOPLE),
                ("held", HOA, "Giám đốc", "Sở Y tế tỉnh Sơn La"),
                ("held", NAM, "Giám đốc", "Sở Tài chính tỉnh Sơn La"),
            },
            id="why all of a list leave",
        ),
        pytest.param(
            f"Các đại biểu HĐND tỉnh Sơn La đã xem xét, nhất trí miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh "
            f"đối với ông {AN}.",
            {("lose", AN, "Phó Chủ tịch", PEOPLE)},
            id="considered and agreed to",
        ),
        pytest.param(
            f"Bộ Chính trị quyết định về cán bộ. Các Ủy viên Bộ Chính trị: {HOA} - Trưởng Ban Dân vận Trung ương; "
            f"{NAM} chủ trì hội nghị.",
            {
                ("hold", HOA, "Ủy viên", "Bộ Chính trị"),
                ("hold", HOA, "Trưởng Ban", "Ban Dân vận Trung ương"),
                ("hold", NAM, "Ủy viên", "Bộ Chính trị"),
            },
            id="preside",
        ),
        pytest.param(
            f"Thành ủy Cần Thơ chỉ định ông {AN} (cán bộ Ban Tổ chức; nguyên Chủ tịch HĐND phường Cái Răng) "
            "giữ chức Bí thư Đảng ủy phường Cái Răng.",
            {("gain", AN, "Bí thư", "Đảng ủy phường Cái Răng")},
            id="what is in brackets is not given",
        ),
        pytest.param(
            f"Bộ Chính trị phân công ông {AN} làm Bí thư Tỉnh ủy Sơn La cùng 2 Phó Bí thư gồm: {HOA}, {NAM}.",
            {
                ("gain", AN, "Bí thư", "Tỉnh ủy Sơn La"),
                ("gain", HOA, "Phó Bí thư", "Tỉnh ủy Sơn La"),
                ("gain", NAM, "Phó Bí thư", "Tỉnh ủy Sơn La"),
            },
            id="a head with his deputies",
        ),
        pytest.param(
            f"Trong thời gian thực hiện quy trình bầu Chủ tịch UBND tỉnh, Ban Thường vụ Tỉnh ủy Sơn La phân công "
            f"ông {AN} phụ trách UBND tỉnh.",
            {("gain", AN, "Phụ trách", PEOPLE)},
            id="while another is to be elected",
        ),
        pytest.param(
            f"Giao Phó Thủ tướng {AN} giúp Thủ tướng theo dõi các lĩnh vực công tác.",
            {("hold", AN, "Phó Thủ tướng", "Chính phủ")},
            id="helps",
        ),
        pytest.param(
            f"UBND tỉnh Sơn La đã quyết định không công nhận Hiệu trưởng Trường Đại học Tây Bắc đối với ông {AN}.",
            set(),
            id="refused",
        ),
        pytest.param(
            f"Ông {AN} nhận quyết định bổ nhiệm Giám đốc Sở Y tế tỉnh Sơn La từ Chủ tịch UBND tỉnh - Ảnh: LÊ NAM",
            {("gain", AN, "Giám đốc", "Sở Y tế tỉnh Sơn La")},
            id="took the picture, hands over",
        ),
        pytest.param(
            f"Ban Bí thư chuẩn y bà {HOA} giữ chức Phó Bí thư Tỉnh ủy Sơn La. "
            f"Ban Bí thư chuẩn y 2 đồng chí giữ chức Ủy viên Ban Thường vụ Tỉnh ủy Sơn La là: {NAM}; {AN}.",
            {
                ("gain", HOA, "Phó Bí thư", "Tỉnh ủy Sơn La"),
                ("gain", NAM, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
                ("gain", AN, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
            },
            id="counted, not meant before",
        ),
        pytest.param(
            f"Ban Bí thư chuẩn y các thành viên tham gia Ban Thường vụ Tỉnh ủy Sơn La gồm: Ông {AN}, Tỉnh ủy viên.",
            {
                ("gain", AN, "Ủy viên", "Ban Thường vụ Tỉnh ủy Sơn La"),
                ("hold", AN, "Ủy viên", "Ban Chấp hành Đảng bộ tỉnh Sơn La"),
            },
            id="members who join",
        ),
        pytest.param(
            f"Thủ tướng phê chuẩn kết quả bầu Ủy viên UBND tỉnh Sơn La đối với ông {AN}, Đại tá, Giám đốc Công an "
            f"tỉnh; ông {NAM}, Giám đốc Sở Y tế.",
            {
                ("gain", AN, "Ủy viên", PEOPLE),
                ("gain", NAM, "Ủy viên", PEOPLE),
                ("hold", AN, "Giám đốc", "Công an tỉnh Sơn La"),
                ("hold", NAM, "Giám đốc", "Sở Y tế tỉnh Sơn La"),
            },
            id="a rank beside the name",
        ),
    ],
)
def test_a_bystander_is_given_and_loses_nothing(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts


def test_a_headline_that_links_a_person_to_a_post_tells_the_news() -> None:
    text = (
        f"Đồng chí {AN}, Phó Chánh Văn phòng Tỉnh ủy, làm Bí thư Huyện ủy Mường La\n"
        "Sáng 3/4, Ban Thường vụ Tỉnh ủy Sơn La họp."
    )
    assert ("gain", AN, "Bí thư", "Huyện ủy Mường La") in told(text)


@pytest.mark.parametrize(
    ("printed", "role", "body"),
    [
        ("giám đốc sở Y tế tỉnh Sơn La", "Giám đốc", "Sở Y tế tỉnh Sơn La"),
        ("Trưởng Ban tổ chức Tỉnh ủy Sơn La", "Trưởng Ban", "Ban tổ chức Tỉnh ủy Sơn La"),
        ("Trưởng ban Dân vận huyện ủy Mường La", "Trưởng Ban", "Ban Dân vận Huyện ủy Mường La"),
        ("Giám đốc Sở Tài nguyên – Môi trường tỉnh Sơn La", "Giám đốc", "Sở Tài nguyên và Môi trường tỉnh Sơn La"),
    ],
)
def test_small_letters_and_dashes_in_a_name(printed: str, role: str, body: str) -> None:
    assert told(f"Ông {AN}, {printed}, phát biểu.") == {("hold", AN, role, body)}


def test_who_decided_in_one_province_did_not_in_the_next() -> None:
    text = (
        f"Tại Lai Châu, Ban Chấp hành Đảng bộ tỉnh Lai Châu bầu bà {HOA} giữ chức Bí thư Tỉnh ủy Lai Châu.\n"
        f"Tại Sơn La, ông {AN} được bầu giữ chức Phó Bí thư Tỉnh ủy Sơn La."
    )
    found = {fact.person: fact.issuer for fact in read(text).facts if fact.event == "gain"}
    assert found == {HOA: "Ban Chấp hành Đảng bộ tỉnh Lai Châu", AN: None}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            f"Bộ trưởng Bộ Y tế là ông {AN}, Chủ nhiệm Văn phòng Quốc hội là bà {HOA}.",
            {("hold", AN, "Bộ trưởng", "Bộ Y tế"), ("hold", HOA, "Chủ nhiệm", "Văn phòng Quốc hội")},
            id="holders in a row",
        ),
        pytest.param(
            f"Thủ tướng bổ nhiệm ông {NAM} giữ chức Thứ trưởng Bộ Y tế. Như vậy, Bộ Y tế có Bộ trưởng là ông {AN}; "
            f"các Thứ trưởng gồm: bà {HOA}.",
            {
                ("gain", NAM, "Thứ trưởng", "Bộ Y tế"),
                ("hold", AN, "Bộ trưởng", "Bộ Y tế"),
                ("hold", HOA, "Thứ trưởng", "Bộ Y tế"),
            },
            id="who there is now",
        ),
        pytest.param(
            f"Đại hội Hội Nông dân Việt Nam bầu bà {HOA} giữ chức Chủ tịch BCH Trung ương Hội Nông dân Việt Nam.",
            {("gain", HOA, "Chủ tịch", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam")},
            id="a union's central committee",
        ),
        pytest.param(
            f"Ông {AN}, Chính ủy Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh, phát biểu.",
            {("hold", AN, "Chính ủy", "Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh")},
            id="a title within a name",
        ),
    ],
)
def test_who_holds_what_is_no_decision(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts


def test_a_committee_that_lets_its_own_member_go_is_not_the_one_told_before() -> None:
    text = (
        f"Thủ tướng phê chuẩn việc miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Sơn La đối với ông {AN}.\n"
        f"Ban Chấp hành Đảng bộ tỉnh Sơn La cho ông {AN} thôi tham gia Ban Chấp hành Đảng bộ tỉnh."
    )
    found = {fact.organization: fact.issuer for fact in read(text).facts}
    assert found == {PEOPLE: "Thủ tướng Chính phủ", "Ban Chấp hành Đảng bộ tỉnh Sơn La": None}


def test_the_peoples_committee_of_a_province_is_that_of_no_city() -> None:
    text = f"UBND tỉnh công nhận ông {AN} giữ chức Hiệu trưởng Trường Đại học Tây Bắc. Ông An ở TP.Hồ Chí Minh."
    assert [fact.issuer for fact in read(text).facts] == [None]


def test_who_proposes_does_not_approve() -> None:
    text = f"Quốc hội phê chuẩn đề nghị của Thủ tướng bổ nhiệm ông {AN} giữ chức Bộ trưởng Bộ Y tế."
    assert [fact.issuer for fact in read(text).facts] == ["Quốc hội"]


def test_a_verb_of_another_paragraph_is_not_meant_where_other_decisions_are_announced() -> None:
    text = (
        f"Bộ Y tế công nhận bà {HOA} giữ chức Hiệu trưởng Trường Đại học Y Hà Nội.\n"
        f"Trường Đại học Tây Bắc họp mặt. Tại đây, trường công bố quyết định gồm: ông {AN} giữ chức Trưởng Khoa Nội."
    )
    assert {fact.person: fact.action for fact in read(text).facts} == {HOA: "công nhận", AN: None}


@pytest.mark.parametrize(
    "text",
    [
        f"Việc con rể ông {AN} được bổ nhiệm giữ chức Phó Giám đốc Sở Y tế tỉnh Sơn La khiến nhiều người hỏi.",
        f"Bộ Nội vụ dự thảo quyết định bổ nhiệm ông {AN} giữ chức Thứ trưởng Bộ Y tế.",
        f"Có tin đồn bổ nhiệm ông {AN} giữ chức Thứ trưởng Bộ Y tế.",
    ],
    ids=["a relative", "a draft", "a rumour"],
)
def test_what_is_not_decided_of_somebody_is_no_fact(text: str) -> None:
    assert told(text) == set()


def test_a_headline_takes_its_verb_from_the_text_below() -> None:
    text = (
        f"Ông {AN} làm Thứ trưởng Bộ Y tế\n\n"
        f"Ngày 5/5/2024, Thủ tướng Chính phủ bổ nhiệm ông {AN} giữ chức Thứ trưởng Bộ Y tế."
    )
    assert [(fact.action, fact.issuer) for fact in read(text).facts] == [("bổ nhiệm", "Thủ tướng Chính phủ")]


def test_a_province_of_former_days_is_known() -> None:
    text = f"Năm 1985, ông {AN} được bầu làm Phó Chủ tịch UBND tỉnh Hà Sơn Bình."
    assert told(text) == {("gain", AN, "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Hà Sơn Bình")}
