"""The door to the graph, on both versions of the server: reading, writing in turns, faults that speak."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from neo4j import GraphDatabase

from graph.errors import InputError, StoreError
from graph.plan import Changes, State, plan_changes
from graph.schema import LABELS, tie
from graph.server import Address
from graph.settings import Settings
from graph.store import Ask, Store, connect, open_store

EVERYTHING = "MATCH (n) WHERE NOT n:Ledger OPTIONAL MATCH (n)-[r]->(m) RETURN n, type(r) AS type, r, m.id AS other"


@dataclass(frozen=True)
class Decision:
    changes: Changes
    said: str = ""


def _put(wanted: State) -> Callable[[Ask], Decision]:
    return lambda _: Decision(plan_changes(State(), wanted))


def _a_career() -> State:
    state = State()
    state.node("Person", "p1", name="Tô Lâm", names=["Tô Lâm", "Tô Lâm (1957)"], born=1957)
    state.node("Tenure", "t1", started="2023-07", started_min=date(2023, 7, 1), started_max=date(2023, 7, 31))
    state.node("Organization", "o1", name="Bộ Công an")
    state.node("Organization", "o2", name="Chính phủ")
    state.node("Load", "l1", at=datetime(2026, 11, 24, 8, 30, tzinfo=UTC), unfinished=True)
    state.link(tie("HELD"), "p1", "t1")
    state.link(tie("PART_OF"), "o1", "o2", key="organ|2023", kind="organ", started_min=date(2023, 1, 1))
    state.link(tie("PART_OF"), "o1", "o2", key="structural|2020", kind="structural")
    return state


def _count(store: Store, cypher: str) -> int:
    found = store.ask(cypher)[0]["n"]
    assert isinstance(found, int)
    return found


def test_values_come_back_as_pythons_own(store: Store) -> None:
    store.apply(_put(_a_career()))
    [row] = store.ask(
        "MATCH (p:Person)-[:HELD]->(t), (l:Load) RETURN p, t.started_min AS day, l.at AS at, [1, 2.5] AS n"
    )
    assert row == {
        "p": {"id": "p1", "name": "Tô Lâm", "names": ["Tô Lâm", "Tô Lâm (1957)"], "born": 1957},
        "day": date(2023, 7, 1),
        "at": datetime(2026, 11, 24, 8, 30, tzinfo=UTC),
        "n": [1, 2.5],
    }


def test_parameters_are_bound_not_pasted(store: Store) -> None:
    hostile = "x'}) DETACH DELETE n //"
    state = State()
    state.node("Person", "p1", name=hostile)
    store.apply(_put(state))
    assert store.ask("MATCH (p:Person {name: $name}) RETURN p.id AS id", {"name": hostile}) == [{"id": "p1"}]


def test_links_of_one_type_stand_side_by_side_by_their_key(store: Store) -> None:
    store.apply(_put(_a_career()))
    rows = store.ask("MATCH (:Organization {id: 'o1'})-[r:PART_OF]->() RETURN r ORDER BY r.kind")
    assert [row["r"] for row in rows] == [
        {"key": "organ|2023", "kind": "organ", "started_min": date(2023, 1, 1)},
        {"key": "structural|2020", "kind": "structural"},
    ]


def test_applying_twice_changes_nothing(store: Store) -> None:
    store.apply(_put(_a_career()))
    once = store.ask(EVERYTHING)
    store.apply(_put(_a_career()))
    assert sorted(map(str, store.ask(EVERYTHING))) == sorted(map(str, once))


def test_a_put_replaces_all_properties(store: Store) -> None:
    store.apply(_put(_a_career()))
    state = State()
    state.node("Person", "p1", name="Tô Lâm")
    store.apply(_put(state))
    assert store.ask("MATCH (p:Person) RETURN p") == [{"p": {"id": "p1", "name": "Tô Lâm"}}]


def test_what_is_dropped_goes_and_the_rest_stays(store: Store) -> None:
    stored, wanted = _a_career(), _a_career()
    store.apply(_put(stored))
    del wanted.nodes["Person", "p1"], wanted.nodes["Tenure", "t1"]
    for link in [link for link in wanted.links if link.tie.type == "HELD" or link.key == "organ|2023"]:
        del wanted.links[link]
    store.apply(lambda _: Decision(plan_changes(stored, wanted)))
    counts = store.counts()
    assert (counts["Person"], counts["Tenure"], counts["Organization"]) == (0, 0, 2)
    assert store.ask("MATCH ()-[r]->() RETURN r.key AS key") == [{"key": "structural|2020"}]


def test_more_rows_than_a_batch_are_all_written(store: Store) -> None:
    state = State()
    for number in range(5_001):
        state.node("Role", f"r{number}", rank=number)
    store.apply(_put(state))
    assert store.ask("MATCH (r:Role) RETURN count(r) AS n, sum(r.rank) AS s") == [{"n": 5_001, "s": 12_502_500}]


def test_apply_returns_the_decision(store: Store) -> None:
    assert store.apply(lambda _: Decision(plan_changes(State(), State()), "đã xem")).said == "đã xem"


def test_a_decision_sees_what_is_stored(store: Store) -> None:
    store.apply(_put(_a_career()))
    seen: list[int] = []

    def decide(ask: Ask) -> Decision:
        seen.append(ask("MATCH (p:Person {born: $year}) RETURN count(p) AS n", {"year": 1957})[0]["n"])
        return Decision(plan_changes(State(), State()))

    store.apply(decide)
    assert seen == [1]


def test_nothing_stays_when_the_decision_fails(store: Store) -> None:
    def decide(ask: Ask) -> Decision:
        raise InputError(vi="dòng 3 hỏng", en="row 3 is broken")

    with pytest.raises(InputError, match="row 3"):
        store.apply(decide)
    assert not any(store.counts().values())


def test_nothing_stays_when_a_link_has_no_end(store: Store) -> None:
    state = _a_career()
    state.link(tie("HELD"), "p1", "t-nobody-made")
    with pytest.raises(AssertionError, match="1 of 2 rows"):
        store.apply(_put(state))
    assert not any(store.counts().values())


def test_two_at_once_take_turns_and_lose_no_update(store: Store, address: Address) -> None:
    def add_a_seat(ask: Ask) -> Decision:
        found = ask("MATCH (p:Post {id: 'post'}) RETURN p.seats AS seats")
        state = State()
        state.node("Post", "post", seats=(found[0]["seats"] if found else 0) + 1)
        return Decision(plan_changes(State(), state))

    def ten_times(one: Store) -> None:
        for _ in range(10):
            one.apply(add_a_seat)

    with connect(address) as other, ThreadPoolExecutor(2) as pool:
        list(pool.map(ten_times, [store, other]))
    assert store.ask("MATCH (p:Post) RETURN p.seats AS seats") == [{"seats": 20}]


def test_a_second_change_waits_for_the_first(store: Store, address: Address) -> None:
    inside, go_on = threading.Event(), threading.Event()
    order: list[str] = []

    def slow(ask: Ask) -> Decision:
        inside.set()
        assert go_on.wait(20)
        order.append("first")
        return Decision(plan_changes(State(), State()))

    def quick(ask: Ask) -> Decision:
        order.append("second")
        return Decision(plan_changes(State(), State()))

    with connect(address) as other, ThreadPoolExecutor(2) as pool:
        first = pool.submit(store.apply, slow)
        assert inside.wait(20)
        second = pool.submit(other.apply, quick)
        assert order == []
        go_on.set()
        first.result(20)
        second.result(20)
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    "cypher",
    ["CREATE (n:Person {id: 'x'})", "MATCH (n) DETACH DELETE n", "CREATE INDEX i FOR (n:Person) ON (n.born)"],
)
def test_the_server_refuses_a_write_through_ask(store: Store, cypher: str) -> None:
    store.apply(_put(_a_career()))
    with pytest.raises(StoreError, match="only read"):
        store.ask(cypher)
    assert store.counts()["Person"] == 1


def test_counts_name_every_label(store: Store) -> None:
    assert store.counts() == {label.name: 0 for label in LABELS}


def test_version_and_address(store: Store, address: Address, family: str) -> None:
    version, edition = store.version()
    assert version.startswith(family)
    assert edition == "community"
    assert store.address == address.uri
    assert address.password not in repr(store.__dict__)


def test_several_prepare_one_new_graph_at_once(store: Store, address: Address) -> None:
    with GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        driver.execute_query("MATCH (s:Schema) DELETE s")
        for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
            driver.execute_query(f"DROP CONSTRAINT {row['name']}")  # type: ignore[arg-type, unused-ignore]
    with ThreadPoolExecutor(3) as pool:
        opened = list(pool.map(lambda _: connect(address), range(3)))
    for one in opened:
        one.close()
    assert _count(store, "MATCH (s:Schema) RETURN count(s) AS n") == 1
    assert _count(store, "MATCH (l:Ledger) RETURN count(l) AS n") == 1


def test_a_wrong_password_is_said(address: Address) -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as caught:
        connect(replace(address, password="not-the-password"))
    assert "mật khẩu" in caught.value.text.vi
    assert "not-the-password" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_database_is_said(address: Address, scheme: str) -> None:
    uri = address.uri.replace("bolt", scheme, 1)
    with pytest.raises(StoreError, match="NEO4J_DATABASE"):
        connect(replace(address, uri=uri, database="nowhere"))


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_server_without_tls_is_said(address: Address, scheme: str) -> None:
    with pytest.raises(StoreError, match="encrypted connection"):
        connect(replace(address, uri=address.uri.replace("bolt", scheme, 1)))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_down_is_said(scheme: str) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with pytest.raises(StoreError, match="can't be reached"):
        connect(Address(f"{scheme}://127.0.0.1:{port}", "neo4j", "any"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_host_nobody_knows_is_said(scheme: str) -> None:
    with pytest.raises(StoreError, match="can't be found"):
        connect(Address(f"{scheme}://no-such-host.invalid:7687", "neo4j", "any"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_settings_with_an_address_open_that_server(store: Store, address: Address, scheme: str) -> None:
    store.apply(_put(_a_career()))
    settings = Settings(neo4j_uri=address.uri.replace("bolt", scheme, 1), password=address.password)
    with open_store(settings) as opened:
        assert not opened.local
        assert opened.counts()["Person"] == 1


def test_a_change_too_large_for_the_server_is_said_and_not_repeated(store: Store) -> None:
    calls: list[int] = []

    def decide(ask: Ask) -> Decision:
        calls.append(1)
        ask("UNWIND range(1, 40000000) AS x RETURN collect(toString(x)) AS all")
        return Decision(plan_changes(State(), State()))

    with pytest.raises(StoreError, match=r"db\.memory\.transaction\.max"):
        store.apply(decide)
    assert len(calls) == 1
