// title.vi: Ai còn được ghi là giữ chức ở cơ quan đã kết thúc?
// title.en: Who is told to hold a post in a body that had ended?
// param at: day = today
// column person_id: text
// column person: text
// column post: text
// column organization: text
// column dissolved: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: last day the body can have ended on, organization, person, person_id, tenure_id
// example: at=2026-06-30

// Bodies that had surely ended by that day, and tenures whose own start, stated end or attestation lies after the end:
// an end on the first day without the body is none of these (RULES 28, 29).
MATCH (o:Organization) WHERE o.exists_until <= $at
MATCH (o)<-[:IN_BODY]-(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WHERE coalesce(t.started_min <= $at, true)
  AND (t.started_min >= o.exists_until
    OR t.last_attested >= o.exists_until
    OR (t.ended_basis IN ['decision', 'stated', 'death'] AND t.ended_min > o.exists_until))
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, post.title AS post, o.name AS organization,
  coalesce(o.dissolved, toString(o.exists_until)) AS dissolved,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY o.exists_until, organization, person, person_id, tenure_id
