"""What a load changed: the graph as it would be without the load, beside the graph as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.difference import Comparison
from graph.errors import QuestionError
from graph.ledger import compare_without
from graph.plan import Properties, State
from graph.schema import tie

_PART_CLAIMS = 5000
_RANK = {"added": 0, "removed": 1, "ended": 2, "changed": 3}
_PERIOD = ("started", "ended")
_BOUNDS = ("started_min", "started_max", "ended_min", "ended_max")
_NAMES = """
UNWIND $people AS id
MATCH (p:Person {id: id})
RETURN id, p.name AS name
"""


@dataclass(frozen=True, slots=True)
class _Change:
    """One tenure that a load changed, and how; the names of people are looked up at last."""

    kind: str
    tenure: str
    person_id: str
    person: str | None
    post: str
    before: str | None
    after: str | None


def conclude_load_changes(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """List the tenures that a load added, ended, changed or removed; one that was taken back has none."""
    load = _find_load(gather({}), params["load"])
    if load is None:
        return []
    found: dict[str, _Change] = {}
    for compared in compare_without(gather.ask, load, most=_PART_CLAIMS):
        for change in _changes(compared):
            earlier = found.get(change.tenure)
            if earlier is None or _RANK[change.kind] < _RANK[earlier.kind]:
                found[change.tenure] = change
    return _rows(gather, found.values())


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


def _changes(compared: Comparison) -> Iterator[_Change]:
    now, without = _Side(compared.after), _Side(compared.before)
    closed = compared.closed
    for id, was in compared.same.items():
        if was is None:
            yield _Change("added", id, *now.whose(id), None, _say(now.tenure(id)))
    for id, was in compared.changed.items():
        old, new = without.tenure(was), now.tenure(id)
        differing = [name for name in sorted({*old, *new} - {"id"}) if old.get(name) != new.get(name)]
        kind = "ended" if id in closed else "changed"
        yield _Change(kind, id, *now.whose(id), _say(old, differing), _say(new, differing))
    for id in compared.removed:
        yield _Change("removed", id, *without.whose(id), _say(without.tenure(id)), None)


class _Side:
    """One of two states: whose each tenure is, and in which post."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.people = {link.end: link.start for link in state.links if link.tie == tie("HELD")}
        self.posts = {link.start: link.end for link in state.links if link.tie == tie("IN_POST")}

    def tenure(self, id: str) -> Properties:
        return self.state.nodes["Tenure", id]

    def whose(self, id: str) -> tuple[str, str | None, str]:
        """The id of the person, the name if this state holds it, the title of the post."""
        person, post = self.people[id], self.posts[id]
        name = self.state.nodes.get(("Person", person), {}).get("name")
        return person, str(name) if name is not None else None, str(self.state.nodes["Post", post]["title"])


def _say(tenure: Properties, differing: Collection[str] = ()) -> str:
    """Say a tenure as its period, `?` for an unknown start, and by name what else differs; bounds if only they do."""
    period = f"{tenure.get('started', '?')} – {tenure.get('ended', '')}".strip()
    told = [name for name in differing if name not in _BOUNDS] or differing
    rest = [f"{name}: {tenure[name]}" for name in told if name not in _PERIOD and name in tenure]
    return "; ".join([period, *rest])


def _rows(gather: Gather, changes: Collection[_Change]) -> list[Row]:
    people = sorted({change.person_id for change in changes if change.person is None})
    names = {row["id"]: row["name"] for row in gather.ask(_NAMES, {"people": people})}
    rows = [
        {
            "kind": change.kind,
            "person_id": change.person_id,
            "person": change.person or names[change.person_id],
            "post": change.post,
            "before": change.before,
            "after": change.after,
        }
        for change in changes
    ]
    columns = ("person", "post", "kind", "person_id", "before", "after")
    return sorted(rows, key=lambda row: tuple(row[column] or "" for column in columns))
