"""The page of concurrent posts on the sample: filters live in the address, names link, posts have sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.views.pages import open_page

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
DAY = "2022-01-01"


def names(test: object) -> list[str]:
    links = test.page_link  # type: ignore[attr-defined]
    return [link.label for link in links if "person=" in link.proto.query_string]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_finds_who_holds_three_posts_at_once(sample: SampleGraph, lang: str) -> None:
    """The sample's own paper names the two."""
    test = open_page("concurrent", sample.store, lang=lang, at=DAY, min="3")
    assert not test.exception
    assert names(test) == [":blue[Chu Ngọc Anh]", ":blue[Trương Thị Mai]"]
    assert len(test.expander) >= 6


def test_the_filters_go_to_the_address(sample: SampleGraph) -> None:
    test = open_page("concurrent", sample.store, at=DAY, min="3")
    test.number_input[0].set_value(2).run()
    assert test.query_params["min"] == "2"
    assert len(names(test)) > 2
    test.text_input[0].set_value("Bộ Chính trị").run()
    assert test.query_params["organization"] == "Bộ Chính trị"
    test.toggle[0].set_value(False).run()
    assert test.query_params["independent"] == "false"
    assert not test.exception


def test_since_when_posts_are_held_together_is_told_beside_the_name(sample: SampleGraph) -> None:
    """The sample's paper: Trương Thị Mai took up the last of hers, the Central Organization Commission, on 8 April 2021."""
    test = open_page("concurrent", sample.store, lang="en", at=DAY, min="3")
    assert "held together since 2021-04-08: 268 days" in [caption.value for caption in test.caption]
    test.segmented_control(key="concurrent_view").set_value("table").run()
    assert test.query_params["view"] == "table"
    table = test.dataframe[0].value
    mai = table[table["person"].str.contains("Mai")].iloc[0]
    assert (mai["since"], mai["days"], mai["n"]) == ("2021-04-08", 268, 3)
    assert "Trưởng Ban" in mai["posts"]


def test_one_branch_alone_is_a_choice_of_the_address(sample: SampleGraph) -> None:
    """Chu Ngọc Anh held posts of Party and State; two of one branch are left to fewer people."""
    test = open_page("concurrent", sample.store, at=DAY, view="table")
    everyone = len(test.dataframe[0].value)
    test.toggle(key="branch").set_value(True).run()
    assert test.query_params["branch"] == "same"
    assert not test.exception
    table = test.dataframe[0].value
    assert 0 < len(table) < everyone
    assert table["person"].str.contains("Mai").any()
    test.toggle(key="branch").set_value(False).run()
    assert "branch" not in test.query_params


@pytest.mark.parametrize(("lang", "found"), [("vi", "cặp"), ("en", "pairs")])
def test_party_and_state_posts_of_one_place_are_a_view_of_their_own(sample: SampleGraph, lang: str, found: str) -> None:
    """Chu Ngọc Anh led the city's People's Committee and was deputy secretary of its Party committee."""
    test = open_page("concurrent", sample.store, lang=lang, at=DAY, view="pairs")
    assert not test.exception
    assert any(found in element.value for element in test.caption)
    rows = test.dataframe[0].value
    assert rows["person"].str.contains("Chu%20Ng%E1%BB%8Dc%20Anh").any()
    assert any("view=pairs" in code.value for code in test.code)
    test.segmented_control(key="concurrent_view").set_value("all").run()
    assert "view" not in test.query_params


def test_a_body_that_is_not_known_is_told_in_a_sentence(sample: SampleGraph) -> None:
    test = open_page("concurrent", sample.store, lang="en", at=DAY, organization="Bộ Không Có")
    assert not test.exception
    assert len(test.error) == 1
    assert "Bộ Không Có" in test.error[0].value


def test_nobody_is_told_with_what_would_do(sample: SampleGraph) -> None:
    test = open_page("concurrent", sample.store, at="1950-01-01")
    assert [element.value for element in test.info] == [
        "Không ai có đủ số chức vụ ấy vào ngày 01/01/1950. Hãy giảm số tối thiểu hoặc đổi ngày."
    ]


@pytest.mark.parametrize("least", ["x", "-1", "999999999", ""])
def test_a_minimum_that_is_none_counts_as_absent(sample: SampleGraph, least: str) -> None:
    assert not open_page("concurrent", sample.store, at=DAY, min=least).exception
