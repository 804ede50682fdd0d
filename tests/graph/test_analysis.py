"""The network of colleagues at a date, from a small graph written by hand."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import networkx
import pytest

from graph.analysis import make_network, read_colleagues
from graph.plan import State, plan_changes
from graph.schema import tie
from graph.store import Store
from tests.graph.conftest import Decision

SERVING = [  # person, body, first day, first day without
    ("an", "o1", date(2010, 1, 1), None),
    ("binh", "o1", date(2012, 1, 1), date(2014, 1, 1)),
    ("chi", "o2", date(2010, 1, 1), None),
    ("an", "o2", date(2013, 6, 1), None),
]


@pytest.fixture
def colleagues(store: Store) -> Store:
    state = State()
    for number, (person, body, start, end) in enumerate(SERVING):
        state.node("Person", person, name=person.title())
        state.node("Organization", body, name=f"Sở {body}")
        state.node("Post", f"post-{body}")
        state.node("Tenure", f"t{number}", started_min=start, ended_max=end)
        state.link(tie("HELD"), person, f"t{number}")
        state.link(tie("IN_POST"), f"t{number}", f"post-{body}")
        state.link(tie("IN_BODY", "Post"), f"post-{body}", body)
    store.apply(lambda _: Decision(plan_changes(State(), state)))
    return store


@pytest.mark.server
def test_people_are_joined_by_the_bodies_they_share_that_day(colleagues: Store) -> None:
    in_2012 = read_colleagues(colleagues, date(2012, 6, 1))
    in_2013 = read_colleagues(colleagues, date(2013, 12, 31))
    in_2014 = read_colleagues(colleagues, date(2014, 1, 1))
    assert sorted(map(sorted, in_2012.edges)) == [["an", "binh"]]
    assert sorted(map(sorted, in_2013.edges)) == [["an", "binh"], ["an", "chi"]]
    assert in_2013.edges["an", "chi"]["bodies"] == ["Sở o2"]
    assert sorted(map(sorted, in_2014.edges)) == [["an", "chi"]]
    assert sorted(in_2014) == ["an", "chi"]


@pytest.mark.server
def test_a_body_with_many_members_makes_no_tie(colleagues: Store) -> None:
    assert not read_colleagues(colleagues, date(2013, 12, 31), max_size=1).edges


def test_groups_and_the_one_between_them() -> None:
    """Two triangles that meet in one person: she lies on every path from one side to the other."""
    graph: networkx.Graph[str] = networkx.Graph()
    for body, people in (("Bộ A", "abm"), ("Bộ B", "mxy")):
        graph.add_nodes_from((person, {"name": person.upper()}) for person in people)
        for one, other in combinations(people, 2):
            graph.add_edge(one, other, bodies=[body])
    graph.add_node("z", name="Z")
    network = make_network(graph, most=5)
    assert [sorted(group.people) for group in network.groups] in (
        [["a", "b", "m"], ["x", "y"]],
        [["m", "x", "y"], ["a", "b"]],
    )
    (bridge,) = network.bridges
    # Of the 6 pairs of the other four, 4 have one end on each side.
    assert (bridge.person, bridge.n, bridge.groups) == ("M", 4, 2)
    assert bridge.share == pytest.approx(4 / 6)
    assert network.degree("m") == 4
    assert network.names["z"] == "Z"
    assert make_network(networkx.Graph(), most=5).groups == ()
