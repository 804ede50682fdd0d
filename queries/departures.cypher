// title.vi: Giữa hai ngày, ai rời chức vụ, rồi sang đâu?
// title.en: Who left a post between two days, and for what next?
// param from: day
// param to: day
// column person_id: text
// column person: text
// column post: text
// column ended_basis: text
// column next_post: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: first day it can have ended, person, post, tenure_id
// example: from=2022-10-01 to=2022-10-31

// Both days are inside (RULES 5); an end known by month or year counts if it can lie between them.
// `next_post`: of the person's tenures that can have begun on the day of the end or later the first; of several
// begun on one day the same post (who was elected again stays in it), then the head's, then by rank.
MATCH (t:Tenure)
WHERE t.ended_min <= $to AND t.ended_max >= $from
MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(post:Post)
CALL (p, t, post) {
  OPTIONAL MATCH (p)-[:HELD]->(after:Tenure)-[:IN_POST]->(following:Post)-[:OF_ROLE]->(r:Role)
  WHERE after <> t AND after.started_max >= t.ended_min
  WITH t, post, after, following, r, after.started_min < t.ended_min AS early
  RETURN following.title AS next_post
  ORDER BY CASE WHEN early THEN t.ended_min ELSE after.started_min END, early,
    following = post DESC, coalesce(r.head, false) DESC, r.rank, after.id
  LIMIT 1
}
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, post.title AS post, t.ended_basis AS ended_basis, next_post,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY t.ended_min, person, post, tenure_id
