"""The nearest names: a slip in one word still finds the person, and nothing like it finds nobody."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names import folded
from graph.views.nearest import find_nearest

NAMES = ("Trần Minh Ý", "Đỗ Thị Thùy", "Nguyễn Văn Thể", "Nguyễn Văn Thắng")


def search(text: str) -> Sequence[dict[str, str]]:
    """As the saved question: every word of the text starts a word of the name."""
    words = folded(text).split()
    return [
        {"id": name, "name": name}
        for name in NAMES
        if all(any(part.startswith(word) for part in folded(name).split()) for word in words)
    ]


def test_a_slip_finds_the_nearest_first() -> None:
    assert [row["name"] for row in find_nearest(search, "tran mimh y")] == ["Trần Minh Ý"]
    assert find_nearest(search, "nguyen van tha")[0]["name"] in NAMES[2:]
    assert find_nearest(search, "nguyễn vân thễ")[0]["name"] == "Nguyễn Văn Thể"


def test_nothing_like_it_finds_nobody() -> None:
    assert find_nearest(search, "xyz") == []
    assert find_nearest(search, "…") == []
