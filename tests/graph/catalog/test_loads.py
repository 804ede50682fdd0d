"""What a load changed, told against the graph as it would be without the load; a load taken back changed nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graph.catalog import read_catalog
from graph.errors import QuestionError
from graph.ledger import Arrival, compare_without, decide_load, decide_undo
from graph.model import Claim, Source
from graph.sources import LoadInfo
from graph.store import Store
from tests.graph.claims_for import gain, hold, lose, make_source

pytestmark = pytest.mark.server

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
A, B = make_source("Báo A"), make_source("Báo B", "2024-02-01")
FIRST, SECOND = (LoadInfo(f"load-{name}", AT, "test", f"{name}.csv (x)") for name in ("first", "second"))


def _load(store: Store, load: LoadInfo, source: Source, *claims: Claim) -> None:
    store.apply(lambda ask: decide_load(ask, load, [Arrival(claim, source) for claim in claims]))


def _changes(store: Store, load: str) -> list[tuple[str | None, ...]]:
    rows = read_catalog().ask(store, "load_changes", {"load": load}, today=date(2026, 6, 30)).rows
    return [(row["kind"], row["person"], row["before"], row["after"]) for row in rows]


def test_what_was_added_ended_and_changed(store: Store) -> None:
    other = {"person": "Lê Thị Bình", "role": "Ủy viên", "head": None, "seats": None}
    _load(store, FIRST, A, gain("2020", A), hold(A, **other))
    third = {**other, "person": "Trần Văn Cường"}
    _load(store, SECOND, B, lose("2023-07-20", B), hold(B, **other), gain("2024-01-15", B, **third))
    assert _changes(store, "first.csv") == [
        ("changed", "Lê Thị Bình", "? –; started_max: 2024-02-01; started_min: 2024-02-01", "? –; started_max: 2024-01-01; started_min: 2024-01-01"),
        ("changed", "Nguyễn Văn An", "? – 2023-07-20; started_basis: closing_only", "2020 – 2023-07-20; started_basis: announced"),
    ]  # fmt: skip
    assert _changes(store, "load-second") == [
        ("changed", "Lê Thị Bình", "? –; last_attested: 2024-01-01", "? –; last_attested: 2024-02-01"),
        ("ended", "Nguyễn Văn An", "2020 –", "2020 – 2023-07-20; ended_basis: decision"),
        ("added", "Trần Văn Cường", None, "2024-01-15 –"),
    ]


def test_a_load_taken_back_changed_nothing_and_loads_of_one_name_are_told_apart(store: Store) -> None:
    again = LoadInfo("load-third", AT, "test", "second.csv (y)")
    _load(store, FIRST, A, gain("2020-01-01", A))
    _load(store, SECOND, B, lose("2023-07-20", B))
    _load(store, again, B, lose("2023-07-20", B, organization="Tỉnh ủy Lai Châu"))
    with pytest.raises(QuestionError) as caught:
        _changes(store, "second.csv")
    assert "load-second, load-third" in caught.value.say("en")
    store.apply(lambda ask: decide_undo(ask, SECOND, undone=AT, most=100))
    assert _changes(store, "load-second") == []
    assert [kind for kind, *_ in _changes(store, "second.csv")] == ["added"]


def test_a_load_is_looked_at_body_by_body(store: Store) -> None:
    seats = ({"organization": "Tỉnh ủy Sơn La"}, {"organization": "Tỉnh ủy Lai Châu", "person": "Lê Thị Bình"})
    claims = [gain(day, A, **seat) for seat in seats for day in ("2015-01-01", "2020-01-01")]
    _load(store, FIRST, A, *claims)
    parts = list(compare_without(store.ask, FIRST.id, most=1))
    assert [list(part.same.values()) for part in parts] == [[None], [None]]
