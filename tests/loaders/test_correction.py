"""A claim as somebody corrects it: what is typed counts, what hung on the old value goes, the printed words stay."""

from __future__ import annotations

from datetime import date

import pytest

from graph.by_hand import FIELDS
from graph.dates import PartialDate
from graph.errors import InputError
from graph.model import Claim
from loaders.article import read_file
from loaders.correction import correct_claim, printed_role
from loaders.gazetteers import read_gazetteers

PUBLISHED = date(2024, 3, 6)
GAIN = "Ngày 5/3/2024, Thủ tướng Chính phủ quyết định bổ nhiệm ông Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế."
ACTING = "Ngày 5/3/2024, Bộ Y tế giao ông Lê Văn Mẫu giữ chức Quyền Giám đốc Bệnh viện Mẫu."


def claim_in(text: str) -> Claim:
    (arrival,) = read_file("bài.txt", text.encode()).arrivals
    return arrival.claim


def correct(claim: Claim, **typed: str) -> Claim:
    fields = {field: typed[field] for field in FIELDS if field in typed}
    assert len(fields) == len(typed)
    return correct_claim(claim, fields, read_gazetteers(), PUBLISHED)


def test_a_corrected_claim_is_another_and_keeps_the_words_printed() -> None:
    read = claim_in(GAIN)
    new = correct(read, person="Lê Văn  Mầu", date="6/3/2024")
    assert (new.person, new.date) == ("Lê Văn Mầu", PartialDate(2024, 3, 6))
    assert (new.quote, new.quote_start, new.raw) == (read.quote, read.quote_start, read.raw)
    assert new.id != read.id
    assert new.rule == f"{read.rule}; by hand: person, date"
    assert set(new.inferred) >= {"person", "date"}
    assert new.action == "bổ nhiệm"


def test_what_says_the_same_corrects_nothing() -> None:
    read = claim_in(GAIN)
    assert correct(read, person="Lê Văn Mẫu", date="05/03/2024", event="gain") == read
    assert correct_claim(read, {}, read_gazetteers(), PUBLISHED) == read


def test_a_role_typed_is_read_with_its_capacity_and_what_the_word_lists_know() -> None:
    read = claim_in(GAIN)
    head = correct(read, role="Bộ trưởng")
    assert (head.role, head.capacity, head.head, head.seats) == ("Bộ trưởng", "full", True, 1)
    acting = correct(read, role="Quyền Bộ trưởng")
    assert (acting.role, acting.capacity) == ("Bộ trưởng", "acting")
    assert printed_role(acting) == "Quyền Bộ trưởng"
    other = correct(read, organization="UBND tỉnh Lạng Sơn", role="Chủ tịch")
    assert (other.body_kind, other.level, other.place) == ("people_committee", "province", "Lạng Sơn")


def test_a_role_left_alone_keeps_its_capacity() -> None:
    read = claim_in(ACTING)
    assert (printed_role(read), read.capacity) == ("Quyền Giám đốc", "acting")
    assert correct(read, date="2024").capacity == "acting"
    assert correct(read, role="Giám đốc").capacity == "full"


def test_another_kind_of_fact_drops_the_verb_and_moves_the_last_day() -> None:
    gain = correct(claim_in(GAIN), end="2029")
    assert (gain.planned_end, gain.end) == (PartialDate(2029), None)
    held = correct(gain, event="held")
    assert (held.event, held.action, held.end, held.planned_end) == ("held", None, PartialDate(2029), None)


def test_a_day_taken_out_has_no_basis_either() -> None:
    new = correct(claim_in(GAIN), date="")
    assert (new.date, new.date_basis) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("date", "30/2/2024", "is not a date"),
        ("date", "hôm qua", "is not a date"),
        ("person", "  ", "is not the name of the person"),
        ("role", "…", "is not the post"),
        ("organization", "123", "is not the body"),
        ("end", "soon", "is not a date"),
    ],
)
def test_a_value_that_cannot_be_meant_is_an_error_of_one_sentence(field: str, value: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        correct(claim_in(GAIN), **{field: value})
    assert said in error.value.say("en")
    assert "\n" not in error.value.say("vi")


def test_a_row_of_a_table_is_not_corrected_here() -> None:
    rows = "person,role,organization,started,ended\nLò Thị Băng,Chủ tịch,Hội Mẫu,2020,\n"
    (arrival,) = read_file("bảng.csv", rows.encode()).arrivals
    with pytest.raises(InputError, match="does not tell"):
        correct(arrival.claim, person="Lò Thị Bông")
