// title.vi: Những quyết định nhân sự giữa hai ngày
// title.en: Personnel decisions between two days
// param from: day
// param to: day
// param issuer: organization = null
// param action: text = null
// column decision_id: text
// column number: text
// column issuer: text
// column date: text
// column person_id: text
// column person: text
// column direction: text
// column action: text
// column post: text
// order: date, decision_id, person, closed before opened, post
// example: from=2021-08-24 to=2021-08-31 action="phê chuẩn"

// Both days are inside (RULES 5); a decision dated by month or year counts if it can lie between them.
MATCH (d:Decision)-[act:OPENED|CLOSED]->(t:Tenure)-[:IN_POST]->(post:Post)
WHERE d.date_min <= $to AND d.date_max >= $from
  AND ($action IS NULL OR toLower(act.action) = toLower($action))
  AND ($issuer IS NULL OR EXISTS { (d)-[:ISSUED_BY]->(:Organization {id: $issuer}) })
MATCH (t)<-[:HELD]-(p:Person)
RETURN d.id AS decision_id, d.number AS number, d.issuer AS issuer, d.date AS date,
  p.id AS person_id, p.name AS person,
  CASE type(act) WHEN 'OPENED' THEN 'opened' ELSE 'closed' END AS direction,
  CASE act.action WHEN '' THEN null ELSE act.action END AS action, post.title AS post
ORDER BY d.date_min, decision_id, person, direction, post, t.id
