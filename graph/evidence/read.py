"""Read the chains of tenures: what they are, which decisions opened and closed them, what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.evidence.causes import read_causes
from graph.evidence.chain import Chain, LedgerEntry, Statement, make_statement, make_tenure
from graph.store import Store

_TENURES = """
UNWIND $tenures AS id
MATCH (p:Person)-[:HELD]->(t:Tenure {id: id})-[:IN_POST]->(post:Post)-[:IN_BODY]->(o:Organization)
MATCH (post)-[:OF_ROLE]->(r:Role)
RETURN properties(t) AS tenure, p.id AS person, p.name AS name, post.id AS post,
       o.id AS organization, o.name AS body, r.title_vi AS role
ORDER BY coalesce(t.started_min, t.ended_min, t.ended_max), t.id
"""
_STATEMENTS = """
UNWIND $tenures AS id
MATCH (:Tenure {id: id})-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
OPTIONAL MATCH (c)-[:ABOUT]->(p:Person)
RETURN id AS tenure, properties(c) AS claim, properties(s) AS source, p.id AS person,
       COLLECT { MATCH (l:Load) WHERE l.id IN c.loads RETURN properties(l) } AS loads
ORDER BY tenure, s.published, s.id, c.id
"""
_LEDGER = """
UNWIND $tenures AS id
MATCH (d:Decision)-[a:OPENED|CLOSED]->(:Tenure {id: id})
RETURN id AS tenure, toLower(type(a)) AS direction, a.action AS action, d.id AS decision, d.number AS number,
       d.issuer AS issuer, d.date AS date, d.date_basis AS date_basis
ORDER BY tenure, direction DESC, date, number, decision, action
"""
_OF_PERSON = "MATCH (:Person {id: $person})-[:HELD]->(t:Tenure) RETURN t.id AS id ORDER BY id"


def read_tenure_ids(store: Store, person: str) -> list[str]:
    """Name the tenures of a person."""
    return [row["id"] for row in store.ask(_OF_PERSON, {"person": person})]


def read_chains(store: Store, tenures: Sequence[str]) -> list[Chain]:
    """Read the chains of some tenures in the order of a career; an id that nothing bears is left out."""
    given = {"tenures": list(dict.fromkeys(tenures))}
    statements: dict[str, list[Statement]] = defaultdict(list)
    for row in store.ask(_STATEMENTS, given):
        statements[row["tenure"]].append(make_statement(row))
    ledger: dict[str, list[LedgerEntry]] = defaultdict(list)
    for row in store.ask(_LEDGER, given):
        ledger[row.pop("tenure")].append(_make_entry(row))
    chains = []
    for row in store.ask(_TENURES, given):
        id = row["tenure"]["id"]
        chain = Chain(
            tenure=make_tenure(row),
            name=row["name"],
            role=row["role"],
            body=row["body"],
            statements=tuple(statements[id]),
            ledger=tuple(ledger[id]),
        )
        chains.append(replace(chain, causes=tuple(read_causes(store, chain))))
    return chains


def _make_entry(row: dict[str, Any]) -> LedgerEntry:
    return LedgerEntry(**{**row, "action": row["action"] or None})
