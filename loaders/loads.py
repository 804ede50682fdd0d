"""Loads that were made: list them, take one back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.errors import QuestionError
from graph.ledger import Outcome, decide_undo
from graph.sources import LoadInfo, stored_load
from graph.store import Store
from loaders.load import PART_CLAIMS, Progress
from loaders.reports import FileReport

_LOADS = """
MATCH (l:Load)
OPTIONAL MATCH (l)<-[:CAME_WITH]-(s:Source)
WITH l, collect(s) AS sources
RETURN l.id AS load, l.at AS at, l.loader AS loader, l.input AS input, size(sources) AS sources,
       coalesce(l.unfinished, false) AS unfinished, l.undone AS undone
ORDER BY at, load
"""


def list_loads(store: Store) -> list[dict[str, Any]]:
    """List the loads, the oldest first, with what they read and whether they stand."""
    return store.ask(_LOADS)


def undo_load(store: Store, load_id: str, *, part: int = PART_CLAIMS, progress: Progress | None = None) -> FileReport:
    """Take a load back; afterwards the graph is as if it had never come."""
    load = stored_load(store.ask, load_id)
    if load is None:
        raise QuestionError(
            vi=f"không có lần nạp nào mang mã «{load_id}» còn hiệu lực; xem python -m loaders loads",
            en=f"no standing load has the id '{load_id}'; see python -m loaders loads",
        )
    outcomes = list(_undo_parts(store, load, part))
    label = Path(load.input)
    if progress is not None:
        progress(label, 1, 1)
    return FileReport(
        path=label,
        added=sum(outcome.added for outcome in outcomes),
        changed=sum(outcome.changed for outcome in outcomes),
        closed=sum(outcome.removed for outcome in outcomes),
        skipped=sum(outcome.known for outcome in outcomes),
        load_id=load.id,
    )


def _undo_parts(store: Store, load: LoadInfo, most: int) -> Iterator[Outcome]:
    left = 1
    while left:
        undone = datetime.now(UTC).replace(microsecond=0)
        outcome = store.apply(lambda ask: decide_undo(ask, load, undone=undone, most=most))  # noqa: B023
        left = outcome.left
        yield outcome
