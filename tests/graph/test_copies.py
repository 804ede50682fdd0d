"""Copies of a story (RULES 21)."""

from __future__ import annotations

from datetime import date

import pytest

from graph.copies import find_copies
from graph.known import Known
from graph.model import Source
from tests.graph.claims_for import gain, make_source

LONG = "Ông Nguyễn Văn An được Thủ tướng bổ nhiệm giữ chức Thứ trưởng Bộ Xây dựng từ ngày 5/1/2020."
TOLD_ANEW = "Từ ngày 5/1/2020, theo quyết định của Thủ tướng, Thứ trưởng Bộ Xây dựng là ông Nguyễn Văn An."
Telling = tuple[str, str, str | None, str | None]  # source, published, title, quote


def told(telling: Telling) -> tuple[Source, Known]:
    name, published, title, quote = telling
    source = make_source(name, published)
    return source, Known(gain("2020-01-05", source, quote=quote), date.fromisoformat(published), title, ())


CASES: list[tuple[str, list[Telling], list[str]]] = [
    ("one title", [("A", "2024-01-01", "Tin", "Ông An."), ("B", "2024-03-01", "TIN!", "ông An")], ["A", "A"]),
    ("seven days", [("A", "2024-01-08", "Tin", "Ông An."), ("B", "2024-01-01", "Khác", "Ông An.")], ["B", "B"]),
    ("eight days", [("A", "2024-01-09", "Tin", "Ông An."), ("B", "2024-01-01", "Khác", "Ông An.")], []),
    ("no titles are not equal", [("A", "2024-01-09", None, "Ông An."), ("B", "2024-01-01", None, "Ông An.")], []),
    ("other words", [("A", "2024-01-01", "Tin", "Ông An."), ("B", "2024-01-01", "Tin", "Bà Bình.")], []),
    ("no quotes", [("A", "2024-01-01", "Tin", None), ("B", "2024-01-01", "Tin", None)], []),
    ("a word changed", [("A", "2024-01-02", "X", LONG), ("B", "2024-01-01", "Y", LONG.replace("Ông", "Đồng chí"))], ["B", "B"]),
    ("a day changed", [("A", "2024-01-02", "X", LONG), ("B", "2024-01-01", "Y", LONG.replace("5/1", "15/1"))], []),
    ("told anew", [("A", "2024-01-02", "X", LONG), ("B", "2024-01-01", "Y", TOLD_ANEW)], []),
    ("told once", [("A", "2024-01-01", "Tin", "Ông An.")], []),
    ("a chain", [("A", "2024-01-01", "X", "An"), ("B", "2024-01-20", "Y", "An"), ("C", "2024-01-22", "X", "An")], ["A", "A", "A"]),
]  # fmt: skip


@pytest.mark.parametrize(("tellings", "first"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rule_21_who_told_first(tellings: list[Telling], first: list[str]) -> None:
    both = [told(telling) for telling in tellings]
    by_name = {telling[0]: source.id for telling, (source, _) in zip(tellings, both, strict=True)}
    found = find_copies([known for _, known in both])
    assert found == find_copies([known for _, known in both[::-1]])
    assert [found[known.claim.id] for _, known in both if known.claim.id in found] == [by_name[name] for name in first]
