"""Claims of some bodies → tenures (RULES 1-16): spells first, then the ends that other claims bring. Pure.

The same claims give the same tenures in any order. An end that no source states is told by its basis.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.bounds import own_end, own_start, spell_doubts
from graph.dates import Bound, PartialDate
from graph.endings import Ending, apply_endings
from graph.ids import make_id
from graph.model import Capacity, Claim, Doubt, Tenure
from graph.spells import Item, Spell, make_item, make_spells


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What the rules need to know of a post."""

    id: str
    body: str
    title: str
    single: bool
    party: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """A post claim with the person and the post it is taken to mean."""

    claim: Claim
    published: date
    person: str
    post: str
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the claims: posts, ends of bodies, organs, ends of a person's posts told elsewhere."""

    posts: Mapping[str, PostFacts]
    body_ends: Mapping[str, PartialDate] = field(default_factory=dict)
    governed_by: Mapping[str, str] = field(default_factory=dict)  # an organ's id → its committee's
    finals: Sequence[Holding] = ()  # deaths and expulsions, of these people, in any body


@dataclass(frozen=True, slots=True)
class Concluded:
    """What the claims amount to."""

    tenures: tuple[Tenure, ...]
    doubts: tuple[Doubt, ...]


def conclude_tenures(holdings: Iterable[Holding], setting: Setting) -> Concluded:
    """Conclude the tenures of whole posts: all claims of each post must be given."""
    grouped: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for holding in holdings:
        grouped[holding.person, holding.post].append(holding)
    tenures: list[Tenure] = []
    doubts: list[Doubt] = []
    claims: dict[str, Holding] = {}
    for (person, post), group in sorted(grouped.items()):
        claims.update((holding.claim.id, holding) for holding in group)
        for capacity, spell in _spells(group):
            tenure = _tenure(spell, person=person, post=setting.posts[post], capacity=capacity, claims=claims)
            tenures.append(tenure)
            doubts.extend(spell_doubts(spell, tenure, group[0].claim, setting.posts[post].title))
    return Concluded(tuple(apply_endings(tenures, _endings(claims.values(), setting), setting.posts)), tuple(doubts))


def _spells(group: Sequence[Holding]) -> list[tuple[Capacity, Spell]]:
    """The spells of one person in one post, each capacity apart; a plain loss ends what is held in any capacity."""
    streams: dict[Capacity, list[Item]] = defaultdict(list)
    for holding in group:
        streams[holding.claim.capacity].append(_item(holding))
    others = [capacity for capacity in streams if capacity != "full"]
    if others and all(item.kind == "lose" for item in streams.get("full", [])):
        streams[sorted(others)[-1]].extend(streams.pop("full", []))
    return [(capacity, spell) for capacity, items in sorted(streams.items()) for spell in make_spells(items)]


def _item(holding: Holding) -> Item:
    """A vote on a named holder attests the post on the day of the vote."""
    claim = holding.claim
    if claim.kind == "vote":
        day = claim.date.last if claim.date is not None else holding.published
        return Item("attest", Bound(day, day), claim, holding.published)
    return make_item(claim, holding.published)


def _tenure(
    spell: Spell, *, person: str, post: PostFacts, capacity: Capacity, claims: Mapping[str, Holding]
) -> Tenure:
    started, start, start_basis = own_start(spell)
    ended, end, end_basis = own_end(spell, start)
    opening = [dated.claim.id for dated in spell.starts]
    attesting = [item.claim.id for item in spell.items if item.kind in ("attest", "span")]
    first = min(opening or attesting or [item.claim.id for item in spell.items])
    return Tenure(
        id=make_id("tenure", person, post.id, first),
        person=person,
        post=post.id,
        organization=post.body,
        start=start,
        end=end,
        started=started,
        ended=ended,
        started_basis=start_basis,
        ended_basis=end_basis,
        capacity=capacity,
        term=", ".join(spell.terms) or None,
        last_attested=max(spell.attested, default=None),
        planned_end=_planned_end(spell),
        claims=tuple(sorted({item.claim.id for item in spell.items})),
        openers=tuple(sorted({item.claim.id for item in spell.items if _acts(item, "gain", claims)})),
        closers=tuple(sorted({item.claim.id for item in spell.items if _acts(item, "lose", claims)})),
    )


def _acts(item: Item, kind: str, claims: Mapping[str, Holding]) -> bool:
    return item.kind == kind and claims[item.claim.id].decision is not None


def _planned_end(spell: Spell) -> PartialDate | None:
    """The end planned by the latest claim that plans one; a gain limited in time plans its end."""
    plans = [
        (item.anchor, str(planned), planned)
        for item in spell.items
        if (planned := item.claim.planned_end or (item.claim.end if item.kind == "gain" else None)) is not None
    ]
    return max(plans)[2] if plans else None


def _endings(holdings: Iterable[Holding], setting: Setting) -> list[Ending]:
    """Every reason outside a tenure's own claims for which it may have ended (RULES 11-14)."""
    known = list(holdings)
    found = [Ending("body_ended", body=body, day=day) for body, day in setting.body_ends.items()]
    found += _turnovers(known, setting)
    seen: set[str] = set()
    for holding in [*setting.finals, *known]:
        claim = holding.claim
        if claim.id in seen or claim.event != "lose" or claim.action not in ("từ trần", "khai trừ"):
            continue
        seen.add(claim.id)
        found.append(
            Ending(
                "death" if claim.action == "từ trần" else "decision",
                person=holding.person,
                day=claim.date,
                latest=holding.published,
                party_only=claim.action == "khai trừ",
                claim=claim.id,
                decides=holding.decision is not None,
            )
        )
    return found


def _turnovers(holdings: Sequence[Holding], setting: Setting) -> list[Ending]:
    """A new committee stands: three gains on one day, the head's among them, for one term (RULES 12)."""
    gains: dict[tuple[str, PartialDate, str], list[Holding]] = defaultdict(list)
    for holding in holdings:
        claim = holding.claim
        if claim.event == "gain" and claim.term is not None and claim.date is not None:
            if claim.date.precision == "day":
                gains[setting.posts[holding.post].body, claim.date, claim.term].append(holding)
    found: list[Ending] = []
    for (body, day, term), group in gains.items():
        heads = [holding for holding in group if setting.posts[holding.post].single]
        if heads and len({(holding.person, holding.post) for holding in group}) >= 3:
            governed = [organ for organ, committee in setting.governed_by.items() if committee == body]
            found += [Ending("term", body=where, day=day, term=term) for where in (body, *governed)]
    return found


