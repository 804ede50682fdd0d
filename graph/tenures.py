"""Claims of some bodies → tenures (RULES 1-16): spells first, then the ends that other claims bring. Pure.

The same claims give the same tenures in any order. An end that no source states is told by its basis.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.bounds import DEATH, own_end, own_start, spell_doubts
from graph.dates import Bound, PartialDate, start_bound
from graph.endings import Ending, apply_endings
from graph.ids import make_id
from graph.items import Item, make_items
from graph.model import Capacity, Claim, Doubt, Tenure
from graph.periods import Spell
from graph.spells import make_spells
from graph.terms import term_key, terms_in

EXPULSION = "khai trừ"
_ANEW = 3  # gains on one day that make a new committee (RULES 12)


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What the rules need to know of a post."""

    id: str
    body: str
    title: str
    single: bool
    party: bool
    head: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """A post claim with the person and the post it is taken to mean; `story`: the source that told it first."""

    claim: Claim
    published: date
    person: str
    post: str
    decision: str | None = None
    story: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the claims: posts, ends of bodies, organs, ends of a person's posts told elsewhere."""

    posts: Mapping[str, PostFacts]
    body_ends: Mapping[str, PartialDate] = field(default_factory=dict)
    organs: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of a committee
    finals: Sequence[Holding] = ()  # deaths and expulsions, of these people, in any body


@dataclass(frozen=True, slots=True)
class Concluded:
    """What the claims amount to."""

    tenures: tuple[Tenure, ...]
    doubts: tuple[Doubt, ...]


def conclude_tenures(holdings: Iterable[Holding], setting: Setting) -> Concluded:
    """Conclude the tenures of whole posts: all claims of each post must be given."""
    grouped: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for holding in sorted(holdings, key=lambda holding: holding.claim.id):
        grouped[holding.person, holding.post].append(holding)
    tenures: list[Tenure] = []
    doubts: list[Doubt] = []
    claims: dict[str, Holding] = {}
    taken = _takeovers(grouped, setting)
    for (person, post), group in sorted(grouped.items()):
        claims.update((holding.claim.id, holding) for holding in group)
        rivals = [bound for other, bound in taken[post] if other != person]
        for capacity, spell in _spells(group, rivals):
            tenure = _tenure(spell, person=person, post=setting.posts[post], capacity=capacity, claims=claims)
            tenures.append(tenure)
            doubts.extend(spell_doubts(spell, tenure, group[0].claim, setting.posts[post].title))
    return Concluded(tuple(apply_endings(tenures, _endings(claims.values(), setting), setting.posts)), tuple(doubts))


def _takeovers(
    grouped: Mapping[tuple[str, str], Sequence[Holding]], setting: Setting
) -> Mapping[str, Sequence[tuple[str, Bound]]]:
    """Who took each post of one seat in full, and when."""
    taken: dict[str, list[tuple[str, Bound]]] = defaultdict(list)
    for (person, post), group in grouped.items():
        if not setting.posts[post].single:
            continue
        for claim in (holding.claim for holding in group):
            opens = claim.event == "gain" or (claim.table == "tenures" and claim.event in ("hold", "held"))
            if opens and claim.capacity == "full" and claim.date is not None:
                taken[post].append((person, start_bound(claim.date)))
    return taken


def _spells(group: Sequence[Holding], rivals: Sequence[Bound]) -> list[tuple[Capacity, Spell]]:
    """The spells of one person in one post, each capacity apart."""
    streams: dict[Capacity, list[Item]] = defaultdict(list)
    for holding in group:
        streams[holding.claim.capacity].extend(make_items(holding.claim, holding.published, story=holding.story))
    _place_plain_losses(streams)
    return [
        (capacity, spell)
        for capacity, items in sorted(streams.items())
        for spell in make_spells(items, () if capacity == "alternate" else rivals)
    ]


def _place_plain_losses(streams: dict[Capacity, list[Item]]) -> None:
    """A loss told without a capacity ends what was held: in another capacity where nobody says it was held in full."""
    full = streams.get("full", [])
    begun = min((item.anchor for item in full if item.kind != "lose"), default=date.max)
    for item in [item for item in full if item.kind == "lose"]:
        latest = item.at.most or item.anchor
        held = [
            (max(before), capacity)
            for capacity, items in streams.items()
            if capacity != "full"
            and (before := [each.anchor for each in items if each.kind != "lose" and each.anchor <= latest])
        ]
        if held and latest < begun:
            full.remove(item)
            streams[max(held)[1]].append(item)


def _tenure(spell: Spell, *, person: str, post: PostFacts, capacity: Capacity, claims: Mapping[str, Holding]) -> Tenure:
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
        if claim.id in seen or claim.event != "lose" or claim.action not in (DEATH, EXPULSION):
            continue
        seen.add(claim.id)
        found.append(
            Ending(
                "death" if claim.action == DEATH else "decision",
                person=holding.person,
                day=claim.date,
                latest=holding.published,
                party_only=claim.action == EXPULSION,
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
        if claim.event != "gain" or claim.term is None or claim.date is None or claim.date.precision != "day":
            continue
        gains[setting.posts[holding.post].body, claim.date, term_key(terms_in(claim.term)[0])].append(holding)
    found: list[Ending] = []
    for (body, day, _), group in sorted(gains.items(), key=lambda each: (each[0][0], str(each[0][1]), each[0][2])):
        headed = any(setting.posts[holding.post].head for holding in group)
        if headed and len({(holding.person, holding.post) for holding in group}) >= _ANEW:
            term = min(terms_in(holding.claim.term)[0] for holding in group if holding.claim.term is not None)
            where = (body, *sorted(setting.organs.get(body, ())))
            found += [Ending("term", body=each, day=day, term=term) for each in where]
    return found
