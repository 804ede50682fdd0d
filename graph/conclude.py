"""Claims of a scope → the state of the graph that they amount to (STYLE step 6). Pure, blind to the order of loads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.bodies import claim_day
from graph.claims import further_keys, vote_id
from graph.concluded_bodies import put_bodies, put_changes
from graph.concluded_people import put_decisions, put_people, put_roles, put_votes
from graph.copies import find_copies
from graph.dates import PartialDate
from graph.decisions import decision_id
from graph.kinds import PARTY_KINDS
from graph.known import Known, body_of, node_of, post_of, role_id
from graph.model import Doubt, Tenure
from graph.plan import State
from graph.posts import PostDraft, draft_posts
from graph.schema import tie
from graph.scope import Scope
from graph.tenures import Holding, PostFacts, Setting, conclude_tenures


def conclude(scope: Scope) -> tuple[State, list[Doubt]]:
    """Conclude all that the scope's claims say: nodes, links, doubts."""
    state = State()
    posts = draft_posts(scope)
    put_bodies(state, scope, posts)
    put_changes(state, scope)
    _put_posts(state, posts)
    holdings = _holdings(scope)
    setting = _setting(scope, posts)
    concluded = conclude_tenures(holdings, setting)
    known = {**scope.claims, **{final.claim.id: final for final in scope.finals}}
    for tenure in concluded.tenures:
        _put_tenure(state, tenure, posts[tenure.post], known)
    put_people(state, scope)
    put_roles(state, scope)
    put_decisions(state, scope)
    put_votes(state, scope)
    _put_claims(state, scope, holdings)
    return state, list(concluded.doubts)


def _put_posts(state: State, posts: Mapping[str, PostDraft]) -> None:
    for post in posts.values():
        state.node("Post", post.id, title=post.title, seats=post.seats, search=post.search)
        state.link(tie("IN_BODY", "Post"), post.id, post.body)
        state.link(tie("OF_ROLE"), post.id, role_id(post.role))
        for implied in post.implies:
            state.link(tie("IMPLIES"), post.id, implied, key="membership")


def _holdings(scope: Scope) -> list[Holding]:
    """The claims that name a person in a post; a copied story counts once among those of one person and post."""
    grouped: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for known in scope.claims.values():
        person, post = scope.person_of(known), post_of(known, scope.bodies)
        if person is not None and post is not None:
            grouped[person, post].append(known)
    found: list[Holding] = []
    for (person, post), claims in grouped.items():
        stories = find_copies(claims)
        for known in claims:
            claim = known.claim
            found.append(Holding(claim, known.published, person, post, decision_id(claim), stories.get(claim.id, "")))
    return found


def _setting(scope: Scope, posts: Mapping[str, PostDraft]) -> Setting:
    ends: dict[str, PartialDate] = {}
    organs: dict[str, set[str]] = defaultdict(set)
    for known in scope.claims.values():
        body = body_of(known, scope.bodies)
        if body is None:
            continue
        end = scope.bodies.end_of(body)
        if end is not None:
            ends[body.id] = end
        if known.claim.parent_kind == "organ" and known.claim.parent is not None:
            parent = scope.bodies.find(known.claim.parent, claim_day(known.claim, known.published))
            organs[parent.id].add(body.id)
    finals = [
        Holding(final.claim, final.published, person, final.post or "", decision_id(final.claim))
        for final in scope.finals
        if (person := scope.person_of(final)) is not None
    ]
    facts = {
        post.id: PostFacts(
            post.id, post.body, post.title, single=post.seats == 1, party=post.kind in PARTY_KINDS, head=post.leads
        )
        for post in posts.values()
    }
    return Setting(facts, ends, {body: frozenset(each) for body, each in organs.items()}, finals)


def _put_tenure(state: State, tenure: Tenure, post: PostDraft, known: Mapping[str, Known]) -> None:
    started = str(tenure.started) if tenure.started is not None else None
    ended = str(tenure.ended) if tenure.ended is not None else None
    state.node(
        "Tenure",
        tenure.id,
        started=started,
        ended=ended,
        started_min=tenure.start.least,
        started_max=tenure.start.most,
        ended_min=tenure.end.least,
        ended_max=tenure.end.most,
        started_basis=tenure.started_basis,
        ended_basis=tenure.ended_basis,
        capacity=tenure.capacity,
        term=tenure.term,
        last_attested=tenure.last_attested,
        planned_end=str(tenure.planned_end) if tenure.planned_end is not None else None,
    )
    state.link(tie("HELD"), tenure.person, tenure.id)
    state.link(tie("IN_POST"), tenure.id, tenure.post)
    state.link(
        tie("SERVED_IN"),
        tenure.person,
        tenure.organization,
        key=tenure.id,
        role=post.printed_role,
        started=started,
        ended=ended,
    )
    for claim in tenure.claims:
        state.link(tie("RESTS_ON", "Tenure"), tenure.id, claim)
    _put_ledger(state, tenure, known)


def _put_ledger(state: State, tenure: Tenure, known: Mapping[str, Known]) -> None:
    """Which decisions opened and closed a tenure, and which votes rated it."""
    for direction, ids in (("OPENED", tenure.openers), ("CLOSED", tenure.closers)):
        for id in ids:
            claim = known[id].claim
            decision = decision_id(claim)
            if decision is not None:
                state.link(tie(direction), decision, tenure.id, key=claim.action or "")
    for id in tenure.claims:
        claim = known[id].claim
        vote = vote_id(claim)
        if vote is not None:
            state.link(tie("RATED"), vote, tenure.id, high=claim.high, medium=claim.medium, low=claim.low)


def _put_claims(state: State, scope: Scope, holdings: Iterable[Holding]) -> None:
    """Claims with what is concluded of them."""
    copies = {each.claim.id: each.story for each in holdings if each.story != ""}
    for known in scope.claims.values():
        copy_of = copies.get(known.claim.id)
        state.nodes["Claim", known.claim.id] = node_of(known, post=post_of(known, scope.bodies), copy_of=copy_of)


def put_arrived(state: State, arrived: Iterable[Known]) -> None:
    """Put what ties new claims to their sources and to the keys by which they are found again."""
    for known in arrived:
        state.link(tie("STATED_IN"), known.claim.id, known.claim.source)
        for key in further_keys(known.claim):
            state.node("Key", key)
            state.link(tie("ALSO"), known.claim.id, key)
