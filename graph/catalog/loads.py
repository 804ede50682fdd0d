"""What a load changed: the graph as it would be without the load, beside the graph as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.errors import QuestionError
from graph.load_changes import find_load_changes

_COLUMNS = ("kind", "person_id", "person", "post", "before", "after")


def conclude_load_changes(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """List the tenures that a load added, ended, changed or removed; one that was taken back has none."""
    load = _find_load(gather({}), params["load"])
    if load is None:
        return []
    changes = find_load_changes(gather.ask, load)
    return [{column: getattr(change, column) for column in _COLUMNS} for change in changes]


def _find_load(rows: list[Row], given: str) -> str | None:
    """Choose the load that is meant: by its id, else the one standing load of a file's or folder's name."""
    if not rows:
        raise QuestionError(
            vi=f"load: không có lần nạp nào mang mã hay tên tệp «{given}»; xem python -m loaders loads",
            en=f"load: no load has the id or the file name '{given}'; see python -m loaders loads",
        )
    standing = [row for row in rows if not row["undone"]]
    if len(standing) > 1:
        ids = ", ".join(row["id"] for row in standing)
        raise QuestionError(
            vi=f"load: tệp «{given}» đã được nạp {len(standing)} lần, hãy dùng mã: {ids}",
            en=f"load: the file '{given}' was loaded {len(standing)} times, give an id: {ids}",
        )
    return standing[0]["id"] if standing else None
