// title.vi: Cơ quan này có những đơn vị nào vào một ngày?
// title.en: Which bodies stood under this one on a day?
// param organization: organization
// param at: day = today
// column organization_id: text
// column organization: text
// column parent_id: text
// column depth: int
// column head: text
// order: depth, organization, organization_id
// example: organization="Chính phủ" at=2024-01-01

// A body tied to several others shows once, under the nearest to the root.
MATCH (root:Organization {id: $organization})
WHERE coalesce(root.exists_from <= $at, true) AND coalesce($at < root.exists_until, true)
CALL (root) {
  MATCH way = (root) ((parent)<-[tie:PART_OF]-(child)
    WHERE coalesce(tie.started_min <= $at, true) AND coalesce($at < tie.ended_max, true)
      AND coalesce(child.exists_from <= $at, true) AND coalesce($at < child.exists_until, true)
    ){0,12} (o:Organization)
  WITH o, length(way) AS depth, parent[-1].id AS parent_id, coalesce(tie[-1].kind, 'structural') AS kind
  ORDER BY depth, CASE kind WHEN 'structural' THEN 0 WHEN 'organ' THEN 1 ELSE 2 END, parent_id
  WITH o, head(collect({depth: depth, parent_id: parent_id})) AS place
  RETURN o, place.depth AS depth, place.parent_id AS parent_id
}
RETURN o.id AS organization_id, o.name AS organization, parent_id, depth,
  head(COLLECT {
    MATCH (o)<-[:IN_BODY]-(post:Post)-[:OF_ROLE]->(r:Role {head: true})
    MATCH (post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
    WHERE t.capacity = 'full' AND t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
    RETURN p.name
    ORDER BY t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) DESC,
      r.rank, t.started_min DESC, p.id
    LIMIT 1
  }) AS head
ORDER BY depth, organization, organization_id
