// title.vi: Chức vụ nào còn để mở mà lâu không nguồn nào nhắc tới?
// title.en: Which open tenures has no source attested for long?
// param at: day = today
// param months: int = 24
// column person_id: text
// column person: text
// column post: text
// column last_attested: day
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: last day known for it, person, person_id, tenure_id
// example: at=2026-06-30

// Open: no end is known. The start is a sign of life too: what began lately is not stale, attested or not (RULES 2).
MATCH (t:Tenure)
WHERE t.started_max < $at - duration({months: $months}) AND t.ended_max IS NULL
  AND coalesce(t.last_attested < $at - duration({months: $months}), true)
MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(post:Post)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, post.title AS post, t.last_attested AS last_attested,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE WHEN t.ended_min IS NULL OR $at < t.ended_min THEN 'certain' ELSE 'possible' END AS certainty,
  sources, quote
ORDER BY coalesce(t.last_attested, t.started_max), person, person_id, tenure_id
