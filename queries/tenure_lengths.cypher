// title.vi: Chức vụ này thường được giữ bao lâu?
// title.en: How long is this post usually held?
// param role: role
// param organization: organization = null
// column n: int
// column open: int
// column median_days: float
// column q1_days: float
// column q3_days: float
// order: one row
// example: role="Bộ trưởng"

// Closed tenures of which both bounds are known, in every capacity: from the middle of the start's interval to the
// middle of the end's (RULES 33). Open ones are those that nothing ends. Who is known from attestations alone
// began on an unknown day, and a start after its end is a contradiction: neither has a length.
MATCH (:Role {id: $role})<-[:OF_ROLE]-(post:Post)-[:IN_BODY]->(o:Organization)
WHERE $organization IS NULL OR o.id = $organization
MATCH (post)<-[:IN_POST]-(t:Tenure)
WITH t, CASE
    WHEN t.started IS NOT NULL AND t.started_min <= t.ended_max
    THEN duration.inDays(t.started_min, t.ended_min).days
      + (duration.inDays(t.ended_min, t.ended_max).days - duration.inDays(t.started_min, t.started_max).days) / 2.0
  END AS days
WITH t, CASE WHEN days < 0 THEN 0.0 ELSE days END AS days
RETURN count(days) AS n, count(CASE WHEN t.ended_max IS NULL THEN t END) AS open,
  percentileCont(days, 0.5) AS median_days,
  percentileCont(days, 0.25) AS q1_days,
  percentileCont(days, 0.75) AS q3_days
ORDER BY n
