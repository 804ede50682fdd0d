"""The law of loads on a server: any split of the same claims and judgements gives one graph, and an undo gives back what was."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from graph.export import export_csv
from graph.ledger import Arrival, decide_judgements, decide_load, decide_undo
from graph.model import Claim, Judgement
from graph.server import Address
from graph.sources import LoadInfo
from graph.store import Store
from tests.graph.claims_drawn import evidence, source_of
from tests.graph.conftest import wipe

Told = Claim | Judgement
AT = datetime(2026, 1, 2, tzinfo=UTC)


@st.composite
def splits(draw: st.DrawFn, most: int = 12) -> list[list[Told]]:
    """The same claims and judgements in another order, in one to four loads, some of them told again by another."""
    drawn = draw(evidence(most).flatmap(st.permutations))
    parts: list[list[Told]] = [[] for _ in range(draw(st.integers(1, 4)))]
    for claim in drawn:
        for part in draw(st.lists(st.integers(0, len(parts) - 1), min_size=1, max_size=2, unique=True)):
            parts[part].append(claim)
    seen: set[str] = set()
    loads: list[list[Told]] = []
    for part in parts:  # one that brings nothing new leaves no load (RULES 22)
        if not {claim.id for claim in part} <= seen:
            loads.append(part)
        seen |= {claim.id for claim in part}
    return loads


def check_split(store: Store, address: Address, parts: Sequence[Sequence[Told]], gone: int) -> None:
    """Load the parts one by one, take one back, and compare each state with that of an empty graph loaded at once."""
    at_once = whole(store, address, [claim for part in parts for claim in part])
    all_at_once = everything(store)
    wipe(address)
    loads = [load(store, part, f"load-{number}") for number, part in enumerate(parts)]
    assert exported(store) == at_once
    assert everything(store) == all_at_once

    store.apply(lambda ask: decide_undo(ask, loads[gone], undone=AT, most=1_000))
    after_undo, all_after_undo = exported(store), everything(store)
    rest = [claim for number, part in enumerate(parts) if number != gone for claim in part]
    if rest:
        assert after_undo == whole(store, address, rest)
        assert all_after_undo == everything(store)
    else:
        assert after_undo == {} and all_after_undo == []


def load(store: Store, part: Sequence[Told], name: str) -> LoadInfo:
    info = LoadInfo(name, AT, "test", name)
    arrivals = [Arrival(claim, source_of(claim)) for claim in part if isinstance(claim, Claim)]
    judged = [each for each in part if isinstance(each, Judgement)]
    if arrivals:
        store.apply(lambda ask: decide_load(ask, info, arrivals))
    if judged:
        store.apply(lambda ask: decide_judgements(ask, info, judged))
    return info


def exported(store: Store) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        export_csv(store, Path(folder))
        return {str(file.relative_to(folder)): file.read_text("utf-8") for file in Path(folder).rglob("*.csv")}


def whole(store: Store, address: Address, part: Sequence[Told]) -> dict[str, str]:
    """What an empty graph exports after one load of these claims."""
    wipe(address)
    load(store, part, "whole")
    return exported(store)


def everything(store: Store) -> list[object]:
    """All nodes and ties but loads, as comparable text; what no export shows must agree too."""
    nodes = store.ask(
        "MATCH (n) WHERE NOT n:Load AND NOT n:Ledger AND NOT n:Schema RETURN labels(n) AS l, properties(n) AS p"
    )
    ties = store.ask(
        "MATCH (a)-[r]->(b) WHERE NOT b:Load RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p"
    )
    for node in nodes:
        node["p"].pop("loads", None)
    return sorted(repr((sorted(row["p"].items()), row.get("l"), row.get("a"), row.get("t"), row.get("b"))) for row in [*nodes, *ties])  # fmt: skip
