"""py2neo objects for notebook users: rows of a saved question as a Subgraph, and OGM classes over the spine.

Upstream of py2neo has ended and promises nothing for servers to come, so nothing else here depends on it: it never
carries the product's own reads or writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from py2neo import Node, Relationship, Subgraph
from py2neo.ogm import Model, Property, RelatedTo

from graph.known import post_id
from graph.names import role_key
from graph.posts import join_title


class Organization(Model):  # type: ignore[misc]
    """A body."""

    __primarykey__ = "id"
    id = Property()
    name = Property()
    kind = Property()
    level = Property()


class Post(Model):  # type: ignore[misc]
    """A role in a body."""

    __primarykey__ = "id"
    id = Property()
    title = Property()
    bodies = RelatedTo(Organization, "IN_BODY")


class Tenure(Model):  # type: ignore[misc]
    """One person in one post over one period."""

    __primarykey__ = "id"
    id = Property()
    started = Property()
    ended = Property()
    capacity = Property()
    posts = RelatedTo(Post, "IN_POST")


class Person(Model):  # type: ignore[misc]
    """A human being."""

    __primarykey__ = "id"
    id = Property()
    name = Property()
    born = Property()
    tenures = RelatedTo(Tenure, "HELD")


def to_subgraph(rows: Iterable[Mapping[str, Any]]) -> Subgraph:
    """Make the spine (person, tenure, post, body) from rows with person_id, tenure_id, role and organization_id.

    Rows of `person_posts` fit. A tenure is a node, so two of one person in one post stay two: py2neo takes two
    relationships of one type between the same nodes for one.
    """
    nodes: dict[str, Node] = {}
    links: list[Relationship] = []
    for row in rows:
        person = _node(nodes, "Person", row["person_id"], name=row["person"])
        body = _node(nodes, "Organization", row["organization_id"], name=row["organization"])
        title = join_title(row["role"], row["organization"])
        post = _node(nodes, "Post", post_id(row["organization_id"], role_key(row["role"])), title=title)
        dates = {name: row[name] for name in ("started", "ended") if row.get(name) is not None}
        tenure = _node(nodes, "Tenure", row["tenure_id"], **dates)
        links += [
            Relationship(person, "HELD", tenure),
            Relationship(tenure, "IN_POST", post),
            Relationship(post, "IN_BODY", body),
        ]
    return Subgraph(nodes.values(), links)


def _node(nodes: dict[str, Node], label: str, id: str, **properties: str) -> Node:
    if id not in nodes:
        node = nodes[id] = Node(label, id=id, **properties)
        node.__primarylabel__, node.__primarykey__ = label, "id"
    return nodes[id]
