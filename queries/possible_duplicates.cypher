// title.vi: Những ai có thể là một người?
// title.en: Who may be one person?
// param limit: int = 100
// column person_a_id: text
// column person_a: text
// column person_b_id: text
// column person_b: text
// column score: float
// column reasons: list
// order: score, falling; then person_a, person_b, their ids
// example: limit=20

// The pairs that no rule joins and nobody has judged yet (RULES 26); `graph/identity/compare.py` weighs them.
MATCH (a:Person)-[like:MAYBE_SAME]->(b:Person)
RETURN a.id AS person_a_id, a.name AS person_a, b.id AS person_b_id, b.name AS person_b, like.score AS score,
  like.reasons AS reasons
ORDER BY score DESC, person_a, person_b, person_a_id, person_b_id
LIMIT $limit
