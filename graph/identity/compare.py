"""Two persons of like names who may be one (IDENTITY 3, 6): how likely, and what speaks for and against it. Pure.

Names that differ by a tone alone are never compared: they are two names. Nothing here joins anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from graph.identity.clusters import Cluster, may_join
from graph.identity.namings import Service
from graph.identity.near import find_near_pairs, find_stays
from graph.names import block_key, tone_key

LEAST_SCORE = 0.4
NEXT_TO = timedelta(days=366)
HANDOVER = timedelta(days=62)  # so long many a real person is in the place left and in the new one
CROWD = 20  # of more bearers of a name likeness of the name alone says nothing
# What each ground adds; the names come first. Weighed by hand, the order is what counts, and measured on namesakes
# (`tests/benchmarks/identity.py`): in true pairs a body or place is far more often shared than in false ones.
WEIGHTS: Mapping[str, float] = {
    "same_name": 0.5,
    "like_name": 0.45,
    "no_diacritics": 0.4,
    "near_name": 0.4,
    "at_once": 0.15,
    "same_body": 0.3,
    "born": 0.25,
    "same_place": 0.25,
    "born_near": 0.1,
    "rare_name": 0.05,
    "two_places": -0.2,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two persons, by their ids in order, who may be one."""

    person_a: str
    person_b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Candidate:
    """A person as far as comparing goes."""

    id: str
    cluster: Cluster
    blocks: frozenset[str]
    bodies: dict[str, tuple[date, date]] = field(default_factory=dict)
    places: set[tuple[str, str]] = field(default_factory=set)
    services: list[Service] = field(default_factory=list)


def find_likenesses(people: Iterable[tuple[str, Cluster]], judged: Iterable[frozenset[str]]) -> list[Likeness]:
    """Compare all persons whose names meet in a block; a pair that was judged, however, is not asked about again."""
    named: dict[str, list[_Candidate]] = defaultdict(list)
    for candidate in sorted((_candidate(id, cluster) for id, cluster in people), key=lambda each: each.id):
        for name in candidate.blocks:
            named[name].append(candidate)
    settled = set(judged)
    found: dict[tuple[str, str], Likeness] = {}
    for block, bearers in sorted(named.items()):
        for one, other in _pairs(bearers):
            pair = one.id, other.id
            if pair in found or frozenset(pair) in settled:
                continue
            likeness = _compare(one, other, block, rare=len(bearers) == 2)
            if likeness is not None:
                found[pair] = likeness
    found |= _find_near(named, found.keys(), settled)
    return list(found.values())


def _find_near(
    named: Mapping[str, Sequence[_Candidate]], found: Collection[tuple[str, str]], settled: Collection[frozenset[str]]
) -> dict[tuple[str, str], Likeness]:
    """Compare those of names one letter apart in one seat who were not compared by name."""
    by_id = {candidate.id: candidate for bearers in named.values() for candidate in bearers}
    stays = {id: find_stays(each.cluster.namings) for id, each in by_id.items()}
    likenesses = {
        pair: _compare_near(by_id[pair[0]], by_id[pair[1]], at_once=at_once)
        for pair, at_once in find_near_pairs(stays).items()
        if pair not in found and frozenset(pair) not in settled
    }
    return {pair: likeness for pair, likeness in likenesses.items() if likeness is not None}


def _candidate(id: str, cluster: Cluster) -> _Candidate:
    names = {name for naming in cluster.namings for name in (naming.person, *naming.names)}
    candidate = _Candidate(id, cluster, frozenset(map(block_key, names)))
    for naming in cluster.namings:
        service = naming.service
        if service is None:
            continue
        candidate.services.append(service)
        first, last = candidate.bodies.get(service.body, (service.first, service.last))
        candidate.bodies[service.body] = min(first, service.first), max(last, service.last)
        if service.place is not None and service.level is not None:
            candidate.places.add((service.place, service.level))
    return candidate


def _pairs(bearers: Sequence[_Candidate]) -> Iterator[tuple[_Candidate, _Candidate]]:
    """All pairs of a few; of a crowd those alone who have a body or a year of birth in common."""
    if len(bearers) <= CROWD:
        yield from combinations(bearers, 2)
        return
    shared: dict[object, list[_Candidate]] = defaultdict(list)
    for candidate in bearers:
        for datum in (*candidate.bodies, *candidate.cluster.born):
            shared[datum].append(candidate)
    for several in shared.values():
        yield from combinations(several, 2)


def _compare(one: _Candidate, other: _Candidate, block: str, *, rare: bool) -> Likeness | None:
    name = _likeness_of_names(one, other, block)
    if name is None or not may_join(one.cluster, other.cluster, strict=False):
        return None
    grounds = {
        name: True,
        "same_body": _next_to_each_other(one, other),
        **_births(one, other),
        "same_place": bool(one.places & other.places),
        "rare_name": rare,
        "two_places": _in_two_places(one, other),
    }
    return _weigh(one, other, grounds)


def _compare_near(one: _Candidate, other: _Candidate, *, at_once: bool) -> Likeness | None:
    """Weigh two of names one letter apart in one seat: its body and place tell nothing more of them."""
    if not may_join(one.cluster, other.cluster, strict=False):
        return None
    told = {"near_name": True, "at_once": at_once, "two_places": _in_two_places(one, other)}
    return _weigh(one, other, told | _births(one, other))


def _births(one: _Candidate, other: _Candidate) -> dict[str, bool]:
    both, same = bool(one.cluster.born and other.cluster.born), bool(one.cluster.born & other.cluster.born)
    return {"born": same, "born_near": both and not same}


def _weigh(one: _Candidate, other: _Candidate, grounds: Mapping[str, bool]) -> Likeness | None:
    reasons = tuple(ground for ground in WEIGHTS if grounds.get(ground))
    score = round(min(sum(WEIGHTS[reason] for reason in reasons), 0.99), 2)
    return Likeness(one.id, other.id, score, reasons) if score >= LEAST_SCORE else None


def _likeness_of_names(one: _Candidate, other: _Candidate, block: str) -> str | None:
    """How like the most like of their names are; None where only the letters without marks are equal."""
    if one.cluster.keys & other.cluster.keys:
        return "same_name"
    names = [_names(candidate, block) for candidate in (one, other)]
    if {tone_key(name) for name in names[0]} & {tone_key(name) for name in names[1]}:
        return "like_name"
    if any(name.isascii() for side in names for name in side):
        return "no_diacritics"
    return None


def _names(candidate: _Candidate, block: str) -> set[str]:
    names = {name for naming in candidate.cluster.namings for name in (naming.person, *naming.names)}
    return {name for name in names if block_key(name) == block}


def _next_to_each_other(one: _Candidate, other: _Candidate) -> bool:
    """Whether both served in one body at once or with at most a year between."""
    for body, (first, last) in one.bodies.items():
        if body in other.bodies:
            begun, over = other.bodies[body]
            if max(first, begun) - min(last, over) <= NEXT_TO:
                return True
    return False


def _in_two_places(one: _Candidate, other: _Candidate) -> bool:
    """Whether they served in two places of one level for longer than a handover takes."""
    return any(
        mine.place is not None
        and yours.place is not None
        and mine.place != yours.place
        and mine.level == yours.level
        and min(mine.last, yours.last) - max(mine.first, yours.first) > HANDOVER
        for mine in one.services
        for yours in other.services
    )
