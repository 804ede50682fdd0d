"""Which body or role a parameter means (RULES 27): an id, else a name by levels.

`name @ parent` or `name @ place` tells two bodies of one name apart.
"""

from __future__ import annotations

from graph.catalog.candidates import refuse_ambiguous, refuse_unknown, years
from graph.catalog.levels import Named, find_first_level, looks_like_id
from graph.catalog.lucene import query_of_names
from graph.catalog.reading import Asks
from graph.errors import QuestionError
from graph.names import body_key, nfc, role_key, split_reference

_BY_ID = """
MATCH (o:Organization {id: $text}) RETURN o.id AS id
"""
_BY_NAME = """
CALL () {
  CALL db.index.fulltext.queryNodes('search', $words) YIELD node
  WITH node WHERE node:Organization
  RETURN node AS o
  UNION
  MATCH (o:Organization {key: $key}) RETURN o
}
WITH DISTINCT o
RETURN o.id AS id, o.key AS key, [o.name] + coalesce(o.names, []) AS names ORDER BY id
"""
_QUALIFIED = """
MATCH (o:Organization) WHERE o.id IN $ids
CALL (o) {
  OPTIONAL MATCH (o)-[:PART_OF]->(parent:Organization)
  RETURN collect([parent.name] + coalesce(parent.names, [])) AS parents
}
RETURN o.id AS id, reduce(names = [], borne IN parents | names + borne) + [o.place] AS names ORDER BY id
"""
_DESCRIBED = """
MATCH (o:Organization) WHERE o.id IN $ids
CALL (o) {
  OPTIONAL MATCH (o)-[:PART_OF]->(parent:Organization)
  WITH DISTINCT parent ORDER BY parent.name
  RETURN collect(parent.name) AS parents
}
CALL (o) {
  OPTIONAL MATCH (o)<-[:IN_BODY]-(post:Post)
  WITH post ORDER BY post.title, post.id
  RETURN collect(post.title)[..3] AS posts
}
RETURN o.id AS id, o.name AS name, o.place AS place, parents, posts,
  coalesce(o.founded, toString(o.exists_from)) AS founded,
  coalesce(o.dissolved, toString(o.exists_until)) AS dissolved
ORDER BY id
"""
_FORERUNNERS = """
MATCH (o:Organization {id: $organization})
  (()<-[:CHANGED_FROM|CHANGED_TO]-(:OrgChange)-[:CHANGED_FROM|CHANGED_TO]->()){0,9} (near)
RETURN DISTINCT near.id AS id
"""
_ROLES = """
MATCH (o:Organization)<-[:IN_BODY]-(:Post)-[:OF_ROLE]->(r:Role)
WHERE $bodies IS NULL OR o.id IN $bodies
RETURN DISTINCT r.id AS id, r.title_vi AS title, r.key AS key ORDER BY title, id
"""


def resolve_body(store: Asks, param: str, text: str) -> str:
    """Return the id of the one body a text means; raise QuestionError that lists the candidates."""
    if looks_like_id(text) and store.ask(_BY_ID, {"text": text}):
        return text
    name, qualifier = split_reference(text)
    rows = store.ask(_BY_NAME, {"words": query_of_names(name), "key": body_key(name)})
    known = [Named(row["id"], tuple(row["names"]), (row["key"],)) for row in rows]
    found = [body.id for body in find_first_level(name, known, key=body_key(name))]
    if qualifier is not None and found:
        found = _qualified(store, found, qualifier)
    if not found:
        raise refuse_unknown(param, text, vi="cơ quan nào", en="body")
    if len(found) > 1:
        raise refuse_ambiguous(param, text, _describe(store, found))
    return found[0]


def _qualified(store: Asks, ids: list[str], qualifier: str) -> list[str]:
    rows = store.ask(_QUALIFIED, {"ids": ids})
    known = [Named(row["id"], tuple(name for name in row["names"] if name)) for row in rows]
    return [body.id for body in find_first_level(qualifier, known)]


def _describe(store: Asks, ids: list[str]) -> list[str]:
    described = []
    for row in store.ask(_DESCRIBED, {"ids": ids}):
        where = ", ".join(dict.fromkeys(name for name in [*row["parents"], row["place"]] if name))
        posts = "; ".join(row["posts"])
        lived = years(row["founded"], row["dissolved"])
        described.append(f"{row['id']} {row['name']} @ {where or '–'} {lived}: {posts or '–'}")
    return described


def resolve_role(store: Asks, param: str, text: str, *, body: str | None, lineage: bool) -> str:
    """Return the id of the one role a text means among those of a body (None: of all); else list them."""
    bodies = None if body is None else [body]
    if body is not None and lineage:
        bodies = [row["id"] for row in store.ask(_FORERUNNERS, {"organization": body})]
    rows = store.ask(_ROLES, {"bodies": bodies})
    if any(row["id"] == text for row in rows):
        return text
    known = [Named(row["id"], (row["title"],), (row["key"],)) for row in rows]
    found = find_first_level(nfc(text), known, key=role_key(text))
    if len(found) == 1:
        return found[0].id
    titles = " | ".join(role.names[0] for role in (found or known)) or "–"
    raise QuestionError(
        vi=f"{param}: chức vụ «{text}» không xác định được; các chức vụ: {titles}",
        en=f"{param}: '{text}' is not one role of this body; its roles: {titles}",
    )
