"""What a load that stands changed: the graph as it would be without the load, beside the graph as it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from graph.changed import TenureChange, find_changed
from graph.ledger import compare_without
from graph.wire import Ask

_PART_CLAIMS = 5000
_RANK = {"added": 0, "removed": 1, "ended": 2, "changed": 3}
_NAMES = """
UNWIND $people AS id
MATCH (p:Person {id: id})
RETURN id, p.name AS name
"""


def find_load_changes(ask: Ask, load: str) -> list[TenureChange]:
    """Find the tenures that a load added, ended, changed or removed, each once, by its strongest word."""
    found: dict[str, TenureChange] = {}
    for compared in compare_without(ask, load, most=_PART_CLAIMS):
        for change in find_changed(compared):
            earlier = found.get(change.tenure)
            if earlier is None or _RANK[change.kind] < _RANK[earlier.kind]:
                found[change.tenure] = change
    return sorted(_named(ask, found.values()), key=_order)


def _named(ask: Ask, changes: Collection[TenureChange]) -> list[TenureChange]:
    people = sorted({change.person_id for change in changes if change.person is None})
    names = {row["id"]: row["name"] for row in ask(_NAMES, {"people": people})} if people else {}
    return [replace(change, person=change.person or names[change.person_id]) for change in changes]


def _order(change: TenureChange) -> tuple[str, ...]:
    told = (change.person, change.post, change.kind, change.person_id, change.before, change.after)
    return tuple(text or "" for text in told)
