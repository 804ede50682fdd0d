// title.vi: Giữa hai ngày, ai bị kỷ luật mất chức?
// title.en: Who lost a post by discipline between two days?
// param from: day
// param to: day
// column person_id: text
// column person: text
// column action: text
// column post: text
// column issuer: text
// column date: text
// order: date (unknown last), person, person_id, post, action
// example: from=2022-06-01 to=2022-06-30

// One row an action (RULES 18): one person, the post that the claim names, told once or by many (RULES 8).
MATCH (c:Claim)
WHERE c.action IN ['cách chức', 'khai trừ', 'bãi nhiệm', 'đình chỉ', 'xóa tư cách', 'xoá tư cách']
  // A post that was left before is struck off, and not lost.
  AND (c.event = 'lose' OR (c.event = 'held' AND c.action IN ['xóa tư cách', 'xoá tư cách']))
MATCH (c)-[:ABOUT]->(p:Person)
MATCH (c)-[:STATED_IN]->(s:Source)
MATCH (post:Post {id: c.post})
WITH p, post, c, s ORDER BY size(coalesce(c.date, '')) DESC, s.published, c.id
WITH p, post, replace(c.action, 'xoá', 'xóa') AS action,
  collect({date: coalesce(c.date, ''), issuer: c.issuer, decision: c.decision, published: s.published}) AS told
// A month or a year agrees with a day within it: the most precise one is shown (RULES 3).
UNWIND range(0, size(told) - 1) AS place
WITH p, post, action, told, told[place] AS one, told[..place] AS finer
WHERE none(other IN finer WHERE other.date STARTS WITH one.date OR other.decision = one.decision)
// Both days are inside (RULES 5); a month or a year counts if it can lie between them, an undated action by the day
// of publication of the source that told of it first.
WITH p, post, action, one.date AS date, one.published AS published,
  head([other IN told WHERE one.date STARTS WITH other.date AND other.issuer IS NOT NULL | other.issuer]) AS issuer
WHERE CASE
  WHEN date = '' THEN $from <= published AND published <= $to
  ELSE left(toString($from), size(date)) <= date AND date <= left(toString($to), size(date))
END
RETURN p.id AS person_id, p.name AS person, action, post.title AS post, issuer, nullIf(date, '') AS date
ORDER BY date, person, person_id, post, action
