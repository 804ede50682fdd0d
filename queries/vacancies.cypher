// title.vi: Chức vụ nào để trống vào một ngày?
// title.en: Which posts were vacant on a day?
// param at: day = today
// column post_id: text
// column post: text
// column since: text
// column days: int
// column covered_by: text
// order: longest vacant first (unknown last), post, post_id
// example: at=2022-07-01

// A post once held, with one seat, in a body that exists that day, which nobody holds in full (RULES 16).
// Where somebody may hold it in full, by partial dates or since an unknown day, it is not surely vacant: not listed.
MATCH (post:Post {seats: 1})-[:IN_BODY]->(o:Organization)
WHERE coalesce(o.exists_from <= $at, true) AND coalesce($at < o.exists_until, true)
  AND EXISTS {
    MATCH (post)<-[:IN_POST]-(t:Tenure) WHERE t.started_min <= $at OR t.ended_max <= $at
  }
  AND NOT EXISTS {
    MATCH (post)<-[:IN_POST]-(t:Tenure {capacity: 'full'})
    WHERE coalesce(t.started_min <= $at, true) AND coalesce($at < t.ended_max, true)
  }
MATCH (post)-[:OF_ROLE]->(r:Role)
CALL (post) {
  OPTIONAL MATCH (post)<-[:IN_POST]-(t:Tenure {capacity: 'full'}) WHERE t.ended_max <= $at
  RETURN t AS last ORDER BY t.ended_max DESC, t.ended_min DESC, t.id LIMIT 1
}
// Its cover acts in the post or is in charge of it; a head's may be a deputy in charge, of the head whose deputy
// the title says, else of any (RULES 15). Certain ones first, then the latest.
CALL (post, o, r) {
  MATCH (o)<-[:IN_BODY]-(seat:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.capacity IN ['acting', 'in_charge'] AND t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
  MATCH (seat)-[:OF_ROLE]->(d:Role)
  WHERE seat = post OR (
    r.head AND t.capacity = 'in_charge' AND NOT coalesce(d.head, false) AND (
      toLower(d.title_vi) STARTS WITH 'phó ' + toLower(r.title_vi)
      OR NOT EXISTS {
        MATCH (o)<-[:IN_BODY]-(:Post)-[:OF_ROLE]->(led:Role {head: true})
        WHERE toLower(d.title_vi) STARTS WITH 'phó ' + toLower(led.title_vi)
      }
    )
  )
  WITH p, t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) AS sure, t
  ORDER BY sure DESC, t.started_min DESC, t.id
  RETURN collect(DISTINCT p.name) AS covers
}
RETURN post.id AS post_id, post.title AS post,
  coalesce(last.ended, CASE WHEN last.ended_min = last.ended_max THEN toString(last.ended_min) END) AS since,
  CASE WHEN last.ended_min = last.ended_max THEN duration.inDays(last.ended_min, $at).days END AS days,
  reduce(said = covers[0], name IN covers[1..] | said + '; ' + name) AS covered_by
ORDER BY last.ended_max, post, post_id
