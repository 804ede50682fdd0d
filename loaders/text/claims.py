"""Step 4: a Reading → Claims with their passage; the capacity leaves the role, gazetteers add what they know."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from graph.claims import with_id
from graph.dates import PartialDate, parse_partial
from graph.model import Capacity, Claim, Inferred
from loaders.documents import Document
from loaders.gazetteers import Gazetteers, read_gazetteers
from loaders.gazetteers.roles import split_capacity
from loaders.text.facts import Fact, Vote
from loaders.text.persons import Alias
from loaders.text.read import Reading


def make_claims(
    document: Document, reading: Reading, source_id: str, gazetteers: Gazetteers | None = None
) -> tuple[Claim, ...]:
    """Make the claims of a reading: posts, other names, votes; their ids come from source and content."""
    known = gazetteers or read_gazetteers()
    day = reading.published
    told = [part for fact in reading.facts for part in _strike_apart(fact)]
    posts = [_post_claim(document, known, fact, source_id, day) for fact in told]
    names = [_name_claim(pair, source_id) for pair in reading.names]
    votes = [_vote_claim(vote, source_id) for vote in reading.votes]
    return tuple(with_id(claim) for claim in (*posts, *names, *votes))


def _post_claim(document: Document, known: Gazetteers, fact: Fact, source_id: str, published: date | None) -> Claim:
    role, capacity, led = read_role(fact.role, fact.organization, known)
    supplied: tuple[Inferred, ...] = ("role",) if led and "role" not in fact.inferred else ()
    day, end = _partial(fact.date), _partial(fact.end)
    claim = Claim(
        id="", source=source_id, kind="post", table="decisions", raw=_raw(document, fact),
        person=fact.person, event=fact.event, action=fact.action, role=role, organization=fact.organization,
        capacity=capacity, term=fact.term,
        date=day, date_basis=fact.date_basis, elected=_partial(fact.elected),
        end=end if fact.event == "held" else None,
        planned_end=end if fact.event == "gain" else None,
        issuer=fact.issuer, number=fact.decision_number,
        quote=fact.quote, quote_start=fact.quote_start, quote_end=fact.quote_end,
        rule=fact.rule, inferred=(*fact.inferred, *supplied),
    )  # fmt: skip
    return with_known(claim, known, published)


def read_role(printed: str, organization: str, known: Gazetteers) -> tuple[str, Capacity, bool]:
    """Part a title as printed into role and capacity; whether the role is not printed but that of the body's leader."""
    role, capacity = split_capacity(printed)
    leader = known.find_leader(organization) if role == printed and capacity == "in_charge" else None
    return leader or role, capacity, leader is not None


def with_known(claim: Claim, known: Gazetteers, published: date | None) -> Claim:
    """Add what the word lists know of the role and the body of a claim about a post."""
    assert claim.role is not None
    assert claim.organization is not None
    of_role = known.describe_role(claim.role, claim.organization)
    of_body = known.describe_body(claim.organization, published if claim.date is None else claim.date.first)
    return replace(
        claim, head=of_role.head, seats=of_role.seats, rank=of_role.rank, implies=of_role.implies,
        title_en=of_role.title_en, body_kind=of_body.kind, level=of_body.level, place=of_body.place,
        parent=of_body.parent, parent_kind=of_body.parent_kind,
    )  # fmt: skip


def _strike_apart(fact: Fact) -> list[Fact]:
    """Put the decision that strikes a past post off into its fact; beside it where the fact tells days of its own."""
    strike = fact.strike
    if strike is None:
        return [fact]
    struck = fact._replace(
        action=strike.action, issuer=strike.issuer, decision_number=strike.decision_number, date=strike.date,
        date_basis=strike.date_basis, end=None, inferred=(*strike.inferred, *fact.inferred),
    )  # fmt: skip
    return [fact, struck] if fact.date is not None or fact.end is not None else [struck]


def _raw(document: Document, fact: Fact) -> str:
    """Write the slots of a fact as they are printed."""
    slots = {name: document.text[start:end] for name, start, end in fact.spans if start < end}
    return json.dumps(slots, ensure_ascii=False, sort_keys=True)


def _name_claim(pair: Alias, source_id: str) -> Claim:
    raw = json.dumps({"person": pair.name, "names": pair.other}, ensure_ascii=False, sort_keys=True)
    return Claim(
        id="", source=source_id, kind="name", table="decisions", raw=raw, person=pair.name, names=(pair.other,),
        quote=pair.quote, quote_start=pair.quote_start, quote_end=pair.quote_end, rule="alias",
    )  # fmt: skip


def _vote_claim(vote: Vote, source_id: str) -> Claim:
    raw = json.dumps({"body": vote.body, "wording": vote.wording}, ensure_ascii=False, sort_keys=True)
    return Claim(
        id="", source=source_id, kind="vote", table="votes", raw=raw,
        date=_partial(vote.date), body=vote.body, vote_level=vote.level, wording=vote.wording, subjects=vote.subjects,
        quote=vote.quote, quote_start=vote.quote_start, quote_end=vote.quote_end,
        rule="vote", inferred=vote.inferred,
    )  # fmt: skip


def _partial(text: str | None) -> PartialDate | None:
    return None if text is None else parse_partial(text)
