"""Changes as an ordered list of statements with their rows: nodes, links, then what goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph.plan import Changes, Link, Properties
from graph.schema import link_statements, node_statements
from graph.wire import Ask

BATCH_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Batch:
    """One statement for some rows; `whole`: every row must have found what it writes."""

    statement: str
    rows: Sequence[Any]
    whole: bool


def write_changes(ask: Ask, changes: Changes) -> None:
    """Write changes through the transaction that `ask` belongs to."""
    for batch in make_batches(changes):
        found, n = ask(batch.statement, {"rows": batch.rows})[0]["n"], len(batch.rows)
        assert not batch.whole or found == n, f"{n - found} of {n} rows found no node: {batch.statement}"


def make_batches(changes: Changes, *, size: int = BATCH_ROWS) -> Iterator[Batch]:
    """List what to run, in order: a link comes after the nodes it joins and goes before them."""
    nodes, links = node_statements(), link_statements()
    assert changes.put_nodes.keys() | changes.drop_nodes.keys() <= nodes.keys(), "a label outside the schema"
    assert changes.put_links.keys() | changes.drop_links.keys() <= links.keys(), "a tie outside the schema"
    for label in nodes.keys() & changes.put_nodes.keys():
        yield from _cut(nodes[label].put, changes.put_nodes[label], whole=True, size=size)
    for tie in links.keys() & changes.put_links.keys():
        rows = [_row(link, properties) for link, properties in changes.put_links[tie]]
        yield from _cut(links[tie].put, rows, whole=True, size=size)
    for tie in links.keys() & changes.drop_links.keys():
        dropped = [_row(link, {}) for link in changes.drop_links[tie]]
        yield from _cut(links[tie].drop, dropped, whole=False, size=size)
    for label in nodes.keys() & changes.drop_nodes.keys():
        yield from _cut(nodes[label].drop, changes.drop_nodes[label], whole=False, size=size)


def _row(link: Link, properties: Properties) -> dict[str, Any]:
    assert (link.key is None) == (link.tie.key is None), f"{link}: its type and its key do not fit"
    return {"start": link.start, "end": link.end, "key": link.key, "properties": properties}


def _cut(statement: str, rows: Sequence[Any], *, whole: bool, size: int) -> Iterator[Batch]:
    for first in range(0, len(rows), size):
        yield Batch(statement, rows[first : first + size], whole)
