"""Who may be one person (IDENTITY 3, RULES 25, 26): which pairs are put to the user, in what order, and why."""

from __future__ import annotations

from typing import Any

import pytest

from graph.identity.compare import CROWD, WEIGHTS
from graph.identity.individuals import find_individuals
from graph.identity.namings import Naming
from graph.model import Judgement
from graph.words import LANGS, read_words
from tests.graph.identity.namings_for import judged, naming, served


def pairs(namings: list[Naming], *judgements: Judgement) -> list[tuple[float, tuple[str, ...]]]:
    return [(like.score, like.reasons) for like in find_individuals(namings, judgements).likenesses]


def reasons(one: dict[str, Any], other: dict[str, Any]) -> tuple[str, ...] | None:
    found = pairs([naming("a", **one), naming("b", **other)])
    return found[0][1] if found else None


BODY = "sở nội vụ"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"person": "Lê An"}, {"person": "Lê An"}, ("same_name", "rare_name")),
        ({"person": "Lê Quý"}, {"person": "Lê Quí"}, ("like_name", "rare_name")),
        ({"person": "Nguyễn Văn Tiến"}, {"person": "Nguyen Van Tien"}, ("no_diacritics", "rare_name")),
        ({"person": "Lê Hoà"}, {"person": "Lê Hòa"}, ("same_name", "rare_name")),
        ({"person": "Nguyễn Văn Tiến"}, {"person": "Nguyễn Văn Tiên"}, None),  # a tone is another name
        ({"person": "Lê An"}, {"person": "Lê Thị An"}, None),
        ({"names": ("Ba An",)}, {"person": "Ba An"}, ("same_name", "rare_name")),
        ({"born": 1960}, {"born": 1960}, ("same_name", "born", "rare_name")),
        ({"born": 1960}, {"born": 1961}, ("same_name", "born_near", "rare_name")),
        ({"born": 1960}, {"born": 1962}, None),
        ({"ref": "x:1"}, {"ref": "x:2"}, None),
        ({"ref": "x:1"}, {"ref": "y:2"}, ("same_name", "rare_name")),
        ({"service": served(BODY, "2010-01-01", "2012-01-01")}, {"service": served(BODY, "2013-01-01", "2015-01-01")}, ("same_name", "same_body", "rare_name")),
        ({"service": served(BODY, "2010-01-01", "2012-01-01")}, {"service": served(BODY, "2013-01-03", "2015-01-01")}, ("same_name", "rare_name")),
        ({"service": served("x", "2010-01-01", "2012-01-01", place="sơn la", level="province")},
         {"service": served("y", "2010-01-01", "2012-01-01", place="sơn la", level="province")}, ("same_name", "same_place", "rare_name")),
        ({"service": served("x", "2010-01-01", "2012-01-01", place="sơn la", level="province")},
         {"service": served("y", "2011-01-01", "2012-01-01", place="lai châu", level="province")}, None),  # in two places at once
        ({"service": served("x", "2010-01-01", "2012-01-01", place="sơn la", level="province")},
         {"service": served("y", "2011-11-01", "2013-01-01", place="lai châu", level="province")}, ("same_name", "rare_name")),  # a handover
        ({"service": served("x", "2010-01-01", "2012-01-01", place="mộc châu", level="district")},
         {"service": served("y", "2010-01-01", "2012-01-01", place="sơn la", level="province")}, ("same_name", "rare_name")),  # one in the other
    ],
)  # fmt: skip
def test_what_speaks_for_one_person(one: dict[str, Any], other: dict[str, Any], why: tuple[str, ...] | None) -> None:
    assert reasons(one, other) == why


CHAIR = {"post": "chair", "alone": True}
AT_ONCE = served(BODY, "2010-01-01", "2015-01-01")
AFTER = served(BODY, "2015-06-01", "2020-01-01")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"person": "Đỗ Văn Phớn", "service": AT_ONCE}, ("near_name", "at_once")),
        ({"person": "Đỗ Văn Phới Sơn", "service": AT_ONCE}, None),  # more than a letter
        ({"person": "Đỗ Văn Phời", "service": AT_ONCE}, None),  # a tone is another name
        ({"person": "Đỗ Văn Phớn", "service": AFTER}, ("near_name",)),
        ({"person": "Đỗ Văn Phớn", "service": served(BODY, "2016-01-03", "2020-01-01")}, None),  # over a year between
        (
            {"person": "Đỗ Văn Phớn", "service": served(BODY, "2014-01-01", "2020-01-01")},
            ("near_name",),
        ),  # a year printed
        ({"person": "Đỗ Văn Phớn", "service": AFTER, "born": 1960}, ("near_name", "born")),
        ({"person": "Đỗ Văn Phớn", "service": AFTER, "born": 1962}, None),
        ({"person": "Đỗ Văn Phớn", "service": AT_ONCE, "post": "deputy"}, None),
        ({"person": "Đỗ Văn Phớn", "service": AT_ONCE, "alone": False}, None),
        ({"person": "Đỗ Văn Phớn", "service": None}, None),
        ({"person": "Đỗ Văn Phớn", "service": AT_ONCE, "roster": "list"}, None),  # one list names both
    ],
)
def test_names_one_letter_apart_in_one_seat_are_put_to_the_user(
    other: dict[str, Any], why: tuple[str, ...] | None
) -> None:
    one = {**CHAIR, "person": "Đỗ Văn Phới", "service": AT_ONCE, "born": 1960, "roster": "list"}
    assert reasons(one, {**CHAIR, **other}) == why


def test_rule_26_holds_of_names_one_letter_apart_too() -> None:
    seat = {**CHAIR, "service": AT_ONCE}
    namings = [naming("a", "Đỗ Văn Phới", **seat), naming("b", "Đỗ Văn Phớn", **seat)]
    assert pairs(namings) == [(0.55, ("near_name", "at_once"))]
    assert pairs(namings, judged("Đỗ Văn Phới", "Đỗ Văn Phớn", "different")) == []
    assert len(find_individuals(namings, [judged("Đỗ Văn Phới", "Đỗ Văn Phớn", "same")]).people) == 1
    assert len(find_individuals(namings).people) == 2  # no rule joins them


def test_more_evidence_scores_higher_and_nothing_is_certain() -> None:
    weak = pairs([naming("a"), naming("b")])
    strong = pairs(
        [
            naming("a", born=1960, service=served(BODY, "2010-01-01", "2012-01-01")),
            naming("b", born=1960, service=served(BODY, "2012-01-01", "2015-01-01")),
        ]
    )
    assert weak[0][0] < strong[0][0] < 1


def test_rule_26_who_was_judged_is_not_asked_about_again() -> None:
    namings = [naming("a", "Lê Quý"), naming("b", "Lê Quí")]
    assert len(pairs(namings)) == 1
    assert pairs(namings, judged("Lê Quý", "Lê Quí", "unsure")) == []
    assert pairs(namings, judged("Lê Quý", "Lê Quí", "different")) == []


def test_in_a_crowd_of_one_name_only_a_second_datum_makes_a_pair() -> None:
    crowd = [naming(str(n)) for n in range(CROWD + 1)]
    assert pairs(crowd) == []
    assert pairs([*crowd, naming("x", born=1960), naming("y", born=1960)]) == [(0.75, ("same_name", "born"))]


def test_every_reason_has_its_words() -> None:
    for table in (read_words(lang).table for lang in LANGS):
        assert {key for key in table if key.startswith("reasons.")} == {f"reasons.{reason}" for reason in WEIGHTS}
        assert {"ground.own_id", "ground.same_decision", "ground.same_source", "ground.same_post"} <= table.keys()
