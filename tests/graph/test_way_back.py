"""`export csv` loaded into an empty graph: `why` and the answers say what they said before (DESIGN 2.3, 8)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.catalog import read_catalog
from graph.commands_why import explain
from graph.store import Store
from loaders.load import load_paths
from tests.graph_on_trial import Graph

pytest_plugins = ["tests.empty_graph"]
pytestmark = pytest.mark.server

ANNOUNCEMENT = Path(__file__).parents[2] / "loaders" / "sample" / "announcement.txt"
DAY = date(2026, 1, 2)
TABLE = """Họ tên,Chức,Cơ quan,Từ,Đến,Ghi chú
Đ/c Đỗ Văn Phới (Phớn),Phụ trách,Sở Y tế tỉnh Lạng Sơn,2019-03,,bỏ
Ông Vi Văn An,Quyền Giám đốc,Sở Y tế tỉnh Lạng Sơn,2016,2019-02,"có ""dấu"", phẩy"
"""
MAPPING = """table: tenures
columns: {person: Họ tên, role: Chức, organization: Cơ quan, started: Từ, ended: Đến}
ignore: [Ghi chú]
"""
PAGE = """<html><head><title>Bổ nhiệm nhân sự Sở Tài chính</title>
<link rel="canonical" href="https://bao.example/tin-7"></head><body><article><h1>Bổ nhiệm nhân sự Sở Tài chính</h1>
<p>Chủ tịch UBND tỉnh Lạng Sơn vừa ký Quyết định số 12/QĐ-UBND bổ nhiệm bà Lò Thị Hoa giữ chức Phó Giám đốc
Sở Tài chính tỉnh Lạng Sơn.</p></article></body></html>"""
QUESTIONS: dict[str, dict[str, Any]] = {
    "acting_holders": {"at": "2018-01-01"},
    "decisions_between": {"from": "2010-01-01", "to": "2026-01-01"},
    "confidence_votes": {},
    "single_source": {},
    "apparatus": {"at": "2023-12-01"},
    "vacancies": {"at": "2025-01-01"},
}


def _chains(store: Store) -> dict[str, dict[str, Any]]:
    """The chain of evidence of each person, without the loads, which are no part of a graph's likeness."""
    people = [row["id"] for row in store.ask("MATCH (p:Person) RETURN p.id AS id ORDER BY id")]
    chains = {id: json.loads(explain(store, id, form="json", lang="vi")) for id in people}
    for chain in chains.values():
        for claim in (claim for tenure in chain["tenures"] for claim in tenure["claims"]):
            assert len(claim.pop("loads")) == 1
    return chains


def _sentences(store: Store) -> list[str]:
    """What is said in English of each person, line by line, but for the loads."""
    people = [row["id"] for row in store.ask("MATCH (p:Person) RETURN p.id AS id ORDER BY id")]
    lines = [line for id in people for line in explain(store, id, form="table", lang="en").splitlines()]
    return [line for line in lines if "to take it back" not in line]


def _answers(store: Store) -> dict[str, Any]:
    catalog = read_catalog()
    return {name: catalog.ask(store, name, given, today=DAY).rows for name, given in QUESTIONS.items()}


def test_why_and_the_answers_are_the_same_on_the_way_back(graph: Graph, tmp_path: Path) -> None:
    for name, text in (("so.csv", TABLE), ("so.yaml", MAPPING), ("tin.html", PAGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (mapped,) = load_paths(graph.store, [tmp_path / "so.csv"], mapping=tmp_path / "so.yaml")
    assert (mapped.errors, mapped.added > 0) == ((), True)
    for report in load_paths(graph.store, [ANNOUNCEMENT, tmp_path / "tin.html"]):
        assert (report.errors, report.added > 0) == ((), True)
    chains, sentences, answers = _chains(graph.store), _sentences(graph.store), _answers(graph.store)
    first = graph.export(tmp_path / "out")
    graph.wipe()
    (report,) = load_paths(graph.store, [tmp_path / "out"])
    assert report.errors == ()
    assert _chains(graph.store) == chains
    assert _sentences(graph.store) == sentences
    assert _answers(graph.store) == answers
    assert graph.export(tmp_path / "again") == first
    _check_what_is_told(chains, sentences, answers)


def _check_what_is_told(chains: dict[str, dict[str, Any]], sentences: list[str], answers: dict[str, Any]) -> None:
    """What would be lost without columns of its own is there to be compared."""
    claims = [claim for chain in chains.values() for tenure in chain["tenures"] for claim in tenure["claims"]]
    assert {claim["source"]["published_basis"] for claim in claims} == {"inferred", "loaded"}
    assert {field["field"] for claim in claims for field in claim["inferred"]} >= {"date", "organization", "role"}
    assert {claim["rule"] for claim in claims} > {"table"}
    assert "https://bao.example/tin-7" in {claim["source"]["url"] for claim in claims}
    assert any("họ tên: Đ/c Đỗ Văn Phới (Phớn); chức: Phụ trách" in line for line in sentences)
    assert any("supplied by us" in line for line in sentences)
    assert [row["person"] for row in answers["acting_holders"]] == ["Vi Văn An"]
    assert [row["subjects"] for row in answers["confidence_votes"]] == [9]
