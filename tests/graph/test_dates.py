"""Partial dates: what is read, and which days they can mean (RULES 1, 3)."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import Bound, PartialDate, combined, end_bound, parse_day, parse_partial, start_bound
from graph.errors import InputError


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2023", "2023"),
        ("2023-07", "2023-07"),
        ("2023-7-5", "2023-07-05"),
        (" 20/07/2023 ", "2023-07-20"),
        ("1.2.2003", "2003-02-01"),
        ("7/2023", "2023-07"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_forms_that_are_read(text: str, shown: str) -> None:
    assert str(parse_partial(text)) == shown


@pytest.mark.parametrize("text", ["", "soon", "2023-13", "2023-00", "2023-02-30", "31/11/2020", "23-07-20", "0000", "0202", "9999-12-31", "2023-07-20x"])  # fmt: skip
def test_what_is_no_date_is_refused_with_the_forms_that_would_do(text: str) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD") as refused:
        parse_partial(text)
    assert f"«{text}»" in refused.value.text.vi


def test_a_month_is_no_day() -> None:
    assert parse_day("20/07/2023") == date(2023, 7, 20)
    with pytest.raises(InputError):
        parse_day("2023-07")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", ("2023-01-01", "2023-12-31"), ("2023-01-01", "2024-01-01")),
        ("2023-12", ("2023-12-01", "2023-12-31"), ("2023-12-01", "2024-01-01")),
        ("2024-02", ("2024-02-01", "2024-02-29"), ("2024-02-01", "2024-03-01")),
        ("2023-07-20", ("2023-07-20", "2023-07-20"), ("2023-07-20", "2023-07-20")),
    ],
)
def test_rule_1_bounds(text: str, start: tuple[str, str], end: tuple[str, str]) -> None:
    assert start_bound(parse_partial(text)) == Bound(day(start[0]), day(start[1]))
    assert end_bound(parse_partial(text)) == Bound(day(end[0]), day(end[1]))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2020-01-01", "2020-12-31"), ("2020-05-05", "2020-05-05")], ("2020-05-05", "2020-05-05")),
        ([("2020-01-01", "2020-06-30"), ("2020-06-01", "2020-12-31")], ("2020-06-01", "2020-06-30")),
        ([("2020-01-01", "2020-01-01"), ("2021-01-01", "2021-01-01")], ("2020-01-01", "2021-01-01")),
        ([(None, "2020-03-01"), ("2020-01-01", "2020-01-01")], ("2020-01-01", "2020-01-01")),
        ([(None, "2020-03-01"), ("2020-05-01", "2020-05-01")], (None, "2020-05-01")),
        ([(None, "2020-03-01"), (None, "2020-02-01")], (None, "2020-02-01")),
        (
            [("2020-01-01", "2020-12-31"), ("2020-05-05", "2020-05-05"), ("2020-07-07", "2020-07-07")],
            ("2020-05-05", "2020-07-07"),
        ),
    ],
)
def test_rule_3_bounds_meet_or_span(
    told: list[tuple[str | None, str | None]], expected: tuple[str | None, str]
) -> None:
    bounds = [Bound(day(least), day(most)) for least, most in told]
    assert combined(bounds) == combined(bounds[::-1]) == Bound(day(expected[0]), day(expected[1]))


@pytest.mark.parametrize(
    ("when", "exists"),
    [
        (PartialDate(2023), True),
        (PartialDate(2023, 12), True),
        (PartialDate(2024, 2, 29), True),
        (PartialDate(2023, 2, 29), False),
        (PartialDate(2023, 0), False),
        (PartialDate(2023, 5, 0), False),
    ],
)
def test_a_day_exists_if_the_calendar_has_it(when: PartialDate, exists: bool) -> None:
    assert when.exists is exists
