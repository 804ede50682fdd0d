"""Names in questions by RULES 27, on the golden graph: what is found, what is refused and how the refusal reads."""

from __future__ import annotations

import re
from datetime import date

import pytest

from graph.catalog import read_catalog
from graph.errors import QuestionError
from graph.store import Store

TODAY = date(2026, 6, 30)
UBND = "UBND tỉnh Minh Giang"


def _person_of(store: Store, text: str) -> set[str]:
    rows = read_catalog().ask(store, "person_posts", {"person": text, "at": "2022-06-30"}, today=TODAY).rows
    return {row["person"] for row in rows}


@pytest.mark.parametrize(
    "text",
    ["Vũ Thị Quý", "Vu\u0303 Thi\u0323 Quy\u0301", "vũ thị quí", "VU THI QUY", "golden:g7", "  Vũ  Thị Quý "],
)
def test_finds_a_person(golden: Store, text: str) -> None:
    assert _person_of(golden, text) == {"Vũ Thị Quý"}


def test_finds_a_person_by_id(golden: Store) -> None:
    (row,) = golden.ask("MATCH (p:Person {name: 'Vũ Thị Quý'}) RETURN p.id AS id")
    assert _person_of(golden, row["id"]) == {"Vũ Thị Quý"}


def test_lists_the_namesakes_with_id_posts_and_years(golden: Store) -> None:
    with pytest.raises(QuestionError) as caught:
        _person_of(golden, "Nguyễn Văn Tiến")
    for lang in ("vi", "en"):
        said = caught.value.say(lang)
        assert said.count("\n") == 0
        assert len(set(re.findall(r"person-[0-9a-f]{16}", said))) == 2
        assert "(1960): Ủy viên Tỉnh ủy Minh Giang 2015–2020" in said
        assert "(1975): Giám đốc Sở Nội vụ tỉnh Minh Giang 2018–2025" in said


def test_lists_the_bodies_of_one_name(golden: Store) -> None:
    with pytest.raises(QuestionError) as caught:
        read_catalog().ask(golden, "committee_members", {"organization": "Trường Chính trị"}, today=TODAY)
    said = caught.value.say("en")
    assert "Minh Giang" in said
    assert "@ Nam Bình" in said
    assert len(set(re.findall(r"org-[0-9a-f]{16}", said))) == 2


@pytest.mark.parametrize(
    ("question", "given", "says"),
    [
        ("person_career", {"person": "Không Ai Cả"}, "there is no person of the name or id 'Không Ai Cả'"),
        ("person_career", {"person": "golden:g99"}, "there is no person"),
        ("person_career", {"person": "???"}, "there is no person"),
        ("organization_tree", {"organization": "Bộ Không Có"}, "there is no body of the name or id"),
        ("organization_tree", {"organization": "Trường Chính trị @ Hà Nội"}, "there is no body"),
        ("load_changes", {"load": "nothing.csv"}, "no load has the id or the file name 'nothing.csv'"),
        ("post_holders", {"organization": UBND, "role": "Giám đốc"}, "its roles: Chủ tịch"),
    ],
)
def test_refuses_what_nothing_bears(golden: Store, question: str, given: dict[str, str], says: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_catalog().ask(golden, question, given, today=TODAY)
    assert says in caught.value.say("en")
    assert caught.value.exit_status == 1
