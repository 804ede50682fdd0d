"""Post claims → posts: role and body, title, seats, and the posts that come with them (RULES 16, 17). Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.bodies import Body, claim_day
from graph.claims import claim_role_key
from graph.known import Known, body_of, post_id
from graph.names import folded, role_key, split_post, split_reference
from graph.scope import Scope


@dataclass(slots=True)
class PostDraft:
    """One post as its claims make it."""

    id: str
    body: str
    role: str
    kind: str | None = None
    leads: bool = False
    printed_role: str = ""
    title: str = ""
    seats: int | None = None
    search: str = ""
    implies: list[str] = field(default_factory=list)


def draft_posts(scope: Scope) -> dict[str, PostDraft]:
    """Draft the posts of the scope's bodies, those that are only implied among them."""
    held: dict[tuple[Body, str], list[Known]] = defaultdict(list)
    implied: dict[tuple[Body, str], list[str]] = defaultdict(list)
    drafts: dict[str, PostDraft] = {}
    for known in _in_order(scope.claims.values()):
        role, body = claim_role_key(known.claim), body_of(known, scope.bodies)
        if known.claim.person is None or role is None or body is None:
            continue
        held[body, role].append(known)
    names, kinds = body_names(scope), _body_kinds(scope)
    for (body, role), claims in held.items():
        draft = drafts[post_id(body.id, role)] = _draft(body, role, claims, names)
        draft.kind = kinds.get(body.id)
        for reference, target in sorted(_implied(claims, scope), key=str):
            implied[target].append(reference)
            draft.implies.append(post_id(target[0].id, target[1]))
        draft.implies = sorted(set(draft.implies) - {draft.id})
    for (body, role), printed in implied.items():
        id = post_id(body.id, role)
        if id not in drafts:
            title, reference = split_post(min(printed))
            drafts[id] = PostDraft(id, body.id, role, printed_role=title)
            _entitle(drafts[id], names.get(body.id, split_reference(reference)[0]))
    return drafts


def _draft(body: Body, role: str, claims: list[Known], names: dict[str, str]) -> PostDraft:
    printed = Counter(known.claim.role for known in claims if known.claim.role is not None)
    seats = Counter(known.claim.seats for known in claims if known.claim.seats is not None)
    draft = PostDraft(post_id(body.id, role), body.id, role)
    draft.printed_role = most_printed(printed)
    draft.seats = min(seats, key=lambda n: (-seats[n], n)) if seats else None
    heads = {known.claim.head for known in claims} - {None}
    if draft.seats is None and True in heads:
        draft.seats = 1
    draft.leads = True in heads or (not heads and draft.seats == 1)  # a title that no vocabulary knows
    _entitle(draft, names[body.id])
    return draft


def _entitle(draft: PostDraft, body_name: str) -> None:
    draft.title = join_title(draft.printed_role, body_name)
    draft.search = folded(draft.title)


def _implied(claims: Iterable[Known], scope: Scope) -> set[tuple[str, tuple[Body, str]]]:
    found = set()
    for known in claims:
        for reference in known.claim.implies:
            title, body = split_post(reference)
            target = scope.bodies.find(body, claim_day(known.claim, known.published))
            found.add((reference, (target, role_key(title))))
    return found


def body_names(scope: Scope) -> dict[str, str]:
    """The name of each body that claims are about: the form most often printed over its post claims (RULES 24)."""
    posts: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for known in scope.claims.values():
        claim, body = known.claim, body_of(known, scope.bodies)
        if body is not None:
            printed = split_reference(claim.organization or claim.before or claim.after or "")[0]
            (posts if claim.kind in ("post", "vote") else others)[body.id][printed] += 1
        if claim.kind == "change" and claim.after is not None and claim.date is not None:
            others[scope.bodies.find(claim.after, claim.date.first).id][split_reference(claim.after)[0]] += 1
    return {id: most_printed(posts.get(id) or others[id]) for id in posts.keys() | others.keys()}


def _body_kinds(scope: Scope) -> dict[str, str]:
    """What kind each body is: as ties state it, else as the vocabulary guesses from its name."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    guessed: dict[str, Counter[str]] = defaultdict(Counter)
    for known in scope.claims.values():
        body = body_of(known, scope.bodies)
        if body is not None and known.claim.body_kind is not None:
            (told if known.claim.kind == "tie" else guessed)[body.id][known.claim.body_kind] += 1
    return {id: most_printed(told.get(id) or guessed[id]) for id in told.keys() | guessed.keys()}


def most_printed(forms: Counter[str]) -> str:
    """The form most often printed; a tie: first in code-point order (RULES 24)."""
    return min(forms, key=lambda form: (-forms[form], form))


def join_title(role: str, body: str) -> str:
    """Say a role and its body in one breath: `Trưởng Ban` of `Ban Dân vận` is `Trưởng Ban Dân vận`."""
    head, tail = role.split(" "), body.split(" ")
    for size in range(min(len(head), len(tail)), 0, -1):
        if [word.casefold() for word in head[-size:]] == [word.casefold() for word in tail[:size]]:
            return " ".join([*head, *tail[size:]])
    return f"{role} {body}"


def _in_order(claims: Iterable[Known]) -> list[Known]:
    return sorted(claims, key=lambda known: known.claim.id)
