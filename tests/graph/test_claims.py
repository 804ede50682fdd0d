"""Claims as rows and as nodes: ids by source and row, read back as they were (RULES 22)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from graph.claims import claim_from, claim_properties, further_keys, make_source_id, row_of, with_id
from graph.model import Claim
from graph.names import body_key
from tests.graph.claims_drawn import claims
from tests.graph.claims_for import gain, hold, make_source, row, tie

B = make_source("B")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (gain("2020"), gain("2020"), True),
        (gain("2020"), gain("2020", B), False),
        (gain("2020"), gain("2021"), False),
        (gain("2020"), gain("2020", quote="Ông An."), False),
        (gain("2020", head=None, seats=None), gain("2020", parent="Trung ương", body_kind="committee", seats=None), True),
        (gain("2020"), gain("2020", seats=None), True),  # one seat is what a head's post has anyway
        (gain("2020", capacity="acting"), gain("2020"), False),
        (hold(), row(None), False),
    ],
)  # fmt: skip
def test_rule_22_equal_rows_of_one_source_are_one_claim(one: Claim, other: Claim, same: bool) -> None:
    assert (one.id == other.id) is same


@settings(max_examples=30, deadline=None, database=None)
@given(claims(8))
def test_a_claim_is_read_back_as_it_was_stored(drawn: list[Claim]) -> None:
    assert [claim_from(claim_properties(claim), claim.source) for claim in drawn] == drawn


def test_an_id_says_nothing_of_where_the_passage_stood() -> None:
    claim = gain("2020", quote="Ông An.")
    assert with_id(replace(claim, quote_start=3, quote_end=9, rule="x", raw='{"a": "b"}')).id == claim.id


def test_a_row_leaves_blank_what_goes_without_saying() -> None:
    said = {column: cell for column, cell in row_of(gain("2020-10-15", id_source="s")).items() if cell}
    assert said == {"event": "gain", "person": "Nguyễn Văn An", "role": "Bí thư", "organization": "Tỉnh ủy Sơn La", "date": "2020-10-15"}  # fmt: skip


def test_rule_22_a_source_is_its_four_columns_else_its_hash() -> None:
    def named(title: str, published: str, sha256: str | None = None, url: str = "") -> str:
        return make_source_id(title=title, url=url, publisher="", published=published, sha256=sha256)

    assert named("A", "2024-01-01") == named("A", "2024-01-01") != named("A", "2024-01-02")
    assert named("", "2024-01-01", "ab") == named("", "2024-01-02", url="sha256:ab") != named("", "", "cd")


def test_further_keys_lead_to_names_bodies_and_roles() -> None:
    claim = gain("2020", names=("Ba An",), issuer="Bộ Chính trị", implies=("Ủy viên @ Ban Thường vụ Tỉnh ủy Sơn La",))
    kinds = sorted(key.partition(":")[0] for key in further_keys(claim))
    assert kinds == ["body", "mention", "person", "role"]
    assert f"body:{body_key('Bộ Hạ tầng')}" in further_keys(tie("Bộ Xây dựng", body_names=("Bộ Hạ tầng",)))
