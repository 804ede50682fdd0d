"""What the gazetteers know of a post, written into its claim: graph/ concludes from claims alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from graph.bodies import claim_day
from graph.model import Claim
from graph.names import split_reference, tone_key
from loaders.gazetteers import BodyFacts, Gazetteers, RoleFacts

_KEPT = 1 << 14  # a table names the same few posts over and over


def complete_post(claim: Claim, gazetteers: Gazetteers, published: date) -> Claim:
    """Add what is known of a claim's role and body on its day; a number of seats that the row gives stands."""
    assert claim.role is not None and claim.organization is not None, "a post has both"
    organization, place = split_reference(claim.organization)
    on = gazetteers.place_index.last_turn(claim_day(claim, published))
    role = _role_facts(gazetteers, claim.role, organization)
    body = _body_facts(gazetteers, organization, on)
    return replace(
        claim,
        head=role.head,
        seats=claim.seats if claim.seats is not None else role.seats,
        rank=role.rank,
        title_en=role.title_en,
        implies=tuple(_told_apart(implied, organization, place) for implied in role.implies),
        body_kind=body.kind,
        level=body.level,
        place=body.place,
        parent=_told_apart(body.parent, organization, place) if body.parent is not None else None,
        parent_kind=body.parent_kind,
    )


def _told_apart(reference: str, organization: str, place: str | None) -> str:
    """Let `Huyện ủy Lộc Bình @ Lạng Sơn` imply and lie in bodies of that Lộc Bình: those whose names end as its own."""
    last = tone_key(organization.split(" ")[-1])
    return f"{reference} @ {place}" if place is not None and tone_key(reference.split(" ")[-1]) == last else reference


@lru_cache(maxsize=_KEPT)
def find_leader(gazetteers: Gazetteers, organization: str) -> str | None:
    """Name the head's post of a body, which a bare `Phụ trách` covers (RULES 15)."""
    return gazetteers.find_leader(split_reference(organization)[0])


@lru_cache(maxsize=_KEPT)
def _role_facts(gazetteers: Gazetteers, role: str, organization: str) -> RoleFacts:
    return gazetteers.describe_role(role, organization)


@lru_cache(maxsize=_KEPT)
def _body_facts(gazetteers: Gazetteers, organization: str, on: date) -> BodyFacts:
    return gazetteers.describe_body(organization, on)
