// title.vi: Giữa hai ngày, ai nhận chức, ai thôi chức, ai giữ tiếp theo cách khác?
// title.en: Between two days, which tenures began, ended or went on in another way?
// param from: day
// param to: day
// param organization: organization = null
// column kind: text
// column person_id: text
// column person: text
// column post: text
// column on: text
// order: first day it can be on, kind, person, person_id, post
// example: from=2016-04-01 to=2016-04-30 organization="Chính phủ"

// Both days are inside (RULES 5); a start or end known by month or year counts if it can lie between them. Who goes on
// in the same post, for another term or in another capacity, is `changed`: one row instead of an end and a start.
CALL () {
  WITH $organization AS organization WHERE organization IS NULL
  MATCH (t:Tenure)
  WHERE t.started_min <= $to AND t.started_max >= $from AND t.started IS NOT NULL
  RETURN t, 'added' AS kind
  UNION ALL
  WITH $organization AS organization WHERE organization IS NULL
  MATCH (t:Tenure)
  WHERE t.ended_min <= $to AND t.ended_max >= $from
  RETURN t, 'ended' AS kind
  UNION ALL
  MATCH (:Organization {id: $organization})<-[:IN_BODY]-(:Post)<-[:IN_POST]-(t:Tenure)
  WHERE t.started_min <= $to AND t.started_max >= $from AND t.started IS NOT NULL
  RETURN t, 'added' AS kind
  UNION ALL
  MATCH (:Organization {id: $organization})<-[:IN_BODY]-(:Post)<-[:IN_POST]-(t:Tenure)
  WHERE t.ended_min <= $to AND t.ended_max >= $from
  RETURN t, 'ended' AS kind
}
MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(post:Post)
WITH p, t, post, kind, CASE kind
    WHEN 'added' THEN EXISTS {
      MATCH (p)-[:HELD]->(old:Tenure)-[:IN_POST]->(post)
      WHERE old <> t AND (old.ended = t.started OR old.ended_max = t.started_max) AND old.ended_min IS NOT NULL
    }
    ELSE EXISTS {
      MATCH (p)-[:HELD]->(new:Tenure)-[:IN_POST]->(post)
      WHERE new <> t AND new.started IS NOT NULL AND (t.ended = new.started OR t.ended_max = new.started_max)
    }
  END AS goes_on
WHERE kind = 'added' OR NOT goes_on
WITH p, t, post, CASE WHEN goes_on THEN 'changed' ELSE kind END AS kind
RETURN kind, p.id AS person_id, p.name AS person, post.title AS post,
  CASE kind WHEN 'ended' THEN t.ended ELSE t.started END AS on
ORDER BY CASE kind WHEN 'ended' THEN t.ended_min ELSE t.started_min END, kind, person, person_id, post, t.id
