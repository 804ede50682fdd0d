"""Step 4: a Reading → Claims with their passage; the capacity leaves the role, gazetteers add what they know."""

from __future__ import annotations

import json
from datetime import date

from graph.claims import with_id
from graph.dates import PartialDate, parse_partial
from graph.model import Claim, Inferred
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
    role, capacity = split_capacity(fact.role)
    leader = known.find_leader(fact.organization) if role == fact.role and capacity == "in_charge" else None
    role = leader or role
    supplied: tuple[Inferred, ...] = ("role",) if leader is not None and "role" not in fact.inferred else ()
    of_role = known.describe_role(role, fact.organization)
    day, end = _partial(fact.date), _partial(fact.end)
    of_body = known.describe_body(fact.organization, published if day is None else day.first)
    return Claim(
        id="", source=source_id, kind="post", table="decisions", raw=_raw(document, fact),
        person=fact.person, event=fact.event, action=fact.action, role=role, organization=fact.organization,
        capacity=capacity, term=fact.term,
        head=of_role.head, seats=of_role.seats, rank=of_role.rank, implies=of_role.implies,
        title_en=of_role.title_en,
        date=day, date_basis=fact.date_basis, elected=_partial(fact.elected),
        end=end if fact.event == "held" else None,
        planned_end=end if fact.event == "gain" else None,
        issuer=fact.issuer, number=fact.decision_number,
        body_kind=of_body.kind, level=of_body.level, place=of_body.place,
        parent=of_body.parent, parent_kind=of_body.parent_kind,
        quote=fact.quote, quote_start=fact.quote_start, quote_end=fact.quote_end,
        rule=fact.rule, inferred=(*fact.inferred, *supplied),
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
