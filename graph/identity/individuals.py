"""Clusters of claims → persons: id, name, other names, year of birth, and why the claims were taken for one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from graph.identity.clusters import Cluster, find_clusters
from graph.identity.compare import Likeness, find_likenesses
from graph.identity.judged import Pair, find_apart, find_pairs, join_judged
from graph.identity.namings import Naming, person_id
from graph.model import Judgement
from graph.names import exact_key


@dataclass(frozen=True, slots=True)
class Individual:
    """One person as concluded: the claims that mean this person, and what they say of the name."""

    id: str
    former_ids: tuple[str, ...]
    name: str
    names: tuple[str, ...]
    born: int | None
    refs: tuple[str, ...]
    claims: tuple[str, ...]
    joined_by: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement on two who are two persons all the same."""

    judgement: Judgement
    person_a: str
    person_b: str


@dataclass(frozen=True, slots=True)
class Identified:
    """The persons that some namings mean, what was judged of them, and which of them may be one."""

    people: tuple[Individual, ...]
    judged: tuple[Judged, ...] = ()
    likenesses: tuple[Likeness, ...] = ()

    def of(self, claims: Collection[str]) -> Identified:
        """Those alone whom some claims name, with whom they were judged against and whom they may be."""
        people = tuple(person for person in self.people if any(claim in claims for claim in person.claims))
        ids = {person.id for person in people}
        return Identified(
            people,
            tuple(each for each in self.judged if ids & {each.person_a, each.person_b}),
            tuple(each for each in self.likenesses if ids & {each.person_a, each.person_b}),
        )


def find_individuals(namings: Iterable[Naming], judgements: Collection[Judgement] = ()) -> Identified:
    """Part namings into persons: all namings that meet in a block of names, or are judged with them, must be given."""
    clusters = find_clusters(sorted(namings, key=lambda naming: naming.claim), find_apart(judgements))
    keys = _keys(clusters)
    pairs = find_pairs(clusters, [[person_id(key) for key in own] for own in keys], judgements)
    groups = join_judged(len(clusters), pairs)
    members: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        members[group].append(place)
    people = {group: _individual(places, clusters, keys, pairs) for group, places in members.items()}
    judged = [
        Judged(pair.judgement, people[groups[pair.one]].id, people[groups[pair.other]].id)
        for pair in pairs
        if groups[pair.one] != groups[pair.other]
    ]
    likenesses = find_likenesses(
        ((people[group].id, _whole(places, clusters)) for group, places in members.items()),
        (frozenset((each.person_a, each.person_b)) for each in judged),
    )
    return Identified(tuple(sorted(people.values(), key=lambda person: person.id)), tuple(judged), tuple(likenesses))


def _whole(places: Sequence[int], clusters: Sequence[Cluster]) -> Cluster:
    """The clusters of one person as one."""
    whole = clusters[places[0]]
    for place in places[1:]:
        whole.absorb(clusters[place])
    return whole


def _keys(clusters: Sequence[Cluster]) -> list[list[str]]:
    """The keys of each cluster in order; one that two clusters share is told apart by its first claim."""
    owners = Counter(key for cluster in clusters for key in {naming.key for naming in cluster.namings})
    found = []
    for cluster in clusters:
        first: dict[str, str] = {}
        for naming in cluster.namings:
            first[naming.key] = min(naming.claim, first.get(naming.key, naming.claim))
        found.append(sorted(f"{key} # {claim}" if owners[key] > 1 else key for key, claim in first.items()))
    return found


def _individual(
    places: Sequence[int], clusters: Sequence[Cluster], keys: Sequence[Sequence[str]], pairs: Sequence[Pair]
) -> Individual:
    namings = [naming for place in places for naming in clusters[place].namings]
    ids = [person_id(key) for key in sorted(key for place in places for key in keys[place])]
    name, names = _names(namings)
    concerning = {pair.judgement.id for pair in pairs if not pair.both.isdisjoint(places)}
    return Individual(
        id=ids[0],
        former_ids=tuple(ids[1:]),
        name=name,
        names=names,
        born=_born(namings),
        refs=tuple(sorted({naming.ref for naming in namings if naming.ref is not None})),
        claims=tuple(sorted(naming.claim for naming in namings)),
        joined_by=(*_grounds(namings), *(("judgement",) if len(places) > 1 else ())),
        judgements=tuple(sorted(concerning)),
    )


def _grounds(namings: Sequence[Naming]) -> list[str]:
    """On what ground several claims are taken for one person, in the order of RULES 24."""
    data: dict[str, list[str | None]] = {
        "own_id": [naming.ref for naming in namings],
        "same_decision": [naming.decision for naming in namings],
        "same_source": [naming.source for naming in namings],
        "same_post": [naming.post for naming in namings],
    }
    return [ground for ground, told in data.items() if any(n > 1 for each, n in Counter(told).items() if each)]


def _names(namings: Sequence[Naming]) -> tuple[str, tuple[str, ...]]:
    """The form most often printed; one that a source calls the other name yields; a tie: first by code point."""
    printed = Counter(naming.person for naming in namings)
    others = {exact_key(name) for naming in namings for name in naming.names}
    name = min(printed, key=lambda form: (exact_key(form) in others, -printed[form], form))
    return name, tuple(sorted({*printed, *(other for naming in namings for other in naming.names)}))


def _born(namings: Sequence[Naming]) -> int | None:
    years = Counter(naming.born for naming in namings if naming.born is not None)
    return min(years, key=lambda year: (-years[year], year)) if years else None
