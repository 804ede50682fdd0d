"""The picture: one shape and one colour a label, dashes for the possible, nothing of a name is taken for DOT."""

from __future__ import annotations

from graph.views.palette import LIGHT
from graph.views.picture import Addresses, choose_colleagues, draw_picture

ADDRESSES = Addresses(person=lambda key: f"/?person={key}", organization=lambda key: f"/questions?organization={key}")


def post(role: str, body: str, certainty: str = "certain") -> dict[str, str]:
    return {"role": role, "organization": body, "organization_id": f"id of {body}", "certainty": certainty}


def colleague(name: str, body: str, role: str = "Ủy viên") -> dict[str, str]:
    return {
        "person_id": f"p {name}",
        "person": name,
        "organization": body,
        "role": role,
        "certainty": "certain",
    }


def test_it_draws_person_posts_bodies_and_colleagues_with_links() -> None:
    dot = draw_picture(
        {"person": "Trần Minh Ý"},
        [post("Chủ tịch", "UBND"), post("Bí thư", "Tỉnh ủy", "possible")],
        [colleague("Lê Yến", "UBND")],
        palette=LIGHT,
        addresses=ADDRESSES,
    )
    assert dot.count("shape=hexagon") == 2
    assert dot.count("rounded") == 2
    assert 'URL="/?person=p Lê Yến"' in dot
    assert 'URL="/questions?organization=id of UBND"' in dot
    assert "me -> post0 [style=solid];" in dot
    assert "me -> post1 [style=dashed];" in dot


def test_a_body_held_twice_is_drawn_once() -> None:
    dot = draw_picture({"person": "A"}, [post("x", "Bộ"), post("y", "Bộ")], [], palette=LIGHT, addresses=ADDRESSES)
    assert dot.count('"Bộ" [label') == 1


def test_quotes_and_backslashes_of_a_name_stay_in_its_label() -> None:
    dot = draw_picture({"person": 'A" ]; b [x\\'}, [post("r", "o")], [], palette=LIGHT, addresses=ADDRESSES)
    assert '"me" [label="A\\" ]; b [x\\\\"' in dot


def test_a_large_body_does_not_crowd_out_the_rest() -> None:
    many = [colleague(f"m{n}", "lớn") for n in range(40)]
    few = [colleague("f", "nhỏ")]
    chosen = choose_colleagues([*many, *few], most=24)
    assert len(chosen) == 24
    assert few[0] in chosen
