// title.vi: Những chức vụ nào chỉ dựa vào một nguồn?
// title.en: Which tenures rest on one source only?
// param limit: int = 100
// column person_id: text
// column person: text
// column post: text
// column source: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: first day it can have begun (falling, of an unknown start: last), tenure_id
// example: limit=10

// Copies of a story count once, and the earliest is shown (RULES 21).
CALL () {
  MATCH (t:Tenure)
  WHERE t.started_min IS NOT NULL
    AND COUNT {
      MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source) RETURN DISTINCT coalesce(c.copy_of, s.id) AS story
    } = 1
  RETURN t ORDER BY t.started_min DESC, t.id LIMIT $limit
  UNION ALL
  MATCH (t:Tenure)
  WHERE t.started_min IS NULL
    AND COUNT {
      MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source) RETURN DISTINCT coalesce(c.copy_of, s.id) AS story
    } = 1
  RETURN t ORDER BY t.id LIMIT $limit
}
WITH t ORDER BY coalesce(t.started_min, date('0001-01-01')) DESC, t.id LIMIT $limit
MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(post:Post)
CALL (t) {
  MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote,
    head(collect(coalesce(s.title, s.url, s.id))) AS source
}
RETURN p.id AS person_id, p.name AS person, post.title AS post, source,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY coalesce(t.started_min, date('0001-01-01')) DESC, tenure_id
