"""What two states of a part of the graph say of each tenure: added, ended, changed, gone; whose it is, in which post.

Pure. The words of a side are `start – end; field: value; …`, as `load_changes` promises them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph.difference import Comparison, claims_by_tenure
from graph.errors import Text
from graph.model import Doubt
from graph.plan import Properties, State, Value
from graph.schema import tie

ChangeKind = Literal["added", "removed", "ended", "changed", "contradicted"]
_AGAINST = ("conflict", "start_after_end")  # who leaves a post that nobody says was held contradicts nothing
_PERIOD = ("started", "ended")
_BOUNDS = ("started_min", "started_max", "ended_min", "ended_max")


@dataclass(frozen=True, slots=True)
class TenureChange:
    """One tenure that fares otherwise, and how; `person` is None where neither state holds the name.

    Of a change that is only foreseen the person's id is the one in the graph, `claims` are those that the tenure
    rests on, `fresh` the ids of what the graph does not hold.
    """

    kind: ChangeKind
    tenure: str
    person_id: str
    person: str | None
    post_id: str
    post: str
    role: str | None
    organization_id: str | None
    organization: str | None
    started: str | None
    ended: str | None
    before: str | None
    after: str | None
    claims: tuple[str, ...] = ()
    doubts: tuple[Text, ...] = ()
    fresh: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[str, ...]:
        """The ids of whose it is, in which post, in which body if in one."""
        ends = (self.person_id, self.post_id, self.organization_id)
        return tuple(id for id in ends if id is not None)


def find_changed(compared: Comparison) -> Iterator[TenureChange]:
    """Find the tenures of two states that are not the same in both."""
    now, earlier = _Side(compared.after), _Side(compared.before)
    closed = compared.closed
    for id, was in compared.same.items():
        if was is None:
            yield now.change("added", id, None, say_tenure(now.tenure(id)))
    for id, was in compared.changed.items():
        old, new = earlier.tenure(was), now.tenure(id)
        differing = [name for name in sorted({*old, *new} - {"id"}) if old.get(name) != new.get(name)]
        kind: ChangeKind = "ended" if id in closed else "changed"
        yield now.change(kind, id, say_tenure(old, differing), say_tenure(new, differing))
    for id in compared.removed:
        yield earlier.change("removed", id, say_tenure(earlier.tenure(id)), None)


def find_foreseen(compared: Comparison, doubts: Iterable[Doubt]) -> list[TenureChange]:
    """Find the same with what is doubted of each, and the tenures that fare as before but are spoken against."""
    later = claims_by_tenure(compared.after)
    claims = {**claims_by_tenure(compared.before), **later}
    said = _said_of_tenures(later, doubts)
    changes = list(find_changed(compared))
    now = _Side(compared.after)
    others = sorted(said.keys() - {change.tenure for change in changes})
    changes += [now.change("contradicted", id, None, say_tenure(now.tenure(id))) for id in others]
    former, fresh = compared.former, compared.fresh
    return [
        replace(
            change,
            person_id=former.get(change.person_id, change.person_id),
            claims=tuple(sorted(claims[change.tenure])),
            doubts=tuple(said.get(change.tenure, ())),
            fresh=tuple(id for id in change.ends if id in fresh),
        )
        for change in changes
    ]


def find_against(doubts: Iterable[Doubt]) -> set[str]:
    """Find the claims that contradict each other."""
    return {claim for doubt in doubts if doubt.kind in _AGAINST for claim in doubt.claims}


def _said_of_tenures(resting: Mapping[str, Sequence[str]], doubts: Iterable[Doubt]) -> dict[str, list[Text]]:
    """What doubts say of the tenures that rest on their claims, each sentence once."""
    of_claims: dict[str, list[Text]] = {}
    for doubt in doubts:
        for claim in doubt.claims:
            of_claims.setdefault(claim, []).append(Text(vi=doubt.vi, en=doubt.en))
    said: dict[str, list[Text]] = {}
    for tenure, claims in resting.items():
        told = [text for claim in sorted(of_claims.keys() & set(claims)) for text in of_claims[claim]]
        if told:
            said[tenure] = list(dict.fromkeys(told))
    return said


def say_tenure(tenure: Properties, differing: Collection[str] = ()) -> str:
    """Say a tenure as its period, `?` for an unknown start, and by name what else differs; bounds if only they do."""
    period = f"{tenure.get('started', '?')} – {tenure.get('ended', '')}".strip()
    told = [name for name in differing if name not in _BOUNDS] or differing
    rest = [f"{name}: {tenure[name]}" for name in told if name not in _PERIOD and name in tenure]
    return "; ".join([period, *rest])


class _Side:
    """One of two states: whose each tenure is, and in which post."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.people = {link.end: link.start for link in state.links if link.tie == tie("HELD")}
        self.posts = {link.start: link.end for link in state.links if link.tie == tie("IN_POST")}
        self.bodies = {link.start: link.end for link in state.links if link.tie == tie("IN_BODY", "Post")}
        self.roles = {link.start: link.end for link in state.links if link.tie == tie("OF_ROLE")}

    def tenure(self, id: str) -> Properties:
        return self.state.nodes["Tenure", id]

    def change(self, kind: ChangeKind, id: str, before: str | None, after: str | None) -> TenureChange:
        person, post, tenure = self.people[id], self.posts[id], self.tenure(id)
        return TenureChange(
            kind=kind,
            tenure=id,
            person_id=person,
            person=_text(self._of("Person", person).get("name")),
            post_id=post,
            post=str(self.state.nodes["Post", post]["title"]),
            role=_text(self._of("Role", self.roles.get(post)).get("title_vi")),
            organization_id=self.bodies.get(post),
            organization=_text(self._of("Organization", self.bodies.get(post)).get("name")),
            started=_text(tenure.get("started")),
            ended=_text(tenure.get("ended")),
            before=before,
            after=after,
        )

    def _of(self, label: str, id: str | None) -> Properties:
        return self.state.nodes.get((label, id), {}) if id is not None else {}


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
