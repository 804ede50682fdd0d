"""The merger of the provinces and the end of the districts on 2025-07-01, cut small: a province made of three.

What is expected comes from the files of administrative units and RULES 11, 28, 29; people and days are invented.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.catalog import read_catalog
from loaders.load import load_paths
from loaders.loads import list_loads, undo_load
from tests.benchmarks.merger_tables import DATA, DAY, LEFT, Merger, Unit, read_merger, write_merger
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not DATA.exists(), reason="the administrative units lie in ../shared/data, which is not here"),
]

# Phú Thọ, from the three of province_merge_2025.csv; its code is the old Phú Thọ's too.
NEW = "25"
OLD = ("Hòa Bình", "Phú Thọ", "Vĩnh Phúc")
EVE = "2025-06-30"
TODAY = date(2026, 6, 1)
CATALOG = read_catalog()


@pytest.fixture(scope="module")
def merger() -> Merger:
    """A district of each old province, with the three communes named first in it."""
    return read_merger(share=1).cut(NEW, districts=1, communes=3)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ask(graph: Graph, question: str, **given: Any) -> list[dict[str, Any]]:
    return CATALOG.ask(graph.store, question, given, today=TODAY).rows


def _units(merger: Merger, level: str) -> list[Unit]:
    return [unit for unit in merger.before[NEW] if unit.level == level]


def test_the_cut_is_what_the_files_tell(merger: Merger) -> None:
    assert [unit.name for unit in _units(merger, "province")] == [f"Tỉnh {name}" for name in OLD]
    assert (len(_units(merger, "district")), len(_units(merger, "commune"))) == (3, 9)
    assert _units(merger, "district")[0].within == "Tỉnh Hòa Bình"


def test_all_in_an_ended_body_ends_that_day_and_questions_see_it(graph: Graph, tmp_path: Path, merger: Merger) -> None:
    tenures, changes = write_merger(merger, tmp_path)
    (told,) = load_paths(graph.store, [tenures])
    (report,) = load_paths(graph.store, [changes], touched=100)
    assert (told.errors, report.errors, report.doubts) == ((), (), ())
    assert [row["unfinished"] for row in list_loads(graph.store)] == [False, False]

    ended = {row["from"] for row in _rows(changes)}
    rows = _rows(tenures)
    old = [row for row in rows if row["started"] < DAY]
    assert {row["organization"] for row in old} == ended, "no body here outlives the day"
    expected = Counter(
        (row["person"], row["role"], row["started"], row["ended"] or DAY, "stated" if row["ended"] else "body_ended")
        for row in old
    )
    expected += Counter((row["person"], row["role"], DAY, None, None) for row in rows if row["started"] == DAY)
    found = graph.store.ask(
        "MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->()-[:OF_ROLE]->(r) "
        "RETURN p.name AS p, r.title_vi AS r, t.started AS s, t.ended AS e, t.ended_basis AS b"
    )
    assert Counter((row["p"], row["r"], row["s"], row["e"], row["b"]) for row in found) == expected
    assert graph.store.counts()["Person"] == len({row["person_id"] for row in rows})
    assert _ask(graph, "open_in_ended_bodies", at=TODAY.isoformat()) == []
    _check_bodies(graph, ended, {row["to"] for row in _rows(changes) if row["to"]})
    _check_answers(graph, rows)


def _check_bodies(graph: Graph, ended: set[str], begun: set[str]) -> None:
    """Every body that ended has its day, and every one that came after is another that goes on, whatever its name."""
    bodies = graph.store.ask(
        "MATCH (o:Organization) WHERE o.exists_from IS NOT NULL OR o.exists_until IS NOT NULL "
        "RETURN o.name AS name, o.dissolved AS dissolved, toString(o.exists_from) AS begun"
    )
    assert Counter(row["name"] for row in bodies if row["dissolved"] == DAY) == _names(ended)
    assert Counter(row["name"] for row in bodies if row["begun"] == DAY and row["dissolved"] is None) == _names(begun)
    assert len(bodies) == len(ended) + len(begun)


def _names(references: set[str]) -> Counter[str]:
    return Counter(reference.partition(" @ ")[0] for reference in references)


def _check_answers(graph: Graph, rows: list[dict[str, str]]) -> None:
    """Ask of what the province became, who chaired its committees, and what was vacant before and on the day."""
    committees = [f"Ủy ban nhân dân tỉnh {name}" for name in OLD]
    (new,) = graph.store.ask(
        "MATCH (o:Organization {name: $name}) WHERE o.dissolved IS NULL RETURN o.id AS id", {"name": committees[1]}
    )
    (history,) = _ask(graph, "organization_history", organization=new["id"], lineage=True)
    assert (history["date"], history["kind"], history["after"]) == (DAY, "merge", [committees[1]])
    assert history["before"] == sorted(committees)

    chairs = [row for row in rows if row["organization"] in committees and row["role"] == "Chủ tịch"]
    holders = _ask(graph, "post_holders", organization=new["id"], role="Chủ tịch", lineage=True)
    assert [(row["person"], row["started"], row["ended"]) for row in holders] == sorted(
        ((row["person"], row["started"], None if row["started"] == DAY else DAY) for row in chairs),
        key=lambda row: row[1],
    )
    assert [row["started"] for row in _ask(graph, "post_holders", organization=new["id"], role="Chủ tịch")] == [DAY]

    vacant = sorted(f"Chủ tịch {row['organization'].partition(' @ ')[0]}" for row in rows if row["ended"])
    on_the_eve = _ask(graph, "vacancies", at=EVE)
    assert len(vacant) == len(OLD)
    assert sorted(row["post"] for row in on_the_eve) == vacant
    assert {row["since"] for row in on_the_eve} == {LEFT}
    assert _ask(graph, "vacancies", at=DAY) == []


def test_the_order_and_the_parts_do_not_matter(graph: Graph, tmp_path: Path, merger: Merger) -> None:
    tenures, changes = write_merger(merger, tmp_path)
    load_paths(graph.store, [tenures])
    before, counts = graph.export(tmp_path / "before"), graph.counts()
    (report,) = load_paths(graph.store, [changes], touched=100)
    after = graph.export(tmp_path / "tenures-first")
    assert report.load_id is not None and report.load_id in {row["load"] for row in list_loads(graph.store)}
    undo_load(graph.store, report.load_id)
    assert graph.export(tmp_path / "undone") == before
    assert graph.counts() == counts

    graph.wipe()
    load_paths(graph.store, [changes, tenures], touched=200)
    assert graph.export(tmp_path / "changes-first") == after
