"""Claims in their context as they are gathered for a conclusion: what was read, and what was concluded before. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graph.bodies import Bodies, Body, claim_day
from graph.claims import (
    claim_properties,
    claim_role_key,
    further_keys,
    lineage_key,
    main_body,
    main_body_key,
    person_key,
    person_ref,
    vote_id,
)
from graph.decisions import decision_id
from graph.identity.namings import Naming, Seat, Service, name_in_post, person_id
from graph.ids import make_id
from graph.items import is_struck_off
from graph.model import Claim
from graph.names import body_key, split_reference, tone_key
from graph.plan import Properties


@dataclass(frozen=True, slots=True)
class Known:
    """One claim with its source, the loads that brought it, and what is concluded of it so far."""

    claim: Claim
    published: date
    source_title: str | None
    loads: tuple[str, ...]
    person: str | None = None
    former_ids: tuple[str, ...] = ()  # of the person
    post: str | None = None
    slot: str | None = None  # the id that the claim alone would give its person
    copy_of: str | None = None


@lru_cache(maxsize=65536)
def post_id(body: str, role: str) -> str:
    """The id of a role's post in a body."""
    return make_id("post", body, role)


@lru_cache(maxsize=4096)
def role_id(role: str) -> str:
    """The id of a role by its key."""
    return make_id("role", role)


def body_of(known: Known, bodies: Bodies) -> Body | None:
    """The body that a claim is about."""
    reference = main_body(known.claim)
    return bodies.find(reference, claim_day(known.claim, known.published)) if reference is not None else None


def post_of(known: Known, bodies: Bodies) -> str | None:
    """The post that a claim is about; None where it names none."""
    role = claim_role_key(known.claim)
    body = body_of(known, bodies)
    return post_id(body.id, role) if known.claim.person is not None and role is not None and body is not None else None


def slot_of(claim: Claim, post: str | None) -> str | None:
    """The id that a claim alone would give its person (RULES 24)."""
    if claim.person is None:
        return None
    ref = person_ref(claim)
    return person_id(ref if ref is not None else name_in_post(claim.person, post))


def naming_of(known: Known, post: str | None) -> Naming:
    """The naming of a person in a claim, with its second data."""
    claim = known.claim
    assert claim.person is not None
    return Naming(
        claim=claim.id,
        person=claim.person,
        names=claim.names,
        ref=person_ref(claim),
        born=claim.born,
        post=post,
        source=claim.source,
        decision=decision_id(claim) if claim.number is not None else None,
        roster=_seat_in_roster(claim, post),
        seat=_single_seat(known.claim),
        service=_service(known),
        alone=is_alone(claim),
    )


def is_alone(claim: Claim) -> bool:
    """Whether a claim's post has a single seat, as far as the claim tells."""
    return claim.kind == "post" and (claim.seats == 1 or (claim.seats is None and claim.head is True))


def _service(known: Known) -> Service | None:
    """Where and when at the least a claim sees its person; None where it tells no body or no day."""
    claim = known.claim
    reference = main_body(claim)
    undated = claim.event == "held" and claim.date is None and claim.end is None
    if reference is None or undated or is_struck_off(claim):
        return None
    told = [when for when in (claim.date, claim.end) if when is not None]
    days = [when.first for when in told[:1]] + [when.last for when in told[1:]]
    if not days or (claim.event == "hold" and known.published >= days[-1]):
        days.append(known.published)
    name, qualifier = split_reference(reference)
    body = body_key(name) if qualifier is None else f"{body_key(name)} @ {tone_key(qualifier)}"
    place = tone_key(claim.place) if claim.place is not None else None
    begun = claim.event in ("gain", "held") and claim.date is not None
    end = claim.date if claim.event == "lose" else claim.end
    return Service(body, place, claim.level, min(days), max(days), begun, end.last if end is not None else None)


def _seat_in_roster(claim: Claim, post: str | None) -> str | None:
    """Rows of one table that seat one name twice in one post, term and day are two people (RULES 24, 25)."""
    if claim.kind != "post" or claim.event == "lose":
        return None
    if claim.term is None and (claim.date is None or claim.date.precision != "day"):
        return None
    served = claim.event in ("hold", "held")  # one of the two may have left since
    return make_id("roster", claim.source, post, claim.term, str(claim.date), served, claim.action)


def _single_seat(claim: Claim) -> Seat | None:
    """The days on which a row surely seats somebody alone in a post of a province (RULES 25)."""
    if not is_alone(claim) or claim.level != "province" or claim.place is None:
        return None
    if claim.event != "held" or claim.date is None or claim.end is None:
        return None  # a row that is still open says less surely until when
    return Seat(tone_key(claim.place), claim.date.last, claim.end.first)


def node_of(known: Known, *, post: str | None, copy_of: str | None) -> Properties:
    """All properties of a claim's node: as read, its keys, and what is concluded of it."""
    claim = known.claim
    properties: dict[str, object | None] = {
        **claim_properties(claim),
        "loads": sorted(known.loads),
        "person_key": person_key(claim),
        "person_ref": person_ref(claim),
        "body_key": main_body_key(claim),
        "lineage_key": lineage_key(claim),
        "role_key": claim_role_key(claim),
        "decision": decision_id(claim),
        "vote": vote_id(claim),
        "post": post,
        "slot": slot_of(claim, post),
        "copy_of": copy_of,
    }
    return {name: value for name, value in properties.items() if value is not None}  # type: ignore[misc]


def keys_of(claims: Iterable[Claim], kind: str) -> set[str]:
    """The further keys of one kind (`person`, `body`, `mention`) that some claims have, without the kind."""
    prefix = f"{kind}:"
    found = (key for claim in claims for key in further_keys(claim))
    return {key.removeprefix(prefix) for key in found if key.startswith(prefix)}
