"""A claim that somebody corrected says so in its rule, and the chain of evidence tells it field by field."""

from __future__ import annotations

import pytest

from graph.by_hand import FIELDS, fields_by_hand, mark_by_hand, rule_before
from graph.model import Claim
from graph.telling import say_inferred
from graph.words import LANGS, read_words

READ = Claim(id="c", source="s", kind="post", table="decisions", rule="active", inferred=("issuer",))


def test_the_fields_corrected_stand_behind_the_rule_that_read_the_claim() -> None:
    once = mark_by_hand(READ, ["date"])
    assert (once.rule, once.inferred) == ("active; by hand: date", ("issuer", "date"))
    twice = mark_by_hand(once, ["person"])
    assert twice.rule == "active; by hand: person, date"
    assert (rule_before(twice.rule), fields_by_hand(twice.rule)) == ("active", ("person", "date"))


def test_a_rule_that_nobody_touched_names_no_field() -> None:
    assert fields_by_hand("active") == ()
    assert rule_before("active") == "active"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("field", FIELDS)
def test_each_field_corrected_is_told_as_that(lang: str, field: str) -> None:
    words = read_words("vi" if lang == "vi" else "en")
    known = next(each for each in FIELDS if each == field)
    said = say_inferred(known, f"active; by hand: {field}", words)
    assert ("sửa tay" if lang == "vi" else "corrected") in said


def test_what_the_loader_completed_is_still_told_as_that() -> None:
    words = read_words("en")
    assert "heading above" in say_inferred("role", "holder-line; by hand: date", words)
    assert "year" in say_inferred("date", "active; by hand: person", words)
