"""What a file that was read would do to the graph: decided once on the graph as it is, and nothing written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graph.by_hand import BY_HAND, fields_by_hand
from graph.changed import find_against, find_foreseen
from graph.claims import claim_from
from graph.difference import Comparison, Difference, find_difference
from graph.errors import InputError, Text
from graph.gather import Shelf
from graph.ids import make_id
from graph.incoming import Choice, Incoming, Line, Preview, Standing
from graph.ledger import Arrival, decide_judgements, foresee_load
from graph.model import Claim
from graph.sources import LoadInfo
from graph.store import Store
from loaders.correction import correct_claim, is_correctable, printed_role, until_of
from loaders.gazetteers import read_gazetteers
from loaders.load import Pick
from loaders.sure import part_sure

_NAMED = {"Person": "name", "Organization": "name", "Post": "title"}
_CORRECTED = """
MATCH (c:Claim)-[:STATED_IN]->(s:Source)
WHERE s.id IN $sources AND c.rule CONTAINS $mark
RETURN properties(c) AS claim, s.id AS source
ORDER BY c.id
"""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A claim as it was read (or corrected at an earlier load), and as the reader makes it: None is left out."""

    id: str
    read: Arrival
    meant: Arrival | None
    fault: Text | None = None


def preview_file(store: Store, incoming: Incoming, choice: Choice) -> Preview:
    """Tell what a file would bring as the reader would have it: one decision for its lines and for what follows."""
    taken = _take(store, incoming, choice)
    sure, errors = part_sure(store.ask, [each.meant for each in taken if each.meant is not None])
    load = _load_of(incoming)
    foreseen = foresee_load(store.ask, load, sure)
    doubted = find_against(foreseen.doubts)
    known = foreseen.stored | _stored(store, taken, sure)
    follows = find_difference(foreseen.compared.before, foreseen.compared.after)
    return Preview(
        lines=tuple(_make_line(each, known, doubted) for each in taken),
        follows=follows + _judged(store, incoming, load),
        changes=tuple(find_foreseen(foreseen.compared, foreseen.doubts)),
        fresh=_find_fresh(foreseen.compared),
        notes=(*incoming.notes, *(error.text for error in errors)),
    )


def make_pick(store: Store, incoming: Incoming, choice: Choice) -> Pick:
    """Make what tells a load how each claim is to come in."""
    meant = {each.id: each.meant for each in _take(store, incoming, choice)}

    def pick(arrival: Arrival) -> Arrival | None:
        return meant.get(arrival.claim.id, arrival)

    return pick


def _take(store: Store, incoming: Incoming, choice: Choice) -> list[_Taken]:
    earlier = _corrected_before(store, incoming.arrivals)
    return [_take_one(arrival, earlier.get(arrival.claim.id), choice) for arrival in incoming.arrivals]


def _take_one(arrival: Arrival, earlier: Claim | None, choice: Choice) -> _Taken:
    id = arrival.claim.id
    read = arrival if earlier is None else replace(arrival, claim=earlier)
    if id in choice.left_out:
        return _Taken(id, read, None)
    if not (typed := choice.typed.get(id)):
        return _Taken(id, read, read)
    try:
        claim = correct_claim(read.claim, typed, read_gazetteers(), read.source.published)
    except InputError as error:
        return _Taken(id, read, None, error.text)
    return _Taken(id, read, replace(read, claim=claim))


def _corrected_before(store: Store, arrivals: Sequence[Arrival]) -> Mapping[str, Claim]:
    """By the id of a claim read now: the same words of the same source as corrected at an earlier load."""
    sources = sorted({arrival.source.id for arrival in arrivals if is_correctable(arrival.claim)})
    rows = store.ask(_CORRECTED, {"sources": sources, "mark": BY_HAND}) if sources else []
    stored = {_words(claim): claim for claim in (claim_from(row["claim"], row["source"]) for row in rows)}
    told = Counter(_words(arrival.claim) for arrival in arrivals)
    return {
        arrival.claim.id: stored[words]
        for arrival in arrivals
        if (words := _words(arrival.claim)) in stored and told[words] == 1
    }


def _words(claim: Claim) -> tuple[object, ...]:
    """What stays of a claim when it is corrected: the sentence and the words printed."""
    return claim.source, claim.quote_start, claim.quote_end, claim.raw


def _load_of(incoming: Incoming) -> LoadInfo:
    at = datetime.now(UTC)
    return LoadInfo(make_id("load", incoming.label, at.isoformat()), at, "loaders.load", incoming.label)


def _stored(store: Store, taken: Sequence[_Taken], decided: Sequence[Arrival]) -> set[str]:
    """Of the lines that are no part of the decision, those that the graph holds."""
    apart = {each.read.claim.id for each in taken} - {arrival.claim.id for arrival in decided}
    return set(Shelf(store.ask).read(apart)) if apart else set()


def _judged(store: Store, incoming: Incoming, load: LoadInfo) -> Difference:
    """What the judgements of a table would change by themselves."""
    if not incoming.judgements:
        return Difference()
    return decide_judgements(store.ask, load, incoming.judgements).difference


def _find_fresh(compared: Comparison) -> Mapping[str, tuple[str, ...]]:
    """The names of people, bodies and posts that the graph does not hold yet, by label."""
    found: dict[str, list[str]] = {label: [] for label in _NAMED}
    fresh = compared.fresh
    for (label, id), properties in compared.after.nodes.items():
        if label in found and id in fresh:
            found[label].append(str(properties[_NAMED[label]]))
    return {label: tuple(sorted(names)) for label, names in found.items()}


def _make_line(taken: _Taken, stored: Collection[str], doubted: Collection[str]) -> Line:
    claim, meant = taken.read.claim, (taken.meant or taken.read).claim
    standing: Standing = "known" if meant.id in stored else "contradicts" if meant.id in doubted else "new"
    until = until_of(claim)
    return Line(
        claim=taken.id,
        meant=taken.meant.claim.id if taken.meant is not None else None,
        standing=standing,
        event=claim.event or claim.change,
        person=claim.person,
        role=printed_role(claim),
        organization=claim.organization or claim.before or claim.body,
        date=str(claim.date) if claim.date is not None else None,
        until=str(until) if until is not None else None,
        action=claim.action,
        quote=claim.quote,
        start=claim.quote_start,
        end=claim.quote_end,
        editable=is_correctable(claim),
        corrected=fields_by_hand(meant.rule),
        fault=taken.fault,
    )
