"""RULES 27-31 as a user meets them: names in questions, bodies that change, what an answer holds."""

from __future__ import annotations

import pytest

from graph.errors import QuestionError
from tests.graph.claims_for import change, gain, hold, tie
from tests.rules.conftest import Graph

BUILDING, TRANSPORT = "Bộ Xây dựng", "Bộ Giao thông vận tải"
MINISTER = {"role": "Bộ trưởng", "organization": BUILDING}


def test_rule_27_a_name_is_found_exactly_else_by_tones_else_without(graph: Graph) -> None:
    graph.load(hold(person="Lê Hiến"), hold(person="Lê Hiện", role="Ủy viên"))
    assert graph.column("person_posts", "role", person="Lê Hiến", at="2024-01-01") == ["Bí thư"]
    assert graph.column("person_posts", "role", person="lê hiện", at="2024-01-01") == ["Ủy viên"]
    with pytest.raises(QuestionError) as refused:
        graph.ask("person_posts", person="Le Hien", at="2024-01-01")
    assert "Lê Hiến" in refused.value.text.vi and "Lê Hiện" in refused.value.text.en


def test_rule_27_an_id_of_a_source_finds_its_person(graph: Graph) -> None:
    graph.load(hold(person_id="7", id_source="so"))
    assert graph.column("person_posts", "role", person="so:7", at="2024-01-01") == ["Bí thư"]


def test_rule_27_search_never_errs(graph: Graph) -> None:
    graph.load(hold())
    assert graph.column("search", "name", text="an nguyen")[:1] == ["Nguyễn Văn An"]
    assert graph.ask("search", text='"(~ AND ]*') == []


def test_rule_28_a_merger_makes_a_new_body_also_of_an_old_name(graph: Graph) -> None:
    graph.load(gain("2022-01-05", **MINISTER), gain("2025-03-01", **MINISTER, person="Lê Bình"))
    assert graph.column("person_career", "ended_basis", person="Nguyễn Văn An") == ["replaced"]
    merger = [change("merge", "2025-03-01", old, BUILDING) for old in (TRANSPORT, BUILDING)]
    graph.load(*merger)
    assert graph.column("person_career", "ended_basis", person="Nguyễn Văn An") == ["body_ended"]
    bodies = {graph.column("person_career", "organization_id", person=who)[0] for who in ("Nguyễn Văn An", "Lê Bình")}
    assert len(bodies) == 2
    graph.undo(1)
    assert graph.column("person_career", "ended_basis", person="Nguyễn Văn An") == ["replaced"]


def test_rule_28_a_rename_keeps_the_body(graph: Graph) -> None:
    graph.load(gain("2022-01-05", **MINISTER), change("rename", "2025-03-01", BUILDING, "Bộ Hạ tầng"))
    graph.load(gain("2025-06-01", role="Bộ trưởng", organization="Bộ Hạ tầng", person="Lê Bình"))
    assert graph.column("person_career", "ended_basis", person="Nguyễn Văn An") == ["replaced"]
    holders = graph.column("post_holders", "person", organization="Bộ Hạ tầng", role="Bộ trưởng")
    assert holders == ["Nguyễn Văn An", "Lê Bình"]


def test_rule_29_open_tenures_end_with_their_body_and_later_ones_stay(graph: Graph) -> None:
    graph.load(change("dissolve", "2025-03-01", BUILDING, None))
    graph.load(gain("2022-01-05", **MINISTER), gain("2025-04-01", **MINISTER, person="Lê Bình"))
    assert graph.column("person_career", "ended", person="Nguyễn Văn An") == ["2025-03-01"]
    assert graph.column("person_career", "ended", person="Lê Bình") == [None]


def test_rule_30_ties_of_a_body_hold_in_their_time(graph: Graph) -> None:
    graph.load(
        tie("Cục A", parent="Bộ Y tế", date="2010-01-01", end="2015-01-01"),
        tie("Cục A", parent=BUILDING, date="2018-01-01"),
    )
    below = [
        graph.column("organization_tree", "organization", organization="Bộ Y tế", at=day)
        for day in ("2014-12-31", "2015-01-01")
    ]
    assert below == [["Bộ Y tế", "Cục A"], ["Bộ Y tế"]]


def test_rule_31_every_column_is_in_every_row(graph: Graph) -> None:
    graph.load(hold())
    [row] = graph.ask("person_posts", person="Nguyễn Văn An", at="2024-01-01")
    assert set(row) == {column.name for column in graph.catalog.find("person_posts").columns}
    assert (row["started"], row["planned_end"], row["last_attested"], row["sources"]) == (None, None, "2024-01-01", 1)
    assert row["person_id"].startswith("person-") and row["person"] == "Nguyễn Văn An"


def test_rule_27_a_bare_name_beside_one_with_a_place_is_another_body_and_goes_with_its_last_mention(
    graph: Graph,
) -> None:
    graph.load(gain("2022-01-05", role="Giám đốc", organization="Sở Y tế @ Sơn La"))
    graph.load(tie("Trạm A", parent="Sở Y tế"))
    assert graph.column("organization_tree", "organization", organization="Trạm A", at="2024-01-01") == ["Trạm A"]
    assert graph.count("Organization") == 3
    graph.undo(1)
    assert graph.count("Organization") == 1
