"""What a change means to a reader: counted in tenures and persons, and said in both languages."""

from __future__ import annotations

from graph.difference import Difference, find_difference, say_difference
from graph.plan import State
from graph.schema import tie


def state(*tenures: tuple[str, str, str, str | None]) -> State:
    """Tenures as (id, person, claim, ended_basis)."""
    made = State()
    for id, person, claim, basis in tenures:
        made.node("Tenure", id, ended_basis=basis)
        made.link(tie("RESTS_ON", "Tenure"), id, claim)
        made.link(tie("ABOUT"), claim, person)
    return made


AN, BINH = ("t1", "an", "c1", None), ("t2", "binh", "c2", None)


def test_tenures_that_come_end_open_again_and_go() -> None:
    ended = ("t1", "an", "c1", "decision")
    assert find_difference(State(), state(AN)) == Difference(added=1, persons_added=1)
    assert find_difference(state(AN), state(ended)) == Difference(closed=1)
    assert find_difference(state(ended), state(AN)) == Difference(reopened=1)
    assert find_difference(state(ended), state(("t1", "an", "c1", "term"))) == Difference(changed=1)
    assert find_difference(state(AN, BINH), state(BINH)) == Difference(removed=1, persons_removed=1)
    assert not find_difference(state(AN), state(AN))


def test_a_tenure_whose_person_is_another_now_is_the_same_tenure() -> None:
    joined = [AN, ("t9", "an", "c2", None)]
    assert find_difference(state(AN, BINH), state(*joined)) == Difference(persons_joined=1)
    assert find_difference(state(*joined), state(AN, BINH)) == Difference(persons_parted=1)


def test_differences_add_up_and_are_said_in_words() -> None:
    both = Difference(closed=1, persons_parted=1) + Difference(closed=2)
    assert say_difference(both).en == "3 tenures ended, 1 person split"
    assert say_difference(both).vi == "3 nhiệm kỳ kết thúc, 1 người bị tách ra"
    assert say_difference(Difference()).en == "no tenure or person changes"
