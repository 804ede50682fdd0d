// title.vi: Giữa hai ngày, ai vào, ai ra, ai ở lại cơ quan này?
// title.en: Between two days, who joined, left or stayed in this body?
// param organization: organization
// param from: day
// param to: day
// param lineage: bool = false
// column person_id: text
// column person: text
// column change: text
// column role: text
// column on: text
// order: joined, left, role, stayed; then person, person_id
// example: organization="Bộ Chính trị" from=2015-06-01 to=2022-06-01

// The rosters of the two days, with members by an implying post (RULES 5, 17).
// What came and went between does not show.
MATCH (named:Organization {id: $organization})
CALL (named) {
  RETURN named AS o
  UNION
  MATCH (named) (()<-[:CHANGED_FROM]-(c:OrgChange)-[:CHANGED_TO]->()
    WHERE $lineage AND c.kind <> 'transfer'){1,9} (o:Organization)
  RETURN o
  UNION
  MATCH (named) (()<-[:CHANGED_TO]-(c:OrgChange)-[:CHANGED_FROM]->()
    WHERE $lineage AND c.kind <> 'transfer'){1,9} (o:Organization)
  RETURN o
}
UNWIND [$from, $to] AS day
CALL (o, day) {
  MATCH (o)<-[:IN_BODY]-(:Post)<-[above:IMPLIES]-{0,4}(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.started_min <= day AND (t.ended_max IS NULL OR day < t.ended_max)
    AND (size(above) = 0 OR coalesce(t.capacity, 'full') <> 'alternate')
  MATCH (post)-[:OF_ROLE]->(r:Role)
  RETURN p, t, r, size(above) AS implied
}
WITH p, day, t, r, min(implied) AS implied
WITH p, day, t, r, implied
ORDER BY implied > 0, coalesce(r.head, false) DESC, r.rank, t.started_min, t.id
WITH p, collect({day: day, role: r.title_vi, tenure: t, implied: implied > 0}) AS seats
WITH p, [seat IN seats WHERE seat.day = $from] AS first, [seat IN seats WHERE seat.day = $to] AS last
// An implied seat shows only for who has none of their own.
WITH p,
  CASE WHEN first[0].implied THEN first[..1] ELSE [seat IN first WHERE NOT seat.implied] END AS first,
  CASE WHEN last[0].implied THEN last[..1] ELSE [seat IN last WHERE NOT seat.implied] END AS last
WITH p, first, last,
  [seat IN last WHERE NOT seat.role IN [old IN first | old.role]] AS gained,
  [seat IN first WHERE NOT seat.role IN [new IN last | new.role]] AS lost
WITH p, first, last, gained, lost,
  CASE
    WHEN size(first) = 0 THEN 'joined'
    WHEN size(last) = 0 THEN 'left'
    WHEN size(gained + lost) > 0 THEN 'role'
    ELSE 'stayed'
  END AS change
RETURN p.id AS person_id, p.name AS person, change,
  CASE change WHEN 'left' THEN first[0].role ELSE head(gained + last).role END AS role,
  CASE
    WHEN change = 'stayed' THEN null
    WHEN gained[0].tenure.started_max > $from THEN gained[0].tenure.started
    ELSE lost[0].tenure.ended
  END AS on
ORDER BY change, person, person_id
