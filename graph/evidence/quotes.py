"""The sentences behind tenures: which claims each rests on, and in which source they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.store import Store

_EVIDENCE = """
UNWIND $tenures AS tenure
MATCH (:Tenure {id: tenure})-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
RETURN tenure, c.quote AS quote, c.rule AS rule, coalesce(c.inferred, []) AS inferred, c.event AS event,
       c.number AS number, s.title AS title, s.publisher AS publisher, s.url AS url, s.published AS published,
       s.published_basis AS published_basis
ORDER BY tenure, published, title, quote, c.id
"""
_PUBLISHERS = """
UNWIND $tenures AS tenure
MATCH (:Tenure {id: tenure})-[:RESTS_ON]->(:Claim)-[:STATED_IN]->(s:Source)
WHERE s.publisher IS NOT NULL
RETURN s.publisher AS publisher, count(DISTINCT tenure) AS n
ORDER BY n DESC, publisher
"""
_OF_VOTES = """
MATCH (o:Organization)<-[:IN_BODY]-(v:ConfidenceVote)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
OPTIONAL MATCH (c)-[:ABOUT]->(p:Person)
RETURN v.date AS date, o.name AS body, p.id AS person_id, c.quote AS quote, c.rule AS rule,
       coalesce(c.inferred, []) AS inferred, c.event AS event, c.number AS number, s.title AS title,
       s.publisher AS publisher, s.url AS url, s.published AS published, s.published_basis AS published_basis
ORDER BY date, body, person_id, published, title, quote, c.id
"""
_OF_CHANGES = """
UNWIND $changes AS change
MATCH (:OrgChange {id: change})-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
RETURN change, c.quote AS quote, c.rule AS rule, coalesce(c.inferred, []) AS inferred, c.event AS event,
       c.number AS number, s.title AS title, s.publisher AS publisher, s.url AS url, s.published AS published,
       s.published_basis AS published_basis
ORDER BY change, published, title, quote, c.id
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as a reader checks it: the sentence, and where it stands."""

    quote: str | None
    event: str | None
    number: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: date | None
    inferred: tuple[str, ...]
    rule: str


def read_evidence(store: Store, tenure_ids: Sequence[str]) -> dict[str, list[Evidence]]:
    """Read what some tenures rest on; every id asked for is a key of the answer."""
    found: dict[str, list[Evidence]] = {tenure: [] for tenure in tenure_ids}
    if found:
        for row in store.ask(_EVIDENCE, {"tenures": list(found)}):
            found[row["tenure"]].append(_make_evidence(row))
    return found


def read_vote_evidence(store: Store) -> dict[tuple[str, str, str | None], list[Evidence]]:
    """Read what the results of votes rest on, by day, body and person as `confidence_votes` tells them."""
    found: dict[tuple[str, str, str | None], list[Evidence]] = {}
    for row in store.ask(_OF_VOTES):
        found.setdefault((row["date"], row["body"], row["person_id"]), []).append(_make_evidence(row))
    return found


def read_change_evidence(store: Store, changes: Sequence[str]) -> dict[str, list[Evidence]]:
    """Read what some changes of bodies rest on, a sentence that several rows repeat once; every id is a key."""
    found: dict[str, list[Evidence]] = {change: [] for change in changes}
    for row in store.ask(_OF_CHANGES, {"changes": list(found)}):
        piece = _make_evidence(row)
        if piece not in found[row["change"]]:
            found[row["change"]].append(piece)
    return found


def read_publishers(store: Store, tenure_ids: Sequence[str]) -> list[str]:
    """Read who published what some tenures rest on, the one behind most of them first."""
    if not tenure_ids:
        return []
    return [row["publisher"] for row in store.ask(_PUBLISHERS, {"tenures": list(dict.fromkeys(tenure_ids))})]


def find_publishers(evidence: Iterable[Evidence]) -> list[str]:
    """Find who published some claims, the one behind most of them first."""
    counts = Counter(piece.publisher for piece in evidence if piece.publisher is not None)
    return sorted(counts, key=lambda publisher: (-counts[publisher], publisher))


def _make_evidence(row: dict[str, Any]) -> Evidence:
    # The day a file was loaded tells a reader nothing of when it was published.
    published = row["published"] if row["published_basis"] != "loaded" else None
    return Evidence(
        quote=row["quote"],
        event=row["event"],
        number=row["number"],
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        published=published,
        inferred=tuple(row["inferred"]),
        rule=row["rule"] or "",
    )
