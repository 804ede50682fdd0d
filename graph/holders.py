"""The chain of a post's holders round a day: who came before, who holds or covers it, who comes after. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.cards import Place
from graph.dates import parse_partial

Row = Mapping[str, Any]
When = Literal["before", "certain", "possible", "after", "unknown"]
COVERING = ("acting", "in_charge")


@dataclass(frozen=True, slots=True)
class Holder:
    """One tenure of a post as seen from a day; `covering` tells that it is acting or in charge only."""

    row: Row
    place: Place
    when: When

    @property
    def covering(self) -> bool:
        return self.place.capacity in COVERING


@dataclass(frozen=True, slots=True)
class Chain:
    """The holders in order, and those next to the day on either side."""

    holders: Sequence[Holder]
    before: Sequence[Holder]
    now: Sequence[Holder]
    after: Sequence[Holder]


def make_chain(rows: Sequence[Row], places: Mapping[str, Place], held: Mapping[str, str], at: date) -> Chain:
    """Make the chain of a post from its holders, in their order; `held` tells how certain those of the day are."""
    holders = [Holder(row, places[row["tenure_id"]], find_when(row, held, at)) for row in rows]
    by = {when: [each for each in holders if each.when == when] for when in ("before", "certain", "possible", "after")}
    return Chain(holders, _last(by["before"]), [*by["certain"], *by["possible"]], by["after"][:1])


def find_when(row: Row, held: Mapping[str, str], at: date) -> When:
    """Tell where a tenure stands as seen from a day: held then, over by then, to come, or undated."""
    if (certainty := held.get(row["tenure_id"])) is not None:
        return "certain" if certainty == "certain" else "possible"
    if row["started"] is not None:
        return "after" if parse_partial(row["started"]).first > at else "before"
    if row["ended"] is not None:
        return "before" if parse_partial(row["ended"]).first <= at else "unknown"
    return "unknown"


def _last(holders: Sequence[Holder]) -> list[Holder]:
    """Who left last: the latest end, not the latest start, leads to the day."""
    full = [each for each in holders if not each.covering] or list(holders)
    dated = [each for each in full if each.row["ended"] is not None]
    return sorted(dated, key=lambda each: parse_partial(each.row["ended"]).last)[-1:] or full[-1:]
