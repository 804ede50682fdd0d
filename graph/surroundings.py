"""The picture round a person at a date: posts held, their bodies, who sits beside. Pure: rows in, a Picture out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.picture import Edge, Node, Picture, make_picture, write_years

Row = Mapping[str, Any]
MOST_COLLEAGUES = 12


def choose_colleagues(colleagues: Sequence[Row], most: int = MOST_COLLEAGUES) -> list[Row]:
    """Choose whom to draw: in turn from each body, so that a large one does not crowd out the rest."""
    bodies: dict[str, list[Row]] = {}
    for row in colleagues:
        bodies.setdefault(row["organization"], []).append(row)
    chosen: list[Row] = []
    while bodies and len(chosen) < most:
        for body in list(bodies):
            chosen.append(bodies[body].pop(0))
            if not bodies[body]:
                del bodies[body]
    return chosen[:most]


def make_surroundings(
    person_id: str, name: str, posts: Sequence[Row], colleagues: Sequence[Row], *, years: Mapping[str, str]
) -> Picture:
    """Make the picture of a person, the posts given with their `post_id`, their bodies and the colleagues given."""
    bodies = {row["organization"]: row["organization_id"] for row in posts}
    beside = [row for row in colleagues if row["organization"] in bodies]
    nodes = [Node(person_id, "person", name, focus=True)]
    nodes += [Node(row["post_id"], "post", row["role"]) for row in posts]
    nodes += [Node(id, "organization", body) for body, id in bodies.items()]
    nodes += [Node(row["person_id"], "person", row["person"], row["role"]) for row in beside]
    edges = [*_edges_of_posts(person_id, posts, years), *_edges_of_colleagues(beside, bodies, years)]
    return make_picture(nodes, edges)


def _edges_of_posts(person_id: str, posts: Sequence[Row], years: Mapping[str, str]) -> Iterator[Edge]:
    for row in posts:
        sure = row["certainty"] == "certain"
        caption = write_years(row["started"], row["ended"], years)
        yield Edge(row["tenure_id"], person_id, row["post_id"], "HELD", caption, certain=sure)
        yield Edge(f"{row['post_id']}.body", row["post_id"], row["organization_id"], "IN_BODY")


def _edges_of_colleagues(beside: Sequence[Row], bodies: Mapping[str, str], years: Mapping[str, str]) -> Iterator[Edge]:
    for row in beside:
        sure = row["certainty"] == "certain"
        caption = write_years(row["started"], row["ended"], years)
        yield Edge(row["tenure_id"], row["person_id"], bodies[row["organization"]], "SERVED_IN", caption, certain=sure)
