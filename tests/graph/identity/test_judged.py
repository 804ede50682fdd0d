"""What judgements make of namings (RULES 25, 26), by hand."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.identity.individuals import Identified, find_individuals
from graph.identity.namings import Naming
from graph.ids import make_id
from graph.model import Judgement
from graph.names import exact_key
from tests.graph.identity.namings_for import judged, naming

AN, BINH = naming("a", "Lê An"), naming("b", "Trần Bình")
TWO_AN = [naming("a", post="p"), naming("b", post="q")]


def id_of(name: str, post: str) -> str:
    return make_id("person", f"{exact_key(name)} @ {post}")


def identified(namings: list[Naming], judgements: list[Judgement]) -> Identified:
    """The outcome, which no order of claims or judgements changes."""
    found = {
        find_individuals(claims, verdicts) for claims in permutations(namings) for verdicts in permutations(judgements)
    }
    assert len(found) == 1
    return found.pop()


def parted(namings: list[Naming], *judgements: Judgement) -> list[str]:
    return sorted(" ".join(person.claims) for person in identified(namings, list(judgements)).people)


@pytest.mark.parametrize(
    ("namings", "judgements", "persons"),
    [
        ([AN, BINH], [judged("Lê An", "Trần Bình", "same")], ["a b"]),
        ([AN, BINH], [judged("Lê An", "Trần Bình", "unsure")], ["a", "b"]),
        ([AN, BINH], [judged("Lê An", "Không Ai", "same")], ["a", "b"]),  # nobody of that name yet
        ([AN, BINH], [judged("lê an", "Trần Bình", "same")], ["a", "b"]),  # a name counts exactly as printed
        ([naming("a", "Lê Hoà"), BINH], [judged("Lê Hòa", "Trần Bình", "same")], ["a b"]),  # but for where the tone stands
        ([*TWO_AN, naming("c", "Trần Bình")], [judged("Lê An", "Trần Bình", "same")], ["a", "b", "c"]),  # two bear it
        (TWO_AN, [judged(id_of("Lê An", "p"), id_of("Lê An", "q"), "same")], ["a b"]),
        ([naming("a", born=1950), naming("b", "Lê Ân", born=1970)], [judged("Lê An", "Lê Ân", "same")], ["a b"]),  # over a veto
        ([naming("a", ref="x:1"), naming("b", ref="x:2")], [judged("x:1", "x:2", "same")], ["a b"]),
        ([naming("a", source="s", post="p"), naming("b", source="s", post="q")], [judged(id_of("Lê An", "p"), id_of("Lê An", "q"), "different")], ["a", "b"]),
        ([naming("a", source="s", post="p"), naming("b", source="s", post="q"), naming("c", source="s", post="q")],
         [judged(id_of("Lê An", "p"), id_of("Lê An", "q"), "different")], ["a", "b c"]),
    ],
)  # fmt: skip
def test_rule_26_a_judgement_joins_or_parts(
    namings: list[Naming], judgements: list[Judgement], persons: list[str]
) -> None:
    assert parted(namings, *judgements) == persons


def test_rule_26_the_latest_holds_and_takes_the_earlier_back() -> None:
    same = judged("Lê An", "Trần Bình", "same", "2024-01-01")
    assert parted([AN, BINH], same, judged("Trần Bình", "Lê An", "different", "2024-01-02")) == ["a", "b"]
    assert parted([AN, BINH], same, judged("Trần Bình", "Lê An", "unsure", "2024-01-01T10:00:00")) == ["a", "b"]
    assert parted([AN, BINH], same, judged("Lê An", "Trần Bình", "different", "2023-12-31")) == ["a b"]


def test_rule_26_a_name_means_who_bears_it_exactly_as_printed() -> None:
    hoa, other = naming("c", "Lê Hòa", post="x"), naming("d", "Lê Hoà", post="y")
    assert parted([AN, hoa, other], judged("Lê An", "Lê Hoà", "same")) == ["a d", "c"]
    assert parted([AN, hoa], judged("Lê An", "Lê Hoà", "same")) == ["a c"]
    both = naming("e", "Lê Hòa", post="z")
    assert parted([AN, hoa, both], judged("Lê An", "Lê Hòa", "same")) == ["a", "c", "e"]


def test_rule_26_names_and_ids_of_one_pair_are_one_pair() -> None:
    same = judged("Lê An", "Trần Bình", "same", "2024-01-01")
    by_id = judged(id_of("Lê An", "a"), id_of("Trần Bình", "b"), "unsure", "2024-01-02")
    assert parted([AN, BINH], same, by_id) == ["a", "b"]


def test_rule_26_a_later_parting_is_not_undone_by_way_of_a_third() -> None:
    third = naming("c", "Vũ Chi")
    chain = [judged("Lê An", "Trần Bình", "same"), judged("Trần Bình", "Vũ Chi", "same", "2024-01-02")]
    assert parted([AN, BINH, third], *chain) == ["a b c"]
    assert parted([AN, BINH, third], *chain, judged("Lê An", "Vũ Chi", "different", "2024-01-03")) == ["a", "b c"]


def test_rule_24_the_ids_of_the_joined_resolve() -> None:
    [person] = identified([AN, BINH], [judged("Lê An", "Trần Bình", "same")]).people
    assert sorted((person.id, *person.former_ids)) == sorted((id_of("Lê An", "a"), id_of("Trần Bình", "b")))
    assert person.joined_by == ("judgement",)


def test_on_what_ground_claims_are_one_person() -> None:
    namings = [naming("a", post="p", source="s"), naming("b", post="p", decision="d"), naming("c", source="s", decision="d")]  # fmt: skip
    [person] = find_individuals(namings).people
    assert person.joined_by == ("same_decision", "same_source", "same_post")


def test_what_was_judged_of_two_is_told_with_their_ids() -> None:
    verdict = judged("Lê An", "Trần Bình", "different")
    found = identified([AN, BINH], [verdict])
    [told] = found.judged
    assert (told.judgement, told.person_a, told.person_b) == (verdict, id_of("Lê An", "a"), id_of("Trần Bình", "b"))
    assert all(person.judgements == (verdict.id,) for person in found.people)
