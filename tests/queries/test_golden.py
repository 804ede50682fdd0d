"""Every question on the golden graph: rows derived by hand from RULES, one JSON file a question, on each version.

The cases of `binh_sa/` are asked of the golden graph with that province.

A case names the rules it shows, and gives the columns it is about; ids are written by name: people and bodies by theirs, decisions by number.
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
Case = dict[str, Any]
HERE = Path(__file__).parent


def _read_cases(folder: Path) -> list[tuple[str, int, Case]]:
    return [
        (path.stem, number, case)
        for path in sorted(folder.glob("*.json"))
        for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")))
    ]


def _ids(cases: list[tuple[str, int, Case]]) -> list[str]:
    return [f"{name}-{number}-rules {' '.join(map(str, case['rules']))}" for name, number, case in cases]


GOLDEN, BINH_SA = _read_cases(HERE), _read_cases(HERE / "binh_sa")
_NAMES = """
MATCH (n) WHERE n:Person OR n:Organization OR n:Decision
RETURN n.id AS id, coalesce(n.name, n.number, n.title) AS name
"""


def test_every_question_has_cases() -> None:
    assert {name for name, _, _ in (*GOLDEN, *BINH_SA)} == set(read_catalog().queries)


@pytest.mark.parametrize(("name", "number", "case"), GOLDEN, ids=_ids(GOLDEN))
def test_golden(golden: Store, name: str, number: int, case: Case) -> None:
    check(golden, name, case)


@pytest.mark.parametrize(("name", "number", "case"), BINH_SA, ids=_ids(BINH_SA))
def test_binh_sa(binh_sa: Store, name: str, number: int, case: Case) -> None:
    check(binh_sa, name, case)


def check(store: Store, name: str, case: Case) -> None:
    """Compare the answer with the rows derived by hand; whatever it holds must go through JSON unchanged."""
    answer = read_catalog().ask(store, name, case["asked"], today=TODAY)
    names = {row["id"]: row["name"] for row in store.ask(_NAMES)}
    shown = [_only(_by_name(row, names), wanted) for row, wanted in zip(answer.rows, case["rows"], strict=False)]
    count = len(answer.rows)
    if case.get("any_order"):
        everything = [_only(_by_name(row, names), case["rows"][0]) for row in answer.rows]
        assert sorted(map(str, everything)) == sorted(map(str, case["rows"]))
    assert (shown, count) == (case["rows"], len(case["rows"])) or case.get("any_order")
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
