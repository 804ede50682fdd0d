// title.vi: Cơ quan này gồm những ai vào một ngày?
// title.en: Who sat in this body on a day?
// param organization: organization
// param at: day = today
// column person_id: text
// column person: text
// column role: text
// column capacity: text
// column term: text
// column implied: bool
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: heads first, then rank of role, stated before implied, person, tenure_id
// example: organization="Đảng ủy Khối các cơ quan Trung ương" at=2024-01-01

MATCH (o:Organization {id: $organization})
CALL (o) {
  MATCH (o)<-[:IN_BODY]-(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
  MATCH (post)-[:OF_ROLE]->(r:Role)
  RETURN p, t, r, false AS implied
  UNION
  // A member by a post elsewhere or above, who has no tenure of their own in this body (RULES 17).
  MATCH (o)<-[:IN_BODY]-(:Post)<-[:IMPLIES]-{1,4}(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
    AND coalesce(t.capacity, 'full') <> 'alternate'
    AND NOT EXISTS {
      MATCH (p)-[:HELD]->(own:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o)
      WHERE own.started_min <= $at AND (own.ended_max IS NULL OR $at < own.ended_max)
    }
  MATCH (post)-[:OF_ROLE]->(r:Role)
  WITH p, t, r ORDER BY coalesce(r.head, false) DESC, r.rank, t.started_min, t.id
  WITH p, head(collect({tenure: t, role: r})) AS best
  RETURN p, best.tenure AS t, best.role AS r, true AS implied
}
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, r.title_vi AS role,
  t.capacity AS capacity, t.term AS term, implied,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain' ELSE 'possible'
  END AS certainty,
  sources, quote
ORDER BY coalesce(r.head, false) DESC, r.rank, implied, person, tenure_id
