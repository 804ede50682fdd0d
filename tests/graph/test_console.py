"""The console on both versions: the server's plan judges, the server refuses, time, rows and memory end."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from graph.console import Console, Stopped, judge_plan
from graph.errors import ConsoleError
from graph.limits import MAX_CHARACTERS
from graph.plan import Changes, State, plan_changes
from graph.schema import tie
from graph.store import Store
from graph.wire import LinkValue, NodeValue, PathValue

SLOW = "UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x)"
JOBS = "SHOW TRANSACTIONS YIELD metaData AS m WHERE m.job = $job RETURN m"


@dataclass(frozen=True)
class Decision:
    changes: Changes


@pytest.fixture
def console(store: Store) -> Iterator[Console]:
    """A console on a graph of one person in one post."""
    state = State()
    state.node("Person", "p1", name="Tô Lâm", search="to lam")
    state.node("Tenure", "t1", started_min=date(2023, 7, 1))
    state.link(tie("HELD"), "p1", "t1")
    store.apply(lambda _: Decision(plan_changes(State(), state)))
    yield store.open_console()
    assert store.counts()["Person"] == 1, "a query of this test wrote"
    assert store.counts()["Tenure"] == 1, "a query of this test wrote"


READS = [
    "MATCH (p:Person) RETURN p.name",
    "match (p:Person) return p.name;",
    "// CREATE (n)\nMATCH (n) RETURN 'SET n.x = 1' AS text",
    "CYPHER 5 MATCH (p:Person) RETURN p.name",
    "CALL db.labels()",
    "CALL `db`.`labels`()",
    "CALL db.labels",
    "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType",
    "CALL db.propertyKeys()",
    "CALL db.schema.visualization()",
    "CALL db.index.fulltext.queryNodes('search', 'to lam') YIELD node RETURN node.name",
    "MATCH (p:Person) CALL (p) { MATCH (p)-->(t) RETURN count(t) AS n } RETURN n",
    "MATCH p = shortestPath((a:Person)-[*..4]-(b:Tenure)) RETURN p",
]


@pytest.mark.parametrize("text", READS)
def test_reading_runs(console: Console, text: str) -> None:
    assert console.run(text, job="reads").rows


WRITES = [
    "CREATE (n:Person {id: 'x'})",
    "MATCH (p:Person) SET p.name = 'x' RETURN p",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (p:Person) DETACH DELETE p",
    "MERGE (p:Person {id: 'p9'}) RETURN p",
    "INSERT (:Person {id: 'x'})",
    "FOREACH (x IN [1] | CREATE (:Person {id: 'x'}))",
    "MATCH (p) CALL{WITH p SET p.name = 'x'} RETURN 1",
    "CALL (*) { CREATE (n:Person {id: 'x'}) } RETURN 1",
    "/* CREATE */ C\u0052EATE (n) RETURN n",
]


@pytest.mark.parametrize("text", WRITES)
def test_a_write_is_refused_and_told_where_loading_is_done(console: Console, text: str) -> None:
    with pytest.raises(ConsoleError, match="python -m loaders load"):
        console.run(text, job="writes")


ATTACKS = [
    "CALL/* nothing */dbms.listConfig()",
    "CALL //\n dbms.listConfig() YIELD name RETURN name",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms.listConnections()",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.queryJmx('*:*')",
    "CALL db.clearQueryCaches()",
    "CALL tx.setMetaData({job: 'another'})",
    "CALL db.prepareForReplanning()",
    "CALL db.resampleOutdatedIndexes()",
    "CALL db.stats.retrieve('GRAPH COUNTS')",
    "RETURN COLLECT { CALL dbms.listConfig() YIELD name RETURN name } AS names",
    "RETURN EXISTS { CALL dbms.listConfig() YIELD name RETURN name } AS any",
    "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
    "ＣALL dbms.listConfig()",
    "CALL dbms.lіstConfig()",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row",
    "RETURN COUNT { LOAD CSV FROM 'http://127.0.0.1:1/' AS row RETURN row } AS n",
    "MATCH (p) CALL { WITH p DETACH DELETE p } IN TRANSACTIONS OF 1 ROWS",
    "CALL { CALL { CREATE (:Person {id: 'x'}) } IN TRANSACTIONS RETURN 1 AS one } RETURN one",
    "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
    "SHOW USERS",
    "SHOW DATABASES",
    "SHOW SETTINGS YIELD name, value",
    "SHOW TRANSACTIONS YIELD *",
    "SHOW PROCEDURES",
    "SHOW INDEXES",
    "SHOW TRANSACTIONS YIELD transactionId AS i TERMINATE TRANSACTIONS i YIELD message RETURN message",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "USE system SHOW USERS",
    "USE system MATCH (n) RETURN n",
    "CREATE INDEX mine FOR (n:Person) ON (n.born)",
    "DROP INDEX search",
    "DROP CONSTRAINT person_id",
    "CREATE USER eve SET PASSWORD 'evil-evil'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "CREATE DATABASE mine",
    "STOP DATABASE neo4j",
    "PROFILE MATCH (n) RETURN n",
    "MATCH (n) RETURN n; MATCH (m) DELETE m",
    ":param x => 1",
    "// nothing but a remark",
    "",
    "MATC (n)",
    "RETURN $missing; CREATE (n)",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_what_is_not_reading_this_graph_is_refused(console: Console, text: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        console.run(text, job="attacks")
    assert not isinstance(caught.value, Stopped)
    assert caught.value.text.vi != caught.value.text.en


def test_the_servers_own_explain_shows_a_plan_and_runs_nothing(console: Console) -> None:
    assert console.explain("MATCH (p:Person) RETURN p").plan["operatorType"].startswith("ProduceResults")
    assert console.run("EXPLAIN MATCH (p:Person) RETURN p", job="explain").rows == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MATC (n)", "Line 1, column 1:"),
        ("MATCH (n) RETURN m", "Line 1, column 18:"),
        ("MATCH (n)\nRETRN n", "Line 2, column 1:"),
    ],
)
def test_a_slip_of_the_pen_is_placed_in_the_users_text(console: Console, text: str, place: str) -> None:
    with pytest.raises(ConsoleError, match=f"^{place}") as caught:
        console.run(text, job="slips")
    assert "EXPLAIN" not in str(caught.value).partition("expected")[0]


def test_a_missing_parameter_is_named(console: Console) -> None:
    with pytest.raises(ConsoleError, match="who"):
        console.run("MATCH (p:Person {name: $who}) RETURN p", job="missing")


def test_parameters_are_bound(console: Console) -> None:
    text = "MATCH (p:Person) WHERE p.name IN $names RETURN p.name AS name"
    assert console.run(text, {"names": ["Tô Lâm", "x'] CREATE (n) //"]}, job="bound").rows == [["Tô Lâm"]]


@pytest.mark.parametrize("value", [2**63, float("nan"), {1, 2}, [[2**70]], "\ud800"])
def test_a_parameter_that_is_no_json_is_refused(console: Console, value: Any) -> None:
    with pytest.raises(ConsoleError, match="Parameters"):
        console.run("RETURN $x", {"x": value}, job="odd")


def test_nodes_links_and_paths_are_drawn_from_plain_values(console: Console) -> None:
    result = console.run("MATCH path = (p:Person)-[h:HELD]->(t) RETURN path, p, h, t", job="picture")
    [[path, person, held, tenure]] = result.rows
    assert result.columns == ("path", "p", "h", "t")
    assert isinstance(person, NodeValue)
    assert isinstance(held, LinkValue)
    assert (person.labels, person.properties["name"]) == (("Person",), "Tô Lâm")
    assert tenure.properties == {"id": "t1", "started_min": "2023-07-01"}
    assert (held.type, held.start, held.end) == ("HELD", person.key, tenure.key)
    assert path == PathValue((person, tenure), (held,))


def test_every_other_value_is_json(console: Console) -> None:
    text = (
        "RETURN date('2023-07-20') AS day, datetime('2023-07-20T08:00:00Z') AS at, duration('P1Y2M') AS long, "
        "time('08:00') AS hour, point({x: 1, y: 2}) AS where, 0.0/0.0 AS nan, {a: [date('2020-01-01')]} AS map, null AS no"
    )
    result = console.run(text, job="values")
    assert json.loads(json.dumps(result.rows, allow_nan=False)) == result.rows
    assert result.rows[0][0] == "2023-07-20"
    assert result.rows[0][1] == "2023-07-20T08:00:00+00:00"
    assert result.rows[0][5:] == ["nan", {"a": ["2020-01-01"]}, None]


def test_rows_are_limited_and_the_rest_is_told(console: Console) -> None:
    result = console.run("UNWIND range(1, 1000000) AS x RETURN x", rows=10, job="rows")
    assert result.rows == [[x] for x in range(1, 11)]
    assert result.truncated
    assert any("10" in notice.en for notice in result.notices)


def test_exactly_as_many_rows_are_whole(console: Console) -> None:
    result = console.run("UNWIND range(1, 10) AS x RETURN x", rows=10, job="exact")
    assert len(result.rows) == 10
    assert not result.truncated


def test_bytes_are_limited(console: Console) -> None:
    text = "UNWIND range(1, 5000) AS x RETURN reduce(s = 'x', i IN range(1, 13) | s + s) AS long"
    result = console.run(text, rows=5000, job="bytes")
    assert result.truncated
    assert sum(len(row[0]) for row in result.rows) < 5_000_000


def test_a_long_value_is_cut_and_says_so(console: Console) -> None:
    result = console.run("RETURN reduce(s = 'x', i IN range(1, 20) | s + s) AS long", job="long")
    assert result.rows[0][0] == "x" * MAX_CHARACTERS + "…"
    assert any("cut" in notice.en for notice in result.notices)


def test_a_deep_value_is_cut_or_refused(console: Console) -> None:
    shallow = console.run("RETURN reduce(l = [], i IN range(1, 50) | [l]) AS deep", job="deep")
    assert "…" in str(shallow.rows)
    with pytest.raises(ConsoleError):
        console.run("RETURN reduce(l = [], i IN range(1, 5000) | [l]) AS deep", job="deeper")
    assert console.run("RETURN 1 AS one", job="after").rows == [[1]]


def test_a_cartesian_product_is_warned_of(console: Console) -> None:
    text = "UNWIND range(1, 5000) AS x WITH x MATCH (a), (b), (c), (d) RETURN 1 AS one LIMIT 1"
    assert console.run(text, job="product").rows == [[1]]


ENDLESS = [
    SLOW,
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o), (p), (q), (r), (s), (t), "
    "(u), (v), (w), (x), (y), (z) RETURN count(*)",
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(x + y)",
]


@pytest.mark.parametrize("text", ENDLESS)
def test_time_ends_a_query(console: Console, text: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Stopped, match="1 seconds"):
        console.run(text, seconds=1, job="endless")
    assert time.monotonic() - begun < 8


GREEDY = [
    "RETURN size(reduce(s = 'x', i IN range(1, 40) | s + s)) AS n",
    "UNWIND range(1, 100000000) AS x RETURN size(collect(toString(x))) AS n",
]


@pytest.mark.parametrize("text", GREEDY)
def test_memory_or_time_ends_a_greedy_query_once(console: Console, text: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ConsoleError):
        console.run(text, seconds=8, job="greedy")
    assert time.monotonic() - begun < 20
    assert console.run("RETURN 1 AS one", job="after").rows == [[1]]


def test_rows_that_came_before_the_end_are_kept(console: Console) -> None:
    text = (
        "UNWIND range(1, 100000) AS x WITH x WHERE x <= 400 OR "
        "reduce(n = 0, i IN range(1, 10000000) | n + i) < 0 RETURN x"
    )
    with pytest.raises(Stopped) as caught:
        console.run(text, seconds=2, job="partial")
    assert caught.value.columns == ("x",)
    assert caught.value.rows[:2] == [[1], [2]]


def test_a_text_of_a_million_items_is_refused_before_the_server_sees_it(console: Console) -> None:
    with pytest.raises(ConsoleError, match="longer than"):
        console.run(f"RETURN [{','.join(['1'] * 1_000_000)}]", job="literal")


def test_cancel_ends_the_query_on_the_server(store: Store, console: Console) -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(console.run, SLOW, seconds=60, job="to-cancel")
        end = time.monotonic() + 20
        while not store.ask(JOBS, {"job": "to-cancel"}):
            assert time.monotonic() < end, "it never began"
            time.sleep(0.1)
        begun = time.monotonic()
        assert console.cancel("to-cancel")
        while store.ask(JOBS, {"job": "to-cancel"}):
            assert time.monotonic() - begun < 2
        with pytest.raises(Stopped, match="cancelled"):
            running.result(5)


def test_cancel_right_after_the_start_is_not_lost(console: Console) -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(console.run, SLOW + " AS n", seconds=30, job="early")
        time.sleep(0.02)
        assert console.cancel("early")
        with pytest.raises(Stopped, match="cancelled"):
            running.result(8)


def test_cancel_of_nothing_says_so(console: Console) -> None:
    assert not console.cancel("nobody-runs-this")


def test_cancel_leaves_other_jobs_alone(console: Console) -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(console.run, SLOW, seconds=3, job="mine")
        assert not console.cancel("yours")
        with pytest.raises(Stopped, match="3 seconds"):
            running.result(15)


READING = {"operatorType": "ProduceResults@neo4j", "args": {}, "children": []}


def _plan(operator: str, details: str) -> dict[str, Any]:
    inner = {"operatorType": operator + "@neo4j", "args": {"Details": details}}
    return {
        **READING,
        "children": [{"operatorType": "Apply@neo4j", "args": {}, "children": [READING, inner]}],
    }


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("rw", READING),
        ("w", READING),
        ("s", READING),
        ("", READING),
        ("r", _plan("LoadCSV", "row")),
        ("r", _plan("ShowTransactions", "all")),
        ("r", _plan("TerminateTransactions", "i")),
        ("r", _plan("TransactionApply", "")),
        ("r", _plan("AdministrationCommand", "")),
        ("r", _plan("ProcedureCall", "dbms.listConfig() :: (name :: STRING)")),
        ("r", _plan("ProcedureCall", "db.labelsOfSomeoneElse()")),
        ("r", _plan("ProcedureCall", "db.labels")),
    ],
)
def test_a_plan_of_more_than_reading_is_refused(kind: str, plan: dict[str, Any]) -> None:
    with pytest.raises(ConsoleError):
        judge_plan(kind, plan)


def test_a_plan_of_reading_passes() -> None:
    judge_plan("r", _plan("ProcedureCall", "db.labels() :: (label :: STRING)"))
    judge_plan("r", _plan("NodeByLabelScan", "p:Person"))
