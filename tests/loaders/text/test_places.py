"""Places in a text: where a district's name ends and a person's begins; bodies of the country and of a place."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.text import make_claims, read_text
from tests.loaders.text.telling import document, told

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


def test_a_bare_level_is_that_of_the_other_posts_of_the_person() -> None:
    """The text speaks most of Sơn La; who is named of Lai Châu heads Lai Châu."""
    text = (
        "Thủ tướng phê chuẩn các kết quả bầu tại tỉnh Sơn La và tỉnh Lai Châu.\n"
        "Tại tỉnh Sơn La, bà Hà Thị Hoa giữ chức Chủ tịch UBND tỉnh Sơn La.\n"
        "Bà Lò Thị Mai, Phó Bí thư Tỉnh ủy Lai Châu, được phê chuẩn giữ chức Chủ tịch UBND tỉnh."
    )
    found = told(text)
    assert ("gain", "Lò Thị Mai", "Chủ tịch", "Ủy ban nhân dân tỉnh Lai Châu") in found
    assert ("gain", "Lò Thị Mai", "Chủ tịch", "Ủy ban nhân dân tỉnh Sơn La") not in found


def test_who_is_moved_takes_no_place_along() -> None:
    text = (
        "Ngày 5/3/2024, Tỉnh ủy Sơn La công bố quyết định về cán bộ của tỉnh Sơn La.\n"
        f"Ông {AN}, Phó Chủ tịch UBND tỉnh Lai Châu, được điều động giữ chức Phó Bí thư Tỉnh ủy."
    )
    assert ("gain", AN, "Phó Bí thư", "Tỉnh ủy Sơn La") in told(text)


def test_a_minister_is_of_the_ministry_named_right_before() -> None:
    text = (
        f"Bộ Y tế kiện toàn nhân sự. Ông {AN} giữ chức Thứ trưởng Bộ Y tế; Bộ Y tế chúc mừng.\n"
        "Hiện Bộ Công Thương có Bộ trưởng Hà Thị Hoa và hai Thứ trưởng."
    )
    assert ("hold", "Hà Thị Hoa", "Bộ trưởng", "Bộ Công Thương") in told(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("UBND huyện Lộc Bình", "Sở Y tế tỉnh Lạng Sơn", id="one district"),
        pytest.param("UBND huyện Lộc Bình và UBND huyện Cao Lộc", "Sở Y tế tỉnh Lạng Sơn", id="two of one province"),
        pytest.param("UBND quận Ba Đình", "Sở Y tế thành phố Hà Nội", id="a city under the centre"),
        pytest.param("UBND huyện Lộc Bình (tỉnh Sơn La)", "Sở Y tế tỉnh Sơn La", id="the text knows better"),
    ],
)
def test_a_text_without_a_province_lies_where_its_districts_lie(text: str, body: str) -> None:
    assert told(f"{text} họp.\nÔng {AN}, Giám đốc Sở Y tế, phát biểu.") == {("hold", AN, "Giám đốc", body)}


@pytest.mark.parametrize("text", ["UBND huyện Châu Thành", "UBND huyện Lộc Bình và UBND huyện Ba Vì"])
def test_districts_that_leave_a_doubt_give_no_province(text: str) -> None:
    assert told(f"{text} họp.\nÔng {AN}, Giám đốc Sở Y tế, phát biểu.") == set()


@pytest.mark.parametrize(
    ("published", "place"),
    [(date(2020, 5, 1), "tỉnh Thừa Thiên Huế"), (date(2025, 3, 1), "thành phố Huế")],
)
def test_the_province_is_the_one_of_the_day(published: date, place: str) -> None:
    text = f"UBND huyện A Lưới họp.\nÔng {AN}, Giám đốc Sở Y tế, phát biểu."
    assert told(text, published=published) == {("hold", AN, "Giám đốc", f"Sở Y tế {place}")}


def test_a_claim_tells_what_its_body_was_on_its_day() -> None:
    given = document(
        f"Ngày 1/5/2020, ông {AN} được bổ nhiệm giữ chức Phó Chủ tịch UBND thành phố Huế.\n"
        "Bà Lò Thị Hoa, Chủ tịch UBND thành phố Huế, phát biểu.",
        published=date(2025, 3, 1),
    )
    claims = make_claims(given, read_text(given), "source-1")
    told_of = {(claim.person, claim.level, claim.parent) for claim in claims}
    assert told_of == {
        (AN, "district", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ("Lò Thị Hoa", "province", None),
    }


def test_one_who_heads_a_part_of_a_text_says_of_which_province_it_is() -> None:
    text = (
        "Hai tỉnh bầu lãnh đạo: tỉnh Lai Châu, tỉnh Sơn La.\n"
        "1. Bà Lò Thị Hoa, Chủ tịch UBND tỉnh Lai Châu\nBà Hoa từng là Giám đốc Sở Y tế.\n"
        "2. Ông Cầm Văn Chính, Chủ tịch HĐND tỉnh Sơn La\nÔng Chính từng là Phó Giám đốc Sở Nội vụ."
    )
    assert {organization for event, _, _, organization in told(text) if event == "held"} == {
        "Sở Y tế tỉnh Lai Châu",
        "Sở Nội vụ tỉnh Sơn La",
    }


def test_a_small_letter_with_a_mark_ends_the_name_of_a_place() -> None:
    text = (
        "Ông Lê Nam, Chủ tịch UBND quận Bình Thạnh được điều động giữ chức Phó Giám đốc Sở Y tế TP HCM. "
        "Bà Hà Thị An, Phó Chánh Văn phòng UBND TP HCM, được điều động giữ chức Chủ tịch UBND quận 8."
    )
    assert ("hold", "Lê Nam", "Chủ tịch", "Ủy ban nhân dân quận Bình Thạnh") in told(text)


def test_where_somebody_is_from_is_not_where_a_body_is() -> None:
    text = (
        "Ban Thường vụ Thành ủy TP HCM họp. Ông Lê Nam, quê Đà Nẵng, là Phó Chủ tịch UBND thành phố. "
        "Ông Nam sinh ngày 2/3/1968 tại xã Hòa Tiến, huyện Hòa Vang, Đà Nẵng."
    )
    assert {organization for *_, organization in told(text)} == {"Ủy ban nhân dân thành phố Hồ Chí Minh"}


def test_a_bare_committee_is_of_the_place_of_who_decides() -> None:
    text = (
        "Đại hội Đảng bộ tỉnh Đồng Nai bầu ông Lê Nam giữ chức Bí thư Tỉnh ủy Đồng Nai.\n"
        "Ban Chấp hành Đảng bộ tỉnh Quảng Nam bầu bà Hà Thị An giữ chức Bí thư Tỉnh ủy."
    )
    assert ("gain", "Hà Thị An", "Bí thư", "Tỉnh ủy Quảng Nam") in told(text)


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("UBND TP.Thủ Đức", "Ủy ban nhân dân thành phố Thủ Đức"),
        ("UBND P.Hạc Thành", "Ủy ban nhân dân phường Hạc Thành"),
        ("UBND H.Củ Chi", "Ủy ban nhân dân huyện Củ Chi"),
        ("UBND Q.1", "Ủy ban nhân dân quận 1"),
    ],
)
def test_a_short_level_without_a_space(printed: str, body: str) -> None:
    text = f"Ông Lê Nam, Chủ tịch {printed}, phát biểu."
    [fact] = read_text(document(text)).facts
    assert fact.organization == body
    [(start, end)] = [(start, end) for name, start, end in fact.spans if name == "organization"]
    assert text[start:end] == printed
