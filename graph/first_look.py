"""Whom a newcomer sees first; and asking that beforehand, so that the server's first answers are not slow ones.

A server just started makes a plan for each question it hears for the first time, and runs it in code not yet compiled:
the first page takes five seconds longer than the second.
"""

from __future__ import annotations

from datetime import date

from graph.catalog import Catalog
from graph.neighbours import read_around, read_nodes
from graph.overview import PersonCard, is_empty, read_person, read_reach, read_undoing, read_unfinished
from graph.person_day import read_person_day
from graph.store import Store


def read_first_person(store: Store, catalog: Catalog, at: date, today: date) -> PersonCard | None:
    """Choose whom a newcomer sees: the one with most posts at once on the day."""
    for least in (2, 1):
        asked = {"at": at.isoformat(), "min": least, "independent": True}
        if rows := catalog.ask(store, "concurrent_posts", asked, today=today).rows:
            # A newcomer should see what is certain; the rows come by what is possible, too.
            return read_person(store, max(rows, key=lambda row: int(row["n"]))["person_id"])
    return None


def ask_first_page(store: Store, catalog: Catalog, today: date) -> PersonCard | None:
    """Ask what the first page will ask, throw the answers away, and tell whom it shows."""
    store.counts()
    read_reach(store)
    read_unfinished(store)
    read_undoing(store)
    person = None if is_empty(store) else read_first_person(store, catalog, today, today)
    if person is not None:
        read_person_day(store, catalog, person, at=today, today=today)
    return person


def ask_what_follows(store: Store, catalog: Catalog, person: PersonCard, today: date) -> None:
    """Ask what a search and the page to explore will ask."""
    catalog.ask(store, "search", {"text": person.name, "limit": 8}, today=today)
    read_nodes(store, [person.id])
    for most in (0, 25):
        read_around(store, [person.id], [person.id], today, past=False, most=most)
