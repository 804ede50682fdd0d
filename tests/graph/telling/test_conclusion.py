"""What is concluded, in words: bounds, certainty, bases; each sentence with the statements that tell it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.evidence import Chain, Statement
from graph.model import Claim, Source
from graph.telling import Numbered, tell_conclusion, tell_details, tell_statement
from graph.words import read_words
from tests.graph.claims_for import Told, conclude, gain, held, hold, lose, make_source, told_on

EN, VI = read_words("en"), read_words("vi")


def numbered(*claims: Told, causes: tuple[Statement, ...] = (), **setting: Any) -> Numbered:
    """The chain of the one tenure that some claims make; every claim stands in its own source."""
    (tenure,) = conclude(*claims, **setting).tenures
    statements = [stated(*told_on(told), post=tenure.post) for told in claims]
    return Numbered(Chain(tenure, "Nguyễn Văn An", "Bí thư", "Tỉnh ủy Sơn La", tuple(statements), (), causes))


def stated(claim: Claim, published: date, *, post: str) -> Statement:
    source = Source(claim.source, "table", published, title="A", published_basis="stated")
    return Statement(claim, source, (), claim.person, post, None)


def lines(*claims: Told, **setting: Any) -> list[str]:
    return tell_conclusion(numbered(*claims, **setting), EN)


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ([gain("2020-01-05", date_basis="effective")], "Start 2020-01-05: counted from the day on which the decision takes effect [1]."),
        ([gain("2020", date_basis="signed")], "Start 2020: counted from the day on which the decision was signed, as no source gives the day of effect [1]. “2020” can be any day from 2020-01-01 to 2020-12-31."),
        ([gain(None)], "Start: no source gives the day; counted from the day of publication, 2024-01-01 [1]."),
        ([hold()], "Start: not known; first named in the post on 2024-01-01 [1]."),
        ([held()], "Start: not known; told only as a post once held."),
        ([lose("2021-06-01")], "Start: not known; the sources tell only of the end."),
        ([gain("2020-01"), gain("2020-03", make_source("B"))], "The sources differ: from 2020-01-01 to 2020-03-31; both are kept."),
        ([lose("2021-06-01")], "End 2021-06-01: a decision or announcement takes the post away [1]."),
        ([held()], "End (on an unknown day, by 2024-01-01 at the latest): as a source states it [1]."),
        ([gain("2020-01-05")], "End: no source tells of one."),
        ([gain("2020-01-05")], "Certainly held from 2020-01-05 on."),
        ([hold()], "Certainly held from 2024-01-01 until before 2024-01-02."),
        ([hold()], "Possibly held from 2024-01-01 on."),
        ([held(start="2019", end="2019")], "Certainly held on no day."),
        ([held(start="2019", end="2019")], "Possibly held from 2019-01-01 until before 2020-01-01."),
        ([held()], "As the start is not known, this tenure is listed on no day; only the career shows it."),
        ([gain("2020-01-05", capacity="acting")], "Capacity: acting [1]."),
        ([gain("2020-01-05", term="2020-2025")], "Term: 2020-2025, as printed [1]."),
        ([gain("2020-01-05", end="2025")], "Planned until 2025 [1]; a plan ends no tenure by itself."),
    ],
)  # fmt: skip
def test_each_part_is_told_with_its_basis(claims: list[Claim], wanted: str) -> None:
    assert any(wanted in line for line in lines(*claims)), "\n".join(lines(*claims))


def test_an_end_that_no_claim_tells_is_inferred() -> None:
    (tenure_end,) = (
        line for line in lines(gain("2020-01-05"), body_ends={"Tỉnh ủy Sơn La": "2022-07-01"}) if line.startswith("End")
    )
    assert tenure_end == "End 2022-07-01: inferred, because the body ended."


def test_what_every_statement_infers_is_said_once_for_the_tenure() -> None:
    completed = gain("2020-01-05", inferred=("organization", "date"))
    plain = gain("2020-01-05", make_source("B"))
    assert [line for line in lines(completed) if line.startswith("Note")] == [
        "Note: the year of a start or end is supplied by us; no source prints it [1].",
        "Note: no sentence prints the body's full name; it is completed by us [1].",
    ]
    assert [line for line in lines(completed, plain) if line.startswith("Note")] == []


def test_days_print_in_the_language() -> None:
    told = tell_conclusion(numbered(gain("2020-01-05", date_basis="effective")), VI)
    assert told[0] == "Bắt đầu 05/01/2020: tính từ ngày quyết định có hiệu lực [1]."


def test_a_statement_says_what_the_text_printed() -> None:
    claim = gain(
        "2020-01-05",
        role="Ủy viên",
        organization="Ban Chấp hành Đảng bộ tỉnh Sơn La",
        raw='{"organization": "Ban  Chấp hành", "person": "Nguyễn Văn An"}',
        quote="Chỉ định ông An tham gia Ban  Chấp hành.",
        rule="decision-active",
    )
    chain = numbered(claim)
    assert tell_statement(chain.statements[0], chain, EN) == (
        "[1] Nguyễn Văn An is given the post Ủy viên, Ban Chấp hành Đảng bộ tỉnh Sơn La; on 2020-01-05."
    )
    assert tell_details(chain.statements[0], chain, EN) == [
        "Sentence: “Chỉ định ông An tham gia Ban Chấp hành.”",
        "Words in the text: Body “Ban Chấp hành”",
        "The title “Ủy viên” is not printed here; the rule of reading supplies it.",
        "Source: A · published 2024-01-01",
        "Read by the rule: decision-active",
    ]


def test_a_name_with_braces_is_only_a_name() -> None:
    chain = numbered(gain("2020-01-05", person="An {x} %s"))
    assert tell_statement(chain.statements[0], chain, EN).startswith("[1] An {x} %s is given")
