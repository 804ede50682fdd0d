"""Printed names → clusters of claims that mean one person, by rule alone (RULES 24, 25).

A name alone joins nothing; a second datum does, unless something forbids it. Pure, and without regard to order: groups
are visited by content, so the same claims give the same clusters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity.namings import Naming, Presence, Seat

Apart = Mapping[str, frozenset[str]]  # for the marks of one name or id, those of whom it was judged not to be


@dataclass(slots=True)
class Cluster:
    """Namings taken for one person, and what they say that can forbid a joining."""

    namings: list[Naming]
    keys: set[str] = field(default_factory=set)
    refs: set[str] = field(default_factory=set)
    born: set[int] = field(default_factory=set)
    rosters: set[str] = field(default_factory=set)
    seats: set[Seat] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)  # all by which a judgement can mean one of the namings
    posts: dict[str, Presence] = field(default_factory=dict)

    def absorb(self, other: Cluster) -> None:
        self.namings += other.namings
        self.keys |= other.keys
        self.refs |= other.refs
        self.born |= other.born
        self.rosters |= other.rosters
        self.seats |= other.seats
        self.marks |= other.marks
        for post, presence in other.posts.items():
            self.posts[post] = self.posts.get(post, presence) | presence


def find_clusters(namings: Sequence[Naming], apart: Apart) -> list[Cluster]:
    """Join namings by rule; `apart` forbids what was judged to be two."""
    clusters = _by_own_id(namings)
    groups = list(_groups(namings))
    joined = True
    while joined:
        joined = False
        for post, members in groups:
            joined |= _join_group(members, clusters, apart, post)
    return list({id(cluster): cluster for cluster in clusters.values()}.values())


def _by_own_id(namings: Sequence[Naming]) -> dict[str, Cluster]:
    """Start with one cluster a naming; ids of one namespace decide alone."""
    clusters: dict[str, Cluster] = {}
    by_ref: dict[str, Cluster] = {}
    for naming in namings:
        cluster = Cluster(
            [naming],
            set(naming.keys),
            {naming.ref} if naming.ref is not None else set(),
            {naming.born} if naming.born is not None else set(),
            {naming.roster} if naming.roster is not None else set(),
            {naming.seat} if naming.seat is not None else set(),
            {naming.slot, *naming.keys},
            {naming.post: Presence.of(naming.service)} if naming.post and naming.service else {},
        )
        if naming.ref is not None and naming.ref in by_ref:
            by_ref[naming.ref].absorb(cluster)
            cluster = by_ref[naming.ref]
        elif naming.ref is not None:
            by_ref[naming.ref] = cluster
        clusters[naming.claim] = cluster
    return clusters


def _groups(namings: Sequence[Naming]) -> Iterator[tuple[str | None, list[Naming]]]:
    """Namings that have a second datum in common: a source, a decision, a post (which is told along)."""
    for read in (_source, _decision, _post):
        found: dict[str, list[Naming]] = defaultdict(list)
        for naming in namings:
            datum = read(naming)
            if datum is not None:
                found[datum].append(naming)
        for datum, members in sorted(found.items()):
            if len(members) > 1:
                yield datum if read is _post else None, members


def _source(naming: Naming) -> str | None:
    return naming.source


def _decision(naming: Naming) -> str | None:
    return naming.decision


def _post(naming: Naming) -> str | None:
    return naming.post


def _join_group(members: Sequence[Naming], clusters: dict[str, Cluster], apart: Apart, post: str | None) -> bool:
    """Join those of one name; without a post, in one source or decision, any two years of birth part them."""
    joined = False
    seen: dict[str, list[Cluster]] = defaultdict(list)
    for naming in members:
        for key in sorted(naming.keys):
            for other in seen[key]:
                own = clusters[naming.claim]
                if own is other or not other.namings or are_apart(own, other, apart):
                    continue
                if may_join(own, other, strict=post is None) and not _is_other_holder(own, other, post):
                    _unite(own, other, clusters)
                    joined = True
            own = clusters[naming.claim]
            if not any(own is other for other in seen[key]):
                seen[key].append(own)
    return joined


def _unite(kept: Cluster, other: Cluster, clusters: dict[str, Cluster]) -> None:
    for naming in other.namings:
        clusters[naming.claim] = kept
    kept.absorb(other)
    other.namings = []


def may_join(one: Cluster, other: Cluster, *, strict: bool) -> bool:
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


def _is_other_holder(one: Cluster, other: Cluster, post: str | None) -> bool:
    """Whether one of the two left the post too long before the other came to be the same holder."""
    if post is None or post not in one.posts or post not in other.posts:
        return False
    mine, yours = one.posts[post], other.posts[post]
    return mine.is_over_long_before(yours) or yours.is_over_long_before(mine)


def are_apart(one: Cluster, other: Cluster, apart: Apart) -> bool:
    """Tell whether a judgement says that two clusters are two people."""
    return any(not apart[mark].isdisjoint(other.marks) for mark in one.marks & apart.keys())
