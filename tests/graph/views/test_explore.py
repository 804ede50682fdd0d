"""The page to explore on the sample: begins with a search, the address holds every step, the same as a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from graph.neighbours import read_around
from graph.store import Store
from tests.graph.views.pages import TODAY, open_page, texts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
AT = "2019-01-01"
# The sample's own paper gives him three posts on that day.
POSTS = {"Phó Thủ tướng Chính phủ", "Bộ trưởng Bộ Ngoại giao", "Ủy viên Bộ Chính trị"}


@pytest.fixture
def minh(sample: SampleGraph) -> str:
    return sample.find("Person", "Phạm Bình Minh")


def linked(test: AppTest) -> set[str]:
    """The names at the far end of each link, as the table beside the picture says."""
    return set(test.dataframe[0].value.iloc[:, 2]) if test.dataframe else set()


@pytest.mark.parametrize(("lang", "title"), [("vi", "Đồ thị"), ("en", "Explore")])
def test_it_begins_with_a_search(sample: SampleGraph, lang: str, title: str) -> None:
    test = open_page("explore", sample.store, lang=lang)
    assert not test.exception
    assert [element.value for element in test.title] == [title]
    assert len(test.info) == 1
    assert not test.get("bidi_component")
    test.text_input[0].set_value("pham binh minh").run()
    assert ":blue[Phạm Bình Minh]" in [link.label for link in test.page_link]


def test_it_begins_with_what_was_looked_at_last(sample: SampleGraph, minh: str) -> None:
    test = open_page("explore", sample.store, lang="en", focus=minh, at=AT, do=f"e.{minh}")
    del test.query_params["focus"]
    test.run()
    assert [element.value for element in test.subheader] == ["What you looked at last"]
    (last,) = [link for link in test.page_link if link.label == ":blue[Phạm Bình Minh]"]
    assert f"focus={minh}" in last.proto.query_string
    assert f"do=e.{minh}" in last.proto.query_string


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_steps_of_the_address_are_taken_and_taken_back(sample: SampleGraph, minh: str, lang: str) -> None:
    test = open_page("explore", sample.store, lang=lang, focus=minh, at=AT)
    assert not test.exception
    assert len(test.get("bidi_component")) == 1
    test.button(key="expand.posts").click().run()
    assert test.query_params["do"] == f"e.{minh}.posts"
    assert linked(test) >= POSTS
    assert not test.exception
    test.button(key="collapse").click().run()
    assert "do" not in test.query_params
    assert linked(test) == set()


def test_pin_undo_and_filters_stand_in_the_address(sample: SampleGraph, minh: str) -> None:
    test = open_page("explore", sample.store, lang="en", focus=minh, at=AT, do=f"e.{minh}.bodies")
    test.button(key="pin").click().run()
    assert test.query_params["do"] == f"e.{minh}.bodies~p.{minh}"
    test.button(key="undo").click().run()
    assert test.query_params["do"] == f"e.{minh}.bodies"
    test.toggle(key="explore_past").set_value(True).run()
    assert test.query_params["past"] == "1"
    assert not test.exception
    hidden = open_page("explore", sample.store, focus=minh, at=AT, do=f"e.{minh}.bodies", without="organization")
    assert linked(hidden) == set()


def test_a_link_that_is_chosen_shows_its_sentence(sample: SampleGraph, minh: str) -> None:
    test = open_page("explore", sample.store, focus=minh, at=AT, do=f"e.{minh}.posts")
    (row,) = sample.store.ask(
        "MATCH (:Person {id: $id})-[:HELD]->(t)-[:IN_POST]->(:Post {title: 'Bộ trưởng Bộ Ngoại giao'}) RETURN t.id AS id",
        {"id": minh},
    )
    test.session_state["explore_canvas"] = {"selection": [row["id"]]}
    test.run()
    assert "Phạm Bình Minh giữ cương vị Bộ trưởng Bộ Ngoại giao" in texts(test).replace("\\", "")


def test_a_stale_or_senseless_address_says_so_in_a_sentence(sample: SampleGraph) -> None:
    test = open_page("explore", sample.store, lang="en", focus="person-0000000000000000", do="e.x~~h", layout="spiral")
    assert not test.exception
    assert "has the id person" in texts(test)


def test_depth_leaves_what_so_many_links_lead_to(sample: SampleGraph, minh: str) -> None:
    asked = {"focus": minh, "at": AT, "do": f"e.{minh}.posts~e.{minh}.bodies", "lang": "en"}
    whole = open_page("explore", sample.store, **asked)
    assert linked(whole) >= POSTS | {"Chính phủ", "Bộ Ngoại giao", "Bộ Chính trị"}
    whole.segmented_control(key="explore_depth").set_value("1").run()
    assert whole.query_params["depth"] == "1"
    assert linked(whole) == POSTS
    assert "hide 3 of the nodes" in texts(whole)
    whole.segmented_control(key="explore_depth").set_value("all").run()
    assert "depth" not in whole.query_params
    assert not whole.exception


@pytest.mark.parametrize(("lang", "open_it"), [("vi", "Mở trong bảng lệnh"), ("en", "Open in the console")])
def test_the_query_behind_the_picture_stands_as_it_was_asked(
    sample: SampleGraph, minh: str, lang: str, open_it: str
) -> None:
    test = open_page("explore", sample.store, lang=lang, focus=minh, at=AT, do=f"e.{minh}")
    params, query = (element.value for element in test.code[-2:])
    rows = sample.store.ask(query, json.loads(params))
    assert {row["relation"]: row["neighbours"] for row in rows} == {"posts": 3, "bodies": 3}
    (link,) = (link for link in test.page_link if open_it in link.label)
    assert parse_qs(link.proto.query_string)["cypher"] == [query]
    assert parse_qs(link.proto.query_string)["params"] == [params]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_empty_graph_has_nothing_to_explore(store: Store, lang: str) -> None:
    test = open_page("explore", store, lang=lang, focus="person-0000000000000000", do="e.person-0000000000000000")
    assert not test.exception
    assert len(test.warning) == 1


def test_what_is_shown_is_never_brought_again_and_counts_are_whole(sample: SampleGraph, minh: str) -> None:
    around = {each.relation: each for each in read_around(sample.store, [minh], [minh], TODAY, past=True, most=1)}
    posts = around["posts"]
    assert (len(posts.unseen), posts.hidden) == (1, posts.neighbours)
    shown = [minh, posts.unseen[0]]
    again = {each.relation: each for each in read_around(sample.store, [minh], shown, TODAY, past=True, most=99)}
    assert again["posts"].hidden == posts.hidden - 1
    assert posts.unseen[0] not in again["posts"].unseen
    assert {link["target"] for link in again["posts"].links} == {posts.unseen[0]}
