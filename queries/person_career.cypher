// title.vi: Người này đã trải qua những chức vụ nào?
// title.en: Which posts has this person held?
// param person: person
// column role: text
// column organization_id: text
// column organization: text
// column capacity: text
// column term: text
// column started_basis: text
// column ended_basis: text
// column last_attested: day
// column opened_by: list
// column closed_by: list
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: first day it can have begun (of an unknown start: ended), tenure_id
// example: person="Nguyễn Văn Thể"

MATCH (:Person {id: $person})-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)-[:IN_BODY]->(o:Organization)
MATCH (post)-[:OF_ROLE]->(r:Role)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN r.title_vi AS role, o.id AS organization_id, o.name AS organization,
  t.capacity AS capacity, t.term AS term,
  t.started_basis AS started_basis, t.ended_basis AS ended_basis, t.last_attested AS last_attested,
  COLLECT { MATCH (d:Decision)-[:OPENED]->(t) RETURN DISTINCT d.id AS id ORDER BY id } AS opened_by,
  COLLECT { MATCH (d:Decision)-[:CLOSED]->(t) RETURN DISTINCT d.id AS id ORDER BY id } AS closed_by,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote
ORDER BY coalesce(t.started_min, t.ended_min, t.ended_max), tenure_id
