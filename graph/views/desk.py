"""What the pages that change the graph are handed by the app: the actions of loading, and who sits at the machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graph.difference import Difference
from graph.incoming import Preview
from graph.store import Store

Row = Mapping[str, Any]


class Taken(Protocol):
    """What taking a load back did, or would do."""

    @property
    def difference(self) -> Difference: ...

    @property
    def kept(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """List loads, foresee an undo and do it; look at a file and load it, without the statements left out."""

    list_loads: Callable[[Store], Sequence[Row]]
    foresee: Callable[[Store, str], Taken | None]
    undo: Callable[[Store, str], Taken]
    preview: Callable[[Store, str, bytes, Collection[str]], Preview]
    load: Callable[[Store, str, bytes, Collection[str]], str | None]
    user: str
