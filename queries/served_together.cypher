// title.vi: Hai người này từng cùng ở cơ quan nào, bao lâu?
// title.en: In which bodies did these two serve together, and how long?
// param person_a: person
// param person_b: person
// column organization: text
// column overlap_from: day
// column overlap_to: day
// column days: int
// order: overlap_from, organization
// example: person_a="Vũ Việt Trang" person_b="Nguyễn Đức Lợi"

// Sure days only: from the latest day each can have begun to the earliest each can have ended.
MATCH (:Person {id: $person_a})-[:HELD]->(a:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o:Organization)
MATCH (:Person {id: $person_b})-[:HELD]->(b:Tenure)-[:IN_POST]->(:Post)-[:IN_BODY]->(o)
WITH o,
  CASE WHEN a.started_max >= b.started_max THEN a.started_max ELSE b.started_max END AS start,
  CASE WHEN a.ended_min <= b.ended_min OR b.ended_min IS NULL THEN a.ended_min ELSE b.ended_min END AS end,
  a.started_max IS NOT NULL AND b.started_max IS NOT NULL AS dated
WHERE dated AND (end IS NULL OR start < end)
WITH o, start, end ORDER BY start
WITH o, collect({start: start, end: end}) AS spells
// Spells that touch are one.
WITH o, reduce(joined = [], spell IN spells |
  CASE
    WHEN size(joined) = 0 OR joined[-1].end < spell.start THEN joined + [spell]
    WHEN joined[-1].end IS NULL OR spell.end <= joined[-1].end THEN joined
    ELSE joined[..-1] + [{start: joined[-1].start, end: spell.end}]
  END) AS spells
UNWIND spells AS spell
WITH o, spell, duration.inDays(spell.start, coalesce(spell.end, $today)).days AS days
RETURN o.name AS organization, spell.start AS overlap_from, spell.end AS overlap_to,
  CASE WHEN days < 0 THEN 0 ELSE days END AS days
ORDER BY overlap_from, organization, o.id
