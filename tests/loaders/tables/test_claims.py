"""Rows of the five tables as claims (DESIGN 8; RULES 15, 22)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.dates import PartialDate
from tests.loaders.tables.reading import TENURES, read_claims, write

DECISIONS = "event,person,role,organization,date,action,decision_number,issuer,date_basis,born,term,seats"


def _only(folder: Path, header: str, row: str) -> Any:
    claims = read_claims(write(folder, f"{header}\n{row}\n"))
    assert len(claims) == 1
    return claims[0]


@pytest.mark.parametrize(
    ("started", "level", "parent"),
    [
        ("2020-05-01", "district", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ("2025", "province", None),
    ],
)
def test_a_body_is_what_it_was_on_the_day_of_the_row(
    tmp_path: Path, started: str, level: str, parent: str | None
) -> None:
    claim = _only(tmp_path, TENURES, f"Lò Hoa,Chủ tịch,Ủy ban nhân dân thành phố Huế,{started},")
    assert (claim.level, claim.place, claim.parent) == (level, "Huế", parent)


@pytest.mark.parametrize(
    ("row", "event", "started", "ended"),
    [
        ("Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2023-07-20,2024", "held", "2023-07-20", "2024"),
        ("Lò Hoa,Bí thư,Huyện ủy Lộc Bình,20/07/2023,", "hold", "2023-07-20", None),
        ("Lò Hoa,Bí thư,Huyện ủy Lộc Bình,,2024-02", "held", None, "2024-02"),
        ("Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2025-09-06,2025-05-14", "held", "2025-09-06", "2025-05-14"),
    ],
)
def test_a_tenure_opens_and_closes(
    tmp_path: Path, row: str, event: str, started: str | None, ended: str | None
) -> None:
    claim = _only(tmp_path, TENURES, row)
    assert (claim.kind, claim.table, claim.event) == ("post", "tenures", event)
    assert (claim.date and str(claim.date)) == started
    assert (claim.end and str(claim.end)) == ended


def test_a_decision_with_all_it_may_say(tmp_path: Path) -> None:
    claim = _only(
        tmp_path,
        DECISIONS,
        "Gain,Vi Nam,Phó Bí thư,Tỉnh ủy Lạng Sơn,2023,Chỉ định,12-QĐNS/TW,Ban Bí thư,signed,1970,2020-2025,2",
    )
    assert (claim.kind, claim.table, claim.event, claim.action) == ("post", "decisions", "gain", "chỉ định")
    assert (claim.number, claim.issuer, claim.date_basis) == ("12-QĐNS/TW", "Ban Bí thư", "signed")
    assert (claim.date, claim.born, claim.term, claim.seats) == (PartialDate(2023), 1970, "2020-2025", 2)
    assert claim.implies == (
        "Ủy viên @ Ban Thường vụ Tỉnh ủy Lạng Sơn",
        "Ủy viên @ Ban Chấp hành Đảng bộ tỉnh Lạng Sơn",
    )


def test_what_a_body_told_by_its_place_implies_is_of_that_place(tmp_path: Path) -> None:
    """RULES 17, 27: two districts of one name are told apart, and so are their committees' organs."""
    secretary = _only(tmp_path, TENURES, "Lò Hoa,Bí thư,Huyện ủy Châu Thành @ Tiền Giang,2023,")
    assert secretary.implies == (
        "Ủy viên @ Ban Thường vụ Huyện ủy Châu Thành @ Tiền Giang",
        "Ủy viên @ Ban Chấp hành Đảng bộ huyện Châu Thành @ Tiền Giang",
    )
    assert (secretary.parent, secretary.parent_kind) == ("Đảng bộ huyện Châu Thành @ Tiền Giang", "leads")
    member = _only(tmp_path, TENURES, "Lò Hoa,Ủy viên,Ban Thường vụ Huyện ủy Châu Thành @ Tiền Giang,2023,")
    assert member.implies == ("Ủy viên @ Ban Chấp hành Đảng bộ huyện Châu Thành @ Tiền Giang",)
    assert (member.parent, member.parent_kind) == ("Huyện ủy Châu Thành @ Tiền Giang", "organ")


def test_the_body_above_of_another_place_is_not_told_by_it(tmp_path: Path) -> None:
    """Of the two districts of that name only one is in print; the province's own committee has no like."""
    chair = _only(tmp_path, TENURES, "Lò Hoa,Chủ tịch,UBND huyện Lộc Bình @ miền núi,2023,")
    assert (chair.parent, chair.implies) == ("Ủy ban nhân dân tỉnh Lạng Sơn", ())


@pytest.mark.parametrize(
    ("role", "body", "found", "capacity"),
    [
        ("Quyền Giám đốc", "Sở Y tế tỉnh Lạng Sơn", "Giám đốc", "acting"),
        ("Phó Giám đốc phụ trách", "Sở Y tế tỉnh Lạng Sơn", "Phó Giám đốc", "in_charge"),
        ("Ủy viên dự khuyết", "Ban Chấp hành Trung ương Đảng", "Ủy viên", "alternate"),
        ("Phụ trách", "Sở Y tế tỉnh Lạng Sơn", "Giám đốc", "in_charge"),
        ("Giám đốc", "Sở Y tế tỉnh Lạng Sơn", "Giám đốc", "full"),
        ("Chair", "Board of Works", "Chair", "full"),
    ],
)
def test_capacity_goes_from_the_role(tmp_path: Path, role: str, body: str, found: str, capacity: str) -> None:
    claim = _only(tmp_path, TENURES, f"Lò Hoa,{role},{body},2023,")
    assert (claim.role, claim.capacity) == (found, capacity)
    assert json.loads(claim.raw)["role"] == role


def test_the_capacity_column_stands(tmp_path: Path) -> None:
    claim = _only(tmp_path, f"{TENURES},capacity", "Lò Hoa,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2023,,acting")
    assert (claim.role, claim.capacity, claim.head, claim.seats) == ("Giám đốc", "acting", True, 1)


def test_what_the_gazetteers_know_of_a_post(tmp_path: Path) -> None:
    head = _only(tmp_path, TENURES, "Lò Hoa,Giám đốc,Sở Y tế tỉnh Lạng Sơn,2023,")
    assert (head.head, head.seats, head.level, head.place) == (True, 1, "province", "Lạng Sơn")
    assert (head.parent, head.parent_kind) == ("Ủy ban nhân dân tỉnh Lạng Sơn", "structural")
    abroad = _only(tmp_path, TENURES, "Ann Lee,Minister of State,Home Office,2023,")
    assert (abroad.head, abroad.seats, abroad.body_kind, abroad.implies) == (None, None, None, ())


def test_names_are_composed_and_out_of_capitals(tmp_path: Path) -> None:
    row = "LO\u0300 THI\u0323  HOA,Bí thư,Huyện ủy Lộc Bình,2023,,17,LÒ HOA | Lò Thị Hoa | \u200bHoa Lò"
    claim = _only(tmp_path, f"{TENURES},person_id,names", row)
    assert claim.person == "Lò Thị Hoa"
    assert claim.names == ("Lò Hoa", "Hoa Lò")
    assert (claim.person_id, claim.id_source) == ("17", "t.csv")


def test_an_organization_and_its_parent(tmp_path: Path) -> None:
    header = "organization,names,kind,level,place,parent,started,ended,founded,dissolved"
    row = "Sở X,Sở Y | TTXVN,department,province,Lạng Sơn,UBND tỉnh Lạng Sơn,2020,2024-05,1997,2025-03-01"
    claim = _only(tmp_path, header, row)
    assert (claim.kind, claim.table, claim.organization) == ("tie", "organizations", "Sở X")
    assert claim.body_names == ("Sở Y", "TTXVN")
    assert (claim.body_kind, claim.level, claim.place) == ("department", "province", "Lạng Sơn")
    assert (claim.parent, claim.parent_kind) == ("UBND tỉnh Lạng Sơn", "structural")
    assert [str(day) for day in (claim.date, claim.end, claim.founded, claim.dissolved)] == [
        "2020",
        "2024-05",
        "1997",
        "2025-03-01",
    ]


def test_a_body_without_a_parent_has_no_tie_of_any_kind(tmp_path: Path) -> None:
    claim = _only(tmp_path, "organization,parent", "Sở X,")
    assert (claim.parent, claim.parent_kind) == (None, None)


def test_a_change_of_bodies(tmp_path: Path) -> None:
    header = "date,kind,from,to,decision_number,issuer"
    claim = _only(tmp_path, header, "2025-03-01,merge,Bộ A,Bộ B,176/2025/QH15,Quốc hội")
    assert (claim.kind, claim.change, claim.before, claim.after) == ("change", "merge", "Bộ A", "Bộ B")
    assert (str(claim.date), claim.number, claim.issuer) == ("2025-03-01", "176/2025/QH15", "Quốc hội")
    gone = _only(tmp_path, header, "2025-03-01,dissolve,Bộ A,,,")
    assert (gone.change, gone.before, gone.after) == ("dissolve", "Bộ A", None)


def test_a_vote(tmp_path: Path) -> None:
    header = "date,body,subjects,level,wording,person,role,organization,high,medium,low"
    row = "2023-10-25,Quốc hội,44,counts,,VÕ VĂN A,Bộ trưởng,Bộ X,410,65,8"
    claim = _only(tmp_path, header, row)
    assert (claim.kind, claim.body, claim.subjects, claim.vote_level) == ("vote", "Quốc hội", 44, "counts")
    assert (claim.person, claim.role, claim.organization) == ("Võ Văn A", "Bộ trưởng", "Bộ X")
    assert (claim.high, claim.medium, claim.low) == (410, 65, 8)
    nameless = _only(tmp_path, header, "2023-07-20,Đảng ủy Khối,9,wording,tín nhiệm cao,,,,,,")
    assert (nameless.person, nameless.wording, nameless.high) == (None, "tín nhiệm cao", None)


def test_equal_rows_of_one_source_are_one_claim(tmp_path: Path) -> None:
    row = "Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,"
    first, again, other = read_claims(write(tmp_path, f"{TENURES}\n{row}\n{row}\n{row}2024\n"))
    assert first.id == again.id
    assert first.id != other.id


def test_raw_keeps_the_row_as_printed_and_the_quote_stays_verbatim(tmp_path: Path) -> None:
    row = 'Lò Hoa,Bí thư,Huyện ủy Lộc Bình,20/7/2023,,"Bà Lò Hoa,\n  bí thư"'
    claim = _only(tmp_path, f"{TENURES},quote", row)
    assert claim.quote == "Bà Lò Hoa,\n  bí thư"
    assert json.loads(claim.raw) == {
        "person": "Lò Hoa",
        "role": "Bí thư",
        "organization": "Huyện ủy Lộc Bình",
        "started": "20/7/2023",
        "quote": "Bà Lò Hoa,\n  bí thư",
    }
