"""RULES 25 and 26 on a real server: judgements given by table and by hand, kept, applied, taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.commands_judge import record_judgement
from graph.errors import QuestionError
from graph.ledger import decide_judgements
from graph.model import Verdict
from loaders.load import load_paths
from tests.graph.claims_for import gain, make_claim
from tests.graph.identity.namings_for import judged
from tests.rules.conftest import AT, Graph

pytestmark = pytest.mark.server

HEADER = "person_a,person_b,verdict,by,at,why"
QUY = {"person": "Lê Quý", "role": "Giám đốc", "organization": "Sở Y tế tỉnh Sơn La"}
QUI = {"person": "Lê Quí", "role": "Phó Giám đốc", "organization": "Sở Y tế tỉnh Sơn La"}


def people(graph: Graph) -> list[list[str]]:
    return [row["names"] for row in graph.store.ask("MATCH (p:Person) RETURN p.names AS names ORDER BY names")]


def ends(graph: Graph) -> list[str | None]:
    """Of the tenures that began on a known day."""
    started = "MATCH (t:Tenure) WHERE t.started IS NOT NULL RETURN t.ended AS ended ORDER BY t.started"
    return [row["ended"] for row in graph.store.ask(started)]


def table(folder: Path, *rows: str) -> Path:
    path = folder / "nhan-dinh.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def doubles(graph: Graph) -> list[list[str]]:
    return graph.column("possible_duplicates", "reasons")


def judge(graph: Graph, a: str, b: str, verdict: Verdict, minute: int) -> str:
    at = AT.replace(minute=minute)
    return record_judgement(graph.store, (a, b), verdict, by="Hoa", why="vì thế", at=at).en


def test_rule_26_a_table_joins_and_its_undo_parts_again(graph: Graph, tmp_path: Path) -> None:
    graph.load(gain("2015-01-01", **QUI), gain("2020-01-01", **QUY))
    before = people(graph), doubles(graph)
    assert before == ([["Lê Quí"], ["Lê Quý"]], [["like_name", "rare_name"]])
    path = table(tmp_path, "Lê Quý,Lê Quí,same,Hoa,2024-01-01,cùng tiểu sử")
    (report,) = load_paths(graph.store, [path])
    assert (report.errors, report.notes) == ((), ())
    assert (people(graph), doubles(graph)) == ([["Lê Quí", "Lê Quý"]], [])
    assert len(graph.ask("person_career", person="Lê Quý")) == 2
    (again,) = load_paths(graph.store, [path])
    assert (again.skipped, again.load_id) == (1, None)
    graph.store.apply(lambda ask: decide_judgements(ask, None, [judged("Lê Quý", "Lê Quí", "unsure", "2024-01-02")]))
    assert (people(graph), doubles(graph)) == (before[0], [])


def test_rule_26_a_judgement_waits_for_names_not_loaded_yet(graph: Graph, tmp_path: Path) -> None:
    (report,) = load_paths(graph.store, [table(tmp_path, "Lê Quý,Lê Quí,same,Hoa,2024-01-01,cùng tiểu sử")])
    assert "1 judgements kept, not applied yet" in report.notes[0].en
    graph.load(gain("2015-01-01", **QUI))
    graph.load(gain("2020-01-01", **QUY))
    assert people(graph) == [["Lê Quí", "Lê Quý"]]


def test_rule_25_a_judgement_parts_whom_one_source_would_join(graph: Graph) -> None:
    graph.load(gain("2015-01-01", **QUY), gain("2020-01-01", **{**QUI, "person": "Lê Quý"}))
    (row,) = graph.store.ask("MATCH (p:Person) RETURN [p.id] + p.former_ids AS ids, p.joined_by AS grounds")
    assert row["grounds"] == ["same_source"]
    judge(graph, *row["ids"], "different", 1)
    assert people(graph) == [["Lê Quý"], ["Lê Quý"]]
    assert graph.column("namesakes", "verdict", name="Lê Quý") == ["different", "different"]
    judge(graph, *row["ids"], "unsure", 2)
    assert people(graph) == [["Lê Quý"]]


@pytest.mark.parametrize("dead", [QUI, QUY], ids=["one", "the other"])
def test_rules_14_26_a_death_told_of_one_ends_the_posts_of_both(graph: Graph, dead: dict[str, str]) -> None:
    death = {"organization": "Sở Nội vụ tỉnh Sơn La", "date": "2022-08-22", "action": "từ trần"}
    graph.load(gain("2015-01-01", **QUI), gain("2016-01-01", **{**QUY, "organization": "Sở Xây dựng tỉnh Sơn La"}))
    graph.load(make_claim(event="lose", **{**dead, **death}))
    alone = ["2022-08-22", None] if dead is QUI else [None, "2022-08-22"]
    ids = [row["id"] for row in graph.store.ask("MATCH (p:Person) RETURN p.id AS id")]
    assert ends(graph) == alone
    judge(graph, *ids, "same", 1)
    assert ends(graph) == ["2022-08-22", "2022-08-22"]
    judge(graph, *ids, "unsure", 2)
    assert ends(graph) == alone


def test_rule_26_by_hand_a_later_judgement_takes_an_earlier_back(graph: Graph) -> None:
    graph.load(gain("2015-01-01", **QUI), gain("2020-01-01", **QUY))
    ids = sorted(row["id"] for row in graph.store.ask("MATCH (p:Person) RETURN p.id AS id"))
    assert judge(graph, "Lê Quý", "Lê Quí", "same", 1).startswith("Recorded; 1 person joined from several.")
    with pytest.raises(QuestionError, match=f"one person already.*{ids[0]}|{ids[1]}"):
        judge(graph, "Lê Quý", "Lê Quí", "different", 2)
    assert judge(graph, *ids, "different", 3).startswith("Recorded; 1 person split.")
    assert people(graph) == [["Lê Quí"], ["Lê Quý"]]
    with pytest.raises(QuestionError, match="there is no person"):
        judge(graph, "Lê Quý", "Không Ai", "same", 4)


def test_rule_26_a_judgement_by_hand_outlives_the_undo_of_a_table_with_the_same(graph: Graph) -> None:
    graph.load(gain("2015-01-01", **QUI), gain("2020-01-01", **QUY))
    same = judged("Lê Quý", "Lê Quí", "same")
    load = replace(graph.loads[0], id="load-table")
    graph.store.apply(lambda ask: decide_judgements(ask, load, [same]))
    graph.store.apply(lambda ask: decide_judgements(ask, None, [same]))
    graph.loads.append(load)
    graph.undo(1)
    assert people(graph) == [["Lê Quí", "Lê Quý"]]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Lê Quý,Lê Quí,maybe,Hoa,2024-01-01,vì thế", "column verdict 'maybe': the column takes same, different, unsure"),
        ("Lê Quý,Lê Quí,same,Hoa,hôm qua,vì thế", "column at 'hôm qua': a day is needed"),
        ("Lê Hoà,Lê Hòa,same,Hoa,2024-01-01,vì thế", "column person_b 'Lê Hòa': the same as person_a"),
        ("Lê Quý,Lê Quí,same,Hoa,2024-01-01,", "column why: the cell is blank"),
    ],
)  # fmt: skip
def test_a_row_that_is_no_judgement(graph: Graph, tmp_path: Path, row: str, told: str) -> None:
    (report,) = load_paths(graph.store, [table(tmp_path, row)])
    assert told in report.errors[0].text.en
    assert graph.count("Judgement") == 0
