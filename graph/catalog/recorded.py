"""A person's posts as the sources published by a day tell them: concluded anew, without what came later (RULES 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.conclude import conclude
from graph.gather import Claims, Shelf
from graph.known import Known
from graph.plan import Properties, State
from graph.schema import tie
from graph.touched import Delta, gather_scope
from graph.wire import Ask


class _Archive(Shelf):
    """A shelf on which nothing stands that was published after a day."""

    def __init__(self, ask: Ask, recorded: date) -> None:
        super().__init__(ask)
        self.recorded = recorded

    def read(self, ids: Collection[str]) -> Claims:
        found = super().read(ids)
        return {id: known for id, known in found.items() if known.published <= self.recorded}


def conclude_recorded(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """List the posts held on a day by what was published until another."""
    shelf = _Archive(gather.ask, params["recorded"])
    claims = shelf.read({row["claim"] for row in gather({})})
    if not claims:
        return []
    scope = gather_scope(shelf, Delta(added=claims))
    state, _ = conclude(scope)
    told = scope.claims | {final.claim.id: final for final in scope.finals}
    people = {person for known in claims.values() if (person := scope.person_of(known)) is not None}
    rows = [
        (_rank(state, tenure), _row(state, told, params, person=person, tenure=tenure))
        for person, tenure in _held(state, people)
        if _certainty(tenure, params["at"]) is not None
    ]
    rows.sort(key=lambda each: (each[1]["certainty"], each[0], each[1]["organization"], each[1]["tenure_id"]))
    return [row for _, row in rows]


def _held(state: State, people: Iterable[str]) -> Iterator[tuple[str, Properties]]:
    for link in state.links:
        if link.tie == tie("HELD") and link.start in people:
            yield link.start, state.nodes["Tenure", link.end]


def _row(state: State, claims: Claims, params: Mapping[str, Any], *, person: str, tenure: Properties) -> Row:
    post = _target(state, "IN_POST", str(tenure["id"]))
    body, role = _target(state, "IN_BODY", post, start="Post"), _target(state, "OF_ROLE", post)
    told = [
        claims[link.end] for link in state.links if link.tie == tie("RESTS_ON", "Tenure") and link.start == tenure["id"]
    ]
    told.sort(key=lambda known: (known.published, known.claim.source, known.claim.id))
    stories = {_story(state, known) for known in told}
    return {
        "person_id": params["person"],
        "person": state.nodes["Person", person]["name"],
        "role": state.nodes["Role", role]["title_vi"],
        "organization_id": body,
        "organization": state.nodes["Organization", body]["name"],
        **{name: tenure.get(name) for name in ("capacity", "planned_end", "last_attested")},
        "tenure_id": tenure["id"],
        **{name: tenure.get(name) for name in ("started", "ended")},
        "certainty": _certainty(tenure, params["at"]),
        "sources": len(stories),
        "quote": next((known.claim.quote for known in told if known.claim.quote is not None), None),
    }


def _story(state: State, known: Known) -> object:
    return state.nodes.get(("Claim", known.claim.id), {}).get("copy_of", known.claim.source)


def _target(state: State, type: str, start_id: str, *, start: str | None = None) -> str:
    return next(link.end for link in state.links if link.tie == tie(type, start) and link.start == start_id)


def _rank(state: State, tenure: Properties) -> tuple[bool, Any]:
    role = _target(state, "OF_ROLE", _target(state, "IN_POST", str(tenure["id"])))
    rank = state.nodes["Role", role].get("rank")
    return rank is None, rank or 0


def _certainty(tenure: Properties, day: date) -> str | None:
    """Certain, possible or not held on a day (RULES 1)."""
    begun, surely = tenure.get("started_min"), tenure.get("started_max")
    over, surely_over = tenure.get("ended_min"), tenure.get("ended_max")
    if _by(surely, day) and not _by(over, day):
        return "certain"
    return "possible" if _by(begun, day) and not _by(surely_over, day) else None


def _by(bound: object, day: date) -> bool:
    """Whether a bound is known and not after a day."""
    return isinstance(bound, date) and bound <= day
