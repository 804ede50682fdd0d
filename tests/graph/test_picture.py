"""A picture: each id once, no edge without its ends, filters that leave the focus, years as they are known."""

from __future__ import annotations

import pytest

from graph.picture import Edge, Node, filter_picture, limit_depth, make_picture, write_years

ANA = Node("p1", "person", "Ana", focus=True)
MINISTER = Node("t1", "post", "Minister")
MINISTRY = Node("o1", "organization", "Ministry")
HELD = Edge("h1", "p1", "t1", "HELD", "2019–2021", current=False)
IN_BODY = Edge("b1", "t1", "o1", "IN_BODY")
YEARS = {"both": "{start}–{end}", "since": "since {start}", "until": "until {end}"}


def test_an_edge_without_both_its_ends_is_left_out_and_an_id_comes_once() -> None:
    again = Node("p1", "person", "Ana again")
    picture = make_picture([ANA, MINISTER, again], [HELD, HELD, IN_BODY])
    assert picture.nodes == (ANA, MINISTER)
    assert picture.edges == (HELD,)


def test_a_filter_takes_out_labels_and_what_nothing_holds_any_more() -> None:
    picture = make_picture([ANA, MINISTER, MINISTRY], [HELD, IN_BODY])
    types = ("HELD", "IN_BODY")
    without_posts = filter_picture(picture, labels=("person", "organization"), types=types, past=True)
    assert (without_posts.ids, without_posts.edges) == (["p1"], ())
    only_now = filter_picture(picture, labels=("person", "post", "organization"), types=types, past=False)
    assert only_now.ids == ["p1", "t1", "o1"]
    assert only_now.edges == (IN_BODY,)
    no_bodies = filter_picture(picture, labels=("person", "post", "organization"), types=("HELD",), past=True)
    assert no_bodies.ids == ["p1", "t1"]


def test_what_is_pinned_stays_though_nothing_holds_it() -> None:
    pinned = Node("o1", "organization", "Ministry", pinned=True)
    picture = filter_picture(make_picture([ANA, pinned], []), labels=("person", "organization"), types=(), past=True)
    assert picture.ids == ["p1", "o1"]


def test_what_a_step_of_its_own_added_stays_though_nothing_holds_it() -> None:
    added = Node("o1", "organization", "Ministry", alone=True)
    picture = filter_picture(make_picture([ANA, added], []), labels=("person", "organization"), types=(), past=True)
    assert picture.ids == ["p1", "o1"]


@pytest.mark.parametrize(("depth", "left"), [(1, ["p1", "t1"]), (2, ["p1", "t1", "o1"]), (3, ["p1", "t1", "o1", "o2"])])
def test_depth_counts_links_in_either_direction_from_the_focus(depth: int, left: list[str]) -> None:
    above, apart = Node("o2", "organization", "Above"), Node("p2", "person", "Bo", pinned=True)
    up = Edge("u1", "o2", "o1", "PART_OF")
    picture = limit_depth(make_picture([ANA, MINISTER, MINISTRY, above, apart], [HELD, IN_BODY, up]), depth)
    assert picture.ids == left
    assert len(picture.edges) == depth


@pytest.mark.parametrize(
    ("started", "ended", "written"),
    [
        ("2019-03-01", "2021", "2019–2021"),
        ("2019-03", None, "since 2019"),
        (None, "2021-07-20", "until 2021"),
        ("2019-01-01", "2019-12-01", "2019"),
        (None, None, ""),
    ],
)
def test_years(started: str | None, ended: str | None, written: str) -> None:
    assert write_years(started, ended, YEARS) == written
