"""What others' claims say of the end of a tenure that a rule ended: a successor, a new committee, the body's end.

A tenure does not rest on them in the graph; they are found again by the day on which they ended it (RULES 11-13).
"""

from __future__ import annotations

from graph.dates import end_bound
from graph.evidence.chain import Chain, Statement, make_statement, make_tenure
from graph.evidence.told import find_parts, find_telling
from graph.model import Tenure
from graph.store import Store

MOST = 3  # of a new committee a few members show that it stands, its head first

_SUCCESSORS = """
MATCH (:Tenure {id: $tenure})-[:IN_POST]->(post:Post)<-[:IN_POST]-(n:Tenure {capacity: 'full'})
MATCH (post)-[:IN_BODY]->(o:Organization)
WHERE n.id <> $tenure
MATCH (n)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
OPTIONAL MATCH (c)-[:ABOUT]->(p:Person)
RETURN properties(n) AS tenure, post.id AS post, o.id AS organization,
       properties(c) AS claim, properties(s) AS source, p.id AS person,
       COLLECT { MATCH (l:Load) WHERE l.id IN c.loads RETURN properties(l) } AS loads
ORDER BY n.started_min, n.id, s.published, s.id, c.id
"""
_NEW_TERM = """
MATCH (t:Tenure {id: $tenure})<-[:HELD]-(own:Person)
MATCH (t)-[:IN_POST]->(post:Post)-[:IN_BODY]->(o:Organization)
OPTIONAL MATCH (o)-[tie:PART_OF]->(above:Organization) WHERE tie.kind = 'organ'
WITH own, post, o, collect(above) AS committees
UNWIND [o] + committees AS body
MATCH (body)<-[:IN_BODY]-(seat:Post)<-[:IN_POST]-(n:Tenure)-[:RESTS_ON]->(c:Claim {date: $day})-[:STATED_IN]->(s:Source)
MATCH (c)-[:ABOUT]->(p:Person)
WHERE n.id <> $tenure AND (c.event = 'gain' OR (p = own AND seat = post))
WITH DISTINCT own, c, s, p
RETURN properties(c) AS claim, properties(s) AS source, p.id AS person,
       COLLECT { MATCH (l:Load) WHERE l.id IN c.loads RETURN properties(l) } AS loads
ORDER BY CASE WHEN p = own THEN 0 WHEN c.head THEN 1 ELSE 2 END, s.published, s.id, c.id
LIMIT $most
"""
_BODY_END = """
MATCH (:Tenure {id: $tenure})-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
CALL (o) {
  MATCH (o)<-[:CHANGED_FROM]-(:OrgChange {date: o.dissolved})-[:RESTS_ON]->(c:Claim) RETURN c
  UNION
  MATCH (c:Claim {body_key: o.key, dissolved: o.dissolved})
  WHERE c.kind = 'tie' AND (c.place IS NULL OR o.place IS NULL OR c.place = o.place) RETURN c
}
MATCH (c)-[:STATED_IN]->(s:Source)
RETURN properties(c) AS claim, properties(s) AS source, null AS person,
       COLLECT { MATCH (l:Load) WHERE l.id IN c.loads RETURN properties(l) } AS loads
ORDER BY s.published, s.id, c.id
"""


def read_causes(store: Store, chain: Chain) -> list[Statement]:
    """Read the statements about others that ended a tenure; none where its own tell of the end."""
    tenure = chain.tenure
    if find_telling(chain, "end"):
        return []
    match tenure.ended_basis:
        case "replaced":
            rows = store.ask(_SUCCESSORS, {"tenure": tenure.id})
            successors = [(make_tenure(row), make_statement(row)) for row in rows]
            return [
                told for rival, told in successors if _replaced(tenure, rival) and "start" in find_parts(told, rival)
            ]
        case "term":
            day = str(tenure.ended or tenure.end.most)
            rows = store.ask(_NEW_TERM, {"tenure": tenure.id, "day": day, "most": MOST})
        case "body_ended":
            rows = store.ask(_BODY_END, {"tenure": tenure.id})
        case _:
            rows = []
    return [make_statement(row) for row in rows]


def _replaced(tenure: Tenure, rival: Tenure) -> bool:
    """Tell whether the rival's start is the end of the tenure, as RULES 13 places it."""
    if rival.started is not None:
        return end_bound(rival.started).most == tenure.end.most
    start = rival.start
    return tenure.end.most == (start.least if rival.started_basis == "attested" else start.most)
