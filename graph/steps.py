"""The steps by which a picture came to be, as they stand in an address: expand, hide, pin, add, path. Pure.

The address is the truth: the same steps give the same picture, one step less gives exactly the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.picture import MOST_NODES

Kind = Literal["expand", "hide", "pin", "add", "path"]
_SIGNS: dict[str, Kind] = {"e": "expand", "h": "hide", "p": "pin", "a": "add", "w": "path"}
_STEP = re.compile(
    r"(?:([ehpa])\.([a-z]+-[0-9a-f]{16})(?:\.([a-z]+))?|(w)\.(person-[0-9a-f]{16})\.(person-[0-9a-f]{16}))"
)
BRINGING: tuple[Kind, ...] = ("expand", "path")  # what collapse takes back
MOST_AT_ONCE = 25
MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `relation` says which neighbours an expand brings, None the main ones; `to` where a path leads."""

    kind: Kind
    id: str
    relation: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Expanded:
    """An expand, and what was shown when it was taken."""

    step: Step
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on screen after some steps; `full` if the last of them met the cap, `anchor` what it was of.

    What a step of its own added stays though nothing joins it to the rest.
    """

    ids: tuple[str, ...]
    pinned: frozenset[str] = frozenset()
    anchor: str | None = None
    added: int = 0
    full: bool = False
    alone: frozenset[str] = frozenset()
    expanded: Expanded | None = field(default=None, compare=False)  # the last expand that was taken


# Whom an expand or a path brings: what is shown already and how many more may come are told.
Bring = Callable[[Step, Sequence[str], int], Sequence[str]]


def parse_steps(text: str | None) -> list[Step]:
    """Read the steps of an address; what is none is left out."""
    found = [_STEP.fullmatch(part) for part in (text or "").split("~")][:MOST_STEPS]
    return [_make_step(match) for match in found if match is not None]


def _make_step(match: re.Match[str]) -> Step:
    if match[4]:
        return Step("path", match[5], to=match[6])
    return Step(_SIGNS[match[1]], match[2], match[3])


def write_steps(steps: Sequence[Step]) -> str | None:
    """Write the steps for an address; none, no text."""
    signs = {kind: sign for sign, kind in _SIGNS.items()}
    parts = (".".join(part for part in (signs[step.kind], step.id, step.relation, step.to) if part) for step in steps)
    return "~".join(parts) or None


def add_step(steps: Sequence[Step], step: Step) -> list[Step]:
    """Take one more step; a second pin of a node takes the first back."""
    if step.kind == "pin" and step in steps:
        return [other for other in steps if other != step]
    return [*steps, step]


def undo(steps: Sequence[Step]) -> list[Step]:
    """Take the last step back."""
    return list(steps[:-1])


def collapse(steps: Sequence[Step]) -> list[Step]:
    """Take the last expand or path back, and leave the rest."""
    last = max((number for number, step in enumerate(steps) if step.kind in BRINGING), default=None)
    return [step for number, step in enumerate(steps) if number != last]


def replay(focus: str, steps: Sequence[Step], bring: Bring, *, most: int = MOST_NODES) -> Shown:
    """Take the steps one after the other, beginning with the focus alone."""
    shown = Shown((focus,))
    for step in steps:
        shown = _take(shown, step, bring, focus=focus, most=most)
    return shown


def _take(shown: Shown, step: Step, bring: Bring, *, focus: str, most: int) -> Shown:
    ids, rest = shown.ids, replace(shown, anchor=None, added=0, full=False)
    room = most - len(ids)
    match step.kind:
        case "hide":
            left = tuple(id for id in ids if id != step.id or id == focus)
            return replace(rest, ids=left, pinned=rest.pinned - {step.id}, alone=rest.alone - {step.id})
        case "pin":
            return replace(rest, pinned=rest.pinned | ({step.id} & set(ids)))
        case "add":
            new: Sequence[str] = [step.id] if step.id not in ids and room > 0 else []
            shown = replace(rest, ids=(*ids, *new), added=len(new), full=step.id not in (*ids, *new))
            return replace(shown, alone=rest.alone | ({step.id} & set(shown.ids)))
        case "expand" if step.id in ids:
            new = bring(step, ids, min(MOST_AT_ONCE, room)) if room > 0 else ()
            grown = replace(rest, ids=(*ids, *new), expanded=Expanded(step, ids))
            return replace(grown, anchor=step.id, added=len(new), full=len(new) >= room)
        case "path" if step.id in ids:
            new = bring(step, ids, room)
            if len(new) > room:  # a piece of a path is none
                return replace(rest, anchor=step.id, full=True)
            return replace(rest, ids=(*ids, *new), anchor=step.id, added=len(new))
    return rest
