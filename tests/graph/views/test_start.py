"""The start page on the sample: a good first person, one person at a date, search, and the states without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.loading import Loading
from graph.overview import read_inputs
from graph.store import Store
from graph.views.start import Local
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
MINH = "Phạm Bình Minh"


@pytest.mark.parametrize(("lang", "sentence"), [("vi", ", theo "), ("en", ", according to ")])
def test_it_begins_with_a_person_a_picture_and_bars(sample: SampleGraph, lang: str, sentence: str) -> None:
    test = open_page("start", sample.store, lang=lang)
    assert not test.exception
    assert sentence in texts(test)
    assert len(test.get("bidi_component")) == 1
    assert len(test.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("typed", ["pham binh minh", "PHẠM BÌNH MINH", "Phạm Bình Minh"])
def test_search_needs_no_diacritics(sample: SampleGraph, typed: str) -> None:
    test = open_page("start", sample.store)
    test.text_input[0].set_value(typed).run()
    links = [link for link in test.page_link if sample.find("Person", MINH) in link.proto.query_string]
    assert [link.label for link in links] == [f":blue[{MINH}]"]


def test_a_text_that_finds_nothing_offers_the_nearest_names(sample: SampleGraph) -> None:
    test = open_page("start", sample.store, lang="en")
    test.text_input[0].set_value("pham binh mihn").run()
    assert "Nothing found for" in texts(test)
    assert f":blue[{MINH}]" in [link.label for link in test.page_link]


@pytest.mark.parametrize("at", ["", "yesterday", "2023", "9999-12-31", "0001-01-01"])
def test_a_day_that_is_none_counts_as_absent_and_any_day_is_borne(sample: SampleGraph, at: str) -> None:
    test = open_page("start", sample.store, at=at)
    assert not test.exception


@pytest.mark.parametrize(("lang", "title"), [("vi", "Đồ thị còn trống"), ("en", "The graph is empty")])
def test_an_empty_graph_explains_itself_and_loads_the_sample(store: Store, lang: str, title: str) -> None:
    asked: list[str] = []
    local = Local(lambda: asked.append("sample"), lambda: None)
    test = open_page("start", store, lang=lang, local=local)
    assert [element.value for element in test.subheader] == [title]
    test.button(key="load_sample").click().run()
    assert asked == ["sample"]


def test_a_foreign_server_is_offered_no_sample(store: Store) -> None:
    test = open_page("start", store, lang="en")
    assert len(test.button) == 0
    assert "never into the server behind" in texts(test)


def told_while(sample: SampleGraph, lang: str, *seen: Loading | None) -> AppTest:
    """The page, to which each look at the load in the background shows the next of what is given."""
    looks = iter(seen)
    return open_page("start", sample.store, lang=lang, local=Local(lambda: None, lambda: next(looks)))


@pytest.mark.parametrize(
    ("lang", "title", "far"),
    [
        ("vi", "**Đang nạp thêm Việt Nam, theo Wikipedia tiếng Việt:**", "Đã nạp 500 trên 5.458 dòng"),
        ("en", "**Vietnam is being loaded, according to Vietnamese Wikipedia", "500 of 5,458 rows are in"),
    ],
)
def test_a_load_in_the_background_shows_how_far_it_is(sample: SampleGraph, lang: str, title: str, far: str) -> None:
    loading = Loading("vietnam (1)", 500, 5458)
    test = told_while(sample, lang, loading, loading)
    assert not test.exception
    assert title in texts(test)
    (bar,) = test.get("progress")
    assert (bar.proto.value, bar.proto.text) == (9, far)
    assert len(test.get("bidi_component")) == 1  # the rest of the page is there all the same


@pytest.mark.parametrize(
    ("lang", "done", "stopped"),
    [
        ("vi", "**Đã nạp xong Việt Nam, theo Wikipedia tiếng Việt.**", "đã dừng giữa chừng"),
        ("en", "**Vietnam is loaded, according to Vietnamese Wikipedia", "stopped before its end"),
    ],
)
def test_the_end_of_a_load_is_told_and_the_page_offered_anew(
    sample: SampleGraph, lang: str, done: str, stopped: str
) -> None:
    whole = next(iter(read_inputs(sample.store)))
    test = told_while(sample, lang, Loading(whole), None, None)
    assert done in texts(test)
    test.button(key="loading_show").click().run()
    assert done not in texts(test)
    assert stopped in texts(told_while(sample, lang, Loading("vietnam (1)", 500, 5458), None))
