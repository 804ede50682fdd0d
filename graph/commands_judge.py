"""`judge`: list who may be one person and what was judged so far; record a judgement, tell what it changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.catalog import read_catalog
from graph.catalog.people import resolve_person
from graph.difference import Difference, say_difference
from graph.doubts import record
from graph.errors import Lang, QuestionError, Text, UsageError
from graph.identity.judged import is_person_id
from graph.judgements import read_judgements
from graph.model import Judgement, Verdict
from graph.store import Store
from graph.words import Words, read_words

_POSTS = """
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN id, p.born AS born, COLLECT {
  MATCH (p)-[:HELD]->(t:Tenure)-[:IN_POST]->(post:Post)
  WITH post.title AS title, min(coalesce(t.started_min, t.ended_min, t.ended_max)) AS since
  RETURN title + coalesce(' (' + toString(since.year) + ')', '') ORDER BY since DESC, title LIMIT 3
} AS posts
"""
_JUDGED = "MATCH (p:Person) WHERE $id = p.id RETURN p.judgements AS judgements"


def list_doubles(store: Store, lang: Lang, *, today: Any) -> list[str]:
    """List the pairs to be judged, then the judgements that were made, in lines."""
    rows = read_catalog().ask(store, "possible_duplicates", {}, today=today).rows
    ids = sorted({row[side] for row in rows for side in ("person_a_id", "person_b_id")})
    posts = {row["id"]: row for row in store.ask(_POSTS, {"ids": ids})}
    words = read_words(lang)
    lines: list[str] = []
    for row in rows:
        reasons = "; ".join(words(f"reasons.{reason}") for reason in row["reasons"])
        lines.append(f"{row['score']:.2f}  {reasons}")
        for side in ("person_a", "person_b"):
            lines.append(f"      {row[f'{side}_id']}  {row[side]}{_describe(posts[row[f'{side}_id']])}")
    none = Text(vi="Không có cặp nào cần nhận định.", en="No pair waits to be judged.")
    judged = sorted((each.judgement for each in read_judgements(store.ask).values()), key=lambda each: each.at)
    return [*(lines or [none.say(lang)]), *(_say_judgement(each, words) for each in judged)]


def _describe(row: dict[str, Any]) -> str:
    born = f" ({row['born']})" if row["born"] is not None else ""
    return f"{born}: {'; '.join(row['posts'])}" if row["posts"] else born


def _say_judgement(judgement: Judgement, words: Words) -> str:
    verdict = words(f"verdict.{judgement.verdict}")
    return f"{judgement.at}  {judgement.by}: {judgement.person_a}, {judgement.person_b}: {verdict}; {judgement.why}"


def record_judgement(
    store: Store, persons: tuple[str, str], verdict: Verdict, *, by: str, why: str, at: datetime
) -> Text:
    """Record a judgement on two persons, each an id or a name by RULES 27, and say what follows from it."""
    a, b = (_reference(store, person) for person in persons)
    if a == b:
        raise _one_person(store, a, persons)
    return _say_outcome(record(store, (a, b), verdict, by=by, why=why, at=at), a, b)


def _reference(store: Store, person: str) -> str:
    """The id to record; one that was joined away stays itself, so that the joining can be taken back."""
    found = resolve_person(store, "judge", person)
    return person if is_person_id(person) else found


def _one_person(store: Store, id: str, persons: tuple[str, str]) -> QuestionError:
    several = {id for row in store.ask(_JUDGED, {"id": id}) for id in row["judgements"] or []}
    told = [each.judgement for key, each in read_judgements(store.ask).items() if key in several]
    pairs = "; ".join(f"{each.person_a} {each.person_b}" for each in told if each.verdict == "same")
    vi, en = (
        (f"; để gỡ, dùng hai mã đã ghép: {pairs}", f"; to part them use the joined ids: {pairs}") if pairs else ("", "")
    )
    return QuestionError(
        vi=f"«{persons[0]}» và «{persons[1]}» đang là một người ({id}){vi if pairs else ''}",
        en=f"'{persons[0]}' and '{persons[1]}' are one person already ({id}){en if pairs else ''}",
    )


def _say_outcome(difference: Difference, a: str, b: str) -> Text:
    follows = say_difference(difference)
    back = f"python -m graph judge {a} {b} unsure --why '…'"
    return Text(
        vi=f"Đã ghi; {follows.vi}. Gỡ lại: {back}",
        en=f"Recorded; {follows.en}. To take it back: {back}",
    )


def need_reason(why: str | None) -> str:
    """Ask for the reason, without which nobody can check a judgement."""
    if why is None or not why.strip():
        raise UsageError(
            vi="dòng lệnh sai: cần --why 'lý do' để người khác kiểm lại được; xem `python -m graph judge --help`",
            en="wrong command line: add --why 'reason', so that others can check; see `python -m graph judge --help`",
        )
    return why
