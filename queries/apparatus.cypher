// title.vi: Bộ máy vào một ngày: cơ quan nào, ai đứng đầu?
// title.en: The apparatus on a day: which bodies, headed by whom?
// param at: day = today
// param organization: organization = null
// column organization: text
// column head: text
// column role: text
// column since: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: organization, rank of role, head, tenure_id
// example: at=2024-01-01 organization="Chính phủ"

// Heads in full; who acts for one is in `acting_holders`, a body without one in `bodies_without_head`.
// `organization` keeps that body and those below it on that day. `since`: the start as known.
CALL () {
  MATCH (o:Organization) WHERE $organization IS NULL
  RETURN o
  UNION
  MATCH (:Organization {id: $organization})
    (()<-[tie:PART_OF]-()
      WHERE coalesce(tie.started_min <= $at, true) AND coalesce($at < tie.ended_max, true)){0,12} (o:Organization)
  RETURN o
}
WITH o WHERE coalesce(o.exists_from <= $at, true) AND coalesce($at < o.exists_until, true)
MATCH (o)<-[:IN_BODY]-(post:Post)-[:OF_ROLE]->(r:Role {head: true})
MATCH (post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WHERE t.capacity = 'full' AND t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN o.name AS organization, p.name AS head, r.title_vi AS role,
  coalesce(t.started, toString(t.started_min)) AS since,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain' ELSE 'possible'
  END AS certainty,
  sources, quote
ORDER BY organization, o.id, r.rank, head, tenure_id
