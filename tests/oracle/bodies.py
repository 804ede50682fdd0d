"""Bodies of a world: which one a printed name means on a day, their ties, changes and ends (RULES 17, 28, 30)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.oracle.rows import Claim, Day, Row, Tables, day

ALWAYS = date.min
NEVER = date.max


@dataclass
class Body:
    """One body: every name it was printed with, its first day and the first one without it."""

    key: str
    names: set[str] = field(default_factory=set)
    founded: date = ALWAYS
    dissolved: date = NEVER
    level: str = ""
    kind: str = ""
    place: str = ""
    printed: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The form most often printed over all post claims; of a tie the first (RULES 24)."""
        return min(self.names, key=lambda form: (-self.printed[form], form)).partition(" @ ")[0]

    def exists(self, at: date) -> bool:
        return self.founded <= at < self.dissolved


@dataclass(frozen=True)
class Tie:
    child: str
    parent: str
    kind: str
    started: date
    ended: date

    def holds(self, at: date) -> bool:
        return self.started <= at < self.ended


@dataclass(frozen=True)
class Change:
    date: date
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    decision: str
    bodies: frozenset[str]


def committee(name: str) -> str:
    """Give a committee one name (RULES 17)."""
    start = "Ban Chấp hành Đảng bộ tỉnh "
    return "Tỉnh ủy " + name.removeprefix(start) if name.startswith(start) else name


class Bodies:
    """All bodies of a world, found by name and day."""

    def __init__(self, tables: Tables, claims: Iterable[Claim]) -> None:
        self.all: dict[str, Body] = {}
        self.renamed = {
            committee(row["from"]): committee(row["to"]) for row in tables["changes"] if row["kind"] == "rename"
        }
        printed = [claim.printed for claim in claims] + [claim.issuer for claim in claims if claim.issuer]
        printed += [row[key] for row in tables["changes"] for key in ("from", "to", "issuer") if row[key]]
        printed += [row[key] for row in tables["organizations"] for key in ("organization", "parent") if row[key]]
        printed += [row[key] for row in tables["votes"] for key in ("body", "organization") if row.get(key)]
        for name in printed:
            self.all.setdefault(self.key(name), Body(self.key(name))).names.add(name)
        for claim in claims:
            self.all[self.key(claim.printed)].printed[claim.printed] += 1
        for row in tables["organizations"]:
            self._describe(row)
        self.ties = [self._tie(row) for row in tables["organizations"] if row["parent"]]
        self.changes = self._read_changes(tables["changes"])
        for change in self.changes:
            self._apply(change)

    def key(self, name: str) -> str:
        """Name the body for which a printed name stands: the last name of one that was renamed."""
        name = committee(name)
        return self.key(self.renamed[name]) if name in self.renamed else name

    def _describe(self, row: Row) -> None:
        body = self.all[self.key(row["organization"])]
        body.founded = _low(row["founded"], body.founded)
        body.dissolved = _low(row["dissolved"], body.dissolved)
        body.level, body.kind, body.place = row["level"], row["kind"], row["place"]

    def _tie(self, row: Row) -> Tie:
        ends = _low(row["started"], ALWAYS), _low(row["ended"], NEVER)
        return Tie(self.key(row["organization"]), self.key(row["parent"]), row["parent_kind"], *ends)

    def _read_changes(self, rows: Iterable[Row]) -> list[Change]:
        found: list[list[Row]] = []
        for row in rows:
            near = [group for group in found if any(_one_change(row, other) for other in group)]
            found = [group for group in found if group not in near] + [[row, *(r for group in near for r in group)]]
        return sorted((self._change(group) for group in found), key=lambda change: change.date)

    def _change(self, rows: list[Row]) -> Change:
        before = tuple(sorted({row["from"] for row in rows if row["from"]}))
        after = tuple(sorted({row["to"] for row in rows if row["to"]}))
        keys = frozenset(self.key(name) for name in before + after)
        row = rows[0]
        return Change(date.fromisoformat(row["date"]), row["kind"], before, after, row["decision_number"], keys)

    def _apply(self, change: Change) -> None:
        if change.kind in ("merge", "split", "dissolve"):
            for name in change.before:
                self.all[self.key(name)].dissolved = change.date
            for name in change.after:
                self.all[self.key(name)].founded = change.date

    def lineage(self, key: str) -> set[str]:
        """Find a body's forerunners and successors, near and far."""
        return self._way(key, forward=True) | self._way(key, forward=False)

    def _way(self, key: str, *, forward: bool) -> set[str]:
        found, new = {key}, {key}
        while new:
            sides = [
                (change.before, change.after) if forward else (change.after, change.before) for change in self.changes
            ]
            new = {self.key(n) for start, end in sides if found & {self.key(s) for s in start} for n in end} - found
            found |= new
        return found

    def below(self, key: str, at: date) -> dict[str, tuple[int, set[str]]]:
        """Find the bodies under one on a day: how deep, and under which ones of the level above."""
        found: dict[str, tuple[int, set[str]]] = {key: (0, set())} if self.all[key].exists(at) else {}
        level = list(found)
        for depth in range(1, len(self.all) + 1):
            below: dict[str, set[str]] = {}
            for tie in self.ties:
                if tie.parent in level and tie.holds(at) and tie.child not in found and self.all[tie.child].exists(at):
                    below.setdefault(tie.child, set()).add(tie.parent)
            found |= {child: (depth, parents) for child, parents in below.items()}
            level = list(below)
        return found

    def organs(self, key: str) -> set[str]:
        return {tie.child for tie in self.ties if tie.parent == key and tie.kind == "organ"}


def _one_change(one: Row, other: Row) -> bool:
    same = one["date"] == other["date"] and one["kind"] == other["kind"]
    return same and bool({one["from"], one["to"]} & {other["from"], other["to"]} - {""})


def _low(text: str, otherwise: date) -> date:
    found: Day | None = day(text)
    return otherwise if found is None else found.low
