// title.vi: Ai đã giữ chức vụ này?
// title.en: Who has held this post?
// param organization: organization
// param role: role
// param lineage: bool = false
// column person_id: text
// column person: text
// column gap_days: int
// column overlap_days: int
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: first day it can have begun (of an unknown start: ended), tenure_id
// example: organization="Đảng ủy Khối các cơ quan Trung ương" role="Bí thư"

MATCH (named:Organization {id: $organization})
CALL (named) {
  RETURN named AS o
  UNION
  MATCH (named) (()<-[:CHANGED_FROM]-(c:OrgChange)-[:CHANGED_TO]->()
    WHERE $lineage AND c.kind <> 'transfer'){1,9} (o:Organization)
  RETURN o
  UNION
  MATCH (named) (()<-[:CHANGED_TO]-(c:OrgChange)-[:CHANGED_FROM]->()
    WHERE $lineage AND c.kind <> 'transfer'){1,9} (o:Organization)
  RETURN o
}
MATCH (o)<-[:IN_BODY]-(post:Post)-[:OF_ROLE]->(:Role {id: $role})
MATCH (post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WITH p, t ORDER BY coalesce(t.started_min, t.ended_min, t.ended_max), t.started_max, t.id
WITH collect({person: p, tenure: t}) AS holders
UNWIND range(0, size(holders) - 1) AS place
WITH place, holders[place].person AS p, holders[place].tenure AS t,
  CASE WHEN place > 0 THEN holders[place - 1].tenure END AS before
// Days count only between an end and a start that are both exact (RULES 32).
WITH place, p, t, CASE
    WHEN before.ended_min = before.ended_max AND t.started IS NOT NULL AND t.started_min = t.started_max
    THEN before.ended_min
  END AS left
WITH place, p, t, duration.inDays(left, t.started_min).days AS days, CASE
    WHEN t.ended_min IS NULL OR t.ended_min >= left THEN left
    WHEN t.ended_min = t.ended_max THEN t.ended_min
  END AS until
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person,
  CASE WHEN days < 0 THEN 0 ELSE days END AS gap_days,
  CASE
    WHEN days < 0 THEN duration.inDays(t.started_min, until).days
    WHEN days >= 0 THEN 0
  END AS overlap_days,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY place
