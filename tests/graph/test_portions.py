"""Claims are cut by what they touch in the graph, never between rows about the same bodies (DESIGN 9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from graph.gather import Shelf
from graph.model import Claim
from graph.names import reference_key
from graph.portions import cut_portions
from tests.graph.claims_for import change, gain

STORED = {reference_key(f"Đảng ủy xã {name}"): n for name, n in (("A", 6), ("B", 6), ("C", 1), ("D", 1))}
A, B, C, D = (change("dissolve", "2025-07-01", f"Đảng ủy xã {name}", None) for name in "ABCD")
INTO_D = change("merge", "2025-07-01", "Đảng ủy xã C", "Đảng ủy xã D")
IN_A = [gain("2020", organization="Đảng ủy xã A", person=f"Vi {name}") for name in ("An", "Bình", "Cường", "Đào")]


def _shelf() -> Shelf:
    def ask(cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        assert params is not None
        return [{"key": key, "n": STORED[key]} for key in params["keys"] if key in STORED]

    return Shelf(ask)


@pytest.mark.parametrize(
    ("claims", "most", "sizes"),
    [
        ([A, B, C, D], 100, [4]),
        ([A, B, C, D], 16, [2, 2]),  # 2 + 6 each for A and B, 2 + 1 each for C and D
        ([A, B, C, D], 8, [1, 1, 2]),
        ([A, B, C, D], 1, [1, 1, 1, 1]),
        ([INTO_D, D], 6, [2]),  # D is touched already by what merges into it: 2 + 1 + 1, then 2
        ([C, INTO_D], 5, [1, 1]),
        (IN_A, 1, [4]),  # a body is concluded whole: cutting it would only repeat the work
        ([], 10, []),
    ],
)
def test_portions(claims: list[Claim], most: int, sizes: list[int]) -> None:
    portions = list(cut_portions(_shelf(), claims, lambda claim: claim, most))
    assert [len(portion) for portion in portions] == sizes
    assert [claim for portion in portions for claim in portion] == claims
