// title.vi: Tìm người, cơ quan, chức vụ, quyết định
// title.en: Find people, bodies, posts, decisions
// param text: text
// param limit: int = 20
// column id: text
// column kind: text
// column name: text
// column hint: text
// conclude: ranking
// gather id: text
// gather kind: text
// gather name: text
// gather names: list
// gather held: int
// gather hint: text
// order: exact name, tone key, folded, prefix; then posts held, falling; then id
// example: text="dang uy khoi"

// The index finds every node in which each word of the text starts a word; the nearest are handed on.
CALL db.index.fulltext.queryNodes('search', $text_prefixes) YIELD node AS n
WITH n, coalesce(n.name, n.title, n.number) AS name,
  CASE
    WHEN $text_exact IN n.exact_keys OR $text IN [n.title, n.number] THEN 0
    WHEN $text_tone IN n.tone_keys THEN 1
    WHEN n.search = $text_folded THEN 2
    WHEN n.search STARTS WITH $text_folded + ' ' OR n.search ENDS WITH ' ' + $text_folded THEN 2
    ELSE 3
  END AS level,
  CASE
    WHEN n:Person THEN COUNT { (n)-[:HELD]->(:Tenure) }
    WHEN n:Organization THEN COUNT { (n)<-[:IN_BODY]-(:Post)<-[:IN_POST]-(:Tenure) }
    WHEN n:Post THEN COUNT { (n)<-[:IN_POST]-(:Tenure) }
    ELSE COUNT { (n)-[:OPENED|CLOSED]->(:Tenure) }
  END AS held
ORDER BY level, held DESC, n.id
LIMIT $limit + 1000
RETURN n.id AS id,
  CASE
    WHEN n:Person THEN 'person'
    WHEN n:Organization THEN 'organization'
    WHEN n:Post THEN 'post'
    ELSE 'decision'
  END AS kind,
  name,
  [name] + coalesce(n.names, []) + CASE WHEN n.title IS NULL THEN [] ELSE [n.title] END AS names,
  held,
  CASE
    WHEN n:Person THEN head(COLLECT {
      MATCH (n)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)
      RETURN post.title ORDER BY coalesce(t.started_min, t.ended_min, t.ended_max) DESC, t.id LIMIT 1
    })
    WHEN n:Organization THEN coalesce(n.place, head(COLLECT {
      MATCH (n)-[:PART_OF]->(parent:Organization) RETURN parent.name ORDER BY parent.name LIMIT 1
    }))
    WHEN n:Post THEN head(COLLECT { MATCH (n)-[:IN_BODY]->(o:Organization) RETURN o.name })
    ELSE coalesce(n.issuer + ', ', '') + coalesce(n.date, '')
  END AS hint
