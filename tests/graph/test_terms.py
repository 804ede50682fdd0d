"""Terms as printed: one in any print, and which comes first (RULES 9, 12)."""

from __future__ import annotations

import pytest

from graph.terms import is_earlier, is_other, term_key, terms_in


@pytest.mark.parametrize(
    ("own", "new", "earlier"),
    [
        ("2015-2020", "2020-2025", True),
        ("nhiệm kỳ 2015 – 2020", "khóa XIII, 2020-2025", True),
        ("khóa IX", "khoá X", True),
        ("khóa 12", "Khóa XIII", True),
        ("XIV", "XV", True),
        ("2020-2025", "2020-2025", False),
        ("khóa XII, XIII", "khóa XIII", False),
        ("khóa XII, XIII", "khóa XIV", True),
        ("2020-2025", "2015-2020", False),
        ("khóa XII", "2021-2026", False),  # not of one kind: unknown
        (None, "2020-2025", False),
        ("2015-2020", None, False),
    ],
)
def test_which_comes_first(own: str | None, new: str | None, earlier: bool) -> None:
    assert is_earlier(own, new) is earlier


@pytest.mark.parametrize(
    ("own", "new", "other"),
    [("khóa XIII", "khoá 13", False), ("2020-2025", "2020 – 2025", False), ("khóa XII", "khóa XIII", True), ("khóa XIII", "2021-2026", True), ("khóa XII, XIII", "khóa XIII", False), ("khóa XII, XIII", "khóa XIV", True)],
)  # fmt: skip
def test_which_differ(own: str, new: str, other: bool) -> None:
    assert is_other(own, new) is other


def test_keys_are_equal_for_one_term() -> None:
    assert term_key("khóa XIII") == term_key("Khoá 13") != term_key("khóa XII")


@pytest.mark.parametrize(
    ("term", "named"),
    [
        ("khóa XII, XIII", ["khóa XII", "khóa XIII"]),
        ("Khoá X, XI và XII", ["Khoá X", "Khoá XI", "Khoá XII"]),
        ("khóa XII, khóa XIII", ["khóa XII", "khóa XIII"]),
        ("2011-2016, 2016-2021", ["2011-2016", "2016-2021"]),
        ("khóa XIII, 2020-2025", ["khóa XIII, 2020-2025"]),
        ("khóa XIII", ["khóa XIII"]),
        ("khóa XIII, XII", ["khóa XIII, XII"]),  # in no order of time
    ],
)
def test_which_terms_are_named(term: str, named: list[str]) -> None:
    assert terms_in(term) == named
