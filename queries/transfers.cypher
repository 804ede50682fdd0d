// title.vi: Giữa hai ngày, cán bộ chuyển từ cấp nào, nơi nào sang đâu?
// title.en: Between which levels and places did people move between two days?
// param from: day
// param to: day
// param lineage: bool = false
// column from_level: text
// column to_level: text
// column from_place: text
// column to_place: text
// column n: int
// order: n, falling; then from_level, from_place, to_level, to_place
// example: from=2020-01-01 to=2021-12-31

// A move (RULES 19): a tenure ended in the period, both days inside, and the same person's next one in another body,
// begun within 90 days; partial dates count if they can. Who is only attested elsewhere began on an unknown day.
// `n` counts new posts: who leaves several posts of one level and place for it moves once.
MATCH (t:Tenure)
WHERE t.ended_min <= $to AND t.ended_max >= $from
MATCH (p:Person)-[:HELD]->(t)-[:IN_POST]->(:Post)-[:IN_BODY]->(a:Organization)
CALL (p, t, a) {
  MATCH (p)-[:HELD]->(after:Tenure)-[:IN_POST]->(post:Post)-[:IN_BODY]->(b:Organization)
  WHERE a <> b AND after.started_basis <> 'attested'
    AND after.started_max >= t.ended_min AND after.started_min <= t.ended_max + duration({days: 90})
  MATCH (post)-[:OF_ROLE]->(r:Role)
  WITH a, t, after, b, r, after.started_min < t.ended_min AS early
  WHERE NOT $lineage OR NOT (
    EXISTS {
      MATCH (a) (()<-[:CHANGED_FROM]-(c:OrgChange)-[:CHANGED_TO]->() WHERE c.kind <> 'transfer'){1,9} (b)
    }
    OR EXISTS {
      MATCH (a) (()<-[:CHANGED_TO]-(c:OrgChange)-[:CHANGED_FROM]->() WHERE c.kind <> 'transfer'){1,9} (b)
    }
  )
  RETURN after, b
  ORDER BY CASE WHEN early THEN t.ended_min ELSE after.started_min END, early,
    coalesce(r.head, false) DESC, r.rank, after.id
  LIMIT 1
}
WITH a, b, after
WHERE coalesce(a.level, '') <> coalesce(b.level, '') OR coalesce(a.place, '') <> coalesce(b.place, '')
RETURN a.level AS from_level, b.level AS to_level, a.place AS from_place, b.place AS to_place,
  count(DISTINCT after) AS n
ORDER BY n DESC, from_level, from_place, to_level, to_place
