"""Since when posts are held together, and the posts of one branch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from graph.concurrent import keep_one_branch, put_certain_first, put_together
from graph.kinds import BRANCHES, PARTY_KINDS, STATE_KINDS, branch_of

AT = date(2024, 3, 1)


def post(started: str | None, body: str = "o1", certainty: str = "certain") -> dict[str, Any]:
    return {"started": started, "organization_id": body, "certainty": certainty}


def row(*posts: dict[str, Any]) -> Mapping[str, Any]:
    sure = sum(each["certainty"] == "certain" for each in posts)
    return {"person_id": "p", "n": sure, "n_possible": len(posts) - sure, "posts": list(posts)}


@pytest.mark.parametrize(
    ("starts", "since", "days"),
    [
        (["2020-01-01", "2024-02-28"], "2024-02-28", 2),  # 2024 is a leap year
        (["2024-03-01", "2021-05-05"], "2024-03-01", 0),
        (["2023", "2023-07", "2022-12-31"], "2023", 61),  # the last day that 2023 can mean
        (["2023", "2023-12-31"], "2023-12-31", 61),
        (["2020-01-01"], None, None),
        (["2020-01-01", None], None, None),
    ],
)
def test_posts_are_held_together_since_the_last_was_taken_up(
    starts: list[str | None], since: str | None, days: int | None
) -> None:
    (told,) = put_together([row(*map(post, starts))], AT)
    assert (told["since"], told["days"]) == (since, days)


def test_a_possible_post_is_not_counted_among_those_held_together() -> None:
    (told,) = put_together([row(post("2020-01-01"), post("2021-01-01"), post("2024", certainty="possible"))], AT)
    assert told["since"] == "2021-01-01"


def test_of_one_branch_only_its_posts_are_kept_and_counted() -> None:
    held = row(post("2020", "party"), post("2021", "ministry"), post("2022", "agency", "possible"), post("2022", "?"))
    branches = {"party": "party", "ministry": "executive", "agency": "executive"}
    (kept,) = keep_one_branch([held], branches, least=2)
    assert [each["organization_id"] for each in kept["posts"]] == ["ministry", "agency"]
    assert (kept["n"], kept["n_possible"]) == (1, 1)
    assert keep_one_branch([held], branches, least=3) == []
    assert keep_one_branch([row(post("2020", "?"), post("2020", "?"))], branches, least=2) == []


def test_who_is_certain_to_hold_most_stands_first() -> None:
    """The question counts 8 possible posts before 7 certain ones; a reader of the page should not meet a guess first."""
    rows = [{"n": 0, "n_possible": 8}, {"n": 7, "n_possible": 0}, {"n": 2, "n_possible": 1}, {"n": 2, "n_possible": 3}]
    assert put_certain_first(rows) == [rows[1], rows[3], rows[2], rows[0]]


def test_no_kind_is_of_two_branches() -> None:
    kinds = [kind for branch in BRANCHES.values() for kind in branch]
    assert len(kinds) == len(set(kinds))
    assert {branch_of(kind) for kind in PARTY_KINDS} == {"party"}
    assert {branch_of(kind) for kind in STATE_KINDS} == {"assemblies", "executive", "justice"}
    assert branch_of("enterprise") is branch_of(None) is None
