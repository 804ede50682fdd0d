"""Which statements tell a part of a tenure: its start, its end, its capacity, its term. Pure.

A claim is placed in time as it was when the tenure was concluded (`graph/items.py`); it tells a bound where its own
agrees with it. What agrees with none is a further action (an approval, a reappointment) or a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.evidence.chain import Chain, Part, Statement
from graph.items import Item, make_items
from graph.model import Tenure
from graph.terms import is_other


def find_telling(chain: Chain, part: Part) -> list[Statement]:
    """Find the statements of a chain that tell a part of its tenure, in their order."""
    return [each for each in chain.statements if part in find_parts(each, chain.tenure)]


def find_parts(statement: Statement, tenure: Tenure) -> frozenset[Part]:
    """Find the parts of a tenure that a statement tells."""
    return frozenset(_parts(statement, tenure))


def _parts(statement: Statement, tenure: Tenure) -> Iterator[Part]:
    claim = statement.claim
    if statement.post != tenure.post:  # a death or an expulsion told elsewhere ends it
        yield "end"
        return
    for item in make_items(claim, statement.source.published):
        if _begins(item, tenure):
            yield "start"
        if _ends(item, tenure):
            yield "end"
        if item.kind in ("attest", "echo") and item.anchor == tenure.last_attested:
            yield "last_attested"
    if claim.capacity == tenure.capacity:
        yield "capacity"
    if claim.term is not None and any(not is_other(term, claim.term) for term in (tenure.term or "").split(", ")):
        yield "term"
    limited = claim.end if claim.event == "gain" else None
    if tenure.planned_end is not None and (claim.planned_end or limited) == tenure.planned_end:
        yield "planned_end"


def _begins(item: Item, tenure: Tenure) -> bool:
    if tenure.start.least is None:
        return False
    if tenure.started_basis == "attested":
        return item.kind in ("attest", "echo") and item.anchor == tenure.start.least
    dated = item.kind == "gain" or (item.kind == "span" and item.claim.date is not None)
    return dated and item.begins.bound.agrees_with(tenure.start)


def _ends(item: Item, tenure: Tenure) -> bool:
    told = item.ends
    return tenure.ended_basis is not None and told is not None and told.bound.agrees_with(tenure.end)
