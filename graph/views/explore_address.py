"""What the address of the page to explore asks for, and how a step or a filter changes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.steps import Step, add_step, parse_steps, write_steps
from graph.views.canvas import LAYOUTS, Layout
from graph.views.links import read_param, write_params

LABELS = ("person", "post", "organization", "decision")
TYPES = ("HELD", "SERVED_IN", "IN_BODY", "PART_OF", "BECAME", "OPENED", "CLOSED", "ISSUED_BY", "MAYBE_SAME")
DEPTHS = ("1", "2", "3")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; `depth` absent: as far as the steps go."""

    focus: str
    at: date
    steps: Sequence[Step]
    without: frozenset[str]
    past: bool
    depth: int | None

    @property
    def labels(self) -> list[str]:
        """The kinds of nodes to show."""
        return [label for label in LABELS if label not in self.without]

    @property
    def types(self) -> list[str]:
        """The kinds of links to show."""
        return [type for type in TYPES if type not in self.without]

    def path_params(self, step: Step) -> Mapping[str, str]:
        """What to ask for a path: on the day, or on any with what is past."""
        pair = {"a": step.id, "b": step.to or ""}
        return pair if self.past else {**pair, "at": self.at.isoformat()}


def read_asked(focus: str, at: date) -> Asked:
    """Read what the address asks for round a focus."""
    depth = read_param("depth")
    return Asked(
        focus,
        at,
        parse_steps(read_param("do")),
        frozenset((read_param("without") or "").split(".")),
        read_param("past") == "1",
        int(depth) if depth in DEPTHS else None,
    )


def read_layout() -> Layout:
    """Read the layout asked for, the first where it is none of ours."""
    asked = read_param("layout")
    return next((layout for layout in LAYOUTS if layout == asked), LAYOUTS[0])


def take(step: Step) -> None:
    """Take one more step."""
    go(add_step(parse_steps(read_param("do")), step))


def go(steps: Sequence[Step]) -> None:
    """Stand after these steps."""
    write_params({"do": write_steps(steps)})
