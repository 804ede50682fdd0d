// title.vi: Giữa hai ngày, những ai từng ở trong cơ quan này?
// title.en: Who sat in this body between two days?
// param organization: organization
// param from: day
// param to: day
// column person_id: text
// column person: text
// column role: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: heads first, rank of role, first day it can have begun, person, tenure_id
// example: organization="Bộ Chính trị" from=2019-01-01 to=2022-01-01

// On any day of [from, to): whose dates are partial may have (RULES 5). Members by an implying post count where they
// have no tenure of their own in the body in that time (RULES 17). `certainty` speaks of today.
MATCH (o:Organization {id: $organization})
WHERE $from < $to
CALL (o) {
  MATCH (o)<-[:IN_BODY]-(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.started_min < $to AND (t.ended_max IS NULL OR ($from < t.ended_max AND t.started_min < t.ended_max))
  RETURN p, t, post
  UNION
  MATCH (o)<-[:IN_BODY]-(:Post)<-[:IMPLIES]-{1,4}(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.started_min < $to AND (t.ended_max IS NULL OR ($from < t.ended_max AND t.started_min < t.ended_max))
    AND coalesce(t.capacity, 'full') <> 'alternate'
    AND NOT EXISTS {
      MATCH (p)-[:HELD]->(own:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o)
      WHERE own.started_min < $to
        AND (own.ended_max IS NULL OR ($from < own.ended_max AND own.started_min < own.ended_max))
    }
  RETURN p, t, post
}
MATCH (post)-[:OF_ROLE]->(r:Role)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, r.title_vi AS role,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY coalesce(r.head, false) DESC, r.rank, t.started_min, person, tenure_id
