// title.vi: Chức vụ nào còn chờ miễn nhiệm ở nơi cũ, chờ bầu hoặc chờ phê chuẩn?
// title.en: Which posts still await a relief elsewhere, an election or an approval?
// param at: day = today
// column person_id: text
// column person: text
// column post: text
// column step: text
// column since: text
// column awaits: text
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// conclude: kinds
// bound party: list
// gather person_id: text
// gather person: text
// gather post: text
// gather step: text
// gather since: text
// gather awaits: text
// gather tenure_id: text
// gather started: text
// gather ended: text
// gather certainty: text
// gather sources: int
// gather quote: text
// order: since, person, person_id, tenure_id
// example: at=2021-08-22

// Elected: chairs and vice-chairs of a People's Committee or Council wait for `phê chuẩn`, those elected in the Party
// below the centre for `chuẩn y`; any other act that gives the post, surely done by that day, ends the waiting.
// Assigned: a post in another body, held before and still surely held; a mere seat in a committee or assembly goes on,
// and so does what stands beside the new post in one house (`Bộ Y tế`, `Đảng ủy Bộ Y tế`).
MATCH (c:Claim)-[:STATED_IN]->(s:Source)
WHERE (c.action IN ['bầu', 'bầu bổ sung', 'phân công', 'điều động', 'luân chuyển']
    OR c.action STARTS WITH 'giới thiệu')
  AND c.event = 'gain'
WITH c, coalesce(c.date, toString(s.published)) AS day
WHERE day <= left(toString($at), size(day))
MATCH (c)<-[:RESTS_ON]-(t:Tenure)-[:IN_POST]->(post:Post {id: c.post})-[:IN_BODY]->(o:Organization)
WHERE t.started_min <= $at AND (t.ended_max IS NULL OR $at < t.ended_max)
WITH t, post, o, day, CASE
    WHEN c.action STARTS WITH 'bầu' THEN 'elected'
    WHEN c.action STARTS WITH 'giới thiệu' THEN 'introduced'
    ELSE 'assigned'
  END AS step
ORDER BY size(day) DESC, day
WITH t, post, o, step, head(collect(day)) AS since
WHERE step = 'assigned' OR NOT EXISTS {
  MATCH (t)-[:RESTS_ON]->(done:Claim {event: 'gain', post: post.id})-[:STATED_IN]->(told:Source)
  WITH done, coalesce(done.date, toString(told.published)) AS day
  WHERE day < left(toString($at + duration({days: 1})), size(day)) AND NOT done.action STARTS WITH 'giới thiệu'
    AND (step = 'introduced' OR NOT done.action IN ['bầu', 'bầu bổ sung', 'phân công', 'điều động', 'luân chuyển'])
}
MATCH (post)-[:OF_ROLE]->(r:Role)
MATCH (p:Person)-[:HELD]->(t)
WITH p, t, post, step, since, CASE step
    WHEN 'introduced' THEN 'bầu'
    WHEN 'assigned' THEN 'thôi giữ chức ' + reduce(named = null, title IN COLLECT {
      MATCH (p)-[:HELD]->(old:Tenure)-[:IN_POST]->(before:Post)-[:IN_BODY]->(left:Organization)
      WHERE left <> o AND NOT o.name CONTAINS left.name AND NOT left.name CONTAINS o.name
        AND old.started_max < t.started_min AND (old.ended_min IS NULL OR $at < old.ended_min)
      MATCH (before)-[:OF_ROLE]->(held:Role)
      WHERE NOT any(seat IN ['Ủy viên', 'Thành viên', 'Đại biểu', 'Đảng viên'] WHERE held.title_vi STARTS WITH seat)
      RETURN DISTINCT before.title AS title ORDER BY title
    } | coalesce(named + '; ', '') + title)
    ELSE CASE
      WHEN o.kind IN $party AND coalesce(o.level, '') <> 'central' THEN 'cấp ủy cấp trên chuẩn y'
      WHEN NOT (r.title_vi STARTS WITH 'Chủ tịch' OR r.title_vi STARTS WITH 'Phó Chủ tịch') THEN null
      WHEN o.kind = 'people_committee' AND o.level = 'province' THEN 'Thủ tướng phê chuẩn'
      WHEN o.kind = 'people_committee' THEN 'Chủ tịch Ủy ban nhân dân cấp trên phê chuẩn'
      WHEN o.kind = 'council' AND o.level = 'province' THEN 'Ủy ban Thường vụ Quốc hội phê chuẩn'
      WHEN o.kind = 'council' AND o.level IN ['district', 'commune']
        THEN 'Thường trực Hội đồng nhân dân cấp trên phê chuẩn'
    END
  END AS awaits
WHERE awaits IS NOT NULL
ORDER BY CASE step WHEN 'elected' THEN 0 WHEN 'introduced' THEN 1 ELSE 2 END
WITH p, t, post, head(collect({step: step, since: since, awaits: awaits})) AS limbo
CALL (t) {
  OPTIONAL MATCH (t)-[:RESTS_ON]->(c:Claim)-[:STATED_IN]->(s:Source)
  WITH c, s ORDER BY s.published, s.id, c.id
  RETURN count(DISTINCT coalesce(c.copy_of, s.id)) AS sources, head(collect(c.quote)) AS quote
}
RETURN p.id AS person_id, p.name AS person, post.title AS post,
  limbo.step AS step, limbo.since AS since, limbo.awaits AS awaits,
  t.id AS tenure_id, t.started AS started, t.ended AS ended,
  CASE
    WHEN t.started_max <= $at AND (t.ended_min IS NULL OR $at < t.ended_min) THEN 'certain' ELSE 'possible'
  END AS certainty,
  sources, quote
ORDER BY since, person, person_id, tenure_id
