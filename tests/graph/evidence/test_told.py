"""Which statement tells which part of a tenure: by what it says and when, as the rules place it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.dates import Bound, parse_partial
from graph.evidence import Statement, find_parts
from graph.model import Claim, Tenure
from tests.graph.claims_for import gain, held, hold, lose, make_source, row

POST = "post-1"


def day(text: str) -> date:
    return date.fromisoformat(text)


def exact(text: str) -> Bound:
    return Bound(day(text), day(text))


def tenure(**said: Any) -> Tenure:
    """Held from 2019-03-01 by a decision, open, unless it says otherwise."""
    given: dict[str, Any] = {
        "start": exact("2019-03-01"),
        "end": Bound(None, None),
        "started": parse_partial("2019-03-01"),
        "ended": None,
        "started_basis": "effective",
        "ended_basis": None,
        "capacity": "full",
        "term": None,
        "last_attested": None,
        "planned_end": None,
    }
    fixed = {"id": "t", "person": "p", "post": POST, "organization": "o", "claims": (), "openers": (), "closers": ()}
    return Tenure(**fixed, **{**given, **said})


def told(claim: Claim, post: str = POST) -> Statement:
    return Statement(claim, make_source("A"), (), "p", post, None)


CLOSED = tenure(ended=parse_partial("2022"), end=Bound(day("2022-01-01"), day("2023-01-01")), ended_basis="stated")
SEEN = tenure(started=None, start=exact("2024-01-01"), started_basis="attested", last_attested=day("2024-01-01"))


@pytest.mark.parametrize(
    ("claim", "of", "parts"),
    [
        (gain("2019-03-01"), tenure(), {"start", "capacity"}),
        (gain("2019"), tenure(), {"start", "capacity"}),
        (gain("2020-05-01", action="bổ nhiệm lại"), tenure(), {"capacity"}),
        (gain("2019-03-01", capacity="acting"), tenure(), {"start"}),
        (lose("2022-06-01"), CLOSED, {"end", "capacity"}),
        (lose("2021-06-01"), CLOSED, {"capacity"}),
        (row("2019", "2022"), CLOSED, {"start", "end", "capacity"}),
        (held(), CLOSED, {"end", "capacity"}),
        (hold(), SEEN, {"start", "last_attested", "capacity"}),
        (gain("2019-03-01", term="2015-2020"), tenure(term="2015-2020"), {"start", "capacity", "term"}),
        (gain("2019-03-01", term="khóa XI"), tenure(term="2015-2020"), {"start", "capacity"}),
        (gain("2019-03-01", planned_end="2024"), tenure(planned_end=parse_partial("2024")), {"start", "capacity", "planned_end"}),
    ],
)  # fmt: skip
def test_what_a_statement_tells(claim: Claim, of: Tenure, parts: set[str]) -> None:
    """The source is of 2024-01-01; a former post is over by then (RULES 2)."""
    assert find_parts(told(claim), of) == parts


def test_a_claim_of_another_post_tells_the_end_alone() -> None:
    assert find_parts(told(lose("2022-06-01", action="từ trần"), post="post-2"), CLOSED) == {"end"}


def test_an_open_row_tells_when_it_was_last_seen() -> None:
    """RULES 2: an open row attests on the day its source was published."""
    of = tenure(last_attested=day("2024-01-01"))
    assert find_parts(told(row("2019-03-01")), of) == {"start", "last_attested", "capacity"}
