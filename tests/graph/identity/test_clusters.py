"""Which printed names are one person (RULES 24, 25), by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from graph.identity.individuals import Individual, find_individuals
from graph.identity.namings import Naming, Seat
from graph.ids import make_id
from graph.names import exact_key
from tests.graph.identity.namings_for import naming, seen


def parted(*namings: Naming) -> list[str]:
    """The persons as their claims, the same in every order."""
    found = {find_individuals(order).people for order in permutations(namings)}
    assert len(found) == 1
    return sorted(" ".join(person.claims) for person in found.pop())


def seat(place: str, since: str, until: str) -> Seat:
    return Seat(place, date.fromisoformat(since), date.fromisoformat(until))


@pytest.mark.parametrize(
    ("namings", "persons"),
    [
        ([naming("a"), naming("b")], ["a", "b"]),  # a name alone
        ([naming("a", post="p"), naming("b", post="p")], ["a b"]),
        ([naming("a", "Lê Hoà", post="p"), naming("b", "Lê Hòa", post="p")], ["a b"]),
        ([naming("a", "Lê Hiến", post="p"), naming("b", "Lê Hiện", post="p")], ["a", "b"]),
        ([naming("a", source="s"), naming("b", source="s")], ["a b"]),
        ([naming("a", decision="d"), naming("b", decision="d")], ["a b"]),
        ([naming("a", source="s", born=1960), naming("b", source="s", born=1961)], ["a", "b"]),  # within one source they differ
        ([naming("a", post="p", born=1960), naming("b", post="p", born=1961)], ["a b"]),
        ([naming("a", post="p", born=1960), naming("b", post="p", born=1962)], ["a", "b"]),
        ([naming("a", ref="x:1"), naming("b", ref="x:1")], ["a b"]),
        ([naming("a", ref="x:1", born=1950), naming("b", "Trần Bình", ref="x:1", born=1980)], ["a b"]),  # ids decide alone
        ([naming("a", ref="x:1", post="p"), naming("b", ref="x:2", post="p")], ["a", "b"]),
        ([naming("a", ref="x:1", post="p"), naming("b", ref="y:2", post="p")], ["a b"]),
        ([naming("a", ref="x:1", source="s"), naming("b", source="s")], ["a b"]),
        ([naming("a", source="s", roster="r"), naming("b", source="s", roster="r")], ["a", "b"]),
        ([naming("a", post="p", roster="r"), naming("b", post="p", roster="r")], ["a", "b"]),
        ([naming("a", source="s", names=("Ba An",)), naming("b", "Ba An", source="s")], ["a b"]),
        ([naming("a", post="p"), naming("b", post="p", source="s"), naming("c", source="s")], ["a b c"]),
        ([naming("a", source="s", seat=seat("sơn la", "2020-01-01", "2022-01-01")), naming("b", source="s", seat=seat("lao1 cai", "2021-01-01", "2023-01-01"))], ["a", "b"]),
        ([naming("a", source="s", seat=seat("sơn la", "2020-01-01", "2021-01-01")), naming("b", source="s", seat=seat("lao1 cai", "2021-01-01", "2023-01-01"))], ["a b"]),
    ],
)  # fmt: skip
def test_rules_24_and_25_one_person_or_two(namings: list[Naming], persons: list[str]) -> None:
    assert parted(*namings) == persons


EARLY = naming("a", post="p", service=seen("1976-01-01", "1991-06-01", "1991-06-30"))
LATE = naming("b", post="p", service=seen("2011-01-19", "2016-01-01", "2016-01-28"))


@pytest.mark.parametrize(
    ("namings", "persons"),
    [
        ([EARLY, LATE], ["a", "b"]),  # left nineteen years before: nobody returns to a post after so long
        ([EARLY, naming("b", post="p", service=seen("2008-06-30", "2010-01-01"))], ["a", "b"]),
        ([EARLY, naming("b", post="p", service=seen("2008-06-20", "2010-01-01"))], ["a b"]),  # within seventeen years
        ([naming("a", post="p", service=seen("1976-01-01", "1976-12-31")), LATE], ["a b"]),  # no source tells of an end
        ([EARLY, naming("b", post="p", service=seen("2011-01-19", "2011-01-19", begun=False))], ["a b"]),  # may be there for long
        ([EARLY, naming("b", post="p", service=seen("2015-01-01", "2015-01-01", "2015-01-01", begun=False))], ["a b"]),  # and left
        ([EARLY, naming("c", post="p", service=seen("2000-01-01", "2000-01-01")), LATE], ["a b c"]),  # seen between
        ([EARLY, naming("c", post="p", service=seen("1995-01-01", "1995-01-01")), LATE], ["a b c"]),  # and not seen to leave
        ([EARLY, naming("b", post="p", source="s"), naming("c", source="s")], ["a b c"]),  # undated: nothing forbids it
        ([EARLY, replace(LATE, source="a")], ["a b"]),  # one source tells of both
        ([EARLY, replace(LATE, post="q", decision="d"), naming("c", decision="d")], ["a", "b c"]),
    ],
)  # fmt: skip
def test_who_left_a_post_long_before_is_another(namings: list[Naming], persons: list[str]) -> None:
    assert parted(*namings) == persons


def test_who_left_a_post_long_before_is_put_to_the_user() -> None:
    [likeness] = find_individuals([EARLY, LATE]).likenesses
    assert "same_name" in likeness.reasons


def only(*namings: Naming) -> Individual:
    [person] = find_individuals(namings).people
    return person


def test_rule_24_an_id_is_of_the_smallest_key_and_lost_ones_resolve() -> None:
    by_post = make_id("person", f"{exact_key('Lê An')} @ p")
    assert only(naming("a", post="p")).id == by_post
    both = only(naming("a", post="p"), naming("b", post="p", ref="A:1"))
    assert (both.id, both.former_ids) == (make_id("person", "A:1"), (by_post,))
    assert both.refs == ("A:1",)


def test_rule_24_two_people_of_one_name_and_post_have_two_ids() -> None:
    found = find_individuals([naming("a", post="p", born=1950), naming("b", post="p", born=1970)]).people
    assert len({person.id for person in found}) == 2


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ([("Lê Hòa", ()), ("Lê Hoà", ()), ("Lê Hoà", ())], "Lê Hoà"),
        ([("Lê Hòa", ()), ("Lê Hoà", ())], min("Lê Hòa", "Lê Hoà")),
        ([("Ba An", ()), ("Ba An", ()), ("Lê An", ("Ba An",))], "Lê An"),
    ],
)
def test_rule_24_the_name_most_often_printed(printed: list[tuple[str, tuple[str, ...]]], name: str) -> None:
    person = only(*(naming(str(n), form, names=others, source="s") for n, (form, others) in enumerate(printed)))
    assert person.name == name
    assert set(person.names) == {form for form, _ in printed} | {other for _, others in printed for other in others}
