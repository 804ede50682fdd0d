"""The scope of a change: from the claims that come or go to all that must be concluded again. It only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from graph.bodies import Bodies, make_bodies
from graph.callings import find_calls, read_namings
from graph.claims import claim_role_key, implied_roles, lineage_key, main_body_key, vote_id
from graph.decisions import decision_id
from graph.gather import (
    FINAL_ACTIONS,
    Claims,
    Shelf,
    close_family,
    lineage_names,
    mentions_of,
    own_names,
    read_bearers,
    read_decisions,
    read_family,
    read_finals,
    read_lineage,
    read_mentioning,
    read_own,
    read_roles,
    read_votes,
    role_keys,
)
from graph.identity.individuals import Identified, Individual, find_individuals
from graph.known import Known, body_of, keys_of, naming_of, post_of, slot_of
from graph.model import Claim, Judgement
from graph.names import role_key
from graph.nearby import read_nearby
from graph.scope import Mention, RoleForms, Scope, find_mentions


@dataclass(frozen=True, slots=True)
class Delta:
    """The claims that come and those that go, by id; the judgements that come and those that go."""

    added: Claims = field(default_factory=dict)
    removed: Claims = field(default_factory=dict)
    judged: tuple[Judgement, ...] = ()
    unjudged: tuple[Judgement, ...] = ()

    @property
    def touched(self) -> list[Known]:
        return [*self.added.values(), *self.removed.values()]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.judged or self.unjudged)

    @property
    def reshapes(self) -> bool:
        """Whether it says what names bodies bear: then claims may mean other bodies than before."""
        return any(lineage_key(known.claim) is not None for known in self.touched)

    def judgements(self, stored: Iterable[Judgement]) -> list[Judgement]:
        """The judgements that hold after the change."""
        return list({*self.judged, *stored} - {*self.unjudged})

    def applied(self, stored: Claims) -> Claims:
        """Stored claims as they are after the change; those of it that were not asked for are not added."""
        return {id: known for id, known in stored.items() if id not in self.removed}

    def coming(self, wanted: Callable[[Claim], bool]) -> Claims:
        """The added claims of a kind."""
        return {id: known for id, known in self.added.items() if wanted(known.claim)}


def gather_scope(shelf: Shelf, delta: Delta) -> Scope:
    """Gather all that a change of claims touches, in its state after the change."""
    further: list[Known] = []
    family = _touched_family(shelf, delta)
    while True:  # whoever turns out to be another person takes the bodies of all his claims along
        family |= close_family(shelf, further)
        claims = delta.applied(read_family(shelf, family)) | delta.added
        bodies = _bodies(shelf, delta, claims)
        namings = _namings(shelf, delta, claims, bodies)
        identified = _identify(shelf, delta, namings, claims=claims, bodies=bodies)
        people = {claim: person for person in identified.people for claim in person.claims}
        crowded = _crowded(shelf, delta, claims, bodies=bodies, family=family)
        further = _followers(delta, namings, claims, people)
        if not further and crowded <= family:
            break
        further += read_family(shelf, crowded - family).values()
        family |= crowded
    acts, votes = _acts(shelf, delta, family)
    return Scope(
        bodies=bodies,
        family=family,
        claims=claims,
        namings=namings,
        people=people,
        identified=identified,
        mentioned=_mentioned(shelf, delta, claims, family=family, crowded=crowded),
        roles=_roles(shelf, delta),
        decisions=_grouped(delta, read_decisions(shelf, acts), acts, decision_id),
        votes=_grouped(delta, read_votes(shelf, votes), votes, vote_id),
        finals=_finals(shelf, delta, claims, namings=namings, people=people),
    )


def _touched_family(shelf: Shelf, delta: Delta) -> set[str]:
    family = close_family(shelf, delta.touched)
    if delta.reshapes:
        mentioning = read_mentioning(shelf, family)
        family |= close_family(shelf, mentioning.values())
    return family


def _bodies(shelf: Shelf, delta: Delta, claims: Claims) -> Bodies:
    """The index of all bodies that the claims are about, imply or mention."""
    known = [each.claim for each in (*claims.values(), *delta.removed.values())]
    wanted = keys_of(known, "mention").union(*map(own_names, known))
    found: Claims = {id: each for id, each in claims.items() if lineage_key(each.claim) is not None}
    frontier = set(wanted)
    while frontier:
        fresh = delta.applied(read_lineage(shelf, frontier))
        found |= fresh
        names = {name for each in fresh.values() for name in lineage_names(each.claim)}
        frontier = names - wanted
        wanted |= frontier
    return make_bodies(each.claim for each in found.values())


def _namings(shelf: Shelf, delta: Delta, claims: Claims, bodies: Bodies) -> Claims:
    """Every claim that may name a person whose identity can change."""
    moved = [known for id, known in claims.items() if id not in delta.added and known.post != post_of(known, bodies)]
    placed = [
        replace(known, slot=slot_of(known.claim, post_of(known, bodies))) for known in (*delta.added.values(), *moved)
    ]
    judgements = [*(each.judgement for each in shelf.judgements.values()), *delta.judged]
    calls = find_calls([*placed, *moved, *delta.removed.values()])
    for judgement in (*delta.judged, *delta.unjudged):
        calls.call((judgement.person_a, judgement.person_b))
    found = delta.applied(read_namings(shelf, calls, judgements))
    return found | delta.coming(lambda claim: claim.person is not None)


def _identify(shelf: Shelf, delta: Delta, namings: Claims, *, claims: Claims, bodies: Bodies) -> Identified:
    """Who the touched are; their neighbours are read only to tell whom of these they may be."""

    def post(known: Known) -> str | None:
        return post_of(known, bodies) if known.claim.id in claims else known.post

    judgements = delta.judgements(each.judgement for each in shelf.judgements.values())
    near = read_nearby(shelf, namings | delta.removed, claims | delta.removed, judgements, post_of=post)
    whole = delta.applied(near) | namings
    found = find_individuals((naming_of(known, post(known)) for known in whole.values()), judgements)
    return found.of(namings)


def _followers(delta: Delta, namings: Claims, claims: Claims, people: dict[str, Individual]) -> list[Known]:
    """Claims about other bodies whose tenures change too: their person is another, or now died or was expelled."""
    moved = [known for id, known in namings.items() if people[id].id != known.person]
    fated = {
        person
        for known in (*delta.touched, *moved)
        if known.claim.action in FINAL_ACTIONS
        for person in (known.person, people[known.claim.id].id if known.claim.id in people else None)
    }
    return [
        known
        for id, known in namings.items()
        if id not in claims and (people[id].id != known.person or people[id].id in fated)
    ]


def _acts(shelf: Shelf, delta: Delta, family: set[str]) -> tuple[set[str], set[str]]:
    """The decisions and votes whose own facts may change."""
    touched = delta.touched
    if delta.reshapes:
        touched = [*touched, *delta.applied(read_mentioning(shelf, family)).values()]
    acts = {id for known in touched if (id := decision_id(known.claim)) is not None}
    return acts, {id for known in touched if (id := vote_id(known.claim)) is not None}


def _crowded(shelf: Shelf, delta: Delta, claims: Claims, *, bodies: Bodies, family: set[str]) -> set[str]:
    """Names that mean more than one body: only all their mentions tell which of these are still mentioned."""
    meant: dict[str, set[str]] = defaultdict(set)
    for known in delta.touched:
        for mention in find_mentions(known):
            meant[mention.key].add(bodies.find(mention.reference, mention.day).id)
    for known in claims.values():
        key, body = main_body_key(known.claim), body_of(known, bodies)
        if key is not None and body is not None:
            meant[key].add(body.id)
    for key, bearers in read_bearers(shelf, meant.keys() | family).items():
        meant[key] |= bearers
    return {key for key, ids in meant.items() if len(ids) > 1}


def _mentioned(
    shelf: Shelf, delta: Delta, claims: Claims, *, family: set[str], crowded: set[str]
) -> dict[str, list[Mention]]:
    """How bodies are mentioned that no claim is about; empty where nothing mentions them any more."""
    about = {key for known in claims.values() for key in own_names(known.claim)}
    wanted = (keys_of((known.claim for known in delta.touched), "mention") | family) - about
    wanted -= read_own(shelf, wanted - family)
    wanted |= crowded
    mentioning = delta.applied(read_mentioning(shelf, wanted)) | delta.added
    told = mentions_of(mentioning.values(), wanted)
    return {key: told.get(key, []) for key in wanted}


def _roles(shelf: Shelf, delta: Delta) -> dict[str, RoleForms]:
    roles = read_roles(shelf, role_keys(delta.touched))
    for claims, by in ((delta.added, 1), (delta.removed, -1)):
        for known in claims.values():
            key = claim_role_key(known.claim)
            if key is not None:
                roles[key].count(known.claim, by)
            for title in implied_roles(known.claim):
                roles[role_key(title)].implied[title] += by
    return roles


def _grouped(
    delta: Delta, stored: Claims, ids: Collection[str], read: Callable[[Claim], str | None]
) -> dict[str, list[Known]]:
    """The claims of each decision or vote, after the change."""
    found: dict[str, list[Known]] = {id: [] for id in ids}
    for known in (delta.applied(stored) | delta.coming(lambda claim: read(claim) in ids)).values():
        id = read(known.claim)
        if id in found:
            found[id].append(known)
    return found


def _finals(
    shelf: Shelf, delta: Delta, claims: Claims, *, namings: Claims, people: dict[str, Individual]
) -> list[Known]:
    """Deaths and expulsions of the people in these claims, wherever they are told."""
    persons = {people[id].id if id in people else known.person for id, known in claims.items()}
    told = delta.applied(read_finals(shelf, {person for person in persons if person is not None}))
    told |= dict(_fates([claims, namings]))
    return [known for _, known in sorted(told.items())]


def _fates(groups: Iterable[Claims]) -> Iterable[tuple[str, Known]]:
    return ((id, known) for group in groups for id, known in group.items() if known.claim.action in FINAL_ACTIONS)
