// title.vi: Ai cùng lúc ở cả hai cơ quan này?
// title.en: Who sat in both of these bodies on a day?
// param a: organization
// param b: organization
// param at: day = today
// column person_id: text
// column person: text
// column role_a: text
// column role_b: text
// order: person, person_id
// example: a="Bộ Chính trị" b="Chính phủ" at=2018-01-01

// Members by an implying post count (RULES 17); of several roles in one body the leading one is shown.
UNWIND [$a, $b] AS id
CALL (id) {
  MATCH (:Organization {id: id})<-[:IN_BODY]-(:Post)<-[above:IMPLIES]-{0,4}(post:Post)
  MATCH (post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
    AND (size(above) = 0 OR coalesce(t.capacity, 'full') <> 'alternate')
  MATCH (post)-[:OF_ROLE]->(r:Role)
  WITH p, r ORDER BY size(above), coalesce(r.head, false) DESC, r.rank, r.id
  RETURN p, head(collect(r.title_vi)) AS role
}
WITH p, collect({body: id, role: role}) AS roles
WITH p, head([one IN roles WHERE one.body = $a | one.role]) AS role_a,
  head([one IN roles WHERE one.body = $b | one.role]) AS role_b
WHERE role_a IS NOT NULL AND role_b IS NOT NULL
RETURN p.id AS person_id, p.name AS person, role_a, role_b
ORDER BY person, person_id
