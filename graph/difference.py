"""What a change means to a reader: tenures that come, go, end or open again, persons joined or parted. Pure.

It compares two states of one part of the graph, as stored and as concluded.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass

from graph.errors import Text
from graph.plan import Properties, State
from graph.schema import tie


@dataclass(frozen=True, slots=True)
class Difference:
    """How many tenures and persons fare how; a tenure is counted once."""

    added: int = 0
    changed: int = 0
    closed: int = 0
    reopened: int = 0
    removed: int = 0
    persons_added: int = 0
    persons_removed: int = 0
    persons_joined: int = 0
    persons_parted: int = 0

    def __bool__(self) -> bool:
        return any(astuple(self))

    def __add__(self, other: Difference) -> Difference:
        return Difference(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a part of the graph, and of each tenure of the later one the earlier that it continues."""

    before: State
    after: State
    same: Mapping[str, str | None]

    @property
    def removed(self) -> set[str]:
        """The earlier tenures that no later one continues."""
        return _tenures(self.before).keys() - self.same.values()

    @property
    def changed(self) -> dict[str, str]:
        """The later tenures of which something differs, with what they continue; ids do not count."""
        old, new = _tenures(self.before), _tenures(self.after)
        return {id: was for id, was in self.same.items() if was is not None and old[was] != new[id]}

    @property
    def closed(self) -> set[str]:
        """Those of the changed ones that had no end and have one."""
        old, new = _tenures(self.before), _tenures(self.after)
        return {id for id, was in self.changed.items() if "ended_basis" in new[id] and "ended_basis" not in old[was]}

    @property
    def reopened(self) -> set[str]:
        """Those of the changed ones that had an end and have none."""
        old, new = _tenures(self.before), _tenures(self.after)
        return {id for id, was in self.changed.items() if "ended_basis" not in new[id] and "ended_basis" in old[was]}

    @property
    def former(self) -> dict[str, str]:
        """Of each person of the later state who was there in the earlier one the id there: ids can change."""
        forerunners = _people(self.before, self.after).forerunners
        return {person: person if person in were else min(were) for person, were in forerunners.items() if were}

    @property
    def fresh(self) -> set[str]:
        """The ids of the later nodes that the earlier state does not hold, under no other id either."""
        held, former = {id for _, id in self.before.nodes}, self.former
        return {id for _, id in self.after.nodes if former.get(id, id) not in held}


def compare(before: State, after: State) -> Comparison:
    """Find which tenure of a state is which of another."""
    return Comparison(before, after, _continued(before, after, _tenures(before)))


def find_difference(before: State, after: State) -> Difference:
    """Count what tells two states of the same claims' surroundings apart."""
    compared = compare(before, after)
    closed, reopened = len(compared.closed), len(compared.reopened)
    people = _people(before, after)
    return Difference(
        added=sum(1 for was in compared.same.values() if was is None),
        changed=len(compared.changed) - closed - reopened,
        closed=closed,
        reopened=reopened,
        removed=len(compared.removed),
        persons_added=sum(1 for were in people.forerunners.values() if not were),
        persons_removed=sum(1 for are in people.followers.values() if not are),
        persons_joined=sum(1 for were in people.forerunners.values() if len(were) > 1),
        persons_parted=sum(1 for are in people.followers.values() if len(are) > 1),
    )


def _tenures(state: State) -> dict[str, Properties]:
    """The tenures of a state without their ids, which change when two persons turn out to be one."""
    return {
        id: {name: value for name, value in properties.items() if name != "id"}
        for (label, id), properties in state.nodes.items()
        if label == "Tenure"
    }


def _continued(before: State, after: State, old: Mapping[str, Properties]) -> dict[str, str | None]:
    """For each tenure concluded the stored one that it continues: of the same id, else resting on one of its claims."""
    resting = {claim: id for id, claims in sorted(claims_by_tenure(before).items()) for claim in claims}
    return {
        id: id if id in old else next((resting[claim] for claim in sorted(claims) if claim in resting), None)
        for id, claims in claims_by_tenure(after).items()
    }


def claims_by_tenure(state: State) -> dict[str, list[str]]:
    """List the claims on which each tenure of a state rests."""
    found: dict[str, list[str]] = {id: [] for label, id in state.nodes if label == "Tenure"}
    rests = tie("RESTS_ON", "Tenure")
    for link in state.links:
        if link.tie == rests and link.start in found:
            found[link.start].append(link.end)
    return found


@dataclass(frozen=True, slots=True)
class _People:
    """For each person after a change, who were they before; and the other way."""

    forerunners: Mapping[str, Collection[str]]
    followers: Mapping[str, Collection[str]]


def _people(before: State, after: State) -> _People:
    meant = [_meant(state) for state in (before, after)]
    forerunners: dict[str, set[str]] = {person: set() for person in meant[1].values()}
    followers: dict[str, set[str]] = {person: set() for person in meant[0].values()}
    for claim in meant[0].keys() & meant[1].keys():
        forerunners[meant[1][claim]].add(meant[0][claim])
        followers[meant[0][claim]].add(meant[1][claim])
    return _People(forerunners, followers)


def _meant(state: State) -> dict[str, str]:
    """Whom each claim is taken to name."""
    about = tie("ABOUT")
    return {link.start: link.end for link in state.links if link.tie == about}


_WORDS: Mapping[str, tuple[Text, str]] = {
    "added": (Text(vi="nhiệm kỳ thêm vào", en="added"), "tenure"),
    "changed": (Text(vi="nhiệm kỳ đổi", en="changed"), "tenure"),
    "closed": (Text(vi="nhiệm kỳ kết thúc", en="ended"), "tenure"),
    "reopened": (Text(vi="nhiệm kỳ mở lại", en="open again"), "tenure"),
    "removed": (Text(vi="nhiệm kỳ mất đi", en="gone"), "tenure"),
    "persons_added": (Text(vi="người thêm vào", en="added"), "person"),
    "persons_removed": (Text(vi="người mất đi", en="gone"), "person"),
    "persons_joined": (Text(vi="người được ghép từ nhiều người", en="joined from several"), "person"),
    "persons_parted": (Text(vi="người bị tách ra", en="split"), "person"),
}


def say_difference(difference: Difference) -> Text:
    """Say it as a part of a sentence: `3 tenures ended, 1 person split`."""
    told = [(getattr(difference, name), *words) for name, words in _WORDS.items()]
    parts = [
        Text(vi=f"{n} {words.vi}", en=f"{n} {noun}{'s' if n > 1 else ''} {words.en}") for n, words, noun in told if n
    ]
    if not parts:
        return Text(vi="không nhiệm kỳ hay người nào thay đổi", en="no tenure or person changes")
    return Text(vi=", ".join(part.vi for part in parts), en=", ".join(part.en for part in parts))
