"""Whom a parameter means: our id, a former id, `id_source:person_id`, else a name by levels (RULES 27)."""

from __future__ import annotations

from graph.catalog.candidates import refuse_ambiguous, refuse_unknown, years
from graph.catalog.levels import Named, find_first_level, looks_like_id
from graph.catalog.lucene import query_of_names
from graph.catalog.reading import Asks, Row

_BY_ID = """
MATCH (p:Person {id: $text}) RETURN p.id AS id
"""
_BY_FORMER_ID = """
MATCH (p:Person) WHERE $text IN p.former_ids RETURN p.id AS id
"""
_BY_REFERENCE = """
MATCH (p:Person) WHERE $text IN p.refs RETURN p.id AS id ORDER BY id
"""
_BY_NAME = """
CALL db.index.fulltext.queryNodes('search', $words) YIELD node
WITH node WHERE node:Person
RETURN node.id AS id, [node.name] + coalesce(node.names, []) AS names ORDER BY id
"""
_DESCRIBED = """
MATCH (p:Person) WHERE p.id IN $ids
CALL (p) {
  OPTIONAL MATCH (p)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)
  WITH t, post ORDER BY coalesce(t.started_min, t.ended_min, t.ended_max), t.id
  WITH post.title AS title, coalesce(t.started, toString(t.started_min)) AS started, t.ended AS ended
  RETURN collect({title: title, started: started, ended: ended}) AS posts
}
RETURN p.id AS id, p.name AS name, p.born AS born, posts ORDER BY id
"""


def find_namesakes(store: Asks, name: str) -> list[Named]:
    """Find the people whom a name fits at the first level that fits anyone."""
    rows = store.ask(_BY_NAME, {"words": query_of_names(name)})
    return find_first_level(name, [Named(row["id"], tuple(row["names"])) for row in rows])


def resolve_person(store: Asks, param: str, text: str) -> str:
    """Return the id of the one person a text means; raise QuestionError that lists the candidates."""
    found = _by_key(store, text) or [person.id for person in find_namesakes(store, text)]
    if not found:
        raise refuse_unknown(param, text, vi="người nào", en="person")
    if len(found) > 1:
        raise refuse_ambiguous(param, text, _describe(store, found))
    return found[0]


def _by_key(store: Asks, text: str) -> list[str]:
    found: list[Row] = []
    if looks_like_id(text):
        found = store.ask(_BY_ID, {"text": text}) or store.ask(_BY_FORMER_ID, {"text": text})
    if not found and ":" in text:
        found = store.ask(_BY_REFERENCE, {"text": text})
    return [row["id"] for row in found]


def _describe(store: Asks, ids: list[str]) -> list[str]:
    described = []
    for row in store.ask(_DESCRIBED, {"ids": ids}):
        born = f" ({row['born']})" if row["born"] is not None else ""
        posts = "; ".join(
            f"{post['title']} {years(post['started'], post['ended'])}"
            for post in row["posts"]
            if post["title"] is not None
        )
        described.append(f"{row['id']} {row['name']}{born}: {posts or '–'}")
    return described
