"""A post's holders round a day: before, on it, after, undated; who only covers is never the one who went before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.cards import Place
from graph.holders import find_when, make_chain

AT = date(2020, 1, 1)


def row(tenure: str, started: str | None, ended: str | None) -> dict[str, Any]:
    return {"tenure_id": tenure, "started": started, "ended": ended}


def place(capacity: str = "full") -> Place:
    return Place("p", "An", "post", "Bí thư", "o", "Tỉnh ủy", capacity, None, None, ())


@pytest.mark.parametrize(
    ("started", "ended", "held", "when"),
    [
        ("2010", "2015-02-03", {}, "before"),
        (None, "2015", {}, "before"),
        ("2021-01-01", None, {}, "after"),
        ("2019", None, {"t": "certain"}, "certain"),
        ("2020", None, {"t": "possible"}, "possible"),
        (None, None, {}, "unknown"),
        (None, "2024", {}, "unknown"),
    ],
)
def test_where_a_tenure_stands(started: str | None, ended: str | None, held: dict[str, str], when: str) -> None:
    assert find_when(row("t", started, ended), held, AT) == when


def test_the_one_before_is_the_last_to_leave_in_full() -> None:
    rows = [
        row("long", "2000", "2018"),
        row("short", "2010", "2012"),
        row("cover", "2018", "2019"),
        row("now", "2019", None),
        row("next", "2022", None),
        row("last", "2024", None),
    ]
    places = {each["tenure_id"]: place("acting" if each["tenure_id"] == "cover" else "full") for each in rows}
    chain = make_chain(rows, places, {"now": "certain"}, AT)
    assert [each.row["tenure_id"] for each in chain.before] == ["long"]
    assert [each.row["tenure_id"] for each in chain.now] == ["now"]
    assert [each.row["tenure_id"] for each in chain.after] == ["next"]
    assert [each.covering for each in chain.holders] == [False, False, True, False, False, False]
