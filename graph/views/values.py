"""What the console's values look like on screen and in files: nodes, links and paths made plain. Pure."""

from __future__ import annotations

from typing import Any

from graph.wire import LinkValue, NodeValue, PathValue

_NAMING = ("name", "title", "number", "quote", "id")


def show_cell(value: Any) -> Any:
    """One value as a cell: a node by its label and name, a path by its nodes, the rest as it is."""
    match value:
        case NodeValue():
            name = next((value.properties[key] for key in _NAMING if key in value.properties), "")
            return f"({':'.join(value.labels)} {name})"
        case LinkValue():
            return f"[{value.type}]"
        case PathValue():
            return " – ".join(show_cell(node) for node in value.nodes)
        case list():
            return "; ".join(str(show_cell(item)) for item in value)
        case dict():
            return ", ".join(f"{key}: {show_cell(item)}" for key, item in value.items())
    return value


def make_plain(value: Any) -> Any:
    """One value as JSON can carry it, nothing left out."""
    match value:
        case NodeValue():
            return {"labels": list(value.labels), "properties": make_plain(value.properties)}
        case LinkValue():
            return {"type": value.type, "properties": make_plain(value.properties)}
        case PathValue():
            return {"nodes": make_plain(list(value.nodes)), "links": make_plain(list(value.links))}
        case list() | tuple():
            return [make_plain(item) for item in value]
        case dict():
            return {key: make_plain(item) for key, item in value.items()}
    return value
