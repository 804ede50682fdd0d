"""A claim over several terms beside claims about one of them (RULES 8, 9): one tenure a term, none of them twice."""

from __future__ import annotations

import pytest

from graph.model import Claim
from tests.graph.claims_for import conclude, gain, hold, in_time, make_source, row, said

B, C = make_source("B"), make_source("C")
BOTH, XII, XIII = {"term": "khóa XII, XIII"}, {"term": "khóa XII"}, {"term": "khóa XIII"}
LONG = row("2016-01-28", "2026-01-19", **BOTH)
TWO = ["khóa XII: 2016-01-28 stated - 2021-01-31 stated", "khóa XIII: 2021-01-31 stated - 2026-01-19 stated"]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([LONG, row("2016-01-28", "2021-01-31", B, **XII), row("2021-01-31", None, C, **XIII)], TWO),
        ([LONG, row("2021-01-31", None, C, **XIII)], TWO),
        ([LONG, row("2016-01-28", "2021-01-31", B, **XII)], TWO),
        ([LONG], ["khóa XII, XIII: 2016-01-28 stated - 2026-01-19 stated"]),
        ([LONG, row("2026-01-19", None, C, term="khóa XIV")], ["khóa XII, XIII: 2016-01-28 stated - 2026-01-19 stated", "khóa XIV: 2026-01-19 stated -  open"]),
        ([gain("2016-01-28", **BOTH), gain("2021-01-31", C, **XIII), hold(B, **BOTH)], ["khóa XII: 2016-01-28 announced - 2021-01-31 term", "khóa XIII: 2021-01-31 announced -  open"]),
    ],
)  # fmt: skip
def test_rules_8_9_one_tenure_a_term(claims: list[Claim], expected: list[str]) -> None:
    concluded = conclude(*claims)
    assert [f"{each.term}: {said(each)}" for each in in_time(concluded.tenures)] == expected
    assert concluded.doubts == ()
    assert {id for each in concluded.tenures for id in each.claims} == {claim.id for claim in claims}
