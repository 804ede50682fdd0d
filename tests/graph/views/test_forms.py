"""Forms: a parameter's text and its field's value are two forms of one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.catalog import Param, read_catalog
from graph.views.examples import make_example
from graph.views.forms import is_asked, make_value, write_value

TODAY = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("day", "2023-07-20", date(2023, 7, 20)),
        ("day", "20/07/2023", date(2023, 7, 20)),
        ("day", "today", TODAY),
        ("day", "null", None),
        ("day", "2023", None),
        ("day", "1804-05-18", date(1900, 1, 1)),
        ("int", "3", 3),
        ("int", "-3", None),
        ("bool", "true", True),
        ("bool", "false", False),
        ("text", "null", ""),
        ("person", "Trần Ý", "Trần Ý"),
        ("person", None, ""),
    ],
)
def test_a_field_shows_the_text_of_its_parameter(kind: str, text: str | None, value: Any) -> None:
    assert make_value(Param("x", kind), text, TODAY) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2023, 7, 20), "2023-07-20"),
        (3, "3"),
        (True, "true"),
        (False, "false"),
        (None, None),
        ("  ", None),
        (" a ", "a"),
    ],
)
def test_the_address_keeps_what_a_field_holds(value: Any, text: str | None) -> None:
    assert write_value(value) == text


def test_a_question_is_asked_once_all_that_must_be_given_is() -> None:
    query = read_catalog().queries["committee_members"]
    assert not is_asked(query, {"at": "2024-01-01"})
    assert is_asked(query, {"organization": "Bộ Chính trị"})


def test_an_example_of_another_graph_gives_way_to_names_of_this_one() -> None:
    people = [
        {"person": "Trần Ý", "posts": [{"role": "Bí thư", "organization": "Tỉnh ủy"}]},
        {"person": "Lê Yến", "posts": [{"role": "Chủ tịch", "organization": "UBND"}]},
    ]
    queries = read_catalog().queries
    example = make_example(queries["served_together"], {"person_a": "?", "person_b": "?"}, people)
    assert example == {"person_a": "Trần Ý", "person_b": "Lê Yến"}
    example = make_example(queries["post_holders"], {"organization": "?", "role": "?"}, people)
    assert example == {"organization": "Tỉnh ủy", "role": "Bí thư"}
    assert make_example(queries["post_holders"], {}, []) == {}
