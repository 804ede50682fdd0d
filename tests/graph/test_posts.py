"""Posts of a scope: title, seats, kind, what they bring with them (RULES 15-17, 24)."""

from __future__ import annotations

from typing import Any

import pytest

from graph.posts import PostDraft, draft_posts, join_title
from tests.graph.claims_for import Told, change, gain, make_source, tie
from tests.graph.scope_for import scope_of

B, C = make_source("B"), make_source("C")
UNKNOWN: dict[str, Any] = {"head": None, "seats": None}


def posts(*told: Told) -> list[PostDraft]:
    return sorted(draft_posts(scope_of(*told)).values(), key=lambda post: post.title)


@pytest.mark.parametrize(
    ("role", "body", "title"),
    [
        ("Bí thư", "Tỉnh ủy Sơn La", "Bí thư Tỉnh ủy Sơn La"),
        ("Trưởng Ban", "Ban Dân vận Trung ương", "Trưởng Ban Dân vận Trung ương"),
        ("Chủ tịch Ủy ban", "ủy ban nhân dân xã A", "Chủ tịch Ủy ban nhân dân xã A"),
        ("Bộ trưởng", "Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        ("Chánh án", "Chánh án", "Chánh án"),
    ],
)
def test_a_post_is_said_in_one_breath(role: str, body: str, title: str) -> None:
    assert join_title(role, body) == title


@pytest.mark.parametrize(
    ("claims", "seats", "leads"),
    [
        ([gain("2020", head=True, seats=None)], 1, True),
        ([gain("2020", head=False, seats=None)], None, False),
        ([gain("2020", head=False, seats=1)], 1, False),
        ([gain("2020", head=None, seats=1)], 1, True),  # a title that no vocabulary knows
        ([gain("2020", head=None, seats=2), gain("2021", B, head=None, seats=2), gain("2022", C, head=None, seats=1)], 2, False),
    ],
)  # fmt: skip
def test_seats(claims: list[Told], seats: int | None, leads: bool) -> None:
    [post] = posts(*claims)
    assert (post.seats, post.leads) == (seats, leads)


def test_rule_15_capacities_share_the_post() -> None:
    assert len(posts(gain("2020"), gain("2021", capacity="acting"))) == 1


def test_rule_17_a_secretary_brings_two_memberships_of_which_nobody_need_tell() -> None:
    implied = ("Ủy viên @ Ban Thường vụ Tỉnh ủy Sơn La", "Ủy viên @ Ban Chấp hành Đảng bộ tỉnh Sơn La")
    secretary, of_standing, of_committee = posts(gain("2020", implies=implied))
    assert secretary.title == "Bí thư Tỉnh ủy Sơn La"
    assert of_standing.title == "Ủy viên Ban Thường vụ Tỉnh ủy Sơn La"
    assert (of_committee.title, of_committee.body) == ("Ủy viên Tỉnh ủy Sơn La", secretary.body)
    assert secretary.implies == sorted((of_standing.id, of_committee.id))


def test_rule_28_one_name_of_an_implied_body_can_mean_two_bodies_in_turn() -> None:
    standing = "Ban Thường vụ Tỉnh ủy Sơn La"
    implied = (f"Ủy viên @ {standing}",)
    merged = change("merge", "2025-07-01", standing, standing)
    secretary, *members = posts(gain("2020", implies=implied), gain("2025-07-01", B, implies=implied), merged)
    assert [member.title for member in members] == [f"Ủy viên {standing}"] * 2
    assert secretary.implies == sorted(member.id for member in members)


def test_rule_24_titles_in_the_form_most_often_printed() -> None:
    [post] = posts(gain("2020", role="bí thư"), gain("2021", role="Bí thư"), gain("2022", B, role="bí thư"))
    assert post.printed_role == "bí thư"


def test_what_ties_say_of_a_body_goes_before_what_its_name_suggests() -> None:
    told = tie("Tỉnh ủy Sơn La", body_kind="committee")
    [post] = posts(gain("2020", body_kind="council"), gain("2021", B, body_kind="council"), told)
    assert post.kind == "committee"
