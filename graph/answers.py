"""What the console's answers look like as a picture and its plan as rows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.picture import MOST_NODES, Edge, Node, Picture, make_picture
from graph.wire import LinkValue, NodeValue, PathValue

_NAMING = ("name", "title", "title_vi", "number", "quote", "input", "id")
_DRAWN = {"Person": "person", "Organization": "organization", "Post": "post", "Decision": "decision"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class AnswerPicture:
    """The picture of an answer, what each node and link of it holds, and how many nodes did not fit."""

    picture: Picture
    values: Mapping[str, NodeValue | LinkValue]
    left_out: int


def draw_answer(rows: Sequence[Sequence[Any]], *, most: int = MOST_NODES) -> AnswerPicture:
    """Draw the nodes, links and paths that stand anywhere in an answer, the first `most` nodes of them."""
    values = list(_walk(rows))
    nodes = {value.key: value for value in values if isinstance(value, NodeValue)}
    links = {value.key: value for value in values if isinstance(value, LinkValue)}
    kept = dict(list(nodes.items())[:most])
    picture = make_picture(map(_node, kept.values()), map(_edge, links.values()))
    return AnswerPicture(picture, {**kept, **links}, len(nodes) - len(kept))


def _walk(value: Any) -> Iterator[NodeValue | LinkValue]:
    match value:
        case NodeValue() | LinkValue():
            yield value
        case PathValue():
            yield from value.nodes
            yield from value.links
        case list() | tuple():
            for item in value:
                yield from _walk(item)
        case dict():
            yield from _walk(list(value.values()))


def _node(value: NodeValue) -> Node:
    label = next((_DRAWN[name] for name in value.labels if name in _DRAWN), "other")
    name = next((str(value.properties[key]) for key in _NAMING if value.properties.get(key)), "")
    short = name if len(name) <= _LONGEST else name[:_LONGEST].rstrip() + " …"
    return Node(value.key, label, short, ":".join(value.labels) if label == "other" else "")


def _edge(value: LinkValue) -> Edge:
    return Edge(value.key, value.start, value.end, value.type, value.type)


def list_steps(plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """List the steps of a server's plan, the last to run first, each deeper one after the step that needs it."""
    waiting: list[tuple[int, Mapping[str, Any]]] = [(0, plan)] if plan else []
    steps: list[dict[str, Any]] = []
    while waiting:
        depth, step = waiting.pop()
        told = step.get("args", {})
        steps.append(
            {
                "step": "    " * depth + str(step["operatorType"]).partition("@")[0],
                "details": str(told.get("Details", "")),
                "rows": round(float(told.get("EstimatedRows", 0.0))),
            }
        )
        waiting.extend((depth + 1, child) for child in reversed(step.get("children", ())))
    return steps
