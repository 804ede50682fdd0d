// title.vi: Ai cùng lúc giữ chức vụ Đảng và chức vụ chính quyền ở một nơi?
// title.en: Who held a Party post and a State post in one place at once?
// param at: day = today
// param level: text = null
// column person_id: text
// column person: text
// column party_post: text
// column state_post: text
// column place: text
// conclude: kinds
// bound party: list
// bound state: list
// gather person_id: text
// gather person: text
// gather party_post: text
// gather state_post: text
// gather place: text
// order: place (central bodies last), person, person_id, party_post, state_post
// example: at=2022-01-01

// The rule fills in which kinds of bodies are the Party's and which the State's. Central bodies have no place: they are
// of one place with each other. What another post held as surely implies is left out (RULES 17, 33).
MATCH (t:Tenure)
WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
MATCH (t)-[:IN_POST]->(post:Post)-[:IN_BODY]->(o:Organization)
WHERE (o.kind IN $party OR o.kind IN $state) AND coalesce(o.level = $level, true)
MATCH (t)<-[:HELD]-(p:Person)
WITH p, collect({
    tenure: t, post: post, party: o.kind IN $party, place: o.place, level: o.level,
    sure: t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min)
  }) AS held
WHERE size(held) > 1
UNWIND [one IN held WHERE one.party] AS above
UNWIND [one IN held WHERE NOT one.party AND coalesce(one.level = above.level, true)
  AND coalesce(one.level, above.level, '') = coalesce($level, one.level, above.level, '')
  AND coalesce(one.place = above.place, one.place IS NULL AND above.place IS NULL
    AND one.level = 'central' AND above.level = 'central')] AS beside
WITH p, above, beside
WHERE NOT EXISTS {
  UNWIND [above, beside] AS one
  WITH one, one.post AS post
  MATCH (post)<-[:IMPLIES]-{1,4}(higher:Post)<-[:IN_POST]-(other:Tenure)<-[:HELD]-(p)
  WHERE higher <> post AND other.started_min <= $at AND (other.ended_max IS NULL OR $at < other.ended_max)
    AND coalesce(other.capacity, 'full') <> 'alternate'
    AND (NOT one.sure OR (other.started_max <= $at AND (other.ended_min IS NULL OR $at < other.ended_min)))
}
WITH DISTINCT p, above.post AS above, beside.post AS beside, above.place AS place
RETURN p.id AS person_id, p.name AS person, above.title AS party_post, beside.title AS state_post, place
ORDER BY place, person, person_id, party_post, state_post, above.id, beside.id
