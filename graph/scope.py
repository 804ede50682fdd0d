"""What is to be concluded again when claims come or go, and what is known about it: filled by `gather`.

Bodies are concluded whole, by family (a body, its other names, forerunners, successors, organs and implied posts);
persons by name (all who share a printed name or an own id); decisions and votes by id.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from graph.bodies import Bodies, claim_day, issuer_day
from graph.identity.individuals import Identified, Individual
from graph.known import Known
from graph.model import Claim
from graph.names import reference_key


@dataclass(slots=True)
class RoleForms:
    """How a role is printed over all post claims, and what loaders know of it."""

    printed: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    ranks: Counter[int] = field(default_factory=Counter)
    implied: Counter[str] = field(default_factory=Counter)  # as titles of posts that others bring with them
    heads: int = 0

    def count(self, claim: Claim, by: int) -> None:
        """Count a claim in (1) or out (-1)."""
        assert claim.role is not None
        self.printed[claim.role] += by
        if claim.title_en is not None:
            self.english[claim.title_en] += by
        if claim.rank is not None:
            self.ranks[claim.rank] += by
        self.heads += by if claim.head else 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to a body in passing, with the day that tells which body it means."""

    reference: str
    day: date

    @property
    def key(self) -> str:
        """The key of the name, by which it is found."""
        return reference_key(self.reference)


def find_mentions(known: Known) -> list[Mention]:
    """List the bodies that a claim mentions: the parent, the issuer, the body that voted."""
    claim = known.claim
    decided = issuer_day(claim, known.published)
    told = ((claim.parent, claim_day(claim, known.published)), (claim.issuer, decided), (claim.body, decided))
    return [Mention(reference, day) for reference, day in told if reference is not None]


@dataclass(slots=True)
class Scope:
    """The claims and keys of one conclusion."""

    bodies: Bodies
    family: set[str]  # keys of bodies concluded whole
    claims: dict[str, Known]  # all claims about bodies of the family, after the change
    namings: dict[str, Known]  # all claims that name a person of the touched names, after the change
    people: dict[str, Individual]  # by claim, for the touched names
    identified: Identified  # the same persons, with what was judged of them and whom they may be
    mentioned: dict[str, list[Mention]]  # mentions of bodies that no claim is about, by key
    roles: dict[str, RoleForms]  # of the touched roles
    decisions: dict[str, list[Known]]  # by id, of the touched decisions: all their claims
    votes: dict[str, list[Known]]  # by id, of the touched votes: all their claims
    finals: list[Known]  # deaths and expulsions of the people in the family, told elsewhere

    def person_of(self, known: Known) -> str | None:
        """The person whom a claim is taken to name."""
        individual = self.people.get(known.claim.id)
        return individual.id if individual is not None else known.person
