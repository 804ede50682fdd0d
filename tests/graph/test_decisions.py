"""Which claims tell of one decision (RULES 20)."""

from __future__ import annotations

import pytest

from graph.decisions import decision_id
from graph.model import Claim
from tests.graph.claims_for import gain, hold, lose, make_source

B = make_source("B")
PM, SECRETARIAT = "Thủ tướng Chính phủ", "Ban Bí thư"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (gain("2021-02-03", issuer=PM, number="9/QĐ-TTg"), lose("2021-02-09", B, issuer="thủ tướng chính phủ", number="9/qđ–TTg"), True),
        (gain("2021-02-03", issuer=PM, number="9/QĐ-TTg"), gain("2022-02-03", B, issuer=PM, number="9/QĐ-TTg"), False),
        (gain("2021-02-03", issuer=PM, number="9/QĐ-TTg"), gain("2021-02-03", issuer="Bộ Y tế", number="9/QĐ-TTg"), False),
        (gain("2021-06-03", issuer=SECRETARIAT, number="9-QĐNS/TW"), gain("2023-02-03", issuer=SECRETARIAT, number="9-QĐNS/TW"), True),
        (gain("2021-01-25", issuer=SECRETARIAT, number="9-QĐNS/TW"), gain("2021-02-03", issuer=SECRETARIAT, number="9-QĐNS/TW"), False),
        (gain("2006-03-03", issuer=SECRETARIAT, number="9-QĐ/TW"), gain("2005-03-03", issuer=SECRETARIAT, number="9-QĐ/TW"), True),
        (gain("2021-02-03", issuer=PM), lose("2021-02-03", issuer=PM, role="Ủy viên"), True),
        (gain("2021-02-03", issuer=PM), gain("2021-02-03", B, issuer=PM), False),
        (gain("2021-02-03", issuer=PM), gain("2021-02-04", issuer=PM), False),
    ],
)  # fmt: skip
def test_rule_20_one_decision(one: Claim, other: Claim, same: bool) -> None:
    assert (decision_id(one) == decision_id(other)) is same


def test_attestations_tell_of_none() -> None:
    assert decision_id(hold(number="9/QĐ-TTg")) is None
