// title.vi: Vào một ngày, ai cùng cơ quan với nhiều người nhất?
// title.en: On a day, who served with the most people?
// param at: day = today
// param limit: int = 20
// column person_id: text
// column person: text
// column n: int
// conclude: connections
// gather members: list
// order: n (falling), person, person_id
// example: at=2018-01-01 limit=5

// Each body of at most 60 sure members, with them; the rule counts whom each of them serves with (RULES 35).
MATCH (t:Tenure)
WHERE t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min)
MATCH (t)-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
MATCH (t)<-[:HELD]-(p:Person)
WITH o, collect(DISTINCT p) AS members
WHERE 2 <= size(members) <= 60
RETURN [p IN members | {id: p.id, name: p.name}] AS members
