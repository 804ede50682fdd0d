"""Organizations, their ties and their changes, as the claims of a scope make them (RULES 24, 28-30). Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from graph.bodies import Body, claim_day, life_bounds
from graph.dates import ONE_DAY, end_bound, start_bound
from graph.decisions import number_key
from graph.ids import make_id
from graph.known import Known, body_of
from graph.model import Claim
from graph.names import exact_key, folded, split_post, split_reference, tone_key
from graph.plan import Link, State
from graph.posts import PostDraft, body_names, most_printed
from graph.schema import tie
from graph.scope import Mention, Scope


@dataclass(slots=True)
class _BodyDraft:
    body: Body
    names: set[str] = field(default_factory=set)
    told: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    guessed: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def fact(self, name: str) -> str | None:
        """What ties state of a body, else what the vocabulary says of its name."""
        forms = self.told.get(name) or self.guessed.get(name)
        return most_printed(forms) if forms else None


def put_bodies(state: State, scope: Scope, posts: Mapping[str, PostDraft]) -> None:
    """Put the organizations that claims are about, those only mentioned or implied, and the ties to parents."""
    names = body_names(scope)
    drafts = _drafts(scope)
    for draft in drafts.values():
        _put_body(state, scope, draft, names.get(draft.body.id))
    for mentions in scope.mentioned.values():
        _put_mentioned(state, scope, mentions)
    _put_implied(state, scope, {post.body for post in posts.values()})
    _put_parents(state, scope)


def _drafts(scope: Scope) -> dict[str, _BodyDraft]:
    drafts: dict[str, _BodyDraft] = {}
    for known in scope.claims.values():
        claim = known.claim
        body = body_of(known, scope.bodies)
        if body is not None:
            draft = drafts.setdefault(body.id, _BodyDraft(body))
            _describe(draft, claim)
        if claim.kind == "change" and claim.after is not None and claim.date is not None:
            after = scope.bodies.find(claim.after, claim.date.first)
            drafts.setdefault(after.id, _BodyDraft(after)).names.add(split_reference(claim.after)[0])
    return drafts


def _describe(draft: _BodyDraft, claim: Claim) -> None:
    printed = claim.organization or claim.before or claim.after
    if printed is not None:
        draft.names.add(split_reference(printed)[0])
    draft.names.update(split_reference(name)[0] for name in claim.body_names)
    facts = draft.told if claim.kind == "tie" else draft.guessed
    for name, value in (("kind", claim.body_kind), ("level", claim.level), ("place", claim.place)):
        if value is not None:
            facts[name][value] += 1


def _put_body(state: State, scope: Scope, draft: _BodyDraft, name: str | None) -> None:
    start, end = life_bounds(scope.bodies, draft.body)
    founded, dissolved = scope.bodies.start_of(draft.body), scope.bodies.end_of(draft.body)
    names = sorted(draft.names)
    state.node(
        "Organization",
        draft.body.id,
        name=name or names[0],
        names=names,
        search=folded(" ".join(names)),
        key=draft.body.key,
        kind=draft.fact("kind"),
        level=draft.fact("level"),
        place=draft.fact("place"),
        founded=str(founded) if founded is not None else None,
        dissolved=str(dissolved) if dissolved is not None else None,
        exists_from=start.least,
        exists_until=end.most,
        exact_keys=sorted({exact_key(each) for each in names}),
        tone_keys=sorted({tone_key(each) for each in names}),
    )


def _put_mentioned(state: State, scope: Scope, mentions: Iterable[Mention]) -> None:
    """A body that claims only mention: a parent, an issuer, a body that voted."""
    forms: dict[Body, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        body = scope.bodies.find(mention.reference, mention.day)
        forms[body][split_reference(mention.reference)[0]] += 1
    for body, printed in forms.items():
        if ("Organization", body.id) not in state.nodes:
            draft = _BodyDraft(body, names=set(printed))
            _put_body(state, scope, draft, most_printed(printed))


def _put_implied(state: State, scope: Scope, bodies: Collection[str]) -> None:
    """The bodies known only by posts that other posts imply, each by the first of the claims that imply one."""
    wanted = {body for body in bodies if ("Organization", body) not in state.nodes}
    if not wanted:
        return
    for known in sorted(scope.claims.values(), key=lambda known: known.claim.id):
        for reference in known.claim.implies:
            printed = split_post(reference)[1]
            body = scope.bodies.find(printed, claim_day(known.claim, known.published))
            if body.id in wanted:
                wanted.remove(body.id)
                draft = _BodyDraft(body, names={split_reference(printed)[0]})
                _put_body(state, scope, draft, None)


def _put_parents(state: State, scope: Scope) -> None:
    stated: set[tuple[str, str]] = set()
    inferred: dict[tuple[str, str, str], str] = {}
    for known in sorted(scope.claims.values(), key=lambda known: known.claim.id):
        claim, body = known.claim, body_of(known, scope.bodies)
        if claim.parent is None or body is None:
            continue
        parent = scope.bodies.find(claim.parent, claim_day(claim, known.published))
        if parent.id == body.id:
            continue
        kind: str = claim.parent_kind or "structural"
        if claim.kind == "tie":
            stated.add((body.id, parent.id))
            _put_tie(state, claim, body.id, parent.id, kind)
        else:
            inferred.setdefault((body.id, parent.id, kind), claim.id)
    for (child, above, kind), id in inferred.items():
        if (child, above) not in stated:
            key = make_id("tie", above, kind)
            state.link(tie("PART_OF"), child, above, key=key, kind=kind, claims=[id])


def _put_tie(state: State, claim: Claim, child: str, parent: str, kind: str) -> None:
    started, ended = claim.date, claim.end
    key = make_id("tie", parent, kind, str(started), str(ended))
    earlier = state.links.get(Link(tie("PART_OF"), child, parent, key), {}).get("claims", [])
    assert isinstance(earlier, list)
    state.link(
        tie("PART_OF"),
        child,
        parent,
        key=key,
        kind=kind,
        started=str(started) if started is not None else None,
        ended=str(ended) if ended is not None else None,
        started_min=start_bound(started).least if started is not None else None,
        ended_max=end_bound(ended).most if ended is not None else None,
        claims=sorted({*earlier, claim.id}),
    )


def put_changes(state: State, scope: Scope) -> None:
    """Put the changes: rows of one date, kind and shared body are one (DESIGN 8)."""
    rows = [known for known in scope.claims.values() if known.claim.kind == "change" and known.claim.date is not None]
    for group in _changes(sorted(rows, key=lambda known: known.claim.id), scope):
        first = group[0].claim
        assert first.date is not None
        id = make_id("change", str(first.date), first.change, min(known.claim.id for known in group))
        numbers = sorted({known.claim.number for known in group if known.claim.number is not None})
        state.node(
            "OrgChange",
            id,
            kind=first.change,
            date=str(first.date),
            date_min=first.date.first,
            date_max=first.date.last,
            number=numbers[0] if numbers else None,
        )
        for known in group:
            _put_change(state, scope, id, known.claim)


def _put_change(state: State, scope: Scope, id: str, claim: Claim) -> None:
    assert claim.date is not None
    day = claim.date.first
    state.link(tie("RESTS_ON", "OrgChange"), id, claim.id)
    if claim.before is not None:
        state.link(tie("CHANGED_FROM"), id, scope.bodies.find(claim.before, day - ONE_DAY).id)
    if claim.after is not None:
        state.link(tie("CHANGED_TO"), id, scope.bodies.find(claim.after, day).id)
    if claim.issuer is not None:
        state.link(tie("ISSUED_BY", "OrgChange"), id, scope.bodies.find(claim.issuer, day).id)


def _changes(rows: Iterable[Known], scope: Scope) -> list[list[Known]]:
    """Group rows of one date and kind that share a body on either side."""
    groups: list[tuple[set[object], list[Known]]] = []
    for known in rows:
        claim = known.claim
        assert claim.date is not None
        day = claim.date.first
        sides = (("from", claim.before, day - ONE_DAY), ("to", claim.after, day))
        marks: set[object] = {
            (str(claim.date), claim.change, side, scope.bodies.find(name, when).id)
            for side, name, when in sides
            if name is not None
        }
        meeting = [group for group in groups if group[0] & marks]
        groups = [group for group in groups if not group[0] & marks]
        joined = [member for group in meeting for member in group[1]]
        for group in meeting:
            marks |= group[0]
        groups.append((marks, [*joined, known]))
    return [members for _, members in groups]


def shown_number(claims: Iterable[Claim]) -> str | None:
    """The number of a decision, in the form first by code point among its equals."""
    forms = sorted({claim.number for claim in claims if claim.number is not None}, key=lambda n: (number_key(n), n))
    return forms[0] if forms else None
