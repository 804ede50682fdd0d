// title.vi: Hai người nối với nhau qua những ai?
// title.en: Through whom are two people connected?
// param a: person
// param b: person
// param at: day = null
// param max_size: int = 60
// column hops: int
// column path: list
// conclude: path
// bound people: list
// bound seen: list
// gather person_id: text
// gather person: text
// gather organization_id: text
// gather organization: text
// gather start: day
// gather end: day
// order: one row, the shortest path
// example: a="Vũ Việt Trang" b="Đinh La Thăng"

// The rule asks this for the people reached so far: their bodies not seen yet, and who served there.
MATCH (near:Person)-[:HELD]->(:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
WHERE near.id IN $people AND NOT o.id IN $seen
WITH DISTINCT o
MATCH (o)<-[:IN_BODY]-(:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WHERE t.started_max IS NOT NULL
RETURN p.id AS person_id, p.name AS person, o.id AS organization_id, o.name AS organization,
  t.started_max AS start, t.ended_min AS end
