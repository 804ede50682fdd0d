"""py2neo objects: written to and read from a live server of each version, two tenures of one person staying two."""

from __future__ import annotations

import py2neo
import pytest

from graph.notebook import Person, to_subgraph
from graph.plan import State, plan_changes
from graph.schema import tie
from graph.server import Address
from graph.store import Store
from tests.graph.conftest import Decision

ROWS = [
    {
        "person_id": "p1",
        "person": "Lò Thị Thử",
        "organization_id": "o1",
        "organization": "Sở Thử nghiệm",
        "tenure_id": tenure,
        "role": "Giám đốc",
        "started": started,
        "ended": None,
    }
    for tenure, started in (("t1", "2011"), ("t2", "2021-05"))
]


@pytest.fixture
def notebook(store: Store, address: Address) -> py2neo.Graph:
    assert store.counts()["Person"] == 0
    return py2neo.Graph(address.uri, auth=(address.username, address.password))


@pytest.mark.server
def test_rows_become_a_subgraph_that_merges_without_losing_a_tenure(notebook: py2neo.Graph) -> None:
    subgraph = to_subgraph(ROWS)
    for node in subgraph.nodes:
        notebook.merge(node, node.__primarylabel__, "id")
    notebook.merge(subgraph, "Person", "id")
    held = notebook.run(
        "MATCH (:Person {id: 'p1'})-[:HELD]->(t:Tenure)-[:IN_POST]->(s:Post)-[:IN_BODY]->(:Organization {id: 'o1'}) "
        "RETURN t.started AS started, s.title AS title ORDER BY started"
    )
    assert [(row["started"], row["title"]) for row in held] == [
        ("2011", "Giám đốc Sở Thử nghiệm"),
        ("2021-05", "Giám đốc Sở Thử nghiệm"),
    ]


@pytest.mark.server
def test_the_classes_follow_the_spine(store: Store, notebook: py2neo.Graph) -> None:
    state = State()
    state.node("Person", "p1", name="Lò Thị Thử")
    state.node("Tenure", "t1", started="2011")
    state.node("Post", "s1", title="Giám đốc Sở Thử nghiệm")
    state.node("Organization", "o1", name="Sở Thử nghiệm")
    state.link(tie("HELD"), "p1", "t1")
    state.link(tie("IN_POST"), "t1", "s1")
    state.link(tie("IN_BODY", "Post"), "s1", "o1")
    store.apply(lambda _: Decision(plan_changes(State(), state)))
    person = Person.match(notebook, "p1").first()
    held = [(post.title, body.name) for tenure in person.tenures for post in tenure.posts for body in post.bodies]
    assert held == [("Giám đốc Sở Thử nghiệm", "Sở Thử nghiệm")]
