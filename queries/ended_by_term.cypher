// title.vi: Hết nhiệm kỳ, ai không còn ở cơ quan này?
// title.en: Who left this body with the end of a term?
// param organization: organization
// param term: text
// column person_id: text
// column person: text
// column post: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// conclude: term
// gather person_id: text
// gather person: text
// gather post: text
// gather tenure_id: text
// gather started: text
// gather ended: text
// gather certainty: text
// gather sources: int
// gather quote: text
// gather term: text
// gather ended_basis: text
// gather next_terms: list
// order: heads first, rank of role, person, tenure_id
// example: organization="Ban Chấp hành Trung ương Đảng" term="khóa XII"

// Whose tenure ended with its term: concluded so, or stated by a source for a day on which tenures of a later term
// begin in the body. The rule compares terms in whatever form they are printed.
MATCH (o:Organization {id: $organization})
CALL (o) {
  MATCH (o)<-[:IN_BODY]-(:Post)<-[:IN_POST]-(new:Tenure)
  WHERE new.term IS NOT NULL AND new.started IS NOT NULL
  WITH DISTINCT new.term AS term, new.started_min AS least, new.started_max AS most
  RETURN collect({term: term, least: least, most: most}) AS begun
}
MATCH (o)<-[:IN_BODY]-(post:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WHERE t.term IS NOT NULL AND t.ended_basis IN ['term', 'stated'] AND t.ended_max IS NOT NULL
  // Who has a post in the body that day, be it an implied one, goes on in it (RULES 9, 17).
  AND NOT EXISTS {
    MATCH (o)<-[:IN_BODY]-(:Post)<-[above:IMPLIES]-{0,4}(:Post)<-[:IN_POST]-(own:Tenure)<-[:HELD]-(p)
    WHERE own <> t AND own.started_min <= t.ended_max AND (own.ended_max IS NULL OR t.ended_max < own.ended_max)
      AND (size(above) = 0 OR coalesce(own.capacity, 'full') <> 'alternate')
  }
MATCH (post)-[:OF_ROLE]->(r:Role)
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, post.title AS post,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $today AND (t.ended_min IS NULL OR $today < t.ended_min) THEN 'certain'
    WHEN t.started_min <= $today AND (t.ended_max IS NULL OR $today < t.ended_max) THEN 'possible'
  END AS certainty,
  sources, quote, t.term AS term, t.ended_basis AS ended_basis,
  [new IN begun WHERE new.least <= t.ended_max AND t.ended_min <= new.most | new.term] AS next_terms
ORDER BY coalesce(r.head, false) DESC, r.rank, person, tenure_id
