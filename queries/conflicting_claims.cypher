// title.vi: Các nguồn nói khác nhau ở đâu về một chức vụ đã giữ?
// title.en: Where do sources contradict each other about a tenure?
// param person: person = null
// column tenure_id: text
// column field: text
// column values: list
// column sources: list
// conclude: conflicts
// gather tenure_id: text
// gather claims: list
// order: tenure_id, field; values by value, with the source of each at its place
// example: person=null

// The tenures whose claims may contradict each other, with these: a bound wider than the date that shows, an opening
// told of what was attested before, several terms. The rule looks at what the claims say (RULES 3, 8).
CALL () {
  WITH $person AS person WHERE person IS NULL
  MATCH (t:Tenure)
  RETURN t
  UNION ALL
  MATCH (:Person {id: $person})-[:HELD]->(t:Tenure)
  RETURN t
}
WITH t
WHERE NOT toString(t.started_min) STARTS WITH t.started
  OR NOT toString(t.started_max) STARTS WITH t.started
  OR t.started IS NULL
  OR t.ended_min < date(t.ended)
  OR (t.ended IS NOT NULL AND t.ended_min IS NULL)
  OR t.ended_max > date(t.ended) + CASE size(t.ended)
      WHEN 4 THEN duration({years: 1})
      WHEN 7 THEN duration({months: 1})
      ELSE duration({days: 0})
    END
  OR t.term CONTAINS ', '
MATCH (t)-[:IN_POST]->(post:Post)
WITH t, COLLECT {
  MATCH (t)-[:RESTS_ON]->(c:Claim {post: post.id})-[:STATED_IN]->(s:Source)
  RETURN {claim: c, source: s.id, published: s.published, title: coalesce(s.title, s.url, s.id)} AS claim
  ORDER BY s.published, s.id, c.id
} AS claims
WHERE size(claims) > 1
RETURN t.id AS tenure_id, claims
ORDER BY tenure_id
