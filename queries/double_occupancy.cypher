// title.vi: Chức vụ một người nào lại có hai người giữ cùng lúc?
// title.en: Which single-seat posts were held by two people at once?
// param at: day = null
// column post: text
// column person_a_id: text
// column person_a: text
// column person_b_id: text
// column person_b: text
// column overlap_from: day
// column overlap_to: day
// order: overlap_from, post, person_a, person_b, their ids
// example: at=null

// Sure days in full alone: from the latest day each can have begun to the earliest each can have ended. A pair shows
// once a post, with the first stretch of days they share (RULES 31).
MATCH (post:Post {seats: 1})<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
WHERE coalesce(t.capacity, 'full') = 'full' AND t.started_max IS NOT NULL
  AND (t.ended_min IS NULL OR t.started_max < t.ended_min)
  AND ($at IS NULL OR (t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min)))
WITH post, p, t.started_max AS start, t.ended_min AS end ORDER BY start, p.id
WITH post, collect({person: p, start: start, end: end}) AS held
WHERE size(held) > 1
UNWIND range(0, size(held) - 2) AS place
WITH post, held[place] AS a, held[place + 1..] AS later
UNWIND [b IN later WHERE b.person <> a.person AND (a.end IS NULL OR b.start < a.end)] AS b
WITH post, a.person AS a, b.person AS b, {
    start: b.start,
    end: CASE WHEN a.end <= b.end OR b.end IS NULL THEN a.end ELSE b.end END
  } AS shared
ORDER BY shared.start
WITH post, CASE WHEN a.id < b.id THEN [a.id, b.id] ELSE [b.id, a.id] END AS pair,
  head(collect({a: a, b: b})) AS first, collect(shared) AS spells
// Spells that touch are one.
WITH post, first.a AS a, first.b AS b, reduce(joined = head(spells), spell IN tail(spells) |
  CASE
    WHEN joined.end IS NULL OR joined.end < spell.start OR spell.end <= joined.end THEN joined
    ELSE {start: joined.start, end: spell.end}
  END) AS shared
RETURN post.title AS post, a.id AS person_a_id, a.name AS person_a, b.id AS person_b_id, b.name AS person_b,
  shared.start AS overlap_from, shared.end AS overlap_to
ORDER BY overlap_from, post, person_a, person_b, person_a_id, person_b_id
