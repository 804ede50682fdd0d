"""Shortest paths over days served together (RULES 35): a search from both ends that reads each body once.

A spell counts from the latest day it can have begun to the earliest it can have ended: sure days alone tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.catalog.spells import Period, Spell, find_partners, find_small_periods


@dataclass(slots=True)
class _Known:
    """What was read so far: names, the spells and small periods of each body, the bodies of each person."""

    gather: Gather
    params: Mapping[str, Any]
    names: dict[str, str] = field(default_factory=dict)
    spells: dict[str, list[Spell]] = field(default_factory=lambda: defaultdict(list))
    small: dict[str, list[Period]] = field(default_factory=dict)
    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def read(self, people: Iterable[str]) -> None:
        """Read the bodies in which these people served, each body once, with all who served there."""
        rows = self.gather({"people": sorted(people), "seen": sorted(self.spells)})
        for row in rows:
            person, body = row["person_id"], row["organization_id"]
            self.names[person], self.names[body] = row["person"], row["organization"]
            self.spells[body].append(Spell.of_days(person, row["start"], row["end"]))
            self.bodies[person].add(body)
        for body in {row["organization_id"] for row in rows}:
            self.small[body] = find_small_periods(
                self.spells[body], at=self.params["at"], max_size=self.params["max_size"]
            )


@dataclass(slots=True)
class _Side:
    """One end of the search: for each person reached, the step that led there (body, person before)."""

    reached: dict[str, tuple[str, str] | None]
    edge: list[str]

    def trail(self, person: str) -> list[str]:
        """List from this end to the person: person, body, person, …"""
        step = self.reached[person]
        return [person] if step is None else [*self.trail(step[1]), step[0], person]


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a path, a person or a body in turn."""

    id: str
    name: str


def conclude_path(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """Find one shortest path between two people; no path, no row."""
    stops = find_stops(gather, params)
    return [{"hops": len(stops) // 2, "path": [stop.name for stop in stops]}] if stops else []


def find_stops(gather: Gather, params: Mapping[str, Any]) -> list[Stop]:
    """Find the stops of one shortest path: person, body, person, …; none where there is no path."""
    known = _Known(gather, params)
    trail = _search(known, params["a"], params["b"])
    if trail is None or any(id not in known.names for id in trail):
        return []
    return [Stop(id, known.names[id]) for id in trail]


def _search(known: _Known, first: str, second: str) -> list[str] | None:
    sides = (_Side({first: None}, [first]), _Side({second: None}, [second]))
    while sides[0].edge and sides[1].edge:
        _step(known, min(sides, key=lambda side: len(side.edge)))
        if met := sorted(sides[0].reached.keys() & sides[1].reached.keys()):
            trails = ([*sides[0].trail(one), *reversed(sides[1].trail(one)[:-1])] for one in met)
            return min(trails, key=lambda trail: (len(trail), trail))
    return None


def _step(known: _Known, side: _Side) -> None:
    known.read(side.edge)
    following: list[str] = []
    for person in sorted(side.edge):
        for body in sorted(known.bodies[person]):
            for other in sorted(find_partners(person, known.spells[body], known.small[body])):
                if other not in side.reached:
                    side.reached[other] = (body, person)
                    following.append(other)
    side.edge = following
