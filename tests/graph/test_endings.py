"""Ends that a tenure's own claims do not tell (RULES 11-14, 29), by hand."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import Claim
from tests.graph.claims_for import Told, conclude, gain, hold, holding, in_time, lose, make_source, row, said

B, C = make_source("B", "2024-02-01"), make_source("C", "2024-03-01")
BINH, CHI, DUNG = ({"person": name} for name in ("Lê Bình", "Lê Chi", "Lê Dũng"))
MEMBER: dict[str, Any] = {"role": "Ủy viên", "head": None, "seats": None}
STANDING = "Ban Thường vụ Tỉnh ủy Sơn La"
NEW = {"term": "2020-2025"}
OLD_TO_NEW = {"term": "2015-2020"}


def of_an(*claims: Told, **setting: Any) -> list[str]:
    """What is concluded of the one person, in the committee and its organ."""
    found = [each for each in conclude(*claims, **setting).tenures if "Tỉnh ủy" in each.organization]
    return [said(each) for each in in_time(found) if each.person == holding(gain("2020")).person]


CASES: list[tuple[str, list[Told], list[str]]] = [
    ("a successor", [gain("2018-01-05"), gain("2020-01-05", **BINH)], ["2018-01-05 announced - 2020-01-05 replaced"]),
    ("a successor in a month", [gain("2018-01-05"), gain("2020-02", **BINH)], ["2018-01-05 announced - 2020-02-01..2020-03-01 replaced"]),
    ("a closing action goes first", [gain("2018-01-05"), lose("2019-12-31"), gain("2020-01-05", **BINH)], ["2018-01-05 announced - 2019-12-31 decision"]),
    ("a stated end is an end", [row("2018-01-05", "2019"), gain("2019-03-05", **BINH)], ["2018-01-05 stated - 2019-01-01..2020-01-01 stated"]),
    ("who comes back has a second spell", [gain("2012-03-01"), gain("2013-11-14", **BINH), gain("2015-11-14", B)], ["2012-03-01 announced - 2013-11-14 replaced", "2015-11-14 announced -  open"]),
    ("who is attested after another's gain never left", [gain("2012-03-01"), gain("2013-11-14", **BINH), (hold(C), "2014-03-01"), gain("2015-11-14", B, action="bổ nhiệm lại")], ["2012-03-01 announced -  open"]),
    ("a month of the year told first opens nothing", [row("2014"), gain("2014-06", B, **BINH), row("2014-12", source=C)], ["2014-12-01..2014-12-31 stated -  open"]),
    ("replaced before a re-election", [gain("2012-03-01", term="2010-2015"), gain("2012-11-14", **BINH, term="2010-2015"), gain("2015-10-20", B, **OLD_TO_NEW)], ["2012-03-01 announced - 2012-11-14 replaced", "2015-10-20 announced -  open"]),
    ("an acting one replaces nobody", [gain("2018-01-05"), gain("2020-01-05", **BINH, capacity="acting")], ["2018-01-05 announced -  open"]),
    ("one in charge replaces nobody", [gain("2018-01-05"), gain("2020-01-05", **BINH, capacity="in_charge")], ["2018-01-05 announced -  open"]),
    ("an acting one is replaced", [gain("2018-01-05", capacity="acting"), gain("2020-01-05", **BINH)], ["2018-01-05 announced - 2020-01-05 replaced"]),
    ("among many nobody is replaced", [gain("2018-01-05", **MEMBER), gain("2020-01-05", **BINH, **MEMBER)], ["2018-01-05 announced -  open"]),
    ("held by another", [gain("2018-01-05"), (hold(**BINH), "2024-01-01")], ["2018-01-05 announced - 2018-01-06..2024-01-01 replaced"]),
    ("held by another after being attested", [gain("2018-01-05"), (hold(B), "2022-03-01"), (hold(**BINH), "2024-01-01")], ["2018-01-05 announced - 2022-03-02..2024-01-01 replaced"]),
    ("attested, then another gains", [(hold(), "2022-03-01"), gain("2023-05-01", **BINH)], ["2022-03-01 attested - 2022-03-02..2023-05-01 replaced"]),
    ("attested later than the successor", [gain("2018-01-05"), gain("2020-01-05", **BINH), (hold(B), "2024-02-01")], ["2018-01-05 announced -  open"]),
    ("alternate, then full", [gain("2016-01-28", **MEMBER, capacity="alternate"), gain("2018-05-12", **MEMBER)], ["2016-01-28 announced - 2018-05-12 replaced", "2018-05-12 announced -  open"]),
    ("an alternate is not replaced by another", [gain("2016-01-28", capacity="alternate"), gain("2018-05-12", **BINH)], ["2016-01-28 announced -  open"]),
    ("a death", [gain("2018-01-05"), lose("2019-01-05", role="Bộ trưởng", organization="Bộ Y tế", action="từ trần")], ["2018-01-05 announced - 2019-01-05 death"]),
    ("an expulsion ends Party posts", [gain("2018-01-05", body_kind="committee"), lose("2019-01-05", role="Đảng viên", organization="Đảng", action="khai trừ")], ["2018-01-05 announced - 2019-01-05 decision"]),
    ("and no other", [gain("2018-01-05", body_kind="council"), lose("2019-01-05", role="Đảng viên", organization="Đảng", action="khai trừ")], ["2018-01-05 announced -  open"]),
    ("retiring ends the post named", [gain("2018-01-05"), lose("2019-01-05", role="Bộ trưởng", organization="Bộ Y tế", action="nghỉ hưu")], ["2018-01-05 announced -  open"]),
    ("a planned end ends nothing", [gain("2018-01-05", planned_end="2019-01-05")], ["2018-01-05 announced -  open"]),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rules_11_13_14(claims: list[Told], expected: list[str]) -> None:
    assert of_an(*claims) == expected


def test_rule_14_a_death_told_elsewhere_ends_posts_here() -> None:
    death = holding(lose("2019-01-05", role="Bộ trưởng", organization="Bộ Y tế", action="từ trần"))
    assert of_an(gain("2018-01-05"), finals=[death]) == ["2018-01-05 announced - 2019-01-05 death"]
    assert of_an(gain("2019-02-05"), finals=[death]) == ["2019-02-05 announced -  open"]


def committee(*, head: dict[str, Any] | None = None, day: str = "2020-10-15", term: str = "2020-2025") -> list[Claim]:
    first = gain(day, **BINH, term=term) if head is None else gain(day, **BINH, term=term, **head)
    return [first, *(gain(day, **person, **MEMBER, term=term) for person in (CHI, DUNG))]


OLD = gain("2015-10-15", **MEMBER, term="2015-2020")


@pytest.mark.parametrize(
    ("claims", "ended"),
    [
        ([OLD, *committee()], "2020-10-15 term"),
        ([gain("2015-10-15", **MEMBER, term="2015-2020", planned_end="2020-06-01"), *committee()], "2020-10-15 term"),
        ([OLD, *committee()[:2]], " open"),  # two gains
        ([OLD, *committee(head={"role": "Phó Bí thư", "head": None, "seats": None})], " open"),  # no head among them
        ([OLD, *committee(term="2010-2015")], " open"),  # no later term
        ([gain("2015-10-15", **MEMBER), *committee()], " open"),  # of a term that nobody tells
        ([OLD, *committee()[:2], gain("2020-10-16", **DUNG, **MEMBER, **NEW)], " open"),  # not one day
        ([OLD, *committee(day="2020-10")], " open"),  # no day
        ([OLD, (hold(B, **MEMBER), "2024-02-01"), *committee()], " open"),  # attested afterwards
        ([(hold(**MEMBER, term="2015-2020"), "2019-01-01"), *committee()], "2019-01-02..2020-10-15 term"),
    ],
)
def test_rule_12_a_new_committee_ends_the_old(claims: list[Told], ended: str) -> None:
    [line] = of_an(*claims)
    assert line.partition(" - ")[2] == ended


def test_rule_12_organs_end_with_their_committee() -> None:
    claims = [gain("2015-10-15", **MEMBER, organization=STANDING, term="2015-2020"), *committee()]
    organs = {"Tỉnh ủy Sơn La": frozenset({STANDING})}
    assert of_an(*claims, organs=organs) == ["2015-10-15 announced - 2020-10-15 term"]
    assert of_an(*claims) == ["2015-10-15 announced -  open"]


def test_rule_9_who_is_elected_again_has_two_tenures_of_which_the_first_ends_by_term() -> None:
    claims = [OLD, *committee(), gain("2020-10-15", **MEMBER, **NEW)]
    assert of_an(*claims) == ["2015-10-15 announced - 2020-10-15 term", "2020-10-15 announced -  open"]


@pytest.mark.parametrize(
    ("claim", "day", "expected"),
    [
        (gain("2018-01-05"), "2025-03-01", "2018-01-05 announced - 2025-03-01 body_ended"),
        (gain("2018-01-05"), "2025", "2018-01-05 announced - 2025-01-01..2026-01-01 body_ended"),
        (hold(), "2025-03-01", "2024-01-01 attested - 2024-01-02..2025-03-01 body_ended"),
        (gain("2025-03-01"), "2025-03-01", "2025-03-01 announced -  open"),
        (row("2018-01-05", "2020-02-03"), "2025-03-01", "2018-01-05 stated - 2020-02-03 stated"),
    ],
)
def test_rules_28_and_29_the_end_of_the_body(claim: Claim, day: str, expected: str) -> None:
    assert of_an(claim, body_ends={"Tỉnh ủy Sơn La": day}) == [expected]


def test_rule_11_of_two_reasons_on_one_day_the_first_named_holds() -> None:
    claims = [gain("2018-01-05"), gain("2025-03-01", **BINH)]
    assert of_an(*claims, body_ends={"Tỉnh ủy Sơn La": "2025-03-01"}) == [
        "2018-01-05 announced - 2025-03-01 body_ended"
    ]
    assert of_an(*claims, body_ends={"Tỉnh ủy Sơn La": "2025-06-01"}) == ["2018-01-05 announced - 2025-03-01 replaced"]
