"""The chain behind a tenure as values: tenure ← decisions ← statements, each a claim in its source with its loads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.claims import claim_from
from graph.dates import Bound, parse_partial
from graph.model import Claim, Source, Tenure
from graph.sources import LoadInfo, load_from

Part = Literal["start", "end", "capacity", "term", "planned_end", "last_attested"]
PARTS: tuple[Part, ...] = ("start", "end", "capacity", "term", "planned_end", "last_attested")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as it stands in its source, and the loads that brought it; whom and which post we take it for.

    `copy_of`: the id of the source that told the story first, where several tell it in the same words (RULES 21).
    """

    claim: Claim
    source: Source
    loads: tuple[LoadInfo, ...]
    person: str | None
    post: str | None
    copy_of: str | None

    @property
    def printed(self) -> dict[str, str]:
        """What was printed: every column of a row, or the slots of a text."""
        return {name: str(value) for name, value in json.loads(self.claim.raw).items()}

    @property
    def story(self) -> str:
        """The source that counts for it."""
        return self.copy_of or self.source.id


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A decision that opened or closed a tenure."""

    direction: Literal["opened", "closed"]
    action: str | None
    decision: str
    number: str | None
    issuer: str | None
    date: str | None
    date_basis: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A tenure and all that it rests on.

    `causes`: statements about others (a successor, a new committee, the body) that ended it and are not its own.
    """

    tenure: Tenure
    name: str
    role: str
    body: str
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    causes: tuple[Statement, ...] = ()


def make_statement(row: Row) -> Statement:
    """Make a statement of a stored claim, its source and its loads."""
    claim, source = row["claim"], row["source"]
    return Statement(
        claim=claim_from(claim, source["id"]),
        source=Source(**source),
        loads=tuple(sorted((load_from(load) for load in row["loads"]), key=lambda load: (load.at, load.id))),
        person=row["person"],
        post=claim.get("post"),
        copy_of=claim.get("copy_of"),
    )


def make_tenure(row: Row) -> Tenure:
    """Make a tenure of its stored node; its claims are the statements of its chain."""
    node = row["tenure"]
    dates = {name: parse_partial(node[name]) if name in node else None for name in ("started", "ended", "planned_end")}
    return Tenure(
        id=node["id"],
        person=row["person"],
        post=row["post"],
        organization=row["organization"],
        start=Bound(node.get("started_min"), node.get("started_max")),
        end=Bound(node.get("ended_min"), node.get("ended_max")),
        started=dates["started"],
        ended=dates["ended"],
        started_basis=node["started_basis"],
        ended_basis=node.get("ended_basis"),
        capacity=node["capacity"],
        term=node.get("term"),
        last_attested=node.get("last_attested"),
        planned_end=dates["planned_end"],
        claims=(),
        openers=(),
        closers=(),
    )
