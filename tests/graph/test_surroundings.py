"""The picture round a person: one node a post, a body held twice drawn once, the unsure told, nobody crowded out."""

from __future__ import annotations

from graph.surroundings import choose_colleagues, make_surroundings

YEARS = {"both": "{start}–{end}", "since": "from {start}", "until": "to {end}"}


def post(id: str, role: str, body: str, certainty: str = "certain") -> dict[str, str | None]:
    return {
        "tenure_id": id, "post_id": f"post of {id}", "role": role, "organization": body, "organization_id": f"id of {body}",
        "certainty": certainty, "started": "2019-05-01", "ended": None,
    }  # fmt: skip


def colleague(name: str, body: str) -> dict[str, str | None]:
    return {**post(f"t {name}", "Ủy viên", body), "person_id": f"p {name}", "person": name}


def test_person_posts_bodies_and_colleagues_are_drawn_and_joined() -> None:
    posts = [post("t1", "Chủ tịch", "UBND"), post("t2", "Bí thư", "Tỉnh ủy", "possible")]
    picture = make_surroundings("me", "Trần Minh Ý", posts, [colleague("Lê Yến", "UBND")], years=YEARS)
    assert [(node.label, node.name, node.focus) for node in picture.nodes] == [
        ("person", "Trần Minh Ý", True),
        ("post", "Chủ tịch", False),
        ("post", "Bí thư", False),
        ("organization", "UBND", False),
        ("organization", "Tỉnh ủy", False),
        ("person", "Lê Yến", False),
    ]
    assert [(edge.id, edge.source, edge.target, edge.caption, edge.certain) for edge in picture.edges] == [
        ("t1", "me", "post of t1", "from 2019", True),
        ("post of t1.body", "post of t1", "id of UBND", "", True),
        ("t2", "me", "post of t2", "from 2019", False),
        ("post of t2.body", "post of t2", "id of Tỉnh ủy", "", True),
        ("t Lê Yến", "p Lê Yến", "id of UBND", "from 2019", True),
    ]


def test_a_body_held_twice_is_drawn_once() -> None:
    picture = make_surroundings("me", "A", [post("t1", "x", "Bộ"), post("t2", "y", "Bộ")], [], years=YEARS)
    assert [node.name for node in picture.nodes if node.label == "organization"] == ["Bộ"]


def test_a_large_body_does_not_crowd_out_the_rest() -> None:
    few = [colleague("f", "nhỏ")]
    chosen = choose_colleagues([*(colleague(f"m{n}", "lớn") for n in range(40)), *few], most=24)
    assert len(chosen) == 24
    assert few[0] in chosen
