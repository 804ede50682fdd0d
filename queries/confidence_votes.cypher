// title.vi: Kết quả lấy phiếu tín nhiệm
// title.en: Results of confidence votes
// param organization: organization = null
// column date: text
// column body: text
// column level: text
// column subjects: int
// column person_id: text
// column person: text
// column high: int
// column medium: int
// column low: int
// column wording: text
// order: date, body, person, person_id
// example: organization="Quốc hội"

// The body is the one that voted; a vote whose subjects no source names is one row (RULES 18).
MATCH (v:ConfidenceVote)-[:IN_BODY]->(o:Organization)
WHERE $organization IS NULL OR o.id = $organization
OPTIONAL MATCH (v)-[rated:RATED]->(:Tenure)<-[:HELD]-(p:Person)
RETURN v.date AS date, o.name AS body, v.level AS level, v.subjects AS subjects,
  p.id AS person_id, p.name AS person,
  rated.high AS high, rated.medium AS medium, rated.low AS low, v.wording AS wording
ORDER BY v.date_min, body, person, person_id, v.id
