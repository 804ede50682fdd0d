"""Saved questions in the console: each runs there as it stands, typed parameters mean what they mean in a question."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from graph.catalog import read_catalog
from graph.catalog.header import parse_pairs
from graph.catalog.opened import Opened, bind_remarked, open_question
from graph.errors import CadresError

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
TODAY = date(2025, 12, 10)
CATALOG = read_catalog()
PLAIN = "RETURN $organization AS id, $at AS at, $today AS today, $free AS free"
DECLARED = """// who sat there
// param organization: organization
// param at: day = today

RETURN $organization AS id, $at AS at, $today AS today, $free AS free
"""


def opened(sample: SampleGraph, name: str, given: dict[str, str]) -> Opened:
    return open_question(CATALOG, sample.store, name, given, lang="vi", today=TODAY)


def test_every_question_runs_in_the_console_as_it_is_opened(sample: SampleGraph) -> None:
    console = sample.store.open_console()
    for name, query in CATALOG.queries.items():
        given = parse_pairs(query.example)
        shown = opened(sample, name, given)
        params: dict[str, Any] = json.loads(json.dumps(shown.params))
        bound = bind_remarked(sample.store, shown.text, params, today=TODAY)
        result = console.run(shown.text, bound, job=name, seconds=60)
        assert shown.text.startswith(f"// {query.titles.vi}\n")
        if query.header.conclusion is None:
            asked = CATALOG.ask(sample.store, name, given, today=TODAY)
            assert result.columns == tuple(column.name for column in asked.columns), name
            assert json.loads(json.dumps([dict(zip(result.columns, row, strict=True)) for row in result.rows])) == (
                json.loads(json.dumps(asked.rows))
            ), name


def test_what_a_rule_fills_is_filled_as_the_rule_does(sample: SampleGraph) -> None:
    pairs = opened(sample, "party_state_pairs", {"at": "2019-01-01"})
    assert (pairs.params["at"], pairs.params["level"]) == ("2019-01-01", None)
    assert "committee" in pairs.params["party"]
    assert "ministry" in pairs.params["state"]
    assert "phải qua một quy tắc" in pairs.text
    path = opened(sample, "shortest_path", {"a": "Nobody", "b": "Phạm Bình Minh"})
    assert (path.params["people"], path.params["seen"]) == ([], [])


def test_what_must_be_given_is_left_blank_and_then_told(sample: SampleGraph) -> None:
    blank = opened(sample, "person_career", {})
    assert blank.params == {"person": ""}
    with pytest.raises(CadresError, match='parameter person .a person. is needed: .* like {"person": "…"}'):
        bind_remarked(sample.store, blank.text, blank.params, today=TODAY)


def test_declared_parameters_are_read_and_all_others_left_as_they_are(sample: SampleGraph) -> None:
    given = {"organization": "bo ngoai giao", "at": "30/06/2024", "free": [1, {"x": "2024-01-01"}]}
    bound = bind_remarked(sample.store, DECLARED, given, today=TODAY)
    (held,) = sample.store.ask("MATCH (o:Organization {name: 'Bộ Ngoại giao'}) RETURN o.id AS id")
    assert bound == {
        "organization": held["id"], "at": date(2024, 6, 30), "today": TODAY, "free": [1, {"x": "2024-01-01"}]
    }  # fmt: skip
    assert bind_remarked(sample.store, PLAIN, given, today=TODAY) == given


@pytest.mark.parametrize(
    ("head", "given", "said"),
    [
        ("// param at: moment\n", {}, "Cypher, line 1: unknown type 'moment'"),
        ("// one\n// param at: day = 5\n", {}, "Cypher, line 2: '5' cannot be the default of a day"),
        ("// param at: day\n// param at: day\n", {"at": "2020"}, "Cypher, line 2: a line twice"),
        ("// param at: day\n", {"at": "yesterday"}, "at: 'yesterday' is not a day"),
        ("// param n: int\n", {"n": [1]}, "n: '.1.' must be a whole number"),
        ("// param o: organization\n", {"o": "Nowhere"}, "Nowhere"),
    ],
)
def test_what_cannot_be_meant_is_told(sample: SampleGraph, head: str, given: dict[str, Any], said: str) -> None:
    with pytest.raises(CadresError, match=said):
        bind_remarked(sample.store, head, given, today=TODAY)
