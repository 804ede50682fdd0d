"""What Cypher gathers and cannot say itself: a question file names one of these rules by `conclude: NAME`.

A rule gets the parameters and a read that runs the file's Cypher with further ones; it returns the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.catalog.conflicts import conclude_conflicts
from graph.catalog.connections import conclude_connections
from graph.catalog.kinds import conclude_with_kinds
from graph.catalog.loads import conclude_load_changes
from graph.catalog.paths import conclude_path
from graph.catalog.ranking import conclude_search
from graph.catalog.reading import Gather, Row
from graph.catalog.recorded import conclude_recorded
from graph.catalog.terms import conclude_term

Conclude = Callable[[Gather, Mapping[str, Any]], list[Row]]

CONCLUSIONS: Mapping[str, Conclude] = {
    "conflicts": conclude_conflicts,
    "connections": conclude_connections,
    "kinds": conclude_with_kinds,
    "load": conclude_load_changes,
    "path": conclude_path,
    "ranking": conclude_search,
    "recorded": conclude_recorded,
    "term": conclude_term,
}
