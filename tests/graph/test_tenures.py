"""Claims of one person in one post → tenures, by hand from RULES 1-10. A line: start, basis, end, basis."""

from __future__ import annotations

import pytest

from graph.model import Claim
from tests.graph.claims_for import (
    Told,
    conclude,
    doubts,
    gain,
    held,
    hold,
    in_time,
    lines,
    lose,
    make_claim,
    make_source,
    row,
)

B, C = make_source("B", "2024-02-01"), make_source("C", "2024-03-01")

CASES: list[tuple[str, list[Told], list[str], list[str]]] = [
    ("1: a year", [gain("2020"), lose("2023")], ["2020-01-01..2020-12-31 announced - 2023-01-01..2024-01-01 decision"], []),
    ("1: a month", [gain("2020-02"), lose("2023-12")], ["2020-02-01..2020-02-29 announced - 2023-12-01..2024-01-01 decision"], []),
    ("1: days", [gain("2020-10-15"), lose("2023-05-02")], ["2020-10-15 announced - 2023-05-02 decision"], []),
    ("2: open", [gain("2020-10-15", date_basis="signed")], ["2020-10-15 signed -  open"], []),
    ("2: attested", [hold(), (hold(B), "2024-02-01")], ["2024-01-01 attested - 2024-02-02.. open"], []),
    ("2: a row", [row("2020", "2022-03-04")], ["2020-01-01..2020-12-31 stated - 2022-03-04 stated"], []),
    ("2: an open row", [row("2020-05-01")], ["2020-05-01 stated -  open"], []),
    ("2: a row without a start", [row(None, "2022-03-04")], [" stated - 2022-03-04 stated"], []),
    ("2: a row without dates attests", [row(None)], ["2024-01-01 attested - 2024-01-02.. open"], []),
    ("2: held with dates", [held(start="2019", end="2020-02-03")], ["2019-01-01..2019-12-31 stated - 2020-02-03 stated"], []),
    ("2: held, undated", [held()], [" stated - ..2024-01-01 stated"], []),
    ("2: held since a day was over on publication", [held(start="2019-05-06")], ["2019-05-06 stated - 2019-05-07..2024-01-01 stated"], []),
    ("18: struck off after the end", [row("2016-05-06", "2021-03-04"), held(start="2024-08-05", source=B, action="xóa tư cách")], ["2016-05-06 stated - 2021-03-04 stated"], []),
    ("18: a day of discipline is no start", [held(start="2023-08-05", action="xoá tư cách")], [" stated - ..2023-08-05 stated"], []),
    ("18: held in 2016 and struck off, it was over by then", [gain("2016-05-06"), held(start="2023-08-05", action="xóa tư cách")], ["2016-05-06 announced - 2016-05-07..2023-08-05 stated"], []),
    ("2: attested, then former", [hold(), (held(B), "2024-02-01")], ["2024-01-01 attested - 2024-01-02..2024-02-01 stated"], []),
    ("3: agreeing", [gain("2023"), row("2023-07-20", source=B)], ["2023-07-20 stated -  open"], []),
    ("3: contradicting", [gain("2020-01-05"), row("2020-03-07", source=B)], ["2020-01-05..2020-03-07 announced -  open"], ["conflict"]),
    ("3: contradicting ends", [gain("2020-01-05"), lose("2022-01-01"), lose("2022-02-01", B)], ["2020-01-05 announced - 2022-01-01..2022-02-01 decision"], ["conflict"]),
    ("3: former before the end", [gain("2020-01-05"), (held(), "2022-01-01"), lose("2022-03-01", B)], ["2020-01-05 announced - 2020-01-06..2022-03-01 decision"], ["conflict"]),
    ("4: hold counts on publication", [hold(date="2023-11-11")], ["2024-01-01 attested - 2024-01-02.. open"], []),
    ("4: the better basis", [gain("2020-01-05", date_basis="announced"), gain("2020-01-05", B, date_basis="effective")], ["2020-01-05 effective -  open"], []),
    ("4: an undated gain is known from publication on", [gain(None)], ["2024-01-01 announced -  open"], []),
    ("8: told twice", [gain("2020-01-05"), gain("2020-01", B)], ["2020-01-05 announced -  open"], []),
    ("8: the same decision", [gain("2020-01-05", number="1/QĐ-TTg"), gain("2020-02-05", B, number="1/QĐ–TTg")], ["2020-01-05..2020-02-05 announced -  open"], ["conflict"]),
    ("4: signed one day, in force another", [gain("2020-02-20", number="1/QĐ-TTg", date_basis="signed"), gain("2020-03-01", B, number="1/QĐ-TTg", date_basis="effective")], ["2020-03-01 effective -  open"], []),
    ("8: an approval after an election of which one source knows the year", [gain("2021"), gain("2021-10-24", B, action="bầu"), gain("2021-11-22", C, action="phê chuẩn")], ["2021-10-24 announced -  open"], []),
    ("8: a number alone is no key", [gain("2020-01-05", number="1/QĐ-TTg"), lose("2020-12-31"), gain("2021-02-05", B, number="1/QĐ-TTg")], ["2020-01-05 announced - 2020-12-31 decision", "2021-02-05 announced -  open"], []),
    ("8: an approval within 90 days", [gain("2021-08-24", action="bầu"), gain("2021-11-22", B, action="phê chuẩn")], ["2021-08-24 announced -  open"], []),
    ("8: an approval of who has left since", [gain("2021-08-24", action="bầu"), row("2021-08-24", "2023-02-20", source=B), gain("2021-08-29", C, action="phê chuẩn")], ["2021-08-24 announced - 2023-02-20 stated"], []),
    ("8: an undated gain told after a dated one", [gain("2023-07-20"), gain(None, B)], ["2023-07-20 announced -  open"], []),
    ("8: an approval on the 91st day", [gain("2021-08-24", action="bầu"), gain("2021-11-23", B, action="phê chuẩn")], ["2021-08-24..2021-11-23 announced -  open"], ["conflict"]),
    ("8: an approval does not sharpen the month of an election", [gain("2021-08", action="bầu"), gain("2021-08-29", B, action="chuẩn y")], ["2021-08-01..2021-08-31 announced -  open"], []),
    ("8: an approval alone", [gain("2021-08-29", action="công nhận")], ["2021-08-29 announced -  open"], []),
    ("8: two approvals contradict", [gain("2021-08-29", action="phê chuẩn"), gain("2021-08-30", B, action="phê chuẩn")], ["2021-08-29..2021-08-30 announced -  open"], ["conflict"]),
    ("8: reappointed", [gain("2018-01-05"), gain("2023-01-05", B, action="bổ nhiệm lại")], ["2018-01-05 announced -  open"], []),
    ("8: another gain conflicts", [gain("2018-01-05"), gain("2019-01-05", B)], ["2018-01-05..2019-01-05 announced -  open"], ["conflict"]),
    ("8: a gain after an attestation", [(hold(), "2022-01-01"), gain("2022-06-01", B)], ["2022-01-01 attested - 2022-01-02.. open"], ["conflict"]),
    ("8: of another term", [(hold(term="2015-2020"), "2020-01-01"), gain("2020-10-15", B, term="2020-2025")], ["2020-01-01 attested - 2020-01-02..2020-10-15 term", "2020-10-15 announced -  open"], []),
    ("8: a hold after an end", [gain("2018-01-05"), lose("2020-01-05"), hold(B)], ["2018-01-05 announced - 2020-01-05 decision", "2024-01-01 attested - 2024-01-02.. open"], ["conflict"]),
    ("8: a hold on the day of the end is none", [gain("2018-01-05"), lose("2024-01-01"), hold(B)], ["2018-01-05 announced - 2024-01-01 decision"], []),
    ("8: an open row printed after the end", [row("2018-01-05"), lose("2020-01-05", B)], ["2018-01-05 stated - 2020-01-05 decision"], ["conflict"]),
    ("9: a new spell", [gain("2018-01-05"), lose("2020-01-05"), gain("2021-01-05")], ["2018-01-05 announced - 2020-01-05 decision", "2021-01-05 announced -  open"], []),
    ("9: two rows stay two", [row("2010", "2015"), row("2017", "2020")], ["2010-01-01..2010-12-31 stated - 2015-01-01..2016-01-01 stated", "2017-01-01..2017-12-31 stated - 2020-01-01..2021-01-01 stated"], []),
    ("9: rows that meet in a year", [row("2010", "2015"), row("2015", "2020")], ["2010-01-01..2010-12-31 stated - 2015-01-01..2016-01-01 stated", "2015-01-01..2015-12-31 stated - 2020-01-01..2021-01-01 stated"], []),
    ("9: re-elected", [gain("2015-10-15", term="2015-2020"), gain("2020-10-15", term="2020-2025")], ["2015-10-15 announced - 2020-10-15 term", "2020-10-15 announced -  open"], []),
    ("9: a term is one in any print", [gain("2021-01-31", term="khóa XIII"), gain("2021-01-31", B, term="khoá 13")], ["2021-01-31 announced -  open"], []),
    ("9: released and elected again that day", [gain("2016-04-07"), lose("2021-04-05"), gain("2021-04-05")], ["2016-04-07 announced - 2021-04-05 decision", "2021-04-05 announced -  open"], []),
    ("9: the loss of a stated end is no loss of the next", [row("2016-04-07", "2021-04-05"), gain("2021-04-05"), lose("2021-04-05")], ["2016-04-07 stated - 2021-04-05 decision", "2021-04-05 announced -  open"], []),
    ("10: closing only", [lose("2021-04-05")], [" closing_only - 2021-04-05 decision"], ["closing_only"]),
    ("10: undated", [lose(None)], [" closing_only - ..2024-01-01 decision"], ["closing_only"]),
    ("11: a stated end gives way to a decision", [row("2016", "2021"), lose("2021-04-05", B)], ["2016-01-01..2016-12-31 stated - 2021-04-05 decision"], []),
    ("14: a death ends by death", [gain("2016-04-07"), lose("2018-09-21", action="từ trần")], ["2016-04-07 announced - 2018-09-21 death"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "expected", "doubtful"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_spells_of_one_post(claims: list[Told], expected: list[str], doubtful: list[str]) -> None:
    concluded = conclude(*claims)
    assert lines(concluded) == expected
    assert doubts(concluded) == doubtful


@pytest.mark.parametrize(
    ("claims", "shown"),
    [
        ([gain("2023"), gain("2023-07-20", B)], "2023-07-20"),
        ([gain("2020-01-05"), gain("2020-03-07", B), gain("2020-03-07", C)], "2020-03-07"),  # more sources
        ([(gain("2020-03-07", B), "2024-02-01"), (gain("2020-01-05", C), "2024-03-01")], "2020-03-07"),  # earlier
        ([hold()], None),
    ],
)
def test_rule_3_the_start_that_is_shown(claims: list[Told], shown: str | None) -> None:
    [tenure] = conclude(*claims).tenures
    assert (str(tenure.started) if tenure.started is not None else None) == shown


def test_rule_21_a_copied_story_counts_once_among_contradicting_dates() -> None:
    claims = [gain("2020-01-05"), gain("2020-03-07", B), gain("2020-03-07", C), gain("2020-01-05", make_source("D"))]
    assert str(conclude(*claims, stories=["", "B", "B", ""]).tenures[0].started) == "2020-01-05"


@pytest.mark.parametrize(
    ("claims", "planned"),
    [
        ([gain("2018-01-05", planned_end="2023-01-05")], "2023-01-05"),
        ([gain("2018-01-05", end="2023-01-05")], "2023-01-05"),
        ([gain("2018-01-05", planned_end="2023-01-05"), gain("2023-01-05", B, action="kéo dài", planned_end="2025")], "2025"),
        ([gain("2018-01-05")], None),
    ],
)  # fmt: skip
def test_rule_8_a_planned_end_moves_and_ends_nothing(claims: list[Claim], planned: str | None) -> None:
    [tenure] = conclude(*claims).tenures
    assert (str(tenure.planned_end) if tenure.planned_end is not None else None) == planned
    assert tenure.ended_basis is None


@pytest.mark.parametrize(
    ("claims", "attested"),
    [([gain("2018-01-05")], None), ([gain("2018-01-05"), hold(B)], "2024-01-01"), ([row("2018-01-05")], "2024-01-01")],
)
def test_rule_2_last_attested(claims: list[Claim], attested: str | None) -> None:
    [tenure] = conclude(*claims).tenures
    assert (tenure.last_attested.isoformat() if tenure.last_attested is not None else None) == attested


def test_rule_2_a_vote_on_a_holder_attests_that_day() -> None:
    vote = make_claim(kind="vote", table="votes", date="2023-10-25", body="Quốc hội", person="Lê An", role="Bộ trưởng", organization="Bộ Y tế")  # fmt: skip
    assert lines(conclude(vote)) == ["2023-10-25 attested - 2023-10-26.. open"]


@pytest.mark.parametrize(
    ("claims", "capacities"),
    [
        ([gain("2022-01-05", capacity="acting"), lose("2022-06-05")], [("acting", "2022-06-05")]),
        (
            [gain("2022-01-05", capacity="acting"), lose("2022-06-05"), gain("2023-01-05")],
            [("acting", "2022-06-05"), ("full", None)],
        ),
        (
            [gain("2022-01-05", capacity="acting"), gain("2023-01-05"), lose("2024-01-05")],
            [("acting", "2023-01-05"), ("full", "2024-01-05")],
        ),
    ],
)
def test_rule_15_a_plain_loss_ends_what_was_held(claims: list[Claim], capacities: list[tuple[str, str | None]]) -> None:
    found = in_time(conclude(*claims).tenures)
    assert [(each.capacity, str(each.ended) if each.ended is not None else None) for each in found] == capacities


def test_rule_24_the_id_of_a_tenure_is_its_smallest_opening_claim() -> None:
    first, second = gain("2020-01-05"), gain("2020-01", B)
    [alone], [both] = conclude(min(first, second, key=lambda c: c.id)).tenures, conclude(first, second, hold(C)).tenures
    assert alone.id == both.id


def test_no_two_tenures_share_an_id_where_an_open_row_outlives_its_end() -> None:
    claims: list[Told] = [row("2018-01-05"), lose("2020-01-05", B), (hold(C), "2023-01-01")]
    found = conclude(*claims).tenures
    assert len({each.id for each in found}) == len(found) == 2
