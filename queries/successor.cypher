// title.vi: Ai kế nhiệm người này ở chức vụ này?
// title.en: Who came after this person in this post?
// param organization: organization
// param role: role
// param person: person
// column person_id: text
// column person: text
// column gap_days: int
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: first day it can have begun, tenure_id
// example: organization="Bộ Giao thông vận tải" role="Bộ trưởng" person="Nguyễn Văn Thể"

// The next full holder after each spell of the person: who acts or covers succeeds nobody (RULES 13, 16).
MATCH (:Organization {id: $organization})<-[:IN_BODY]-(post:Post)-[:OF_ROLE]->(:Role {id: $role})
MATCH (post)<-[:IN_POST]-(old:Tenure)<-[:HELD]-(former:Person {id: $person})
CALL (post, old, former) {
  MATCH (post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE p <> former AND coalesce(t.capacity, 'full') = 'full'
    AND CASE
      WHEN old.started_max IS NULL THEN t.started_max >= coalesce(old.ended_min, old.ended_max)
      ELSE t.started_max > old.started_max
    END
    AND (post.seats = 1 OR t.started_max >= old.ended_min)
  RETURN p, t ORDER BY t.started_min, t.started_max, t.id LIMIT 1
}
WITH p, t, old ORDER BY old.started_min DESC, old.id
WITH p, t, head(collect(old)) AS old
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
WITH p, t, sources, quote, CASE
    WHEN old.ended_min = old.ended_max AND t.started IS NOT NULL AND t.started_min = t.started_max
    THEN duration.inDays(old.ended_min, t.started_min).days
  END AS days
RETURN p.id AS person_id, p.name AS person, CASE WHEN days < 0 THEN 0 ELSE days END AS gap_days,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY t.started_min, tenure_id
