"""The picture of an exploration: rows of nodes and of what lies round them in, a Picture out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.neighbours import MAIN, Around
from graph.picture import Edge, Node, Picture, make_picture, write_years
from graph.steps import Shown

Row = Mapping[str, Any]


def make_explored(
    shown: Shown, focus: str, rows: Sequence[Row], around: Sequence[Around], *, years: Mapping[str, str]
) -> Picture:
    """Make the picture of what is shown, each node with the number of its main neighbours that are not."""
    hidden = count_hidden(rows, around)
    nodes = [
        Node(
            id,
            row["label"],
            row["name"],
            _say_sub(row, years),
            id == focus,
            id in shown.pinned,
            hidden[id],
            id in shown.alone,
        )
        for row in rows
        for id in [row["id"]]
    ]
    links = [link for each in around for link in each.links]
    return make_picture(nodes, _edges(links, set(shown.ids), years))


def _say_sub(row: Row, years: Mapping[str, str]) -> str:
    """What stands below a name: of a person the year of birth, which tells namesakes apart."""
    sub = str(row["sub"] or "")
    return years["born"].format(year=sub) if sub and row["label"] == "person" else sub


def count_hidden(rows: Sequence[Row], around: Iterable[Around]) -> dict[str, int]:
    """Count for each node the neighbours that a double click would bring."""
    labels = {row["id"]: row["label"] for row in rows}
    counts = dict.fromkeys(labels, 0)
    for each in around:
        if each.id in labels and each.relation in MAIN[labels[each.id]]:
            counts[each.id] += each.hidden
    return counts


def _edges(links: Iterable[Row], shown: set[str], years: Mapping[str, str]) -> Iterable[Edge]:
    for link in links:
        if link["via"] in shown:
            continue  # the post stands between, and says it in full
        caption = write_years(link["started"], link["ended"], years)
        if link["type"] == "SERVED_IN":
            caption = " ".join(part for part in (link["role"], caption) if part)
        id = link["id"] if link["via"] is None else f"{link['id']}.body"
        yield Edge(id, link["source"], link["target"], link["type"], caption, link["current"], link["certain"])


def choose_unseen(around: Iterable[Around], relations: Sequence[str], most: int) -> list[str]:
    """Choose whom an expand brings: in turn from each relation asked for, each once."""
    lists = [list(each.unseen) for relation in relations for each in around if each.relation == relation]
    chosen: dict[str, None] = {}
    while any(lists) and len(chosen) < most:
        for unseen in lists:
            if unseen and len(chosen) < most:
                chosen[unseen.pop(0)] = None
    return list(chosen)


def find_tenure(edge_id: str) -> str | None:
    """Find the tenure that an edge draws."""
    return edge_id.removesuffix(".body") if edge_id.startswith("tenure-") else None
