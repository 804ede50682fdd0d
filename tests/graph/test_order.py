"""Laws of concluding: the same claims in any order and any split into loads give one graph; an undo gives it back.

The first laws are pure; the last runs on a server, through the ledger, and compares what `export csv` writes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.bodies import claim_day, make_bodies
from graph.claims import claim_role_key
from graph.export import export_csv
from graph.identity.clusters import find_individuals
from graph.known import Known, naming_of, post_id
from graph.ledger import Arrival, decide_load, decide_undo
from graph.model import Claim
from graph.server import Address
from graph.sources import LoadInfo
from graph.store import Store
from graph.tenures import Setting, conclude_tenures
from tests.graph.claims_drawn import BODIES, DAYS, claims, posts, source_of
from tests.graph.claims_for import facts_of, holding
from tests.graph.conftest import wipe

AT = datetime(2026, 1, 2, tzinfo=UTC)
PURE = settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
STORED = settings(PURE, max_examples=8, phases=(Phase.explicit, Phase.generate))  # to shrink takes a server too long


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[list[Claim], list[Claim]]:
    drawn = draw(claims())
    return drawn, draw(st.permutations(drawn))


@st.composite
def split(draw: st.DrawFn) -> list[list[Claim]]:
    """The same claims in another order, in one to four loads that all bring something."""
    drawn = draw(claims().flatmap(st.permutations))
    parts: list[list[Claim]] = [[] for _ in range(draw(st.integers(1, 4)))]
    for claim in drawn:
        parts[draw(st.integers(0, len(parts) - 1))].append(claim)
    return [part for part in parts if part]


@PURE
@given(st.lists(posts(), min_size=2, max_size=12, unique_by=lambda claim: claim.id).flatmap(
    lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))  # fmt: skip
def test_tenures_do_not_depend_on_the_order_of_claims(drawn: tuple[list[Claim], list[Claim]]) -> None:
    one, other = ([holding((claim, source_of(claim).published.isoformat())) for claim in order] for order in drawn)
    facts = facts_of(one)
    concluded = conclude_tenures(one, Setting(facts))
    assert conclude_tenures(other, Setting(facts)) == concluded
    assert len({tenure.id for tenure in concluded.tenures}) == len(concluded.tenures)


@PURE
@given(shuffled())
def test_bodies_do_not_depend_on_the_order_of_claims(drawn: tuple[list[Claim], list[Claim]]) -> None:
    one, other = make_bodies(drawn[0]), make_bodies(drawn[1])
    for name in (*BODIES, "Bộ Hạ tầng", "Sở Y tế @ Sơn La", "Sở Y tế Sơn La"):
        for day in (None, *(date.fromisoformat(day) for day in DAYS if len(day) == 10)):
            assert one.find(name, day) == other.find(name, day)
            assert one.end_of(one.find(name, day)) == other.end_of(other.find(name, day))


@PURE
@given(shuffled())
def test_persons_do_not_depend_on_the_order_of_claims(drawn: tuple[list[Claim], list[Claim]]) -> None:
    bodies = make_bodies(drawn[0])

    def individuals(order: list[Claim]) -> list[object]:
        namings = []
        for claim in order:
            if claim.kind == "post":
                published = source_of(claim).published
                body, role = bodies.find(claim.organization or "", claim_day(claim, published)), claim_role_key(claim)
                namings.append(naming_of(Known(claim, published, None, ()), post_id(body, role or "")))
        return list(find_individuals(namings))

    assert individuals(drawn[0]) == individuals(drawn[1])


def load(store: Store, part: Sequence[Claim], name: str) -> LoadInfo:
    info = LoadInfo(name, AT, "test", name)
    arrivals = [Arrival(claim, source_of(claim)) for claim in part]
    store.apply(lambda ask: decide_load(ask, info, arrivals))
    return info


def exported(store: Store) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        export_csv(store, Path(folder))
        return {str(file.relative_to(folder)): file.read_text("utf-8") for file in Path(folder).rglob("*.csv")}


def whole(store: Store, address: Address, part: Sequence[Claim]) -> dict[str, str]:
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


@pytest.mark.server
@pytest.mark.timeout(900)
@pytest.mark.slow
@pytest.mark.parametrize("family", ["5.26"], indirect=True)
@STORED
@given(split(), st.integers(0, 3))
def test_any_split_gives_one_graph_and_an_undo_gives_it_back(
    store: Store, address: Address, parts: list[list[Claim]], gone: int
) -> None:
    gone %= len(parts)
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
