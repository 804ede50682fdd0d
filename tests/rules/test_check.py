"""RULES 23 on a real server: `check` counts what a careful reader should look at, names it, and says what would do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph.audit import AUDITS, audit_graph
from graph.commands_check import write_findings
from graph.ledger import decide_judgements
from graph.prepare import prepare
from tests.graph.claims_for import gain, lose, row, tie
from tests.graph.identity.namings_for import judged
from tests.rules.conftest import TODAY, Graph

pytestmark = pytest.mark.server

SAID = {"quote": "Theo tin đã đăng."}
AN: dict[str, Any] = {"person": "Vi Văn An", "role": "Giám đốc", "organization": "Sở Y tế tỉnh Lạng Sơn", "head": True, "seats": 1, **SAID}  # fmt: skip
BINH = AN | {"person": "Lò Thị Bình"}
MEMBER: dict[str, Any] = {"role": "Ủy viên", "organization": "Tỉnh ủy Lạng Sơn", "head": None, "seats": 2, **SAID}


def found(graph: Graph) -> dict[str, int]:
    """What `check` finds, by name, without what it does not find."""
    findings = audit_graph(graph.store, graph.catalog, TODAY)
    return {finding.audit.name: finding.count for finding in findings if finding.count}


def test_a_sound_graph_gives_nothing(graph: Graph) -> None:
    graph.load(gain("2020-01-01", **AN), gain("2022-01-01", graph.source("B"), **BINH))
    assert found(graph) == {}


def test_rule_23_each_kind_of_finding(graph: Graph) -> None:
    b = graph.source("B", "2024-02-01")
    graph.load(row("2020-01-01", "2023-01-01", **AN), row("2022-01-01", "2024-01-01", **BINH))
    assert found(graph) == {"double_occupancy": 1}
    graph.load(gain("2020-03-01", b, **AN))
    assert found(graph) == {"double_occupancy": 1, "conflicting_claims": 1}
    graph.undo(1)
    graph.load(lose("2019-05-01", b, **(AN | {"person": "Hà Văn Cao", "organization": "Sở Xây dựng tỉnh Lạng Sơn"})))
    assert found(graph) == {"double_occupancy": 1, "closing_only": 1}


def test_a_start_after_the_end_and_a_body_that_has_ended(graph: Graph) -> None:
    graph.load(row("2022-05-01", "2021-05-01", **AN))
    assert found(graph) == {"start_after_end": 1}
    graph.undo(0)
    graph.load(tie("Sở Y tế tỉnh Lạng Sơn", dissolved="2021-01-01"), gain("2022-01-01", graph.source("B"), **AN))
    assert found(graph) == {"open_in_ended_bodies": 1}


def test_the_declared_number_of_members_against_those_named(graph: Graph) -> None:
    graph.load(gain("2020-01-01", **MEMBER, person="Vi Văn An"))
    (finding,) = (each for each in audit_graph(graph.store, graph.catalog, TODAY) if each.count)
    assert (finding.audit.name, finding.examples[0]) == (
        "head_count",
        {"post": "Ủy viên Tỉnh ủy Lạng Sơn", "declared": 2, "named": 1},
    )
    graph.load(gain("2020-01-01", graph.source("B"), **MEMBER, person="Lò Thị Bình"))
    assert found(graph) == {}


def test_quotes_judgements_and_evidence_that_are_missing(graph: Graph) -> None:
    graph.load(gain("2020-01-01", **(AN | {"quote": None})))
    assert found(graph) == {"without_quote": 1}
    graph.store.apply(lambda ask: decide_judgements(ask, None, [judged("Vi Văn An", "Không Ai", "same")]))
    assert found(graph) == {"without_quote": 1, "judgements_waiting": 1}
    graph.store.write(["MATCH (:Tenure)-[r:RESTS_ON]->() DELETE r"])
    graph.store.write(["DROP INDEX claim_slot"])
    try:
        assert found(graph) == {"without_quote": 1, "judgements_waiting": 1, "orphans": 1, "schema": 1}
    finally:
        prepare(graph.store)


def test_what_is_printed_names_person_and_post_and_what_would_do(graph: Graph) -> None:
    graph.load(lose("2019-05-01", **AN))
    findings = audit_graph(graph.store, graph.catalog, TODAY)
    text = write_findings(findings, "text", "en")
    assert "      1  given up, though no source says it was held\n           Vi Văn An; Giám đốc Sở Y tế tỉnh Lạng Sơn; 2019-05-01; tenure-" in text  # fmt: skip
    assert "→ load the decision by which the post was taken up" in text
    told = {each["name"]: each for each in json.loads(write_findings(findings, "json", "vi"))}
    assert told.keys() == {audit.name for audit in AUDITS}
    assert told["closing_only"]["count"] == 1
    assert told["closing_only"]["title"] == "thôi giữ chức vụ mà chưa nguồn nào nói đã giữ"
