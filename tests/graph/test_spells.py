"""How the claims of one person in one post are cut into spells: by the day they speak of (RULES 8, 9)."""

from __future__ import annotations

from itertools import permutations

from graph.periods import Spell
from graph.spells import make_spells
from tests.graph.claims_for import gain, held, hold, items_of, lose, make_source, row

B, C = make_source("B"), make_source("C")
OPENED, CLOSED, AGAIN = gain("2018-01-05"), lose("2020-01-05"), gain("2021-01-05", B)
APPROVED, SEEN, FORMER = gain("2018-02-05", B, action="chuẩn y"), hold(B), held(C)


def claims_of(spells: list[Spell]) -> list[set[str]]:
    return [{item.claim.id for item in spell.items} for spell in spells]


def test_claims_go_to_the_spell_of_their_day_in_any_order() -> None:
    expected = [{OPENED.id, APPROVED.id, CLOSED.id}, {AGAIN.id, SEEN.id, FORMER.id}]
    told = [OPENED, APPROVED, CLOSED, AGAIN, (SEEN, "2023-01-01"), (FORMER, "2024-03-01")]
    for order in permutations(told):
        assert claims_of(make_spells(items_of(order))) == expected


def test_terms_are_told_once() -> None:
    [spell] = make_spells(
        items_of([gain("2021-01-31", term="khóa XIII"), row("2021-01-31", source=B, term="khoá XIII")])
    )
    assert spell.terms == [min("khóa XIII", "khoá XIII")]


def test_no_claims_no_spells() -> None:
    assert make_spells([]) == []
