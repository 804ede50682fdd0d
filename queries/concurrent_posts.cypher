// title.vi: Ai kiêm nhiệm nhiều chức vụ vào một ngày?
// title.en: Who held several posts at once on a day?
// param at: day = today
// param min: int = 2
// param independent: bool = true
// param organization: organization = null
// column person_id: text
// column person: text
// column n: int
// column n_possible: int
// column posts: list
// order: n + n_possible, n (both falling), person, person_id
// example: at=2022-01-01 min=3

CALL () {
  OPTIONAL MATCH (within:Organization)
    (()-[tie:PART_OF]->()
      WHERE coalesce(tie.started_min <= $at, true) AND coalesce($at < tie.ended_max, true)){0,12}
    (:Organization {id: $organization})
  RETURN collect(DISTINCT within.id) AS bodies
}
MATCH (p:Person)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)
WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
WITH bodies, p, post, t, t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) AS sure
ORDER BY sure DESC, t.started_min DESC, t.id
WITH bodies, p, post, head(collect({tenure: t, sure: sure})) AS best
WITH bodies, p, collect({post: post, id: post.id, tenure: best.tenure, sure: best.sure}) AS held
WHERE size(held) >= $min
// Leave out what another post implies that is held as surely (RULES 33).
CALL (held) {
  UNWIND held AS one
  WITH held, one, one.post AS post
  WHERE NOT $independent OR NOT EXISTS {
    MATCH (post)<-[:IMPLIES]-{1,4}(above:Post)
    WHERE above <> post AND any(other IN held WHERE other.id = above.id AND (other.sure OR NOT one.sure)
      AND coalesce(other.tenure.capacity, 'full') <> 'alternate')
  }
  WITH one, post, one.tenure AS t
  MATCH (post)-[:IN_BODY]->(o:Organization)
  MATCH (post)-[:OF_ROLE]->(r:Role)
  RETURN one.sure AS sure, t, o, r.title_vi AS role
}
WITH bodies, p, sure, t, o, role ORDER BY role, o.name, t.id
WITH bodies, p, collect({sure: sure, tenure: t, body: o, role: role}) AS kept
WHERE size(kept) >= $min AND ($organization IS NULL OR any(one IN kept WHERE one.body.id IN bodies))
CALL (kept) {
  UNWIND kept AS one
  WITH one, one.tenure AS t, one.body AS o
  CALL (t) {
    OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
    WITH c, s ORDER BY s.published, s.id, c.id
    RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
  }
  RETURN collect({
    role: one.role, organization: o.name, organization_id: o.id,
    tenure_id: t.id, started: t.started, ended: t.ended,
    certainty: CASE WHEN one.sure THEN 'certain' ELSE 'possible' END, sources: sources, quote: quote
  }) AS posts
}
RETURN p.id AS person_id, p.name AS person, size([one IN kept WHERE one.sure]) AS n,
  size([one IN kept WHERE NOT one.sure]) AS n_possible, posts
ORDER BY n + n_possible DESC, n DESC, person, person_id
