"""The oracle against the tables and cases written by hand, then the product against the oracle on worlds drawn at random."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.server import Address
from graph.store import Store, connect
from tests.conftest import FAMILIES
from tests.graph.conftest import wipe
from tests.oracle import answers, answers_bodies
from tests.oracle.known import OPEN, TODAY, Known, Row
from tests.oracle.paths import Ties
from tests.oracle.trial import ORDER, try_world

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "fixtures" / "golden"
SEEDS = range(1, 21)
Asked = dict[str, str]


def read_golden() -> Known:
    """The tables written by hand, read by the oracle."""
    tables: dict[str, list[dict[str, str]]] = {}
    for name in ORDER:
        if not (GOLDEN / f"{name}.csv").exists():
            continue
        with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return Known(tables)


KNOWN = read_golden()


@pytest.fixture(scope="module")
def empty(address: Address) -> Iterator[Store]:
    with connect(address) as store:
        yield store


def _person(known: Known, text: str) -> int:
    if ":" in text:
        return next(person for claim, person in known.person_of.items() if claim.own == text)
    return known.named(text)[0]


def _flag(asked: Asked, key: str, otherwise: str) -> bool:
    return asked.get(key, otherwise) == "true"


def _day(asked: Asked, key: str = "at") -> date:
    text = asked.get(key, TODAY.isoformat())
    return date.fromisoformat("-".join(reversed(text.split("/"))) if "/" in text else text)


def _body(known: Known, asked: Asked, key: str = "organization") -> str:
    return known.bodies.key(asked[key])


Answer = Callable[[Known, Asked], list[Row] | None]
ANSWERS: dict[str, Answer] = {
    "person_posts": lambda k, a: answers.person_posts(k, _person(k, a["person"]), _day(a)),
    "person_career": lambda k, a: answers.person_career(k, _person(k, a["person"])),
    "namesakes": lambda k, a: answers.namesakes(k, a["name"]),
    "concurrent_posts": lambda k, a: answers.concurrent_posts(
        k,
        _day(a),
        int(a.get("min", "2")),
        _flag(a, "independent", "true"),
        _body(k, a) if "organization" in a else None,
    ),
    "served_together": lambda k, a: answers.served_together(k, _person(k, a["person_a"]), _person(k, a["person_b"])),
    "colleagues": lambda k, a: answers.colleagues(k, _person(k, a["person"]), _day(a)),
    "post_holders": lambda k, a: answers.post_holders(k, _body(k, a), a["role"], _flag(a, "lineage", "false")),
    "successor": lambda k, a: answers.successor(k, _body(k, a), a["role"], _person(k, a["person"])),
    "committee_members": lambda k, a: answers_bodies.committee_members(k, _body(k, a), _day(a)),
    "committee_changes": lambda k, a: answers_bodies.committee_changes(
        k, _body(k, a), _day(a, "from"), _day(a, "to"), _flag(a, "lineage", "false")
    ),
    "members_of_both": lambda k, a: answers_bodies.members_of_both(k, _body(k, a, "a"), _body(k, a, "b"), _day(a)),
    "organization_tree": lambda k, a: answers_bodies.organization_tree(k, _body(k, a), _day(a)),
    "organization_history": lambda k, a: answers_bodies.organization_history(
        k, _body(k, a), _flag(a, "lineage", "false")
    ),
    "confidence_votes": lambda k, a: answers_bodies.confidence_votes(k, _body(k, a) if "organization" in a else None),
    "decision": lambda k, a: answers_bodies.decision(k, a["number"], _body(k, a, "issuer") if "issuer" in a else None),
    "decisions_between": lambda k, a: answers_bodies.decisions_between(
        k, _day(a, "from"), _day(a, "to"), _body(k, a, "issuer") if "issuer" in a else None, a.get("action")
    ),
    "shortest_path": lambda k, a: Ties(k, _day(a) if "at" in a else None, int(a.get("max_size", "60"))).shortest_path(
        _person(k, a["a"]), _person(k, a["b"])
    ),
}


def _printed_so(known: Known, asked: Asked) -> bool:
    """Whether a case asks by names as they are printed: the oracle reads no other spelling."""
    bodies = [asked[key] for key in ("organization", "issuer") if key in asked]
    numbers = {act.claim.number for act in known.acts} | {"99/QĐ-XX"}
    exact = all(known.bodies.key(body) in known.bodies.all for body in bodies)
    fits = asked.get("number", "99/QĐ-XX") in numbers and asked.get("role", "G")[0].isupper()
    return exact and fits and asked.get("action", "b").islower() and asked.get("person") != "Vũ Thị Quí"


CASES = [
    pytest.param(name, case, id=f"{name}-{number}")
    for name in ANSWERS
    for number, case in enumerate(json.loads((HERE.parent / "queries" / f"{name}.json").read_text(encoding="utf-8")))
    if _printed_so(KNOWN, case["asked"])
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_oracle_answers_as_written_by_hand(name: str, case: dict[str, Any]) -> None:
    rows = ANSWERS[name](KNOWN, case["asked"])
    assert rows is not None
    rows.sort(key=lambda row: row["_key"])
    shown = [_shown(row, wanted) for row, wanted in zip(rows, case["rows"], strict=False)]
    wanted = [_shown(row, row) for row in case["rows"]]
    assert len(rows) == len(wanted)
    for row in wanted:
        other = next((other for other in shown if _agree(other, row)), None)
        assert other is not None, (row, shown)
        shown.remove(other)


IDS = ("_id", "opened_by", "closed_by", "path", "quote")


def _shown(row: Row, wanted: Row) -> Row:
    """The columns that a case is about, ids left out."""
    kept = {key: row[key] for key in wanted if key in row and not key.endswith(IDS)}
    return {key: _posts(part) if isinstance(part, list) else part for key, part in kept.items()}


def _posts(parts: list[Any]) -> list[Any]:
    return sorted((part["role"], part["organization"]) if isinstance(part, dict) else part for part in parts)


def _agree(row: Row, wanted: Row) -> bool:
    return all(value is OPEN or value == wanted[key] for key, value in row.items())


# Each world on one of the two versions: what a world costs is a cold server's plans, and a rule is the same on both.
@pytest.mark.parametrize(("family", "seed"), [(FAMILIES[seed % 2], seed) for seed in SEEDS], indirect=["family"])
def test_product_answers_as_the_rules_do(empty: Store, address: Address, seed: int, tmp_path: Path) -> None:
    wipe(address)
    outcome = try_world(empty, seed, tmp_path)
    assert outcome.asked.total() > 0
    if outcome.disagreements:
        pytest.fail("\n\n".join(outcome.disagreements), pytrace=False)
