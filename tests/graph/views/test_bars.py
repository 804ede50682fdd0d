"""The bars of a career: what is certain, what is only possible, and where open sides end."""

from __future__ import annotations

from datetime import date

import pytest

from graph.views.bars import Span, Stretch, draw_bars, find_span, find_stretches, make_period
from graph.views.palette import LIGHT
from graph.views.words import read_words

SPAN = Span(date(2010, 1, 1), date(2024, 7, 1))


def row(started: str | None, ended: str | None, attested: str | None = None) -> dict[str, str | None]:
    return {
        "tenure_id": "t1",
        "role": "Bí thư",
        "organization": "Tỉnh ủy",
        "started": started,
        "ended": ended,
        "last_attested": attested,
        "certainty": "certain",
    }


@pytest.mark.parametrize(
    ("started", "ended", "attested", "expected"),
    [
        ("2020-05-02", "2021-06-03", None, [("2020-05-02", "2021-06-03", True)]),
        ("2020-05-02", None, None, [("2020-05-02", "2024-07-01", True)]),
        (
            "2020",
            "2022-03",
            None,
            [
                ("2020-01-01", "2020-12-31", False),
                ("2020-12-31", "2022-03-01", True),
                ("2022-03-01", "2022-04-01", False),
            ],
        ),
        ("2020", "2020", None, [("2020-01-01", "2021-01-01", False)]),
        (
            None,
            "2021-06-03",
            "2020-02-01",
            [("2020-02-01", "2020-02-02", True), ("2020-02-02", "2021-06-03", False)],
        ),
        (
            None,
            None,
            "2020-02-01",
            [("2020-02-01", "2020-02-02", True), ("2020-02-02", "2024-07-01", False)],
        ),
        (None, "2021-06-03", None, [("2010-01-01", "2021-06-03", False)]),
    ],
)
def test_a_year_is_an_interval_so_a_bar_has_unsure_ends(
    started: str | None, ended: str | None, attested: str | None, expected: list[tuple[str, str, bool]]
) -> None:
    wanted = [Stretch(date.fromisoformat(a), date.fromisoformat(b), sure) for a, b, sure in expected]
    assert find_stretches(row(started, ended, attested), SPAN) == wanted


def test_the_chart_spans_from_the_first_known_day_to_today_or_the_chosen_day() -> None:
    rows = [row("2015-03", None), row(None, "2013")]
    assert find_span(rows, date(2020, 1, 1), date(2024, 6, 30)) == Span(date(2013, 1, 1), date(2024, 7, 1))


def test_the_chart_has_the_line_of_the_date_and_marks_what_was_held() -> None:
    chart = draw_bars(
        [row("2020-05-02", "2021-06-03")],
        {"t1"},
        at=date(2021, 1, 1),
        today=date(2024, 6, 30),
        words=read_words("en"),
        palette=LIGHT,
    ).to_dict()
    bars, _, line = chart["layer"]
    values = (
        list(chart["datasets"].values()) if "datasets" in chart else [bars["data"]["values"], line["data"]["values"]]
    )
    pieces = next(rows for rows in values if "state" in rows[0])
    assert [piece["state"] for piece in pieces] == ["held on the chosen day"]
    assert pieces[0]["post"] == "Bí thư, Tỉnh ủy"
    assert [{"day": "2021-01-01"}] in values


@pytest.mark.parametrize(
    ("started", "ended", "vi"),
    [
        ("2021-07", None, "từ 07/2021"),
        ("2021", "2022-03-04", "từ 2021 đến 04/03/2022"),
        (None, "2022", "đến 2022 (không rõ từ khi nào)"),
        (None, None, "không rõ từ khi nào"),
    ],
)
def test_a_period_prints_what_is_known(started: str | None, ended: str | None, vi: str) -> None:
    assert make_period(row(started, ended), read_words("vi")) == vi
