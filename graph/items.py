"""A post claim as events in time (RULES 2, 4, 7): when it counts, and what it says of a start or an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.dates import Bound, PartialDate, end_bound, start_bound
from graph.model import Claim

STRUCK_OFF = ("xóa tư cách", "xoá tư cách")
Kind = Literal["gain", "span", "attest", "echo", "past", "lose"]


@dataclass(frozen=True, slots=True)
class Dated:
    """What one claim says of one bound; `story` is the source that told it first (RULES 21)."""

    printed: PartialDate | None
    bound: Bound
    claim: Claim
    published: date
    story: str


@dataclass(frozen=True, slots=True)
class Item:
    """A claim as an event in time: `at` is when it counts. An echo is an open row, heard again when published."""

    kind: Kind
    at: Bound
    claim: Claim
    published: date
    story: str = ""

    @property
    def anchor(self) -> date:
        day = self.at.least or self.at.most
        assert day is not None
        return day

    @property
    def begins(self) -> Dated:
        """What it says of the start; an undated gain is known from the day of publication on."""
        undated = self.claim.date is None and self.kind == "gain"
        return self._dated(self.claim.date, Bound(self.published, self.published) if undated else self.at)

    @property
    def ends(self) -> Dated | None:
        """What it says of the end; a former post was over when that was published."""
        if self.kind == "lose":
            return self._dated(self.claim.date, self.at)
        if self.kind not in ("span", "past") or (self.claim.end is None and self.claim.event != "held"):
            return None
        if self.claim.end is not None:
            return self._dated(self.claim.end, end_bound(self.claim.end))
        return self._dated(None, Bound(None, self.at.most if self.kind == "past" else self.published))

    def _dated(self, printed: PartialDate | None, bound: Bound) -> Dated:
        return Dated(printed, bound, self.claim, self.published, self.story or self.claim.source)


def make_items(claim: Claim, published: date, *, story: str = "") -> Sequence[Item]:
    """Place a post claim in time; an open row of `tenures` also attests when its source was published (RULES 2)."""
    kind, at = _placed(claim, published)
    item = Item(kind, at, claim, published, story)
    if kind == "span" and claim.event == "hold" and at.least is not None and published >= at.least:
        return item, Item("echo", Bound(published, published), claim, published, story)
    return (item,)


def is_struck_off(claim: Claim) -> bool:
    """Tell whether a claim strikes off a post that was held before: its day is that of the discipline (RULES 18)."""
    return claim.event == "held" and claim.action in STRUCK_OFF


def _placed(claim: Claim, published: date) -> tuple[Kind, Bound]:
    on_publication = Bound(published, published)
    if claim.kind == "vote":  # a vote on a named holder attests the post that day
        day = claim.date.last if claim.date is not None else published
        return "attest", Bound(day, day)
    assert claim.event is not None
    if claim.event == "gain":
        return "gain", start_bound(claim.date) if claim.date is not None else Bound(None, published)
    if claim.event == "lose":
        return "lose", end_bound(claim.date) if claim.date is not None else Bound(None, published)
    if is_struck_off(claim):
        return "past", Bound(None, end_bound(claim.date).most if claim.date is not None else published)
    if claim.event == "hold" and (claim.table != "tenures" or claim.date is None):
        return "attest", on_publication
    if claim.date is not None:
        return "span", start_bound(claim.date)
    if claim.end is not None:
        return "span", Bound(None, end_bound(claim.end).most)
    return "past", Bound(None, published)
