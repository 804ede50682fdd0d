"""Loads that were made: list them, take one back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.difference import Difference
from graph.errors import QuestionError
from graph.ledger import Outcome, decide_undo
from graph.sources import LoadInfo, stored_load
from graph.store import Store
from loaders.load import PART_CLAIMS, Progress

_LOADS = """
MATCH (l:Load)
OPTIONAL MATCH (l)<-[:CAME_WITH]-(s:Source)
WITH l, collect(s) AS sources
RETURN l.id AS load, l.at AS at, l.loader AS loader, l.input AS input, size(sources) AS sources,
       coalesce(l.unfinished, false) AS unfinished, l.undone AS undone
ORDER BY at, load
"""
_SIZE = "MATCH (:Load {id: $load})<-[:CAME_WITH]-(:Source)<-[:STATED_IN]-(c:Claim) RETURN count(c) AS n"
FORESEEN_CLAIMS = 20_000
FORESEEN_TOUCHED = 100_000


def list_loads(store: Store) -> list[dict[str, Any]]:
    """List the loads, the oldest first, with what they read and whether they stand."""
    return store.ask(_LOADS)


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What taking a load back did, or would do; `kept` claims were brought by another load too and stay."""

    load: LoadInfo
    difference: Difference
    kept: int = 0


def foresee_undo(store: Store, load_id: str) -> UndoReport | None:
    """Tell what taking a load back would change, without doing it; None where it is too large to tell beforehand."""
    load = _standing(store, load_id)
    (size,) = store.ask(_SIZE, {"load": load.id})
    if size["n"] > FORESEEN_CLAIMS:
        return None
    outcome = decide_undo(store.ask, load, undone=datetime.now(UTC), most=size["n"], touched=FORESEEN_TOUCHED)
    return UndoReport(load, outcome.difference, outcome.known) if not outcome.left else None


def undo_load(store: Store, load_id: str, *, part: int = PART_CLAIMS, progress: Progress | None = None) -> UndoReport:
    """Take a load back; afterwards the graph is as if it had never come."""
    load = _standing(store, load_id)
    report = UndoReport(load, Difference())
    done = 0
    for outcome in _undo_parts(store, load, part):
        report = UndoReport(load, report.difference + outcome.difference, report.kept + outcome.known)
        done += part
        if progress is not None:
            progress(Path(load.input), done, done + outcome.left)
    return report


def _standing(store: Store, load_id: str) -> LoadInfo:
    load = stored_load(store.ask, load_id)
    if load is None:
        raise QuestionError(
            vi=f"không có lần nạp nào mang mã «{load_id}» trong đồ thị (có thể đã được gỡ rồi); "
            "xem trang Các lần nạp hoặc python -m loaders loads",
            en=f"no load with the id '{load_id}' is in the graph (maybe it was taken back already); "
            "see the page Loads or python -m loaders loads",
        )
    return load


def _undo_parts(store: Store, load: LoadInfo, most: int) -> Iterator[Outcome]:
    left = 1
    while left:
        undone = datetime.now(UTC).replace(microsecond=0)
        outcome = store.apply(lambda ask: decide_undo(ask, load, undone=undone, most=most))  # noqa: B023
        left = outcome.left
        yield outcome
