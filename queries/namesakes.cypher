// title.vi: Những ai cùng mang tên này?
// title.en: Who bears this name?
// param name: text
// column person_id: text
// column person: text
// column born: int
// column posts: list
// column verdict: text
// order: person, person_id
// example: name="Nguyễn Thị Hồng"

// `verdict` is the latest judgement on this person and another one of the list.
MATCH (p:Person) WHERE p.id IN $name_people
CALL (p) {
  OPTIONAL MATCH (p)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)
  WITH post, min(coalesce(t.started_min, t.ended_min, t.ended_max)) AS since ORDER BY since, post.title
  RETURN collect(post.title) AS posts
}
RETURN p.id AS person_id, p.name AS person, p.born AS born, posts,
  head(COLLECT {
    MATCH (p)-[j:JUDGED]-(other:Person) WHERE other.id IN $name_people AND other <> p
    RETURN j.verdict ORDER BY j.at DESC LIMIT 1
  }) AS verdict
ORDER BY person, person_id
