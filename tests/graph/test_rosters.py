"""Two rosters of a body: each person once, in the column of the change, with the seats that say so."""

from __future__ import annotations

from graph.rosters import compare_rosters


def test_each_person_is_in_one_column_with_the_seats_of_both_days() -> None:
    changes = [
        {"person_id": "a", "person": "An", "change": "stayed", "on": None},
        {"person_id": "b", "person": "Bình", "change": "role", "on": "2021"},
        {"person_id": "c", "person": "Chi", "change": "joined", "on": "2020-02"},
        {"person_id": "d", "person": "Dũng", "change": "left", "on": None},
    ]
    before = [{"person_id": "a", "tenure_id": "a1"}, {"person_id": "b", "tenure_id": "b1"}]
    before.append({"person_id": "d", "tenure_id": "d1"})
    now = [{"person_id": "a", "tenure_id": "a1"}, {"person_id": "b", "tenure_id": "b2"}]
    now.append({"person_id": "c", "tenure_id": "c1"})
    found = compare_rosters(changes, before, now)
    assert [[seat.person for seat in side] for side in (found.stayed, found.joined, found.left)] == [
        ["An", "Bình"],
        ["Chi"],
        ["Dũng"],
    ]
    shown = {seat.person: seat.shown[0]["tenure_id"] for seat in [*found.stayed, *found.joined, *found.left]}
    assert shown == {"An": "a1", "Bình": "b2", "Chi": "c1", "Dũng": "d1"}
