// title.vi: Ai giữ quyền hoặc phụ trách một chức vụ vào một ngày?
// title.en: Who acted in a post or was in charge of it on a day?
// param at: day = today
// column person_id: text
// column person: text
// column post: text
// column capacity: text
// column since: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: longest acting first, post, person, tenure_id
// example: at=2018-10-01

// A deputy in charge is listed in the deputy's own post (RULES 15). `since`: the start as known.
MATCH (t:Tenure)
WHERE t.capacity IN ['acting', 'in_charge'] AND t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(post:Post)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, post.title AS post, t.capacity AS capacity,
  coalesce(t.started, toString(t.started_min)) AS since,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain' ELSE 'possible'
  END AS certainty,
  sources, quote
ORDER BY t.started_min, post, person, tenure_id
