"""The console's saved questions and favourites: put into the editor, read as a question reads them, kept for good."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.favourites import Favourites
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
SECONDS = 20.0


def typed(test: AppTest) -> tuple[str, dict[str, object]]:
    assert not test.exception
    return str(test.text_area(key="cypher").value), json.loads(str(test.text_area(key="cypher_params").value))


def run(test: AppTest) -> AppTest:
    test.button(key="run").click().run()
    end = time.monotonic() + SECONDS
    while not (test.dataframe or test.error or test.info) and time.monotonic() < end:
        time.sleep(0.2)
        test.run()
    return test


def test_a_chosen_question_comes_with_an_example_and_runs(sample: SampleGraph) -> None:
    test = open_page("console", sample.store, lang="en", editor="plain")
    test.selectbox(key="console_question").select("person_posts").run()
    text, params = typed(test)
    assert text.startswith("// Which posts")
    assert params == {"person": "Phạm Bình Minh", "at": "2019-01-01"}
    assert test.query_params["q"] == "person_posts"
    assert test.selectbox(key="console_question").value is None
    held = run(test).dataframe[0].value
    assert {"Bộ trưởng", "Phó Thủ tướng"} <= set(held["role"])
    test.text_area(key="cypher_params").set_value(json.dumps(params | {"person": "pham binh minh", "at": "1/1/2012"}))
    assert "Phó Thủ tướng" not in set(run(test).dataframe[0].value["role"])


def test_an_address_brings_a_question_once_and_the_same_choice_brings_it_back(sample: SampleGraph) -> None:
    given = {"q": "committee_members", "organization": "Chính phủ", "at": "2019-01-01"}
    test = open_page("console", sample.store, editor="plain", **given)
    text, params = typed(test)
    assert params == {"organization": "Chính phủ", "at": "2019-01-01"}
    test.text_area(key="cypher").set_value("RETURN 1 AS one").run()
    assert typed(test)[0] == "RETURN 1 AS one"
    test.selectbox(key="console_question").select("committee_members").run()
    assert typed(test)[0] == text


def test_a_question_there_is_not_and_a_name_there_is_not_are_told(sample: SampleGraph) -> None:
    test = open_page("console", sample.store, lang="en", editor="plain", q="nothing")
    assert "there is no question" in test.error[0].value
    test = run(open_page("console", sample.store, lang="en", editor="plain", q="person_career", person="Nobody At All"))
    assert "Nobody At All" in test.error[0].value
    assert typed(test)[1] == {"person": "Nobody At All"}


def test_the_questions_page_leads_into_the_console(sample: SampleGraph) -> None:
    test = open_page("questions", sample.store, lang="en", q="committee_members", organization="Chính phủ")
    assert not test.exception
    (link,) = [each.proto for each in test.get("page_link") if "Open in the Cypher console" in each.proto.label]
    assert "q=committee_members&organization=Ch%C3%ADnh+ph%E1%BB%A7" in link.query_string


def test_favourites_are_there_in_the_next_session(sample: SampleGraph, tmp_path: Path) -> None:
    kept = Favourites(tmp_path)
    test = open_page("console", sample.store, lang="en", editor="plain", kept=kept)
    assert "None kept yet" in texts(test)
    test.text_area(key="cypher").set_value("RETURN 7 AS seven").run()
    test.button(key="keep").click().run()
    test = open_page("console", sample.store, lang="en", editor="plain", kept=Favourites(tmp_path))
    test.button(key="kept.0").click().run()
    assert typed(test)[0] == "RETURN 7 AS seven"
    test.button(key="forget.0").click().run()
    assert kept.read() == []
    (tmp_path / "favourites.json").write_text("{", "utf-8")
    test.button(key="keep").click().run()
    assert not test.exception
    assert "favourites" in test.error[0].value
