"""What a person corrected in a claim before it came in: the rule that read it says so, field by field.

The sentence and the words printed (`quote`, `raw`) stay as they are; the fields corrected count as supplied by us.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal, get_args

from graph.model import Claim

Field = Literal["event", "person", "role", "organization", "date", "end"]
FIELDS: tuple[Field, ...] = get_args(Field)
BY_HAND = "; by hand: "  # between the rule that read a claim and the fields corrected


def mark_by_hand(claim: Claim, fields: Collection[Field]) -> Claim:
    """Say in a claim which of its fields a person corrected, beside those corrected before."""
    told = [field for field in FIELDS if field in {*fields, *fields_by_hand(claim.rule)}]
    inferred = tuple(dict.fromkeys((*claim.inferred, *told)))
    return replace(claim, rule=f"{rule_before(claim.rule)}{BY_HAND}{', '.join(told)}", inferred=inferred)


def rule_before(rule: str) -> str:
    """Tell the rule that read a claim, without what a person corrected."""
    return rule.partition(BY_HAND)[0]


def fields_by_hand(rule: str) -> tuple[Field, ...]:
    """Tell from the rule of a claim which of its fields a person corrected."""
    _, mark, told = rule.partition(BY_HAND)
    return tuple(field for field in FIELDS if mark and field in told.split(", "))
