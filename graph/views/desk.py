"""What the pages that change the graph are handed by the app: the actions of loading, and who sits at the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from graph.difference import Difference
from graph.incoming import Choice, Incoming, Loaded, Origin, Preview
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
    """List loads, foresee an undo and do it; read a file, look at what it would do, load it as the reader chose.

    `user` sits at the machine; `contact` is where an error is reported, an address of mail or of a page.
    """

    list_loads: Callable[[Store], Sequence[Row]]
    foresee: Callable[[Store, str], Taken | None]
    undo: Callable[[Store, str], Taken]
    read: Callable[[str, bytes, date | None, Origin], Incoming]
    preview: Callable[[Store, Incoming, Choice], Preview]
    load: Callable[[Store, Incoming, Choice], Loaded]
    user: str
    contact: str | None = None
