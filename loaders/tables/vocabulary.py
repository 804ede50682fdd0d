"""What the gazetteers know of a post, written into its claim: graph/ concludes from claims alone."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from graph.model import Claim
from graph.names import split_reference
from loaders.gazetteers import BodyFacts, RoleFacts, read_gazetteers

_KEPT = 1 << 14  # a table names the same few posts over and over


def complete_post(claim: Claim) -> Claim:
    """Add what is known of a claim's role and body; a number of seats that the row gives stands."""
    assert claim.role is not None and claim.organization is not None, "a post has both"
    organization, _ = split_reference(claim.organization)
    role, body = _role_facts(claim.role, organization), _body_facts(organization)
    return replace(
        claim,
        head=role.head,
        seats=claim.seats if claim.seats is not None else role.seats,
        rank=role.rank,
        title_en=role.title_en,
        implies=role.implies,
        body_kind=body.kind,
        level=body.level,
        place=body.place,
        parent=body.parent,
        parent_kind=body.parent_kind,
    )


@lru_cache(maxsize=_KEPT)
def find_leader(organization: str) -> str | None:
    """Name the head's post of a body, which a bare `Phụ trách` covers (RULES 15)."""
    return read_gazetteers().find_leader(split_reference(organization)[0])


@lru_cache(maxsize=_KEPT)
def _role_facts(role: str, organization: str) -> RoleFacts:
    return read_gazetteers().describe_role(role, organization)


@lru_cache(maxsize=_KEPT)
def _body_facts(organization: str) -> BodyFacts:
    return read_gazetteers().describe_body(organization)
