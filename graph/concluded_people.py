"""Persons, roles, decisions and votes, as the claims of a scope make them (RULES 18, 20, 24). Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.bodies import issuer_day
from graph.concluded_bodies import shown_number
from graph.dates import PartialDate
from graph.identity.individuals import Individual
from graph.known import Known, role_id
from graph.model import Claim
from graph.names import exact_key, folded, split_reference, tone_key
from graph.plan import State
from graph.posts import most_printed
from graph.schema import tie
from graph.scope import RoleForms, Scope


def put_people(state: State, scope: Scope) -> None:
    """Put the persons of the touched names, and whom each claim means."""
    for individual in scope.identified.people:
        _put_person(state, individual)
    _put_doubles(state, scope)
    for known in [*scope.namings.values(), *scope.claims.values()]:
        person = scope.person_of(known)
        if person is not None:
            state.link(tie("ABOUT"), known.claim.id, person)


def _put_doubles(state: State, scope: Scope) -> None:
    """Put who may be the same as whom, and what was judged of two who are two (RULES 26)."""
    for like in scope.identified.likenesses:
        state.link(tie("MAYBE_SAME"), like.person_a, like.person_b, score=like.score, reasons=list(like.reasons))
    for each in scope.identified.judged:
        judgement = each.judgement
        state.link(
            tie("JUDGED"),
            each.person_a,
            each.person_b,
            key=judgement.id,
            verdict=judgement.verdict,
            by=judgement.by,
            at=judgement.at,
            why=judgement.why,
        )


def _put_person(state: State, person: Individual) -> None:
    state.node(
        "Person",
        person.id,
        name=person.name,
        names=list(person.names),
        search=folded(" ".join(person.names)),
        born=person.born,
        former_ids=list(person.former_ids),
        refs=list(person.refs),
        exact_keys=sorted({exact_key(name) for name in person.names}),
        tone_keys=sorted({tone_key(name) for name in person.names}),
        joined_by=list(person.joined_by),
        judgements=list(person.judgements),
    )


def put_roles(state: State, scope: Scope) -> None:
    """Put the touched roles; one that nothing prints any more goes."""
    for key, forms in scope.roles.items():
        printed = +forms.printed or +forms.implied
        if printed:
            _put_role(state, key, forms, printed)


def _put_role(state: State, key: str, forms: RoleForms, printed: Counter[str]) -> None:
    english, ranks = +forms.english, +forms.ranks
    state.node(
        "Role",
        role_id(key),
        key=key,
        title_vi=most_printed(printed),
        title_en=most_printed(english) if english else None,
        rank=min(ranks) if ranks else None,
        head=True if forms.heads > 0 else None,
    )


def put_decisions(state: State, scope: Scope) -> None:
    """Put the touched decisions with all that their claims say of them."""
    for id, known in scope.decisions.items():
        if known:
            _put_decision(state, scope, id, sorted(known, key=lambda each: each.claim.id))


def _put_decision(state: State, scope: Scope, id: str, known: Sequence[Known]) -> None:
    claims = [each.claim for each in known]
    number, when = shown_number(claims), _decided_on(claims)
    issuers = Counter(claim.issuer for claim in claims if claim.issuer is not None)
    issuer = most_printed(issuers) if issuers else None
    date = when.date if when is not None else None
    title = number or " ".join(part for part in (issuer, str(date) if date is not None else None) if part)
    state.node(
        "Decision",
        id,
        number=number,
        date=str(date) if date is not None else None,
        date_min=date.first if date is not None else None,
        date_max=date.last if date is not None else None,
        date_basis=(when.date_basis or "announced") if when is not None else None,
        issuer=issuer,
        action=sorted({claim.action for claim in claims if claim.action is not None}),
        title=title or None,
        search=folded(title) if title else None,
    )
    for each in known:
        if each.claim.issuer is not None:
            day = issuer_day(each.claim, each.published)
            state.link(tie("ISSUED_BY", "Decision"), id, scope.bodies.find(each.claim.issuer, day).id)


def _decided_on(claims: Sequence[Claim]) -> Claim | None:
    """The claim whose date is shown: the most precise, of those the one most often told, then the earliest."""
    dated = [claim for claim in claims if claim.date is not None]
    told: Counter[PartialDate | None] = Counter(claim.date for claim in dated)
    width = {"day": 0, "month": 1, "year": 2}

    def order(claim: Claim) -> tuple[int, int, str, str]:
        assert claim.date is not None
        return width[claim.date.precision], -told[claim.date], str(claim.date), claim.id

    return min(dated, key=order) if dated else None


def put_votes(state: State, scope: Scope) -> None:
    """Put the touched votes: whose vote it was, on what day, with what result."""
    for id, known in scope.votes.items():
        if known:
            _put_vote(state, scope, id, sorted(known, key=lambda each: each.claim.id))


def _put_vote(state: State, scope: Scope, id: str, known: Sequence[Known]) -> None:
    claims = [each.claim for each in known]
    first = claims[0]
    assert first.body is not None
    bodies = Counter(split_reference(claim.body)[0] for claim in claims if claim.body is not None)
    levels = Counter(claim.vote_level for claim in claims if claim.vote_level is not None)
    wordings = Counter(claim.wording for claim in claims if claim.wording is not None)
    state.node(
        "ConfidenceVote",
        id,
        date=str(first.date) if first.date is not None else None,
        date_min=first.date.first if first.date is not None else None,
        date_max=first.date.last if first.date is not None else None,
        body=most_printed(bodies),
        level=most_printed(levels) if levels else None,
        wording=most_printed(wordings) if wordings else None,
        subjects=max((claim.subjects for claim in claims if claim.subjects is not None), default=None),
    )
    day = issuer_day(first, known[0].published)
    state.link(tie("IN_BODY", "ConfidenceVote"), id, scope.bodies.find(first.body, day).id)
    for each in known:
        state.link(tie("RESTS_ON", "ConfidenceVote"), id, each.claim.id)
