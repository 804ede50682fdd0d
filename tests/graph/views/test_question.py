"""The questions page on the sample: a form a header, the answer as a table, candidates where a name fits several."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.catalog import read_catalog
from tests.graph.views.pages import open_page, texts

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
pytestmark = pytest.mark.server
MAI = "Tr%C6%B0%C6%A1ng%20Th%E1%BB%8B%20Mai"


@pytest.mark.parametrize("name", list(read_catalog().queries))
def test_every_question_opens_with_a_form_filled_in(sample: SampleGraph, name: str) -> None:
    test = open_page("questions", sample.store, q=name)
    assert not test.exception
    assert test.selectbox[0].value == name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_address_with_all_parameters_is_answered(sample: SampleGraph, lang: str) -> None:
    test = open_page("questions", sample.store, lang=lang, q="person_posts", person="Phạm Bình Minh", at="2019-01-01")
    assert not test.exception
    (table,) = test.dataframe
    assert sorted(table.value["role"]) == ["Bộ trưởng", "Phó Thủ tướng", "Ủy viên"]
    assert [button.label for button in test.download_button] == ["CSV", "JSON"]
    said = texts(test)
    assert f"/questions?q=person_posts&person=Ph%E1%BA%A1m+B%C3%ACnh+Minh&at=2019-01-01&lang={lang}" in said


def test_the_form_writes_the_address_and_answers(sample: SampleGraph) -> None:
    test = open_page("questions", sample.store, q="committee_members")
    test.text_input[0].set_value("bo chinh tri")
    test.button[0].click().run()
    assert test.query_params["organization"] == "bo chinh tri"
    assert not test.exception
    assert len(test.dataframe) == 1


def test_the_day_looked_at_does_not_empty_the_form(sample: SampleGraph) -> None:
    """The menu hands on the day; what must be given beside it is an example that has an answer on that day."""
    test = open_page("questions", sample.store, lang="en", q="committee_members", at="2012-01-01")
    assert not test.exception
    assert test.date_input[0].value == date(2012, 1, 1)
    assert test.text_input[0].value != ""
    assert "The form is filled in with an example." in texts(test)
    assert len(test.dataframe[0].value) > 0
    assert "at=2012-01-01" in texts(test)


def test_without_anything_given_the_answer_is_that_of_the_form(sample: SampleGraph) -> None:
    test = open_page("questions", sample.store, q="concurrent_posts")
    assert (test.date_input[0].value, test.number_input[0].value) == (date(2022, 1, 1), 3)
    assert sorted(test.dataframe[0].value["person"].str.split("#").str[1]) == ["Chu%20Ng%E1%BB%8Dc%20Anh", MAI]


def test_a_name_that_fits_several_lists_them_as_links(sample: SampleGraph) -> None:
    """The sample holds two people called Nguyễn Thị Hồng."""
    test = open_page("questions", sample.store, lang="en", q="person_posts", person="Nguyễn Thị Hồng")
    assert not test.exception
    assert "fits 2" in test.error[0].value
    offered = [link for link in test.page_link if link.label == ":blue[Nguyễn Thị Hồng]"]
    assert len({link.proto.query_string for link in offered}) == 2


def test_no_row_and_no_question_are_told_in_a_sentence(sample: SampleGraph) -> None:
    test = open_page("questions", sample.store, lang="en", q="decision", number="0/KHONG-CO")
    assert [element.value for element in test.info] == ["No rows: in the sources at hand nothing fits this question."]
    test = open_page("questions", sample.store, q="no_such_question")
    assert not test.exception
    assert "no_such_question" in test.error[0].value.replace("\\", "")


def test_another_question_takes_the_place_of_the_first_in_the_address(sample: SampleGraph) -> None:
    test = open_page("questions", sample.store, q="person_posts", person="Phạm Bình Minh", at="2019-01-01")
    test.selectbox[0].set_value("namesakes").run()
    assert test.query_params["q"] == "namesakes"
    assert "person" not in test.query_params
