"""Questions that part the Party's bodies from the State's: their Cypher is given which kinds are whose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.catalog.reading import Gather, Row
from graph.kinds import PARTY_KINDS, STATE_KINDS


def conclude_with_kinds(gather: Gather, params: Mapping[str, Any]) -> list[Row]:  # noqa: ARG001
    """Run the question's Cypher with the kinds of bodies; its rows are the answer."""
    return gather({"party": sorted(PARTY_KINDS), "state": sorted(STATE_KINDS)})
