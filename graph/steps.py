"""The steps by which a picture came to be, as they stand in an address: expand, hide, pin, add. Pure.

The address is the truth: the same steps give the same picture, one step less gives exactly the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.picture import MOST_NODES

Kind = Literal["expand", "hide", "pin", "add"]
_SIGNS: dict[str, Kind] = {"e": "expand", "h": "hide", "p": "pin", "a": "add"}
_STEP = re.compile(r"([ehpa])\.([a-z]+-[0-9a-f]{16})(?:\.([a-z]+))?")
MOST_AT_ONCE = 25
MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `relation` says which neighbours an expand brings, None the main ones."""

    kind: Kind
    id: str
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on screen after some steps; `full` if the last expand met the cap, `anchor` what it was of."""

    ids: tuple[str, ...]
    pinned: frozenset[str] = frozenset()
    anchor: str | None = None
    added: int = 0
    full: bool = False


Expand = Callable[[str, str | None, Sequence[str], int], Sequence[str]]


def parse_steps(text: str | None) -> list[Step]:
    """Read the steps of an address; what is none is left out."""
    found = [_STEP.fullmatch(part) for part in (text or "").split("~")][:MOST_STEPS]
    return [Step(_SIGNS[match[1]], match[2], match[3]) for match in found if match is not None]


def write_steps(steps: Sequence[Step]) -> str | None:
    """Write the steps for an address; none, no text."""
    signs = {kind: sign for sign, kind in _SIGNS.items()}
    parts = (".".join(part for part in (signs[step.kind], step.id, step.relation) if part) for step in steps)
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
    """Take the last expand back, and leave the rest."""
    last = max((number for number, step in enumerate(steps) if step.kind == "expand"), default=None)
    return [step for number, step in enumerate(steps) if number != last]


def replay(focus: str, steps: Sequence[Step], expand: Expand, *, most: int = MOST_NODES) -> Shown:
    """Take the steps one after the other, beginning with the focus alone."""
    shown = Shown((focus,))
    for step in steps:
        shown = _take(shown, step, expand, focus=focus, most=most)
    return shown


def _take(shown: Shown, step: Step, expand: Expand, *, focus: str, most: int) -> Shown:
    ids, pinned = shown.ids, shown.pinned
    match step.kind:
        case "hide":
            left = tuple(id for id in ids if id != step.id or id == focus)
            return Shown(left, pinned - {step.id})
        case "pin":
            return Shown(ids, pinned | ({step.id} & set(ids)))
        case "add":
            added: tuple[str, ...] = (step.id,) if step.id not in ids and len(ids) < most else ()
            return Shown((*ids, *added), pinned, added=len(added), full=step.id not in (*ids, *added))
    if step.id not in ids:
        return Shown(ids, pinned)
    room = min(MOST_AT_ONCE, most - len(ids))
    new = tuple(expand(step.id, step.relation, ids, room)) if room > 0 else ()
    return Shown((*ids, *new), pinned, step.id, len(new), full=len(ids) + len(new) >= most)
