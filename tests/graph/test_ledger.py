"""What a load and an undo decide: counted in tenures, and what stays because another load brought it too (RULES 22)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.errors import InputError
from graph.ledger import Arrival, Outcome, decide_finish, decide_load, decide_share, decide_undo
from graph.model import Claim, Source
from graph.overview import read_inputs, read_undoing
from graph.sources import LoadInfo, stored_load
from graph.store import Store
from graph.wire import Ask
from tests.graph.claims_for import gain, hold, lose, make_source

pytestmark = pytest.mark.server

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
A, B = make_source("Báo A"), make_source("Báo B", "2024-02-01")
FIRST, SECOND = (LoadInfo(f"load-{name}", AT, "test", f"{name}.csv (x)") for name in ("first", "second"))


def _load(store: Store, load: LoadInfo, source: Source, *claims: Claim, unfinished: bool = False) -> Outcome:
    arrivals = [Arrival(claim, source) for claim in claims]
    return store.apply(lambda ask: decide_load(ask, load, arrivals, unfinished=unfinished))


def _undo(store: Store, load: LoadInfo, most: int = 100) -> Outcome:
    return store.apply(lambda ask: decide_undo(ask, load, undone=AT, most=most))


def _sums(outcome: Outcome) -> tuple[int, ...]:
    found = outcome.difference
    return found.added, found.changed, found.closed, found.removed, outcome.known


def _loads_of_claims(store: Store) -> list[list[str]]:
    return [row["loads"] for row in store.ask("MATCH (c:Claim) RETURN c.loads AS loads ORDER BY c.event")]


def test_opening_closing_and_taking_back_are_counted(store: Store) -> None:
    opened, closed = gain("2020-01-01", A), lose("2023-07-20", B, action="thôi giữ chức")
    assert _sums(_load(store, FIRST, A, opened)) == (1, 0, 0, 0, 0)
    assert _sums(_load(store, SECOND, B, closed)) == (0, 0, 1, 0, 0)
    # Known claims of one load change nothing, not even the load.
    again = _load(store, SECOND, B, closed)
    assert (_sums(again), bool(again.changes)) == ((0, 0, 0, 0, 1), False)
    # Without its opening the tenure stands on its closing alone: it is another one, and so it counts as changed.
    undone = _undo(store, FIRST)
    assert (undone.difference.removed, undone.left) == (0, 0)
    assert store.ask("MATCH (t:Tenure) RETURN t.started_basis AS basis") == [{"basis": "closing_only"}]
    assert _undo(store, SECOND).difference.removed == 1
    assert store.ask("MATCH (n) WHERE n:Claim OR n:Person OR n:Post OR n:Source OR n:Key RETURN n") == []


def test_a_second_source_of_one_action_adds_no_tenure(store: Store) -> None:
    assert _sums(_load(store, FIRST, A, gain("2020-01-01", A))) == (1, 0, 0, 0, 0)
    assert _load(store, SECOND, B, gain("2020-01-01", B)).difference.added == 0
    assert store.counts()["Tenure"] == 1


@pytest.mark.parametrize(("first", "second"), [("2020-01-01", "2021-05-01"), ("2021-05-01", "2020-01-01")])
def test_a_load_tells_of_the_contradiction_that_it_brings_whichever_day_is_the_earlier(
    store: Store, first: str, second: str
) -> None:
    """RULES 8, 23: the later of the two gains conflicts with the tenure, and may be the one that came before."""
    assert _load(store, FIRST, A, gain(first, A)).doubts == ()
    assert [doubt.kind for doubt in _load(store, SECOND, B, gain(second, B)).doubts] == ["conflict"]


def test_a_claim_that_two_loads_brought_goes_with_the_last(store: Store) -> None:
    shared, more = gain("2020-01-01", A), gain("2021-01-01", A, person="Lò Thị Bình", organization="Tỉnh ủy Lào Cai")
    _load(store, FIRST, A, shared)
    _load(store, SECOND, A, shared, more)
    assert sorted(_loads_of_claims(store)) == [["load-first", "load-second"], ["load-second"]]
    gone = _undo(store, FIRST)
    assert (gone.difference.removed, gone.known) == (0, 1)
    assert _loads_of_claims(store) == [["load-second"]] * 2
    assert store.counts()["Source"] == 1
    assert _undo(store, SECOND).difference.removed == 2
    assert store.counts().get("Source", 0) == 0


def test_a_part_that_brought_nothing_is_shared_afterwards(store: Store) -> None:
    known, more = gain("2020-01-01", A), gain("2021-01-01", B, organization="Tỉnh ủy Lào Cai")
    _load(store, FIRST, A, known)
    _load(store, SECOND, A, known, unfinished=True)
    _load(store, SECOND, B, more, unfinished=True)
    unloaded = hold(A, person="Vi Văn Không")
    store.apply(lambda ask: decide_share(ask, SECOND, [Arrival(known, A), Arrival(unloaded, A)]))
    store.apply(lambda ask: decide_finish(ask, SECOND))
    assert sorted(_loads_of_claims(store)) == [["load-first", "load-second"], ["load-second"]]
    brought = store.ask("MATCH (s:Source)-[:CAME_WITH]->(l:Load {id: 'load-second'}) RETURN count(s) AS n")
    assert brought == [{"n": 2}]
    assert not store.apply(lambda ask: decide_share(ask, SECOND, [Arrival(known, A)])).changes
    assert store.ask("MATCH (l:Load) WHERE l.unfinished RETURN l.id AS id") == []


def test_an_undo_in_parts_is_unfinished_until_the_last(store: Store) -> None:
    _load(store, FIRST, A, *(gain("2020", A, organization=f"Huyện ủy {name}") for name in ("An", "Bình", "Cao")))
    assert _undo(store, FIRST, most=2).left == 1
    assert store.ask("MATCH (l:Load) RETURN l.unfinished AS u, l.undone AS x") == [{"u": True, "x": None}]
    assert (read_undoing(store), list(read_inputs(store).values())) == (["load-first"], ["undoing"])
    assert stored_load(store.ask, FIRST.id) == FIRST
    assert _undo(store, FIRST, most=2).left == 0
    assert store.ask("MATCH (l:Load) RETURN l.unfinished AS u, l.undone AS x") == [{"u": None, "x": AT}]
    assert read_undoing(store) == []
    assert stored_load(store.ask, FIRST.id) is None


def test_an_undo_in_parts_reads_no_more_than_its_part(store: Store) -> None:
    """Thirty bodies of one claim each: two are taken back, and of the others none is read but for its body."""
    names = [f"Huyện ủy Số {n:02}" for n in range(30)]
    days = (f"2020-01-{n + 1:02}" for n in range(30))  # else all would be of one decision
    told = zip(days, names, strict=True)
    _load(store, FIRST, A, *(gain(day, A, person=f"Vi Văn {name}", organization=name) for day, name in told))
    read: set[str] = set()

    def decide(ask: Ask) -> Outcome:
        def noting(cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
            rows = ask(cypher, parameters)
            read.update(row["claim"]["organization"] for row in rows if "claim" in row)
            return rows

        return decide_undo(noting, FIRST, undone=AT, most=2)

    assert store.apply(decide).left == 28
    assert read == {"Huyện ủy Số 00", "Huyện ủy Số 01"}
    left = store.ask("MATCH (c:Claim) RETURN c.organization AS name ORDER BY name")
    assert [row["name"] for row in left] == names[2:]


def test_finishing_a_load_that_brought_nothing_makes_none(store: Store) -> None:
    assert not store.apply(lambda ask: decide_finish(ask, FIRST)).changes
    assert store.ask("MATCH (l:Load) RETURN l") == []


def test_a_day_once_stated_stays_and_another_is_refused(store: Store) -> None:
    claim = gain("2020-01-01", A)
    _load(store, FIRST, A, claim)
    supplied = replace(A, published=date(2025, 5, 5), published_basis="loaded")
    _load(store, SECOND, supplied, gain("2021-01-01", A, organization="Tỉnh ủy Lào Cai"))
    assert store.ask("MATCH (s:Source) RETURN s.published AS day") == [{"day": date(2024, 1, 1)}]
    with pytest.raises(InputError) as caught:
        _load(store, SECOND, replace(A, published=date(2025, 5, 5)), claim)
    assert "python -m loaders undo load-first; python -m loaders undo load-second" in caught.value.text.en
