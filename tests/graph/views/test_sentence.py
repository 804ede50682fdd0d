"""The sentence: sure and possible posts apart, according to the sources, and what to do with an empty day."""

from __future__ import annotations

from datetime import date

from graph.views.sentence import find_first_day, find_nearest_day, make_sentence
from graph.views.sources import say_according
from graph.views.words import read_words

DAY = date(2023, 7, 20)


def post(role: str, certainty: str) -> dict[str, str]:
    return {"role": role, "organization": "Bộ", "certainty": certainty}


def span(started: str | None, ended: str | None, attested: str | None = None) -> dict[str, str | None]:
    return {"started": started, "ended": ended, "last_attested": attested}


def test_sure_and_possible_posts_are_told_apart() -> None:
    rows = [post("Bộ trưởng", "certain"), post("Thứ trưởng", "possible")]
    assert make_sentence("Trần Ý", rows, DAY, read_words("vi"), according="theo nguồn") == (
        "Ngày 20/07/2023, theo nguồn, Trần Ý giữ 1 chức vụ: **Bộ trưởng, Bộ**. Có thể còn giữ: **Thứ trưởng, Bộ**."
    )
    assert make_sentence("Trần Ý", rows, DAY, read_words("en"), according="according to A") == (
        "On 2023-07-20, according to A, Trần Ý held 1 post: **Bộ trưởng, Bộ**. Possibly also: **Thứ trưởng, Bộ**."
    )


def test_a_post_surely_held_is_not_told_as_possible_besides() -> None:
    """Two sources cut the terms of one membership otherwise: one tenure is certain, the other possible."""
    rows = [post("Ủy viên", "certain"), post("Ủy viên", "possible")]
    told = make_sentence("Trần Ý", rows, DAY, read_words("en"), according="according to A")
    assert told == "On 2023-07-20, according to A, Trần Ý held 1 post: **Ủy viên, Bộ**."


def test_only_possible_posts_are_not_told_as_held() -> None:
    possible = [post("Thứ trưởng", "possible")]
    told = make_sentence("Trần Ý", possible, DAY, read_words("vi"), according="theo Báo A")
    assert told == "Ngày 20/07/2023, theo Báo A, Trần Ý có thể giữ: **Thứ trưởng, Bộ**."


def test_according_to_whom_is_told_by_name() -> None:
    vi, en = read_words("vi"), read_words("en")
    assert (say_according([], vi), say_according([], en)) == ("theo nguồn", "according to the sources")
    assert say_according(["Wikipedia tiếng Việt"], vi) == "theo Wikipedia tiếng Việt"
    assert say_according(["Wikipedia tiếng Việt", "Báo_A"], en) == "according to Wikipedia tiếng Việt, Báo\\_A"
    assert say_according(["A", "B", "C", "D"], vi) == "theo A, B, C và nguồn khác"


def test_no_post_is_told_as_no_source_not_as_no_post() -> None:
    assert make_sentence("Trần Ý", [], DAY, read_words("en"), according="according to A") == (
        "No source here tells of a post Trần Ý held on 2023-07-20."
    )


def test_the_nearest_day_is_one_on_which_a_post_was_surely_held() -> None:
    career = [span("2010", "2015-03-01"), span("2030-01-01", None)]
    assert find_nearest_day(career, DAY) == date(2030, 1, 1)
    assert find_nearest_day(career, date(2016, 1, 1)) == date(2015, 2, 28)
    assert find_nearest_day([span(None, None, "2012-05-06")], DAY) == date(2012, 5, 6)
    assert find_nearest_day([span(None, None)], DAY) is None


def test_the_slider_begins_with_the_career() -> None:
    assert find_first_day([span("2010-05", None), span(None, "2009")], DAY) == date(2009, 1, 1)
    assert find_first_day([], DAY) == DAY
