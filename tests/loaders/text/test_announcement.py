"""The event of the seed, told in the sample's words and in others: 7 gains, 13 holds, a vote, an alias, a day."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from loaders.documents import Document
from loaders.text import Fact, Reading, make_claims, read_text
from tests.loaders.text.telling import document, sample, short

BLOC = "Khối các cơ quan Trung ương"
COMMITTEE = f"Ban Chấp hành Đảng bộ {BLOC}"
BUREAU = f"Ban Thường vụ Đảng ủy {BLOC}"
COURT = "Tòa án nhân dân tối cao"
CENTRE = "Ban Chấp hành Trung ương Đảng"
HIEN, PHOI, HUNG = "Trần Thị Hiền", "Đỗ Văn Phới", "Nguyễn Duy Hưng"
TIEN, TRANG, THE = "Nguyễn Văn Tiến", "Vũ Việt Trang", "Nguyễn Văn Thể"
GAINS = {
    *(("gain", person, "Ủy viên", COMMITTEE) for person in (HIEN, PHOI, HUNG, TIEN, TRANG)),
    *(("gain", person, "Ủy viên", BUREAU) for person in (HIEN, PHOI)),
}
HOLDS = {
    ("hold", HIEN, "Phó Bí thư", "Đảng ủy Ủy ban Kiểm tra Trung ương"),
    ("hold", HIEN, "Phó Chủ nhiệm", "Ủy ban Kiểm tra Trung ương"),
    ("hold", PHOI, "Bí thư", "Đảng ủy Ban Dân vận Trung ương"),
    ("hold", PHOI, "Phó Trưởng Ban", "Ban Dân vận Trung ương"),
    ("hold", HUNG, "Bí thư", "Đảng ủy Ban Kinh tế Trung ương"),
    ("hold", HUNG, "Phó Trưởng Ban", "Ban Kinh tế Trung ương"),
    ("hold", TIEN, "Ủy viên", f"Ban cán sự đảng {COURT}"),
    ("hold", TIEN, "Bí thư", f"Đảng ủy {COURT}"),
    ("hold", TIEN, "Phó Chánh án", COURT),
    ("hold", TRANG, "Bí thư", "Đảng ủy Thông tấn xã Việt Nam"),
    ("hold", TRANG, "Tổng Giám đốc", "Thông tấn xã Việt Nam"),
    ("hold", THE, "Ủy viên", CENTRE),
    ("hold", THE, "Bí thư", f"Đảng ủy {BLOC}"),
}
OTHER_WORDS = f"""Họp Đảng bộ Khối các cơ quan TW

Chiều 20/7, Đảng ủy {BLOC} họp Ban Chấp hành lần thứ 13.

Ban Chấp hành Đảng bộ Khối tiến hành lấy phiếu tín nhiệm đối với 9 đồng chí Ủy viên Ban Thường vụ. Kết quả ở\u00a0mức
tín nhiệm\u00a0cao đối với tất cả các đồng chí.

Hai người được Ban Bí thư chỉ định tham gia Ban Chấp hành, Ban Thường vụ Đảng ủy {BLOC} nhiệm kỳ 2020-2025 là đồng chí
{HIEN}, Phó Bí thư Đảng ủy, Phó Chủ nhiệm Ủy ban Kiểm tra TW; đồng chí {PHOI} (Đỗ Văn Phớn), Bí thư Đảng uỷ, Phó trưởng
Ban Dân vận Trung ương.

Ban Bí thư cũng chỉ định ba đồng chí tham gia Ban Chấp hành Đảng bộ Khối nhiệm kỳ 2020-2025: {HUNG} - Bí thư Đảng ủy,
Phó Trưởng ban Kinh tế Trung ương; {TIEN} (Ủy viên Ban cán sự đảng, Bí thư Đảng ủy, Phó Chánh án TAND tối cao);
{TRANG}, Bí thư Đảng ủy, Tổng Giám đốc TTXVN.

Ủy viên Trung ương Đảng, Bí thư Đảng ủy Khối {THE} nêu việc của 6 tháng cuối năm 2023.

Bình luận

Ông Lê Văn Nam, Bí thư Tỉnh ủy Sơn La, gõ tiếng Việt có dấu."""


def joined(text: str) -> str:
    """Give each paragraph of the text above its own line, as an article has it."""
    return "\n\n".join(" ".join(part.split("\n")) for part in text.split("\n\n"))


DOCUMENTS = {"sample": sample(), "other words": document(joined(OTHER_WORDS))}


@pytest.fixture(params=sorted(DOCUMENTS))
def telling(request: pytest.FixtureRequest) -> tuple[Document, Reading]:
    found = DOCUMENTS[request.param]
    return found, read_text(found)


def gains(reading: Reading) -> list[Fact]:
    return [fact for fact in reading.facts if fact.event == "gain"]


def test_the_facts_are_seven_gains_and_thirteen_holds(telling: tuple[Document, Reading]) -> None:
    _, reading = telling
    assert {short(fact) for fact in reading.facts} == GAINS | HOLDS
    assert len(reading.facts) == 20


def test_each_gain_has_issuer_term_and_announced_day(telling: tuple[Document, Reading]) -> None:
    _, reading = telling
    for fact in gains(reading):
        assert (fact.action, fact.issuer, fact.term) == ("chỉ định", "Ban Bí thư", "2020-2025")
        assert (fact.date, fact.date_basis, fact.decision_number) == ("2023-07-20", "announced", None)
        assert "date" in fact.inferred  # the year stands nowhere beside the day


def test_elided_hosts_are_completed_and_marked(telling: tuple[Document, Reading]) -> None:
    _, reading = telling
    hosted = [fact for fact in reading.facts if fact.organization.startswith(("Đảng ủy ", "Ban cán sự đảng "))]
    own = [fact for fact in hosted if fact.person != THE]
    assert len(own) == 6
    assert all("organization" in fact.inferred for fact in own)
    printed = [fact for fact in reading.facts if fact.organization in (COURT, "Thông tấn xã Việt Nam")]
    assert not any(fact.inferred for fact in printed)


def test_one_vote_without_names(telling: tuple[Document, Reading]) -> None:
    _, reading = telling
    [vote] = reading.votes
    assert (vote.body, vote.date, vote.subjects, vote.level) == (COMMITTEE, "2023-07-20", 9, "wording")
    assert vote.wording is not None and "tín nhiệm cao" in vote.wording
    assert "date" in vote.inferred


def test_one_alias_pair_and_the_published_day(telling: tuple[Document, Reading]) -> None:
    _, reading = telling
    assert reading.aliases == ((PHOI, "Đỗ Văn Phớn"),)
    assert (reading.published, reading.published_basis) == (date(2023, 7, 20), "inferred")


def test_every_quote_is_a_slice_of_what_was_given(telling: tuple[Document, Reading]) -> None:
    given, _ = telling
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, given.text)
        reading = read_text(replace(given, text=text))
        assert {short(fact) for fact in reading.facts} == GAINS | HOLDS
        for fact in reading.facts:
            assert text[fact.quote_start : fact.quote_end] == fact.quote
            spans = {name: unicodedata.normalize("NFC", text[a:b]) for name, a, b in fact.spans}
            assert spans["person"] == fact.person
            assert fact.quote_start <= {n: a for n, a, _ in fact.spans}["person"] < fact.quote_end
            if fact.event == "gain":
                assert "chỉ định" in unicodedata.normalize("NFC", fact.quote)
        for vote in reading.votes:
            assert text[vote.quote_start : vote.quote_end] == vote.quote


def test_claims_carry_what_the_gazetteers_know(telling: tuple[Document, Reading]) -> None:
    given, reading = telling
    claims = make_claims(given, reading, "source-1")
    assert sorted({claim.kind for claim in claims}) == ["name", "post", "vote"]
    assert len({claim.id for claim in claims}) == len(claims) == 22
    [led] = [c for c in claims if c.person == THE and c.role == "Bí thư"]
    assert (led.head, led.seats, led.body_kind, led.parent_kind) == (True, 1, "committee", "leads")
    assert led.implies == (f"Ủy viên @ {BUREAU}", f"Ủy viên @ {COMMITTEE}")
    [member] = [c for c in claims if c.person == HIEN and c.organization == BUREAU]
    assert (member.event, member.table, str(member.date)) == ("gain", "decisions", "2023-07-20")
    assert (member.parent, member.parent_kind) == (f"Đảng ủy {BLOC}", "organ")
    [vote] = [c for c in claims if c.kind == "vote"]
    assert (vote.table, vote.body, vote.subjects, vote.person) == ("votes", COMMITTEE, 9, None)
    [name] = [c for c in claims if c.kind == "name"]
    assert (name.person, name.names) == (PHOI, ("Đỗ Văn Phớn",))
    assert name.quote is not None and "Phớn" in name.quote


def test_the_same_text_gives_the_same_claims_again(telling: tuple[Document, Reading]) -> None:
    given, reading = telling
    again = read_text(given)
    assert make_claims(given, again, "source-1") == make_claims(given, reading, "source-1")
    other_ids = {claim.id for claim in make_claims(given, again, "source-2")}
    assert other_ids.isdisjoint(claim.id for claim in make_claims(given, again, "source-1"))
