"""Printed names → persons (RULES 24): a name alone joins nothing; a second datum does, unless something forbids it.

Pure, and without regard to order: groups are visited by content, so the same claims give the same persons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.ids import make_id
from graph.names import exact_key


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that one alone holds, in a province, from one day until another: two at once are two people."""

    place: str
    since: date
    until: date

    def excludes(self, other: Seat) -> bool:
        """Tell whether nobody can hold both."""
        return self.place != other.place and max(self.since, other.since) < min(self.until, other.until)


@dataclass(frozen=True, slots=True)
class Naming:
    """One claim's naming of a person, with what may tell or join it."""

    claim: str
    person: str
    names: tuple[str, ...]
    ref: str | None
    born: int | None
    post: str | None
    source: str
    decision: str | None
    roster: str | None  # the seat in one list: two namings of one roster seat are two people
    seat: Seat | None = None

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(exact_key(name) for name in (self.person, *self.names))

    @property
    def key(self) -> str:
        """What the person's id is made of: the source's own id, else exact name and post."""
        return self.ref if self.ref is not None else f"{exact_key(self.person)} @ {self.post}"


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


@dataclass(slots=True)
class _Cluster:
    namings: list[Naming]
    keys: set[str] = field(default_factory=set)
    refs: set[str] = field(default_factory=set)
    born: set[int] = field(default_factory=set)
    rosters: set[str] = field(default_factory=set)
    seats: set[Seat] = field(default_factory=set)

    def absorb(self, other: _Cluster) -> None:
        self.namings += other.namings
        self.keys |= other.keys
        self.refs |= other.refs
        self.born |= other.born
        self.rosters |= other.rosters
        self.seats |= other.seats


def find_individuals(namings: Iterable[Naming]) -> list[Individual]:
    """Part namings into persons: all namings that share a name with one of these must be given."""
    ordered = sorted(namings, key=lambda naming: naming.claim)
    clusters = _by_own_id(ordered)
    groups = list(_groups(ordered))
    joined = True
    while joined:
        joined = False
        for strict, members in groups:
            joined |= _join_group(members, clusters, strict=strict)
    distinct = {id(cluster): cluster for cluster in clusters.values()}
    return _individuals(list(distinct.values()))


def _by_own_id(namings: Sequence[Naming]) -> dict[str, _Cluster]:
    """Start with one cluster a naming; ids of one namespace decide alone."""
    clusters: dict[str, _Cluster] = {}
    by_ref: dict[str, _Cluster] = {}
    for naming in namings:
        cluster = _Cluster(
            [naming],
            set(naming.keys),
            {naming.ref} if naming.ref is not None else set(),
            {naming.born} if naming.born is not None else set(),
            {naming.roster} if naming.roster is not None else set(),
            {naming.seat} if naming.seat is not None else set(),
        )
        if naming.ref is not None and naming.ref in by_ref:
            by_ref[naming.ref].absorb(cluster)
            cluster = by_ref[naming.ref]
        elif naming.ref is not None:
            by_ref[naming.ref] = cluster
        clusters[naming.claim] = cluster
    return clusters


def _groups(namings: Sequence[Naming]) -> Iterator[tuple[bool, list[Naming]]]:
    """Namings that have a second datum in common: a source, a decision (strict on years of birth), a post."""
    for strict, read in ((True, _source), (True, _decision), (False, _post)):
        found: dict[str, list[Naming]] = defaultdict(list)
        for naming in namings:
            datum = read(naming)
            if datum is not None:
                found[datum].append(naming)
        for _, members in sorted(found.items()):
            if len(members) > 1:
                yield strict, members


def _source(naming: Naming) -> str | None:
    return naming.source


def _decision(naming: Naming) -> str | None:
    return naming.decision


def _post(naming: Naming) -> str | None:
    return naming.post


def _join_group(members: Sequence[Naming], clusters: dict[str, _Cluster], *, strict: bool) -> bool:
    joined = False
    seen: dict[str, list[_Cluster]] = defaultdict(list)
    for naming in members:
        for key in sorted(naming.keys):
            for other in seen[key]:
                own = clusters[naming.claim]
                if own is not other and other.namings and _may_join(own, other, strict=strict):
                    _unite(own, other, clusters)
                    joined = True
            own = clusters[naming.claim]
            if not any(own is other for other in seen[key]):
                seen[key].append(own)
    return joined


def _unite(kept: _Cluster, other: _Cluster, clusters: dict[str, _Cluster]) -> None:
    for naming in other.namings:
        clusters[naming.claim] = kept
    kept.absorb(other)
    other.namings = []


def _may_join(one: _Cluster, other: _Cluster, *, strict: bool) -> bool:
    """What forbids that two are one: ids of one namespace, years of birth, two provinces, one roster (RULES 24, 25)."""
    spaces = {ref.partition(":")[0] for ref in one.refs} & {ref.partition(":")[0] for ref in other.refs}
    if spaces:
        return False  # equal ids were joined before: these differ
    born = one.born | other.born
    if one.born and other.born and (len(born) > 1 if strict else max(born) - min(born) > 1):
        return False
    if any(seat.excludes(another) for seat in one.seats for another in other.seats):
        return False
    return not one.rosters & other.rosters


def _individuals(clusters: Sequence[_Cluster]) -> list[Individual]:
    owners = Counter(key for cluster in clusters for key in {naming.key for naming in cluster.namings})
    return sorted((_individual(cluster, owners) for cluster in clusters), key=lambda person: person.id)


def _individual(cluster: _Cluster, owners: Counter[str]) -> Individual:
    keys = set()
    for naming in cluster.namings:
        shared = owners[naming.key] > 1
        first = min(other.claim for other in cluster.namings if other.key == naming.key) if shared else ""
        keys.add(f"{naming.key} # {first}" if shared else naming.key)
    ids = [make_id("person", key) for key in sorted(keys)]
    name, names = _names(cluster.namings)
    return Individual(
        id=ids[0],
        former_ids=tuple(ids[1:]),
        name=name,
        names=names,
        born=_born(cluster.namings),
        refs=tuple(sorted(cluster.refs)),
        claims=tuple(sorted(naming.claim for naming in cluster.namings)),
    )


def _names(namings: Sequence[Naming]) -> tuple[str, tuple[str, ...]]:
    """The form most often printed; one that a source calls the other name yields; a tie: first by code point."""
    printed = Counter(naming.person for naming in namings)
    others = {exact_key(name) for naming in namings for name in naming.names}
    name = min(printed, key=lambda form: (exact_key(form) in others, -printed[form], form))
    return name, tuple(sorted({*printed, *(other for naming in namings for other in naming.names)}))


def _born(namings: Sequence[Naming]) -> int | None:
    years = Counter(naming.born for naming in namings if naming.born is not None)
    return min(years, key=lambda year: (-years[year], year)) if years else None
