"""Steps of an exploration: read from an address and written back, replayed in order, taken back exactly."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph.steps import Shown, Step, add_step, collapse, parse_steps, replay, undo, write_steps

A, B, C, D = (f"person-{digit * 16}" for digit in "abcd")
NEIGHBOURS = {A: [B, C], B: [D], C: [], D: []}


def expand(step: Step, shown: Sequence[str], most: int) -> list[str]:
    """Neighbours as far as they fit; a path, here by way of C, is told whole."""
    if step.kind == "path":
        return [id for id in (C, step.to) if id is not None and id not in shown]
    return [other for other in NEIGHBOURS[step.id] if other not in shown][:most]


def test_steps_are_read_and_written_and_what_is_none_is_left_out() -> None:
    text = f"e.{A}.posts~h.{B}~p.{C}~a.{D}~e.{B}~w.{A}.{D}"
    steps = parse_steps(f"x~{text}~e.nobody~q.{A}~w.{A}~e.{A}.{B}~w.{A}.org-{'a' * 16}")
    assert steps == [
        Step("expand", A, "posts"), Step("hide", B), Step("pin", C), Step("add", D), Step("expand", B),
        Step("path", A, to=D),
    ]  # fmt: skip
    assert write_steps(steps) == text
    assert parse_steps(None) == []
    assert write_steps([]) is None


def test_an_expand_brings_the_unseen_and_says_of_whom() -> None:
    assert replay(A, [Step("expand", A)], expand) == Shown((A, B, C), anchor=A, added=2)
    assert replay(A, [Step("expand", A), Step("expand", B)], expand).ids == (A, B, C, D)
    assert replay(A, [Step("expand", A), Step("expand", C)], expand) == Shown((A, B, C), anchor=C, added=0)
    assert replay(A, [Step("expand", D)], expand).ids == (A,)  # not shown, so nothing to go on from


def test_hiding_pinning_and_adding() -> None:
    shown = replay(A, [Step("expand", A), Step("pin", B), Step("hide", C)], expand)
    assert (shown.ids, shown.pinned) == ((A, B), frozenset({B}))
    assert replay(A, [Step("hide", A)], expand).ids == (A,)  # the middle stays
    added = replay(A, [Step("add", D), Step("add", D), Step("expand", A)], expand)
    assert (added.ids, added.alone) == ((A, D, B, C), frozenset({D}))
    assert replay(A, [Step("add", D), Step("hide", D)], expand) == Shown((A,))


def test_a_path_comes_whole_or_not_at_all_and_can_be_collapsed() -> None:
    way = Step("path", A, to=D)
    assert replay(A, [way], expand) == Shown((A, C, D), anchor=A, added=2)
    assert replay(A, [Step("expand", A), way], expand) == Shown((A, B, C, D), anchor=A, added=1)
    assert replay(A, [way], expand, most=2) == Shown((A,), anchor=A, full=True)
    assert replay(A, [way], expand, most=3).ids == (A, C, D)
    assert replay(A, [Step("path", B, to=D)], expand).ids == (A,)  # not shown, so nothing to go on from
    assert collapse([Step("expand", A), way, Step("pin", A)]) == [Step("expand", A), Step("pin", A)]


def test_the_cap_is_kept_and_told() -> None:
    shown = replay(A, [Step("expand", A), Step("expand", B)], expand, most=3)
    assert (shown.ids, shown.full) == ((A, B, C), True)
    assert not replay(A, [Step("expand", A)], expand, most=4).full


def test_collapse_takes_back_the_last_expand_alone_and_undo_the_last_step() -> None:
    steps = [Step("expand", A), Step("expand", B), Step("pin", B)]
    before = replay(A, [Step("expand", A), Step("pin", B)], expand)
    assert replay(A, collapse(steps), expand) == before
    assert undo(steps) == steps[:2]
    assert collapse([Step("pin", B)]) == [Step("pin", B)]
    assert undo([]) == []


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_second_pin_takes_the_first_back(times: int) -> None:
    steps: list[Step] = []
    for _ in range(times):
        steps = add_step(steps, Step("pin", B))
    assert steps == ([Step("pin", B)] if times % 2 else [])
