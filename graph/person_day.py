"""What the saved questions know of a person on a day: posts, career, colleagues, each with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.cards import Place, read_places
from graph.catalog import Catalog
from graph.evidence import Evidence, find_publishers, read_evidence, read_publishers
from graph.overview import PersonCard
from graph.store import Store

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PersonDay:
    """A person on a day, as the saved questions tell it."""

    person: PersonCard
    at: date
    posts: Sequence[Row]
    career: Sequence[Row]
    colleagues: Sequence[Row]
    evidence: Mapping[str, Sequence[Evidence]]
    places: Mapping[str, Place]  # where each of these tenures stands
    beside: Sequence[str]  # who published what is known of the colleagues

    @property
    def publishers(self) -> list[str]:
        """Who published what is known of the posts on the day."""
        return find_publishers(piece for row in self.posts for piece in self.evidence[row["tenure_id"]])


def read_person_day(store: Store, catalog: Catalog, person: PersonCard, *, at: date, today: date) -> PersonDay:
    """Ask the saved questions about a person on a day."""
    asked = {"person": person.id, "at": at.isoformat()}
    posts = catalog.ask(store, "person_posts", asked, today=today).rows
    career = catalog.ask(store, "person_career", {"person": person.id}, today=today).rows
    colleagues = catalog.ask(store, "colleagues", asked, today=today)
    tenures = dict.fromkeys(row["tenure_id"] for row in [*posts, *career])
    return PersonDay(
        person=person,
        at=at,
        posts=posts,
        career=career,
        colleagues=colleagues.rows,
        evidence=read_evidence(store, list(tenures)),
        places=read_places(store, list(tenures)),
        beside=read_publishers(store, colleagues.tenures),
    )
