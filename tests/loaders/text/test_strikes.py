"""`xóa tư cách` in a text (RULES 18): the fact stays `held`, its claim tells who struck the post off, and when."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Claim
from loaders.text import make_claims, read_text
from loaders.text.explain import fact_json
from tests.loaders.text.telling import document

PUBLISHED = date(2024, 8, 6)
CHAIR = "Ủy ban nhân dân tỉnh Lạng Sơn"
SAID = "Thủ tướng Chính phủ"


def _claims(text: str) -> list[Claim]:
    given = document(text, published=PUBLISHED)
    return list(make_claims(given, read_text(given), "source-0"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ngày 5/8/2024, Thủ tướng Chính phủ ban hành Quyết định số 798/QĐ-TTg xóa tư cách Chủ tịch UBND tỉnh "
            "Lạng Sơn nhiệm kỳ 2016-2021 đối với ông Đỗ Văn An.",
            (SAID, "798/QĐ-TTg", "2024-08-05", "signed", ()),
        ),
        (
            "Ông Đỗ Văn An bị Thủ tướng Chính phủ xóa tư cách chức vụ Chủ tịch UBND tỉnh Lạng Sơn nhiệm kỳ 2016-2021.",
            (SAID, None, None, None, ()),
        ),
        (
            "Theo Quyết định 9/QĐ-TTg ngày 1/8, Thủ tướng Chính phủ thi hành kỷ luật cách chức Phó Chủ tịch UBND tỉnh "
            "Sơn La đối với ông Lê Nam; xóa tư cách Chủ tịch UBND tỉnh Lạng Sơn nhiệm kỳ 2016-2021 đối với ông Đỗ Văn An.",
            (SAID, "9/QĐ-TTg", "2024-08-01", "signed", ("issuer", "date")),
        ),
    ],
)
def test_the_claim_tells_of_the_discipline(text: str, said: tuple[object, ...]) -> None:
    [claim] = [each for each in _claims(text) if each.person == "Đỗ Văn An"]
    assert (claim.event, claim.action, claim.role, claim.organization) == ("held", "xóa tư cách", "Chủ tịch", CHAIR)
    assert (claim.term, claim.end, claim.rule) == ("2016-2021", None, "struck")
    day = str(claim.date) if claim.date is not None else None
    assert (claim.issuer, claim.number, day, claim.date_basis, claim.inferred) == said


def test_the_fact_is_as_the_guidelines_say() -> None:
    """A post already left is `held`, without action, issuer, number or day."""
    given = document(
        "Ngày 5/8/2024, Thủ tướng Chính phủ ban hành Quyết định số 798/QĐ-TTg xóa tư cách Chủ tịch UBND tỉnh Lạng Sơn "
        "nhiệm kỳ 2016-2021 đối với ông Đỗ Văn An."
    )
    [fact] = fact_json(given, read_text(given))["facts"]
    assert (fact["event"], fact["term"]) == ("held", "2016-2021")
    assert [fact[name] for name in ("action", "issuer", "decision_number", "date", "end")] == [None] * 5


def test_who_was_told_to_have_been_there_is_struck_off_once() -> None:
    """`nguyên` and the discipline tell of one post; the decision's sentence is the one that is kept."""
    [claim] = _claims(
        "Ông Đỗ Văn An, nguyên Chủ tịch UBND tỉnh Lạng Sơn, nhận kỷ luật. Thủ tướng Chính phủ xóa tư cách Chủ tịch "
        "UBND tỉnh Lạng Sơn đối với ông Đỗ Văn An."
    )
    assert (claim.event, claim.action, claim.issuer) == ("held", "xóa tư cách", SAID)
    assert "xóa tư cách" in (claim.quote or "")


def test_a_post_told_with_its_years_and_struck_off_makes_two_claims() -> None:
    """The years are of the post, the day is of the discipline: one claim has room for one of them."""
    held, struck = _claims(
        "Từ năm 2011 đến năm 2016, ông Đỗ Văn An là Chủ tịch UBND tỉnh Lạng Sơn.\n"
        "Ngày 5/8/2024, Thủ tướng Chính phủ quyết định xóa tư cách Chủ tịch UBND tỉnh Lạng Sơn đối với ông Đỗ Văn An."
    )
    assert (held.event, held.action, str(held.date), str(held.end)) == ("held", None, "2011", "2016")
    assert (struck.event, struck.action, str(struck.date), struck.end) == ("held", "xóa tư cách", "2024-08-05", None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ban Bí thư chỉ định ông Đỗ Văn An tham gia Ban Chấp hành Đảng bộ tỉnh Lạng Sơn.", "Ủy viên"),
        ("Ban Bí thư khai trừ ra khỏi Đảng đối với ông Đỗ Văn An.", "Đảng viên"),
    ],
)
def test_a_role_that_is_not_printed_is_named_as_supplied(text: str, role: str) -> None:
    [claim] = _claims(text)
    assert (claim.role, claim.inferred) == (role, ("role",))


@pytest.mark.parametrize(
    "text",
    [
        "Ban Bí thư chỉ định ông Đỗ Văn An làm Ủy viên Ban Chấp hành Đảng bộ tỉnh Lạng Sơn.",
        "UBND tỉnh Lạng Sơn bổ nhiệm ông Đỗ Văn An giữ chức Giám đốc Sở Y tế tỉnh Lạng Sơn.",
    ],
)
def test_a_role_that_is_printed_is_not(text: str) -> None:
    assert [claim.inferred for claim in _claims(text)] == [()]
