"""Small texts and what they say: the three word orders, lists, completion, mode, discourse, traps."""

from __future__ import annotations

import time
from datetime import date

import pytest

from tests.loaders.text.telling import read, told

AN, HOA = "Đỗ Văn An", "Lò Thị Hoa"
PEOPLE = "Ủy ban nhân dân tỉnh Sơn La"
HEALTH = "Sở Y tế tỉnh Sơn La"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            f"Thủ tướng bổ nhiệm ông {AN} giữ chức Thứ trưởng Bộ Y tế.",
            {("gain", AN, "Thứ trưởng", "Bộ Y tế")},
            id="active",
        ),
        pytest.param(
            f"Bà {HOA}, Trưởng ban Dân vận Tỉnh ủy, được Ban Bí thư chuẩn y giữ chức Phó Bí thư Tỉnh ủy Sơn La.",
            {
                ("gain", HOA, "Phó Bí thư", "Tỉnh ủy Sơn La"),
                ("hold", HOA, "Trưởng Ban", "Ban Dân vận Tỉnh ủy Sơn La"),
            },
            id="passive",
        ),
        pytest.param(
            f"Quốc hội phê chuẩn việc miễn nhiệm chức vụ Phó Thủ tướng đối với ông {AN}, bà {HOA}.",
            {("lose", AN, "Phó Thủ tướng", "Chính phủ"), ("lose", HOA, "Phó Thủ tướng", "Chính phủ")},
            id="nominal, over a list",
        ),
        pytest.param(
            f"Ông {AN} thôi giữ chức Bí thư Huyện ủy Lộc Bình; điều động, bổ nhiệm giữ chức Phó Chủ tịch UBND tỉnh Sơn La.",
            {("lose", AN, "Bí thư", "Huyện ủy Lộc Bình"), ("gain", AN, "Phó Chủ tịch", PEOPLE)},
            id="two predicates, the subject said once",
        ),
        pytest.param(
            f"HĐND tỉnh Sơn La bầu ông {AN} làm Chủ tịch UBND tỉnh, bà {HOA} làm Phó Chủ tịch UBND tỉnh.",
            {("gain", AN, "Chủ tịch", PEOPLE), ("gain", HOA, "Phó Chủ tịch", PEOPLE)},
            id="gapping: the verb is said once",
        ),
        pytest.param(
            f"Trung ương bầu bổ sung hai đồng chí vào Bộ Chính trị:\n- Đồng chí {AN}, Bộ trưởng Công an;\n- Đồng chí {HOA}.",
            {
                ("gain", AN, "Ủy viên", "Bộ Chính trị"),
                ("hold", AN, "Bộ trưởng", "Bộ Công an"),
                ("gain", HOA, "Ủy viên", "Bộ Chính trị"),
            },
            id="a list under its head",
        ),
        pytest.param(
            f"Ông {AN} được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Sơn La thay bà {HOA} nghỉ hưu.",
            {("gain", AN, "Giám đốc", HEALTH), ("lose", HOA, "Giám đốc", HEALTH)},
            id="who is replaced, and why",
        ),
        pytest.param(
            f"Ông {AN}, Giám đốc Sở Y tế tỉnh Sơn La, nghỉ hưu từ ngày 1/7/2021.",
            {("lose", AN, "Giám đốc", HEALTH)},
            id="leaving takes the post in apposition",
        ),
        pytest.param(
            f"Bộ Y tế giao ông {AN}, Phó Giám đốc, phụ trách Bệnh viện Bạch Mai.",
            {
                ("gain", AN, "Phụ trách", "Bệnh viện Bạch Mai"),
                ("hold", AN, "Phó Giám đốc", "Bệnh viện Bạch Mai"),
            },
            id="in charge of a body",
        ),
        pytest.param(
            f"Ông {AN}, Giám đốc Sở Y tế Sơn La, và bà {HOA}, Giám đốc Sở Nội vụ TP Đà Nẵng, phát biểu.",
            {("hold", AN, "Giám đốc", HEALTH), ("hold", HOA, "Giám đốc", "Sở Nội vụ thành phố Đà Nẵng")},
            id="a department's province without its level, and a city in short",
        ),
        pytest.param(
            f"Ban Bí thư khai trừ ra khỏi Đảng đối với ông {AN}, nguyên Bí thư Tỉnh ủy Sơn La.",
            {
                ("lose", AN, "Đảng viên", "Đảng Cộng sản Việt Nam"),
                ("held", AN, "Bí thư", "Tỉnh ủy Sơn La"),
            },
            id="expulsion",
        ),
        pytest.param(
            f"Bí thư Tỉnh ủy Sơn La {AN} phát biểu.",
            {("hold", AN, "Bí thư", "Tỉnh ủy Sơn La")},
            id="a title before the name",
        ),
        pytest.param(
            f"Ông {AN} từng là Bí thư Huyện ủy Lộc Bình (2010-2015).",
            {("held", AN, "Bí thư", "Huyện ủy Lộc Bình")},
            id="past",
        ),
        pytest.param(
            f"Ông {AN}, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Sơn La, dự.",
            {("hold", AN, "Bí thư", "Tỉnh ủy Sơn La"), ("hold", AN, "Chủ tịch", "Hội đồng nhân dân tỉnh Sơn La")},
            id="the place serves both titles",
        ),
        pytest.param(
            f"Họ và tên: {AN.upper()}\n9/2006 - 10/2010: Giám đốc Sở Y tế tỉnh Sơn La\n"
            "Từ tháng 2/2021 đến nay: Thứ trưởng Bộ Y tế",
            {("held", AN, "Giám đốc", HEALTH), ("hold", AN, "Thứ trưởng", "Bộ Y tế")},
            id="the lines of a career",
        ),
        pytest.param(
            f"Thủ tướng dự kiến bổ nhiệm ông {AN}, Giám đốc Sở Y tế tỉnh Sơn La, giữ chức Thứ trưởng Bộ Y tế.",
            {("hold", AN, "Giám đốc", HEALTH)},
            id="planned is not decided, the title still holds",
        ),
        pytest.param(
            f"Cảnh cáo ông {AN}, Giám đốc Sở Y tế tỉnh Sơn La.", {("hold", AN, "Giám đốc", HEALTH)}, id="warned"
        ),
        pytest.param(
            f"HĐND tỉnh Sơn La chấp thuận đơn từ chức của ông {AN}, Phó Chủ tịch UBND tỉnh.",
            {("lose", AN, "Phó Chủ tịch", PEOPLE)},
            id="a resignation granted",
        ),
        pytest.param(
            f"Ông {AN}, Phó Chủ tịch UBND tỉnh Sơn La, có đơn xin từ chức.",
            {("hold", AN, "Phó Chủ tịch", PEOPLE)},
            id="a resignation only asked for",
        ),
        pytest.param(f"Trưởng Ban Lễ tang là ông {AN}.", set(), id="a part in a meeting is no post"),
        pytest.param(f"Ảnh: {AN}\nÔng {HOA.split()[0]} phát biểu.", set(), id="a name alone, a part of a name"),
        pytest.param(
            f"Ông {AN}, Bí thư Tỉnh ủy Sơn La, dự.\nTin liên quan\nBà {HOA}, Bí thư Tỉnh ủy Sơn La.",
            {("hold", AN, "Bí thư", "Tỉnh ủy Sơn La")},
            id="the tail is not read",
        ),
        pytest.param("Không có gì ở đây cả.", set(), id="nothing"),
    ],
)
def test_what_a_text_says(text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert told(text) == facts


def test_a_hold_yields_to_the_decision_on_the_same_post() -> None:
    text = f"Thủ tướng bổ nhiệm ông {AN} giữ chức Thứ trưởng Bộ Y tế. Ông {AN}, Thứ trưởng Bộ Y tế, nhận nhiệm vụ."
    assert told(text) == {("gain", AN, "Thứ trưởng", "Bộ Y tế")}


def test_number_signed_day_and_issuer_by_its_sign() -> None:
    text = f"Tại Quyết định số 1201/QĐ-TTg ngày 9/7/2021, ông {AN} được bổ nhiệm giữ chức Thứ trưởng Bộ Y tế."
    [fact] = read(text).facts
    assert (fact.decision_number, fact.date, fact.date_basis) == ("1201/QĐ-TTg", "2021-07-09", "signed")
    assert fact.issuer == "Thủ tướng Chính phủ"
    assert "issuer" in fact.inferred


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        pytest.param(
            f"Bộ trưởng Bộ Y tế Lê Thị Mai ký các quyết định nhân sự.\nBổ nhiệm ông {AN} giữ chức Vụ trưởng Vụ Pháp chế.",
            "Bộ trưởng Bộ Y tế",
            id="who signs",
        ),
        pytest.param(
            f"Thủ tướng quyết định, theo đề nghị của Bộ trưởng Bộ Nội vụ, bổ nhiệm ông {AN} giữ chức Thứ trưởng Bộ Y tế.",
            "Thủ tướng Chính phủ",
            id="who proposes does not decide",
        ),
        pytest.param(
            f"HĐND tỉnh Sơn La họp kỳ thứ nhất.\nÔng {AN} tái cử Chủ tịch HĐND tỉnh.",
            "Hội đồng nhân dân tỉnh Sơn La",
            id="the council that meets",
        ),
    ],
)
def test_who_decides(text: str, issuer: str) -> None:
    [fact] = [fact for fact in read(text).facts if fact.event == "gain"]
    assert fact.issuer == issuer


def test_who_is_replaced_in_the_next_sentence() -> None:
    text = f"Ông {AN} được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Sơn La. Ông An thay bà {HOA} nghỉ hưu."
    assert told(text) == {("gain", AN, "Giám đốc", HEALTH), ("lose", HOA, "Giám đốc", HEALTH)}


def test_the_day_in_force_comes_first() -> None:
    text = f"Ngày 27/6, Bộ Y tế bổ nhiệm ông {AN} giữ chức Vụ trưởng Vụ Pháp chế kể từ ngày 1/7."
    [fact] = read(text, published=date(2020, 6, 28)).facts
    assert (fact.date, fact.date_basis, fact.issuer) == ("2020-07-01", "effective", "Bộ Y tế")


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        (f"Sáng 5/3, ông {AN}, Bí thư Tỉnh ủy Sơn La, dự. Kế hoạch năm 2022.", date(2022, 3, 5), "inferred"),
        (f"Sáng 5/3, ông {AN}, Bí thư Tỉnh ủy Sơn La, dự. Năm 2021, năm 2022.", None, None),
        (f"Ông {AN}, Bí thư Tỉnh ủy Sơn La, dự.", None, None),
    ],
)
def test_rule_6_the_published_day(text: str, published: date | None, basis: str | None) -> None:
    reading = read(text)
    assert (reading.published, reading.published_basis) == (published, basis)


def test_a_given_day_is_kept() -> None:
    reading = read("Sáng 5/3/2020, ông A.", published=date(2020, 3, 7))
    assert (reading.published, reading.published_basis) == (date(2020, 3, 7), "stated")


@pytest.mark.parametrize(
    "piece", ["Nguyễn ", "(", "Bí thư ", "tỉnh ", "12/3/", "bổ nhiệm ông An, ", "Ông A. ", "STT\nA\n1\nB\n"]
)
def test_reading_takes_time_in_line_with_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()  # what others do on this machine does not count
        read(text)
        return time.process_time() - started

    seconds(20_000)
    short, long = seconds(40_000), min(seconds(160_000) for _ in range(2))
    assert long < 4 * short * 3 + 0.5
