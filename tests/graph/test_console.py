"""The console on both versions: the server's plan judges, the server refuses, time, rows and memory end."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest

from graph.console import Console, Stopped
from graph.errors import ConsoleError
from graph.limits import MAX_CHARACTERS
from graph.store import Store
from graph.wire import LinkValue, NodeValue, PathValue, Summary

SLOW = "UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x)"
JOBS = "SHOW TRANSACTIONS YIELD metaData AS m WHERE m.job = $job RETURN m"


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


def test_names_that_nothing_in_the_graph_has_are_told_apart_from_notices(console: Console) -> None:
    result = console.run("MATCH (p:Persn)-[:HOLD]->(t) RETURN p.nmae AS name, p.nmae AS again", job="slips")
    assert set(result.unknown) == {"Persn", "HOLD", "nmae"}
    assert result.notices == ()


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
        console.run("RETURN reduce(l = [], i IN range(1, 5000) | [l]) AS deep", seconds=2, job="deeper")
    assert console.run("RETURN 1 AS one", job="after").rows == [[1]]


# The server counts whole products without making them, so these ask for a property of each pair; one never makes any.
PRODUCT = """
MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o), (p), (q), (r), (s), (t), (u), (v), (w), (x), (y), (z)
WHERE a.id = $id AND $ever
RETURN count(a.id + z.id) AS n
"""
MANY_PRODUCTS = """
UNWIND range(1, 10000) AS times
MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o), (p), (q), (r), (s), (t), (u), (v), (w), (x), (y), (z)
RETURN count(a.id + z.id)
"""


def test_a_cartesian_product_is_warned_of(console: Console) -> None:
    notices = console.run(PRODUCT, {"ever": False, "id": "p1"}, seconds=30, job="product").notices
    assert any("cartesian product" in notice.en for notice in notices)


ENDLESS = [
    SLOW,
    MANY_PRODUCTS,
    "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(x + y)",
]


@pytest.mark.parametrize("text", ENDLESS, ids=["loop", "product", "pairs"])
def test_time_ends_a_query(console: Console, text: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Stopped, match="2 seconds"):
        console.run(text, seconds=2, job="endless")
    assert time.monotonic() - begun < 10


def test_memory_ends_a_greedy_query_once(console: Console) -> None:
    text = "UNWIND range(1, 100000000) AS x RETURN size(collect(toString(x))) AS n"
    with pytest.raises(Stopped, match="memory"):
        console.run(text, seconds=60, job="greedy")
    assert console.run("RETURN 1 AS one", job="after").rows == [[1]]


def test_rows_that_came_before_the_end_are_kept(console: Console) -> None:
    text = (
        "UNWIND range(1, 100000) AS x WITH x WHERE x <= 400 OR "
        "reduce(n = 0, i IN range(1, 1000000) | n + i) < 0 RETURN x"
    )
    with pytest.raises(Stopped) as caught:
        console.run(text, seconds=2, job="partial")
    assert caught.value.columns == ("x",)
    assert caught.value.rows[:2] == [[1], [2]]


def test_a_text_of_a_million_items_is_refused_before_the_server_sees_it(console: Console) -> None:
    with pytest.raises(ConsoleError, match="longer than"):
        console.run(f"RETURN [{','.join(['1'] * 1_000_000)}]", job="literal")


def test_brackets_that_would_keep_the_parser_busy_are_refused(console: Console) -> None:
    with pytest.raises(ConsoleError, match="brackets"):
        console.run("RETURN " + "(" * 400 + "1" + ")" * 400, job="nested")
    with pytest.raises(ConsoleError, match="brackets"):
        console.run("RETURN ')))))'" + "+(')'" * 400 + ")" * 400, job="nested")


def test_brackets_in_strings_names_and_remarks_do_not_count(console: Console) -> None:
    many = "(" * 200
    text = f"/* {many} */ RETURN '\\'{many}' AS `{many}` // {many}"
    assert console.run(text, job="quoted").rows == [["'" + many]]


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


def test_a_query_cancelled_before_its_second_transaction_counts_as_ended() -> None:
    line = _Slow()
    console = Console(line)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(console.run, "RETURN 1", job="between")
        running.add_done_callback(lambda _: line.ended.set())
        assert line.begun.wait(5)
        assert console.cancel("between")
        with pytest.raises(Stopped, match="cancelled"):
            running.result(5)


class _Slow:
    """A server that plans a query only when asked to end it, and has nothing to end when it looks."""

    def __init__(self) -> None:
        self.begun, self.asked, self.ended = Event(), Event(), Event()

    def await_server(self) -> None:
        self.begun.set()

    def transact(self, work: Any, *, seconds: float, job: str) -> Any:
        del work, seconds, job
        assert self.asked.wait(5)
        return Summary("r", {"operatorType": "ProduceResults"}, ())

    def command(self, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
        del text, params
        self.asked.set()
        assert self.ended.wait(5)
        return []


def test_cancel_of_nothing_says_so(console: Console) -> None:
    assert not console.cancel("nobody-runs-this")


def test_cancel_leaves_other_jobs_alone(console: Console) -> None:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(console.run, SLOW, seconds=3, job="mine")
        assert not console.cancel("yours")
        with pytest.raises(Stopped, match="3 seconds"):
            running.result(15)
