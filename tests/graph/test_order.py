"""Laws of concluding: the same claims in any order and any split into loads give one graph; an undo gives it back.

The first laws are pure; the last runs on a server, for the same few graphs each time. Other graphs, and many, are
drawn by `python -m tests.benchmarks.split_law`.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.bodies import claim_day, make_bodies
from graph.claims import claim_role_key
from graph.identity.individuals import Identified, find_individuals
from graph.known import Known, naming_of, post_id
from graph.model import Claim
from graph.server import Address
from graph.store import Store
from graph.tenures import Setting, conclude_tenures
from tests.graph.claims_drawn import BODIES, DAYS, claims, posts, source_of
from tests.graph.claims_for import facts_of, holding
from tests.graph.split_law import Told, check_split, splits

PURE = settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
STORED = settings(PURE, max_examples=4, phases=(Phase.explicit, Phase.generate))  # to shrink takes a server too long


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[list[Claim], list[Claim]]:
    drawn = draw(claims())
    return drawn, draw(st.permutations(drawn))


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

    def individuals(order: list[Claim]) -> Identified:
        namings = []
        for claim in order:
            if claim.kind == "post":
                published = source_of(claim).published
                body, role = bodies.find(claim.organization or "", claim_day(claim, published)), claim_role_key(claim)
                namings.append(naming_of(Known(claim, published, None, ()), post_id(body, role or "")))
        return find_individuals(namings)

    assert individuals(drawn[0]) == individuals(drawn[1])


@pytest.mark.server
@pytest.mark.timeout(900)
@pytest.mark.slow
@pytest.mark.parametrize("family", ["5.26"], indirect=True)
@STORED
@given(splits(), st.integers(0, 3))
def test_any_split_gives_one_graph_and_an_undo_gives_it_back(
    store: Store, address: Address, parts: list[list[Told]], gone: int
) -> None:
    check_split(store, address, parts, gone % len(parts))
