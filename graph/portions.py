"""Cut the claims that come or go into portions by what they touch, so that one transaction carries each.

A row that ends a body touches every tenure in it: what counts is not the rows but the stored claims that are read,
concluded again and written with them. No cut falls between rows about the same bodies: each body is concluded whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from graph.gather import Shelf, lineage_names, read_sizes
from graph.model import Claim

TOUCHED_CLAIMS = 8_000  # in the server's memory for one transaction they take about half of it
ARRIVAL = 2  # a claim that comes or goes weighs as much as so many that are concluded again

T = TypeVar("T")


def cut_portions(
    shelf: Shelf, items: Sequence[T], claim_of: Callable[[T], Claim], most: int = TOUCHED_CLAIMS
) -> Iterator[list[T]]:
    """Cut claims, in the order of their bodies, where the next body would make them touch too many."""
    names = [lineage_names(claim_of(item)) for item in items]
    sizes = read_sizes(shelf, set().union(*names))
    portion: list[T] = []
    touched: set[str] = set()
    weight = 0
    for item, bodies in zip(items, names, strict=True):
        if portion and not bodies <= touched and weight + _weigh(bodies - touched, sizes) > most:
            yield portion
            portion, touched, weight = [], set(), 0
        weight += _weigh(bodies - touched, sizes)
        touched |= bodies
        portion.append(item)
    if portion:
        yield portion


def _weigh(bodies: Collection[str], sizes: dict[str, int]) -> int:
    return ARRIVAL + sum(sizes.get(body, 0) for body in bodies)
