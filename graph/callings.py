"""By what people are called, and every claim that may name the people of a change: by name, own id, judgement.

Only reads, as `gather` does; who is one person, `graph/identity` decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.claims import person_key, person_ref
from graph.gather import BY_FURTHER_KEY, Claims, Shelf
from graph.identity.judged import mark_of, names_by_id
from graph.known import Known
from graph.model import Judgement
from graph.names import block_key, exact_key

_BY_PERSON = "UNWIND $keys AS key MATCH (c:Claim {person_key: key}) USING INDEX c:Claim(person_key) RETURN c.id AS id"
_BY_SLOT = "UNWIND $keys AS key MATCH (c:Claim {slot: key}) USING INDEX c:Claim(slot) RETURN c.id AS id"
_BY_ID = """
UNWIND $keys AS key
MATCH (p:Person {id: key}) USING INDEX p:Person(id)
MATCH (p)<-[:ABOUT]-(c:Claim)
RETURN c.id AS id
"""
_BY_FORMER_ID = """
UNWIND $keys AS key
MATCH (p:Person)<-[:ABOUT]-(c:Claim) WHERE key IN p.former_ids
RETURN c.id AS id
"""
_BY_REF = "UNWIND $keys AS key MATCH (c:Claim {person_ref: key}) USING INDEX c:Claim(person_ref) RETURN c.id AS id"


@dataclass(slots=True)
class Calls:
    """By what people are called: blocks of names, own ids of sources, our ids; `marks` are what judgements use."""

    names: set[str] = field(default_factory=set)
    refs: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.names or self.refs or self.slots)

    def add(self, other: Calls) -> None:
        self.names |= other.names
        self.refs |= other.refs
        self.slots |= other.slots
        self.marks |= other.marks

    def without(self, other: Calls) -> Calls:
        return Calls(self.names - other.names, self.refs - other.refs, self.slots - other.slots)

    def follow(self, judgements: Iterable[Judgement]) -> None:
        """Call those too who were judged together with one of these."""
        for judgement in judgements:
            sides = (judgement.person_a, judgement.person_b)
            if any(mark_of(side) in self.marks for side in sides):
                self.call(sides)

    def call(self, references: Iterable[str]) -> None:
        """Call people by what a judgement names them."""
        for reference in references:
            mark = mark_of(reference)
            self.marks.add(mark)
            if names_by_id(reference):
                self.slots.add(mark)
            else:
                self.names.add(block_key(reference))


def read_namings(shelf: Shelf, calls: Calls, judgements: Collection[Judgement]) -> Claims:
    """Read all claims that may name some people: by the block of a name, by own id, by what was judged."""
    wanted = Calls()
    wanted.add(calls)
    seen = Calls()
    found: Claims = {}
    while True:
        wanted.follow(judgements)
        fresh = wanted.without(seen)
        if not fresh:
            return found
        claims = shelf.find(_BY_PERSON, fresh.names) | shelf.find(_BY_REF, fresh.refs)
        claims |= shelf.find(BY_FURTHER_KEY, {f"person:{name}" for name in fresh.names})
        claims |= _read_slots(shelf, fresh.slots)
        seen.add(fresh)
        found |= claims
        wanted.add(find_calls(claims.values()))


def _read_slots(shelf: Shelf, ids: Collection[str]) -> Claims:
    """Read the claims of people by ids, which one of their claims, all of them, or an earlier joining made."""
    found: Claims = {}
    for id in ids:
        found |= shelf.find(_BY_SLOT, [id]) | shelf.find(_BY_ID, [id]) or shelf.find(_BY_FORMER_ID, [id])
    return found


def find_calls(claims: Iterable[Known]) -> Calls:
    """By what the people of some claims are called."""
    calls = Calls()
    for known in claims:
        claim = known.claim
        key, ref = person_key(claim), person_ref(claim)
        if key is not None and claim.person is not None:
            printed = (claim.person, *claim.names)
            calls.names |= {block_key(name) for name in printed}
            calls.marks |= {exact_key(name) for name in printed}
            calls.marks |= {id for id in (known.slot, known.person, *known.former_ids) if id is not None}
        if ref is not None:
            calls.refs.add(ref)
    return calls
