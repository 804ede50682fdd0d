"""What people judged of two persons, applied to the clusters that rules alone make (RULES 25, 26). Pure.

Of several judgements on a pair the latest holds. `different` keeps two apart before any rule joins them; `same` joins
two against any veto, unless a later judgement keeps apart whom it would bring together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.clusters import Apart, Cluster
from graph.identity.namings import person_id
from graph.model import Judgement
from graph.names import exact_key, nfc

_ID = re.compile(r"person-[0-9a-f]{16}")


def is_person_id(reference: str) -> bool:
    """Tell whether a reference has the form of our own ids."""
    return _ID.fullmatch(reference) is not None


def names_by_id(reference: str) -> bool:
    """Tell whether a reference is an id, ours or `id_source:id`, and no printed name."""
    return is_person_id(reference) or ":" in reference


def mark_of(reference: str) -> str:
    """By what a reference finds its person: our id, that of `id_source:id`, else the exact key of a name."""
    if is_person_id(reference):
        return reference
    return person_id(reference) if names_by_id(reference) else exact_key(reference)


@dataclass(frozen=True, slots=True)
class Pair:
    """A judgement with the places of the two clusters that it means."""

    judgement: Judgement
    one: int
    other: int

    @property
    def both(self) -> frozenset[int]:
        return frozenset((self.one, self.other))


def find_apart(judgements: Iterable[Judgement]) -> Apart:
    """The marks of those who were judged, in the last instance, to be two."""
    latest: dict[frozenset[str], Judgement] = {}
    for each in sorted(judgements, key=_time):
        latest[frozenset((mark_of(each.person_a), mark_of(each.person_b)))] = each
    apart: dict[str, set[str]] = defaultdict(set)
    for marks, judgement in latest.items():
        if judgement.verdict == "different" and len(marks) > 1:
            for mark in marks:
                apart[mark] |= marks - {mark}
    return {mark: frozenset(others) for mark, others in apart.items()}


def find_pairs(
    clusters: Sequence[Cluster], ids: Sequence[Sequence[str]], judgements: Iterable[Judgement]
) -> list[Pair]:
    """The judgements that mean two clusters each, the latest first; a name that several bear means none of them.

    A name means who bears it exactly as printed; failing such, who bears it in another placement of tones.
    """
    latest_first = sorted(judgements, key=_time, reverse=True)
    if not latest_first:
        return []
    marked, printed = _bearers(clusters, ids), _printed(clusters)
    found = []
    for judgement in latest_first:
        persons = (judgement.person_a, judgement.person_b)
        sides = [printed.get(nfc(person)) or marked.get(mark_of(person), ()) for person in persons]
        if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            found.append(Pair(judgement, sides[0][0], sides[1][0]))
    return found


def _bearers(clusters: Sequence[Cluster], ids: Sequence[Sequence[str]]) -> Mapping[str, Sequence[int]]:
    marked: dict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        for mark in cluster.marks:
            marked[mark].append(place)
    own = {id: [place] for place, several in enumerate(ids) for id in several}
    return {**marked, **own}


def _printed(clusters: Sequence[Cluster]) -> Mapping[str, Sequence[int]]:
    """Who bears each name exactly as printed, tone placement included."""
    bearing: dict[str, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        for name in {nfc(name) for naming in cluster.namings for name in (naming.person, *naming.names)}:
            bearing[name].append(place)
    return bearing


def join_judged(count: int, pairs: Sequence[Pair]) -> list[int]:
    """For each of so many clusters, the place of the first one that it was judged to be one person with."""
    group = list(range(count))
    apart: list[frozenset[int]] = []
    for pair in _standing(pairs):
        first, second = sorted((group[pair.one], group[pair.other]))
        if pair.judgement.verdict == "different":
            apart.append(pair.both)
        elif pair.judgement.verdict == "same" and not any(
            {group[place] for place in both} == {first, second} for both in apart
        ):
            group = [first if place == second else place for place in group]
    return group


def _standing(pairs: Iterable[Pair]) -> Iterable[Pair]:
    """The latest judgement of each two clusters, of pairs that come the latest first."""
    seen: set[frozenset[int]] = set()
    for pair in pairs:
        if pair.both not in seen:
            seen.add(pair.both)
            yield pair


def _time(judgement: Judgement) -> tuple[str, str]:
    return judgement.at, judgement.id
