// title.vi: Quyết định này cho ai vào, cho ai thôi chức vụ gì?
// title.en: What did this decision give and take?
// param number: text
// param issuer: organization = null
// column decision_id: text
// column issuer: text
// column date: text
// column person_id: text
// column person: text
// column direction: text
// column action: text
// column post: text
// column quote: text
// order: date, decision_id, person, closed before opened, post
// example: number="1445/QĐ-TTg"

// All decisions that bear the number: it is no key (RULES 20, 27).
CALL db.index.fulltext.queryNodes('search', $number_sign_words) YIELD node AS d
WITH d
WHERE d:Decision
  AND (toUpper(replace(replace(d.number, ' ', ''), '–', '-')) = $number_sign OR d.search = $number_folded)
  AND ($issuer IS NULL OR EXISTS { (d)-[:ISSUED_BY]->(:Organization {id: $issuer}) })
OPTIONAL MATCH (d)-[act:OPENED|CLOSED]->(t:Tenure)-[:IN_POST]->(post:Post)
OPTIONAL MATCH (t)<-[:HELD]-(p:Person)
RETURN d.id AS decision_id, d.issuer AS issuer, d.date AS date, p.id AS person_id, p.name AS person,
  CASE type(act) WHEN 'OPENED' THEN 'opened' WHEN 'CLOSED' THEN 'closed' END AS direction,
  CASE act.action WHEN '' THEN null ELSE act.action END AS action, post.title AS post,
  head(COLLECT {
    MATCH (t)-[:RESTS_ON]->(c:Claim {decision: d.id})-[:STATED_IN]->(s:Source) WHERE c.quote IS NOT NULL
    RETURN c.quote ORDER BY (c.event = 'lose') = (type(act) = 'CLOSED') DESC, coalesce(c.action, '') = act.action DESC,
      s.published, s.id, c.id LIMIT 1
  }) AS quote
ORDER BY d.date_min, decision_id, person, direction, post, t.id
