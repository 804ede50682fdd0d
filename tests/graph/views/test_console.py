"""The console page: a query runs in a thread, its result or its error shows below, parameters are JSON."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from graph.errors import ConsoleError
from graph.views.console import parse_params
from graph.views.jobs import start_job
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server


def run(sample: SampleGraph, query: str, *, params: str = "{}", lang: str = "vi") -> AppTest:
    """Type a query, press the button, and wait for what comes of it."""
    test = open_page("console", sample.store, lang=lang, editor="plain")
    test.text_area(key="cypher").set_value(query)
    test.text_area(key="cypher_params").set_value(params)
    test.button(key="run").click().run()
    end = time.monotonic() + 20
    while not (test.dataframe or test.error or test.info) and time.monotonic() < end:
        time.sleep(0.2)
        test.run()
    return test


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_query_gives_a_table_and_files(sample: SampleGraph, lang: str) -> None:
    query = "MATCH (p:Person {name: $name}) RETURN p AS person, p.born AS born"
    test = run(sample, query, params='{"name": "Phạm Bình Minh"}', lang=lang)
    assert not test.exception
    (table,) = test.dataframe
    assert table.value.to_dict("records") == [{"person": "(Person Phạm Bình Minh)", "born": 1959}]
    assert [button.label for button in test.download_button] == ["CSV", "JSON"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("CREATE (n:Person {id: 'x'}) RETURN n", "python \\-m loaders load"),
        ("MATCH (n RETURN n", "1"),
        ("SHOW USERS", ""),
    ],
)
def test_a_refusal_stands_below_and_the_query_stays(sample: SampleGraph, query: str, told: str) -> None:
    test = run(sample, query)
    assert not test.exception
    assert told in test.error[0].value
    assert test.text_area(key="cypher").value == query


def test_a_result_shows_as_graph_raw_and_plan(sample: SampleGraph) -> None:
    test = run(sample, "MATCH path = (:Person)-[:SERVED_IN]->(:Organization) RETURN path LIMIT 2", lang="en")
    for view, kind in (("graph", "bidi_component"), ("raw", "json"), ("plan", "dataframe")):
        test.segmented_control(key="console_view").set_value(view).run()
        assert not test.exception
        assert len(test.get(kind)) == 1, view
    assert "ProduceResults" in test.dataframe[0].value["Step"].to_list()


def test_the_place_of_a_fault_is_told_to_the_editor_and_the_query_remembered(sample: SampleGraph) -> None:
    test = run(sample, "RETURN 1\nMATCH (n RETURN n")
    assert (test.session_state["cypher_caret"].line, test.session_state["cypher_caret"].number) == (2, 1)
    assert test.session_state["console_ran"] == ["RETURN 1\nMATCH (n RETURN n"]


def test_an_address_brings_its_query_and_parameters_once(sample: SampleGraph) -> None:
    query, params = "RETURN $n AS n", '{"n": 7}'
    test = open_page("console", sample.store, editor="plain", cypher=query, params=params)
    assert [area.value for area in test.text_area] == [query, params]
    test.text_area(key="cypher").set_value("RETURN 1 AS one").run()
    assert test.text_area(key="cypher").value == "RETURN 1 AS one"
    test.query_params["cypher"] = "RETURN 2 AS two"
    test.run()
    assert test.text_area(key="cypher").value == "RETURN 2 AS two"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_editor_stands_where_none_asked_for_the_plain_one(sample: SampleGraph, lang: str) -> None:
    test = open_page("console", sample.store, lang=lang)
    assert not test.exception
    assert len(test.get("bidi_component")) == 1
    assert [area.key for area in test.text_area] == ["cypher_params"]


def test_no_row_is_told_and_a_cut_answer_too(sample: SampleGraph) -> None:
    assert [e.value for e in run(sample, "MATCH (n:Nobody) RETURN n").info] == ["Lệnh chạy xong, không có dòng nào."]
    test = run(sample, "UNWIND range(1, 2000) AS n RETURN n", lang="en")
    assert len(test.dataframe[0].value) == 1000
    assert any("1000" in element.value for element in test.warning)


def test_a_name_that_nothing_has_is_told_but_not_one_of_our_questions(sample: SampleGraph) -> None:
    test = run(sample, "MATCH (p:Person) RETURN p.nmae AS name LIMIT 1", lang="en")
    assert [each.value for each in test.warning] == [
        "Nothing in this graph has such a name: nmae. "
        "Look again at how the label, the relationship or the property is written."
    ]
    assert not run(sample, "MATCH (c:Claim) RETURN count(c.copy_of) AS n").warning


def test_parameters_that_are_no_json_object_are_refused_with_what_would_do(sample: SampleGraph) -> None:
    for text in ("{name: 1}", "[1]", '"a"'):
        with pytest.raises(ConsoleError):
            parse_params(text)
    assert parse_params(" ") == {}
    test = run(sample, "RETURN 1 AS one", params="{oops", lang="en")
    assert "The parameters are not JSON" in test.error[0].value


def test_cancel_ends_the_query_on_the_server(sample: SampleGraph) -> None:
    console = sample.store.open_console()
    job = start_job(console, "UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x)", {})
    time.sleep(1.0)
    assert not job.result.done()
    assert console.cancel(job.id)
    with pytest.raises(ConsoleError):
        job.result.result(timeout=5)
    assert not any("range(1, 1000000000)" in row["query"] for row in running(sample))


def running(sample: SampleGraph) -> list[dict[str, str]]:
    return sample.store.ask("SHOW TRANSACTIONS YIELD currentQuery AS query RETURN query")


def test_it_says_where_the_limits_come_from(sample: SampleGraph) -> None:
    assert "python -m loaders load" in texts(open_page("console", sample.store))
