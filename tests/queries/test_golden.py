"""Every question on the golden graph: rows derived by hand from RULES, one JSON file a question, on each version.

A case gives the columns it is about; ids are written by name: people and bodies by theirs, decisions by number.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.catalog import read_catalog
from graph.store import Store

TODAY = date(2026, 6, 30)
CASES = [
    (path.stem, number, case)
    for path in sorted(Path(__file__).parent.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")))
]
_NAMES = """
MATCH (n) WHERE n:Person OR n:Organization OR n:Decision
RETURN n.id AS id, coalesce(n.name, n.number, n.title) AS name
"""


def test_every_question_has_cases() -> None:
    assert {name for name, _, _ in CASES} == set(read_catalog().queries)


@pytest.mark.parametrize(("name", "number", "case"), CASES, ids=[f"{name}-{n}" for name, n, _ in CASES])
def test_golden(golden: Store, name: str, number: int, case: dict[str, Any]) -> None:
    answer = read_catalog().ask(golden, name, case["asked"], today=TODAY)
    names = {row["id"]: row["name"] for row in golden.ask(_NAMES)}
    shown = [_only(_by_name(row, names), wanted) for row, wanted in zip(answer.rows, case["rows"], strict=False)]
    count = len(answer.rows)
    if case.get("any_order"):
        everything = [_only(_by_name(row, names), case["rows"][0]) for row in answer.rows]
        assert sorted(map(str, everything)) == sorted(map(str, case["rows"]))
    assert (shown, count) == (case["rows"], len(case["rows"])) or case.get("any_order")


@pytest.mark.parametrize(("name", "number", "case"), CASES, ids=[f"{name}-{n}" for name, n, _ in CASES])
def test_rows_are_ready_for_json(golden: Store, name: str, number: int, case: dict[str, Any]) -> None:
    answer = read_catalog().ask(golden, name, case["asked"], today=TODAY)
    assert json.loads(json.dumps(answer.rows)) == answer.rows
    assert all(list(row) == [column.name for column in answer.columns] for row in answer.rows)


def _by_name(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _by_name(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [_by_name(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


def _only(value: Any, wanted: Any) -> Any:
    """Keep the columns, also of maps in lists, that the expectation names."""
    if isinstance(value, dict) and isinstance(wanted, dict):
        return {key: _only(value[key], part) for key, part in wanted.items()}
    if isinstance(value, list) and isinstance(wanted, list) and len(value) == len(wanted):
        return [_only(part, other) for part, other in zip(value, wanted, strict=True)]
    return value
