"""Reorganisations as streams, and those of the sample: 2025, with who went along."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.cards import Named
from graph.evidence import read_change_evidence
from graph.moves import Change, Flow, Move, make_flows, read_changes, read_moves

if TYPE_CHECKING:
    from tests.sample_graph import SampleGraph

pytest_plugins = ["tests.sample_graph"]
YEAR = date(2025, 1, 1), date(2025, 12, 31)


def test_a_body_on_both_sides_is_two_points_and_a_person_stands_between() -> None:
    one, other = Named("o1", "Bộ Một"), Named("o2", "Bộ Hai")
    changes = [Change("c", "2025-03-01", "merge", None, (one, other), (other,))]
    moves = [Move("c", "o1", "o2", "p", "An", "t", "post", "Bộ trưởng", "2025-03-01")]
    moves.append(Move("c", "gone", "o2", "q", "Bình", "t2", "post", "Thứ trưởng", None))
    flows = make_flows(changes, moves)
    assert flows.points == {
        "0:o1": (0, "Bộ Một"),
        "2:o2": (2, "Bộ Hai"),
        "0:o2": (0, "Bộ Hai"),
        "1:p": (1, "An"),
    }
    assert flows.streams == [
        Flow("0:o1", "2:o2", 1),
        Flow("0:o2", "2:o2", 1),
        Flow("0:o1", "1:p", 1),
        Flow("1:p", "2:o2", 1),
    ]


@pytest.mark.server
def test_the_sample_tells_of_2025(sample: SampleGraph) -> None:
    """By hand from changes.csv; a rename shows the names as printed."""
    changes = read_changes(sample.store, *YEAR)
    assert len(changes) == 12
    (rename,) = [change for change in changes if change.kind == "rename"]
    assert [side[0].name for side in (rename.before, rename.after)] == [
        "Ban Kinh tế Trung ương",
        "Ban Chính sách, chiến lược Trung ương",
    ]
    assert rename.before[0].id == rename.after[0].id
    evidence = read_change_evidence(sample.store, [change.id for change in changes])
    assert all(piece.quote for pieces in evidence.values() for piece in pieces)
    assert all(evidence.values())
    moves = read_moves(sample.store, changes)
    ministers = {(move.person, move.post) for move in moves}
    assert ("Trần Hồng Minh", "Bộ trưởng Bộ Xây dựng") in ministers
    assert read_changes(sample.store, *YEAR, organization="org-none") == []
