"""Which body a printed name means on a day (RULES 24, 27, 28), by hand."""

from __future__ import annotations

from datetime import date

import pytest

from graph.bodies import Bodies, Body, make_bodies
from graph.dates import parse_partial
from graph.model import Claim
from graph.names import body_key
from tests.graph.claims_for import change, tie

BEFORE, ON, AFTER = date(2025, 2, 28), date(2025, 3, 1), date(2026, 1, 1)
TRANSPORT, BUILDING, WORKS = "Bộ Giao thông vận tải", "Bộ Xây dựng", "Bộ Hạ tầng"
MERGER = [change("merge", "2025-03-01", TRANSPORT, BUILDING), change("merge", "2025-03-01", BUILDING, BUILDING)]


def old(name: str) -> Body:
    return Body(body_key(name), None, None)


def new(name: str, day: date = ON) -> Body:
    return Body(body_key(name), None, day)


@pytest.mark.parametrize(
    ("claims", "name", "day", "body"),
    [
        ([], BUILDING, ON, old(BUILDING)),
        ([change("rename", "2025-03-01", BUILDING, WORKS)], BUILDING, BEFORE, old(BUILDING)),
        ([change("rename", "2025-03-01", BUILDING, WORKS)], WORKS, ON, old(BUILDING)),
        ([change("rename", "2025-03-01", BUILDING, WORKS)], WORKS, BEFORE, old(BUILDING)),  # printed too early
        ([change("rename", "2025-03-01", BUILDING, WORKS)], BUILDING, AFTER, old(BUILDING)),  # printed too late
        (MERGER, BUILDING, BEFORE, old(BUILDING)),
        (MERGER, BUILDING, ON, new(BUILDING)),
        (MERGER, BUILDING, None, new(BUILDING)),
        (MERGER, TRANSPORT, AFTER, old(TRANSPORT)),
        ([change("split", "2025-03-01", BUILDING, WORKS), change("split", "2025-03-01", BUILDING, BUILDING)], BUILDING, ON, new(BUILDING)),
        ([change("split", "2025-03-01", BUILDING, WORKS)], WORKS, AFTER, new(WORKS)),
        ([change("create", "2025-03-01", None, WORKS)], WORKS, AFTER, new(WORKS)),
        ([change("create", "2025-03-01", None, WORKS)], WORKS, BEFORE, new(WORKS)),
        ([change("dissolve", "2024-01-01", WORKS, None), change("create", "2025-03-01", None, WORKS)], WORKS, BEFORE, old(WORKS)),
        ([change("dissolve", "2024-01-01", WORKS, None), change("create", "2025-03-01", None, WORKS)], WORKS, ON, new(WORKS)),
        ([change("transfer", "2025-03-01", TRANSPORT, BUILDING)], BUILDING, AFTER, old(BUILDING)),
        ([change("rename", "2020-01-01", TRANSPORT, WORKS), change("rename", "2025-03-01", WORKS, BUILDING)], BUILDING, ON, old(TRANSPORT)),
        ([tie(BUILDING, body_names=(WORKS,))], WORKS, ON, old(BUILDING)),
        ([tie(BUILDING, body_names=(WORKS,)), tie(WORKS, body_names=(TRANSPORT,))], TRANSPORT, ON, old(BUILDING)),
        ([tie(BUILDING, body_names=(WORKS,)), tie(WORKS, body_names=(BUILDING,))], WORKS, ON, old(min(BUILDING, WORKS))),
        ([tie(WORKS, body_names=(BUILDING,)), change("rename", "2025-03-01", BUILDING, WORKS)], WORKS, ON, old(BUILDING)),
        ([tie(BUILDING, body_names=(TRANSPORT,)), *MERGER], TRANSPORT, BEFORE, old(TRANSPORT)),
    ],
)  # fmt: skip
def test_rule_28_what_a_name_means(claims: list[Claim], name: str, day: date | None, body: Body) -> None:
    assert make_bodies(claims).find(name, day) == body
    assert make_bodies(claims[::-1]).find(name, day) == body


@pytest.mark.parametrize(
    ("claims", "body", "end"),
    [
        (MERGER, old(BUILDING), "2025-03-01"),
        (MERGER, old(TRANSPORT), "2025-03-01"),
        (MERGER, new(BUILDING), None),
        ([change("rename", "2025-03-01", BUILDING, WORKS)], old(BUILDING), None),
        ([change("transfer", "2025-03-01", BUILDING, WORKS)], old(BUILDING), None),
        ([change("dissolve", "2025-03", BUILDING, None)], old(BUILDING), "2025-03"),
        ([tie(BUILDING, dissolved="2025"), *MERGER], old(BUILDING), "2025-03-01"),  # the more precise
        ([tie(BUILDING, dissolved="2024-06-01"), *MERGER], old(BUILDING), "2024-06-01"),  # else the earlier
    ],
)
def test_rule_28_ends(claims: list[Claim], body: Body, end: str | None) -> None:
    assert make_bodies(claims).end_of(body) == (parse_partial(end) if end is not None else None)


def test_rule_28_starts() -> None:
    assert str(make_bodies(MERGER).start_of(new(BUILDING))) == "2025-03-01"
    assert str(make_bodies([tie(BUILDING, founded="1973")]).start_of(old(BUILDING))) == "1973"
    assert make_bodies([]).start_of(old(BUILDING)) is None


HEALTH = [tie("Sở Y tế @ Sơn La"), tie("Sở Y tế", place="Lào Cai", parent="UBND tỉnh Lào Cai")]


@pytest.mark.parametrize(
    ("reference", "body"),
    [
        ("Sở Y tế @ Sơn La", ("sơn la", "Sở Y tế")),
        ("Sở Y tế @ lào cai", ("lao1 cai", "Sở Y tế")),
        ("Sở Y tế @ UBND tỉnh Lào Cai", ("lao1 cai", "Sở Y tế")),
        ("Sở Y tế", (None, "Sở Y tế")),
    ],
)
def test_rule_27_names_with_a_place_or_a_parent(reference: str, body: tuple[str | None, str]) -> None:
    assert make_bodies(HEALTH).find(reference, ON) == Body(body_key(body[1]), body[0], None)


def test_rule_27_a_bare_name_that_fits_two_says_which() -> None:
    bodies: Bodies = make_bodies(HEALTH)
    assert bodies.fits("Sở Y tế") == ["lao1 cai", "sơn la"]
    assert bodies.fits("Sở Y tế @ Sơn La") == []
    assert make_bodies(HEALTH[:1]).fits("Sở Y tế") == []
    assert make_bodies(HEALTH[:1]).find("Sở Y tế", ON).qualifier == "sơn la"
