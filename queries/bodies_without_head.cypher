// title.vi: Cơ quan nào không có người đứng đầu vào một ngày?
// title.en: Which bodies had no head on a day?
// param at: day = today
// param level: text = null
// column organization_id: text
// column organization: text
// column since: text
// column last_head: text
// column covered_by: text
// order: longest without a head first (unknown last), organization, organization_id
// example: at=2022-07-01

// A body that exists that day, with a head's single seat once held that nobody holds in full (RULES 16).
// Where somebody may hold it in full, by partial dates or since an unknown day, the body may have a head: not listed.
MATCH (r:Role {head: true})<-[:OF_ROLE]-(post:Post {seats: 1})-[:IN_BODY]->(o:Organization)
WHERE ($level IS NULL OR o.level = $level)
  AND coalesce(o.exists_from <= $at, true) AND coalesce($at < o.exists_until, true)
  AND EXISTS {
    MATCH (post)<-[:IN_POST]-(t:Tenure) WHERE t.started_min <= $at OR t.ended_max <= $at
  }
  AND NOT EXISTS {
    MATCH (post)<-[:IN_POST]-(t:Tenure {capacity: 'full'})
    WHERE coalesce(t.started_min <= $at, true) AND coalesce($at < t.ended_max, true)
  }
CALL (post) {
  OPTIONAL MATCH (post)<-[:IN_POST]-(t:Tenure {capacity: 'full'}) WHERE t.ended_max <= $at
  RETURN t AS last ORDER BY t.ended_max DESC, t.ended_min DESC, t.id LIMIT 1
}
// Another head's post stands for it: of the same rank or a higher one and held, or taken once this one was left,
// as where the body got another title for its head.
WITH o, post, r, last
WHERE NOT EXISTS {
  MATCH (o)<-[:IN_BODY]-(other:Post)-[:OF_ROLE]->(led:Role {head: true})
  MATCH (other)<-[:IN_POST]-(t:Tenure {capacity: 'full'})
  WHERE other <> post AND coalesce(t.started_min <= $at, true) AND (
    t.started_max >= last.ended_min
    OR (coalesce($at < t.ended_max, true) AND coalesce(led.rank <= r.rank, true))
  )
}
WITH o, post, r, last ORDER BY r.rank, last.ended_max DESC, post.id
WITH o, head(collect({post: post, role: r, last: last})) AS seat
WITH o, seat.post AS post, seat.role AS r, seat.last AS last
// Its cover acts in the post or is in charge of it, or is a deputy in charge: of the head whose deputy the title
// says, else of any (RULES 15). Certain ones first, then the latest.
CALL (post, o, r) {
  MATCH (o)<-[:IN_BODY]-(seat:Post)<-[:IN_POST]-(t:Tenure)<-[:HELD]-(p:Person)
  WHERE t.capacity IN ['acting', 'in_charge'] AND t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
  MATCH (seat)-[:OF_ROLE]->(d:Role)
  WHERE seat = post OR (
    t.capacity = 'in_charge' AND NOT coalesce(d.head, false) AND (
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
RETURN o.id AS organization_id, o.name AS organization,
  coalesce(last.ended, CASE WHEN last.ended_min = last.ended_max THEN toString(last.ended_min) END) AS since,
  head(COLLECT { MATCH (p:Person)-[:HELD]->(last) RETURN p.name }) AS last_head,
  reduce(said = covers[0], name IN covers[1..] | said + '; ' + name) AS covered_by
ORDER BY last.ended_max, organization, organization_id
