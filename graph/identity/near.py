"""Names one letter apart of two who hold the very same single seat at once or in turn: misprints, now and then. Pure.

Letters without marks are compared: names that differ by a tone alone are two names, and so no pair here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from graph.identity.namings import Naming
from graph.names import block_key

A_YEAR = timedelta(days=366)  # so long two in turn seem to be there at once, where years alone are printed


@dataclass(slots=True)
class Stay:
    """How a person is called in one seat, by blocks of names, and the days at the least between which."""

    names: set[str] = field(default_factory=set)
    first: date = date.max
    last: date = date.min

    def meets(self, other: Stay) -> bool:
        """Tell whether both were there at once or with at most a year between, under names one letter apart."""
        beside = self.gap(other) <= A_YEAR
        return beside and not self.names & other.names and bool(find_near(self.names, other.names))

    def gap(self, other: Stay) -> timedelta:
        """The time between the two; less than nothing where they overlap."""
        return max(self.first, other.first) - min(self.last, other.last)


def find_near(names: Iterable[str], others: Collection[str]) -> set[str]:
    """Find the others that are one letter apart from one of some names; all are blocks."""
    return {
        other
        for name in names
        for other in others
        if abs(len(name) - len(other)) <= 1 and Levenshtein.distance(name, other, score_cutoff=1) == 1
    }


def find_stays(namings: Iterable[Naming]) -> dict[str, Stay]:
    """Find the single seats that a person is seen in on known days, by post."""
    stays: dict[str, Stay] = defaultdict(Stay)
    for naming in namings:
        if not naming.alone or naming.post is None or naming.service is None:
            continue
        stay = stays[naming.post]
        stay.names |= {block_key(name) for name in (naming.person, *naming.names)}
        stay.first = min(stay.first, naming.service.first)
        stay.last = max(stay.last, naming.service.last)
    return stays


def find_near_pairs(stays: Mapping[str, Mapping[str, Stay]]) -> dict[tuple[str, str], bool]:
    """Find the pairs of persons, by id, who meet in a seat, and whether they are in one for over a year."""
    seated: dict[str, list[str]] = defaultdict(list)
    for person in sorted(stays):
        for post in stays[person]:
            seated[post].append(person)
    found: dict[tuple[str, str], bool] = {}
    for post, people in seated.items():
        for pair in combinations(people, 2):
            one, other = (stays[person][post] for person in pair)
            if one.meets(other):
                found[pair] = found.get(pair, False) or -one.gap(other) > A_YEAR
    return found
