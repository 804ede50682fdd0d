// title.vi: Cơ quan này đã đổi tên, sáp nhập, chia tách ra sao?
// title.en: How was this body renamed, merged or split?
// param organization: organization
// param lineage: bool = false
// column date: text
// column kind: text
// column before: list
// column after: list
// column decision: text
// order: date, id of the change
// example: organization="Ban Dân vận Trung ương"

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
MATCH (o)<-[:CHANGED_FROM|CHANGED_TO]-(c:OrgChange)
WITH DISTINCT c
// Names as printed then: after a rename both ends of the change are the same body.
RETURN c.date AS date, c.kind AS kind,
  COLLECT {
    MATCH (c)-[:RESTS_ON]->(row:Claim) WHERE row.before IS NOT NULL
    RETURN DISTINCT split(row.before, ' @ ')[0] AS name ORDER BY name
  } AS before,
  COLLECT {
    MATCH (c)-[:RESTS_ON]->(row:Claim) WHERE row.after IS NOT NULL
    RETURN DISTINCT split(row.after, ' @ ')[0] AS name ORDER BY name
  } AS after,
  c.number AS decision
ORDER BY c.date_min, c.id
