"""What claims of one tenure contradict: its dates and terms, never what only confirms, extends or is less precise."""

from __future__ import annotations

from datetime import date

import pytest

from graph.catalog.conflicts import conclude_conflicts
from graph.claims import claim_properties
from graph.model import Claim, Source
from tests.graph.claims_for import gain, held, hold, lose, make_source, row

A, B, C = make_source("Báo A"), make_source("Báo B", "2024-02-01"), make_source("Báo C", "2024-03-01")
TERMS = ("2015-2020", "2020-2025")


def _conflicts(*told: tuple[Claim, Source], copies: str | None = None) -> list[tuple[str, list[str], list[str]]]:
    claims = [
        {
            "claim": claim_properties(claim) | ({"copy_of": copies} if copies is not None else {}),
            "source": source.id,
            "published": source.published,
            "title": source.title,
        }
        for claim, source in told
    ]
    rows = conclude_conflicts(lambda _: [{"tenure_id": "t", "claims": claims}], {})  # type: ignore[arg-type]
    assert all(found["tenure_id"] == "t" for found in rows)
    return [(found["field"], found["values"], found["sources"]) for found in rows]


def test_two_starts() -> None:
    said = (gain("2020-01-05", B), B), (gain("2020-01-01", A), A)
    assert _conflicts(*said) == [("started", ["2020-01-01", "2020-01-05"], ["Báo A", "Báo B"])]


def test_each_source_of_a_value_is_named_and_a_copy_is_not() -> None:
    said = (gain("2020-01-01", A), A), (gain("2020-01-01", B), B), (gain("2020-02-01", C), C)
    assert _conflicts(*said) == [
        ("started", ["2020-01-01", "2020-01-01", "2020-02-01"], ["Báo A", "Báo B", "Báo C"]),
    ]
    assert _conflicts(*said, copies=A.id) == [("started", ["2020-01-01", "2020-02-01"], ["Báo A", "Báo C"])]


def test_two_ends_and_an_end_before_what_was_told() -> None:
    said = (row("2015", "2020-03-01", A), A), (lose("2020-06-01", B), B)
    assert _conflicts(*said) == [("ended", ["2020-03-01", "2020-06-01"], ["Báo A", "Báo B"])]
    former = held(A), A  # published on 1 January 2024: over by then
    assert _conflicts((row("2015", "2025-06-01", B), B), former) == [
        ("ended", ["2025-06-01", "≤ 2024-01-01"], ["Báo B", "Báo A"]),
    ]


def test_an_opening_of_what_was_attested_before() -> None:
    assert _conflicts((hold(A), A), (gain("2024-01-20", B), B)) == [
        ("started", ["2024-01-01", "2024-01-20"], ["Báo A", "Báo B"]),
    ]


def test_two_terms() -> None:
    first, second = (gain("2020-10-20", source, term=term) for source, term in zip((A, B), TERMS, strict=True))
    assert _conflicts((first, A), (second, B)) == [("term", list(TERMS), ["Báo A", "Báo B"])]


@pytest.mark.parametrize(
    "said",
    [
        [(gain("2020", A), A), (gain("2020-01-05", B), B)],
        [(gain("2020-01-05", A, action="bầu"), A), (gain("2020-02-01", B, action="phê chuẩn"), B)],
        [(gain("2020-01-05", A), A), (gain("2023-01-05", B, action="kéo dài"), B)],
        [(row("2015", "2020", A), A), (lose("2020-12-31", B), B)],
        [(gain("2021-07-01", A, term="khóa XIII"), A), (gain("2021-07-01", B, term="2021-2026"), B)],
    ],
    ids=["more precise", "approved", "extended", "end within the year", "one term in two forms"],
)
def test_what_can_agree_is_no_conflict(said: list[tuple[Claim, Source]]) -> None:
    assert A.published == date(2024, 1, 1)
    assert _conflicts(*said) == []
