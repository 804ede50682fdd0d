// title.vi: Vào một ngày, ai cùng cơ quan với người này?
// title.en: On a day, who served in the same bodies as this person?
// param person: person
// param at: day = today
// column person_id: text
// column person: text
// column organization: text
// column role: text
// column since: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// order: organization, heads first, rank of role, person, tenure_id
// example: person="Vũ Việt Trang" at=2020-01-01

// `since`: the later of the two starts, as known.
MATCH (me:Person {id: $person})-[:HELD]->(mine:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
WHERE mine.started_min <= $at AND (mine.ended_max IS NULL OR $at < mine.ended_max)
WITH me, o, mine ORDER BY mine.started_min, mine.id
WITH me, o, head(collect(mine)) AS mine
MATCH (o)<-[:IN_BODY]-(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WHERE p <> me AND t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
MATCH (post)-[:OF_ROLE]->(r:Role)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, o.name AS organization, r.title_vi AS role,
  CASE WHEN t.started_min >= mine.started_min THEN coalesce(t.started, toString(t.started_min))
    ELSE coalesce(mine.started, toString(mine.started_min)) END AS since,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain' ELSE 'possible'
  END AS certainty,
  sources, quote
ORDER BY organization, coalesce(r.head, false) DESC, r.rank, person, tenure_id
