"""The picture of an exploration: what is hidden is counted once, a post shown speaks for its link, turns are fair."""

from __future__ import annotations

from typing import Any

from graph.explored import choose_unseen, count_hidden, find_tenure, make_explored
from graph.neighbours import Around
from graph.steps import Shown

YEARS = {"both": "{start}–{end}", "since": "since {start}", "until": "until {end}", "born": "born {year}"}
ANA = {"id": "p", "label": "person", "name": "Ana", "sub": "1970"}
POST = {"id": "t", "label": "post", "name": "Minister", "sub": None}
BODY = {"id": "o", "label": "organization", "name": "Ministry", "sub": None}


def link(id: str, type: str, source: str, target: str, via: str | None = None) -> dict[str, Any]:
    return {
        "id": id, "type": type, "source": source, "target": target, "via": via, "role": "Minister",
        "started": "2019-01-01", "ended": None, "current": True, "certain": True,
    }  # fmt: skip


def around(id: str, relation: str, *links: dict[str, Any], hidden: int = 0, unseen: tuple[str, ...] = ()) -> Around:
    return Around(id, relation, hidden + len(links), hidden, unseen, links)


HELD, IN_BODY = link("tenure-1", "HELD", "p", "t"), link("b", "IN_BODY", "t", "o")
SERVED = link("tenure-1", "SERVED_IN", "p", "o", via="t")


def test_a_post_that_is_shown_speaks_for_the_link_of_its_tenure() -> None:
    told = [around("p", "posts", HELD), around("p", "bodies", SERVED), around("o", "seats", IN_BODY)]
    whole = make_explored(Shown(("p", "t", "o"), frozenset({"o"})), "p", [ANA, POST, BODY], told, years=YEARS)
    assert [(edge.id, edge.caption) for edge in whole.edges] == [("tenure-1", "since 2019"), ("b", "since 2019")]
    assert [(node.id, node.focus, node.pinned) for node in whole.nodes] == [
        ("p", True, False), ("t", False, False), ("o", False, True),
    ]  # fmt: skip
    assert [node.sub for node in whole.nodes] == ["born 1970", "", ""]
    short = make_explored(Shown(("p", "o")), "p", [ANA, BODY], told, years=YEARS)
    assert [(edge.id, edge.caption) for edge in short.edges] == [("tenure-1.body", "Minister since 2019")]


def test_hidden_neighbours_are_those_a_double_click_brings() -> None:
    told = [around("p", "posts", hidden=3), around("p", "bodies", hidden=2), around("o", "people", hidden=7)]
    told.append(around("o", "below", hidden=1))
    assert count_hidden([ANA, BODY], told) == {"p": 3, "o": 8}


def test_relations_take_turns_when_not_all_fit() -> None:
    told = [around("o", "people", unseen=("a", "b", "c")), around("o", "above", unseen=("b", "x"))]
    assert choose_unseen(told, ("people", "above"), 3) == ["a", "b", "x"]
    assert choose_unseen(told, ("above",), 25) == ["b", "x"]
    assert choose_unseen(told, ("issued",), 25) == []


def test_an_edge_leads_to_its_tenure() -> None:
    assert find_tenure("tenure-1.body") == find_tenure("tenure-1") == "tenure-1"
    assert find_tenure("org-1org-2") is None
