"""With how many others each person serves on a day, in bodies small enough for that to be a tie (RULES 35)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.catalog.reading import Gather, Row


def conclude_connections(gather: Gather, params: Mapping[str, Any]) -> list[Row]:
    """Count whom each member of some bodies serves with, and keep the first `limit`."""
    names: dict[str, str] = {}
    circles: dict[str, list[frozenset[str]]] = defaultdict(list)
    for row in gather({}):
        names.update((member["id"], member["name"]) for member in row["members"])
        members = frozenset(member["id"] for member in row["members"])
        for person in members:
            circles[person].append(members)
    counted = {person: len(frozenset().union(*bodies)) - 1 for person, bodies in circles.items()}
    first = sorted(counted, key=lambda person: (-counted[person], names[person], person))[: params["limit"]]
    return [{"person_id": person, "person": names[person], "n": counted[person]} for person in first]
