"""Names one letter apart in one seat: the pair stays while others of either name come and go, load after load."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graph.ledger import Arrival, decide_load, decide_undo
from graph.model import Claim
from graph.sources import LoadInfo
from graph.store import Store
from tests.graph.claims_for import make_source, row

pytestmark = pytest.mark.server

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ONE, OTHER = "Đỗ Văn Phới", "Đỗ Văn Phớn"
SOURCES = {name: make_source(f"Báo {name}") for name in "ABCDE"}


def _load(store: Store, name: str, *claims: Claim) -> LoadInfo:
    load = LoadInfo(f"load-{name}", AT, "test", f"{name}.csv (x)")
    arrivals = [Arrival(claim, SOURCES[name]) for claim in claims]
    store.apply(lambda ask: decide_load(ask, load, arrivals))
    return load


def _undo(store: Store, load: LoadInfo) -> None:
    store.apply(lambda ask: decide_undo(ask, load, undone=AT, most=100))


def _pairs(store: Store) -> list[tuple[set[str], list[str]]]:
    rows = store.ask("MATCH (a:Person)-[m:MAYBE_SAME]->(b:Person) RETURN a.name AS a, b.name AS b, m.reasons AS why")
    return [({each["a"], each["b"]}, each["why"]) for each in rows]


def test_a_pair_stays_while_claims_of_either_come_and_go(store: Store) -> None:
    offered = [({ONE, OTHER}, ["near_name", "at_once"])]
    _load(store, "A", row("2015-03-01", "2020-06-01", SOURCES["A"], person=ONE))
    assert _pairs(store) == []
    second = _load(store, "B", row("2015-03-01", "2020-06-01", SOURCES["B"], person=OTHER))
    assert _pairs(store) == offered
    # A namesake of each elsewhere: in this load the other is read only to be weighed. Of one name they are pairs too.
    for name, person in (("C", ONE), ("D", OTHER)):
        third = _load(store, name, row("1990", "1991", SOURCES[name], person=person, organization="Sở Y tế", born=1930))
        assert [pair for pair in _pairs(store) if len(pair[0]) == 2] == offered
        _undo(store, third)
        assert _pairs(store) == offered
    _undo(store, second)
    assert _pairs(store) == []


def test_a_seat_that_comes_under_another_name_makes_the_pair(store: Store) -> None:
    """The post is the same, whichever of the committee's names is printed (RULES 17)."""
    printed = "Ban Chấp hành Đảng bộ tỉnh Sơn La"
    _load(store, "A", row("2015-03-01", "2020-06-01", SOURCES["A"], person=ONE))
    _load(store, "E", row("2020-06-01", "2021-01-01", SOURCES["E"], person=OTHER, organization=printed))
    assert _pairs(store) == [({ONE, OTHER}, ["near_name"])]
