"""Sources and loads as nodes: what is known of a source already, which loads brought it, what goes with a load."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from graph.errors import InputError
from graph.model import Source
from graph.plan import State
from graph.schema import tie
from graph.wire import Ask

_SOURCES = """
UNWIND $keys AS key
MATCH (s:Source {id: key})
RETURN s.id AS id, s.published AS published, s.published_basis AS basis,
       [(s)-[:CAME_WITH]->(l:Load) | l.id] AS loads
"""
_LOAD = "MATCH (l:Load {id: $id}) RETURN properties(l) AS load"
_BROUGHT = """
MATCH (:Load {id: $id})<-[:CAME_WITH]-(s:Source)
RETURN properties(s) AS node, [(s)-[:CAME_WITH]->(l:Load) | l.id] AS loads
"""


@dataclass(frozen=True, slots=True)
class LoadInfo:
    """One run of a loader over one input."""

    id: str
    at: datetime
    loader: str
    input: str


def stored_sources(ask: Ask, sources: Mapping[str, Source]) -> dict[str, Source]:
    """The sources as the graph knows them: a day of publication once known stays (RULES 6)."""
    found = dict(sources)
    for row in ask(_SOURCES, {"keys": sorted(sources)}):
        source = sources[row["id"]]
        if source.published != row["published"] and source.published_basis == "stated":
            raise _other_day(source, row)
        found[row["id"]] = replace(source, published=row["published"], published_basis=row["basis"])
    return found


def _other_day(source: Source, row: Mapping[str, Any]) -> InputError:
    name = source.title or source.url or source.id
    undo = "; ".join(f"python -m loaders undo {load}" for load in sorted(row["loads"]))
    return InputError(
        vi=f"Nguồn «{name}» đã được nạp với ngày đăng {row['published']}, nay lại ghi {source.published}; "
        f"muốn đổi ngày, trước hết hãy gỡ lần nạp cũ: {undo}",
        en=f"The source '{name}' was loaded as published on {row['published']}, now it says {source.published}; "
        f"to change the day, first take the old load back: {undo}",
    )


def put_sources(state: State, sources: Iterable[Source], load: str) -> None:
    """Put sources and the load that brought them."""
    for source in sources:
        state.node(
            "Source",
            source.id,
            kind=source.kind,
            published=source.published,
            published_basis=source.published_basis,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            sha256=source.sha256,
        )
        state.link(tie("CAME_WITH"), source.id, load)


def put_load(
    state: State, load: LoadInfo, *, unfinished: bool, undoing: bool = False, undone: datetime | None = None
) -> None:
    """Put a load: whole, or with parts still to come (`unfinished`) or still to be taken back (`undoing` as well)."""
    state.node(
        "Load",
        load.id,
        at=load.at,
        loader=load.loader,
        input=load.input,
        unfinished=True if unfinished else None,
        undoing=True if undoing else None,
        undone=undone,
    )


def stored_load(ask: Ask, id: str) -> LoadInfo | None:
    """The load that is stored under an id; None where there is none or it was taken back."""
    rows = ask(_LOAD, {"id": id})
    if not rows or "undone" in rows[0]["load"]:
        return None
    return load_from(rows[0]["load"])


def refuse_undone(ask: Ask, load: LoadInfo) -> None:
    """Raise InputError where a load was taken back while it was on its way: what came later could not be."""
    rows = ask(_LOAD, {"id": load.id})
    if rows and "undone" in rows[0]["load"]:
        raise InputError(
            vi=f"{load.input}: lần nạp này đã được gỡ trong khi đang nạp, nên dừng ở đây; muốn nạp thì chạy lại lệnh",
            en=f"{load.input}: this load was taken back while it was on its way, so it stops; run it again to load it",
        )


def load_from(node: Mapping[str, Any]) -> LoadInfo:
    """Read a load back from its node."""
    return LoadInfo(node["id"], node["at"], node["loader"], node["input"])


def drop_sources(ask: Ask, before: State, load: str) -> None:
    """Part a load from its sources; a source that no other load brought goes with it (RULES 22)."""
    for row in ask(_BROUGHT, {"id": load}):
        source = row["node"]
        before.link(tie("CAME_WITH"), source["id"], load)
        if set(row["loads"]) == {load}:
            before.nodes["Source", source["id"]] = source
