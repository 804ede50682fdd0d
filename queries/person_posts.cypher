// title.vi: Người này giữ những chức vụ nào vào một ngày?
// title.en: Which posts did this person hold on a day?
// param person: person
// param at: day = today
// column person_id: text
// column person: text
// column role: text
// column organization_id: text
// column organization: text
// column capacity: text
// column planned_end: text
// column last_attested: day
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: certain before possible, then rank of role, organization, tenure_id
// example: person="Phạm Bình Minh" at=2019-01-01

MATCH (p:Person {id: $person})-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)-[:IN_BODY]->(o:Organization)
WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
MATCH (post)-[:OF_ROLE]->(r:Role)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, r.title_vi AS role,
  o.id AS organization_id, o.name AS organization,
  t.capacity AS capacity, t.planned_end AS planned_end, t.last_attested AS last_attested,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain' ELSE 'possible'
  END AS certainty,
  sources, quote
ORDER BY certainty, r.rank, organization, tenure_id
