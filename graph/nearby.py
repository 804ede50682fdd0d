"""Claims that may name somebody a letter apart from one of the touched, in the same single seat. It only reads.

They are read to weigh such a pair, and concluded no further: whom a neighbour is taken for does not change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from graph.callings import Calls, read_namings
from graph.gather import Claims, Shelf
from graph.identity.near import find_near
from graph.known import Known, is_alone
from graph.model import Judgement
from graph.names import block_key

_HOLDERS = """
UNWIND $keys AS key
MATCH (post:Post {id: key}) USING INDEX post:Post(id)
MATCH (post)<-[:IN_POST]-(:Tenure)<-[:HELD]-(p:Person)
RETURN DISTINCT key AS post, p.names AS names
"""
PostOf = Callable[[Known], str | None]


def read_nearby(
    shelf: Shelf, touched: Claims, claims: Claims, judgements: Collection[Judgement], *, post_of: PostOf
) -> Claims:
    """Read the claims that may name neighbours of the touched; `claims` are all those of the bodies at hand."""
    seats = _seats(touched.values(), post_of)
    holders = _seats(claims.values(), post_of)
    beyond = seats.keys() - holders.keys()
    for row in shelf.rows(_HOLDERS, beyond):
        holders[row["post"]] |= {block_key(name) for name in row["names"]}
    own = set().union(*seats.values())
    near = set().union(*(find_near(names, holders[post]) for post, names in seats.items())) - own
    return read_namings(shelf, Calls(names=near), judgements) if near else {}


def _seats(claims: Iterable[Known], post_of: PostOf) -> dict[str, set[str]]:
    """The blocks of names under which single seats are held, by post, before and after the change."""
    seats: dict[str, set[str]] = defaultdict(set)
    for known in claims:
        claim = known.claim
        if claim.person is None or not is_alone(claim):
            continue
        for post in {known.post, post_of(known)} - {None}:
            assert post is not None
            seats[post] |= {block_key(name) for name in (claim.person, *claim.names)}
    return seats
