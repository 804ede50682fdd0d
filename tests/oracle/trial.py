"""One world put to the product: its tables loaded, its questions asked, the answers compared with the oracle's."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from graph.catalog import read_catalog
from graph.store import Store
from loaders.load import load_paths
from tests.oracle.known import OPEN, TODAY, Known, Row
from tests.oracle.paths import Ties
from tests.oracle.questions import Drawing, Ids, Question, draw_questions
from tests.oracle.questions_events import draw_events
from tests.oracle.rows import UndecidedError
from tests.oracle.tellings import draw_world
from tests.oracle.worlds import Tables

ORDER = ("organizations", "changes", "tenures", "decisions", "votes", "judgements")
LIMIT = 100
CATALOG = read_catalog()
_PEOPLE = """
MATCH (p:Person) OPTIONAL MATCH (p)-[:HELD]->(:Tenure)-[:IN_POST]->(post:Post)
RETURN p.id AS id, p.name AS name, collect(DISTINCT post.title) AS posts
"""
_BODIES = "MATCH (o:Organization) RETURN o.id AS id, o.name AS name, coalesce(o.names, []) AS names"
_DECISIONS = """
MATCH (d:Decision) OPTIONAL MATCH (d)-[:ISSUED_BY]->(o:Organization)
RETURN d.id AS id, d.number AS number, toString(d.date) AS date, o.name AS issuer
"""


@dataclass
class Outcome:
    """What came of one world: how often each question was asked, and where the answers differ."""

    seed: int
    asked: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)


def decided_world(seed: int) -> tuple[Tables, Known]:
    """Draw worlds by one seed until the rules decide all of one."""
    for attempt in range(LIMIT):
        tables = draw_world(seed * LIMIT + attempt)
        try:
            return tables, Known(tables)
        except UndecidedError:
            continue
    raise AssertionError(f"seed {seed} draws no world that the rules decide")


def write_tables(tables: Tables, folder: Path) -> None:
    """Write the tables of a world that have rows into a folder, to be loaded as one."""
    for name in ORDER:
        if tables[name]:
            path = folder / f"{name}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(tables[name][0]))
                writer.writeheader()
                writer.writerows(tables[name])


def try_world(store: Store, seed: int, folder: Path, only: str = "") -> Outcome:
    """Load the world of a seed into an empty graph and compare all answers, or those to one question."""
    tables, known = decided_world(seed)
    write_tables(tables, folder)
    for report in load_paths(store, [folder]):
        assert report.errors == (), (seed, report.errors)
    outcome = Outcome(seed)
    names, ids = _names(store, known)
    outcome.asked["(people)"] += 1
    stated = sorted(known.tokens.values())
    found = sorted(names[row["id"]] for row in store.ask(_PEOPLE))
    if stated != found:
        outcome.disagreements.append(_told(f"seed {seed}: (people)", stated, found, tables))
    events = draw_events(Drawing(known, ids, Random(seed)))
    for question in (*draw_questions(known, ids, seed), *events):
        if only not in ("", question.name):
            continue
        told = compare(store, known, question, names)
        outcome.asked[question.name] += told is not None
        if told:
            outcome.disagreements.append(_told(f"seed {seed}: {question.name} {question.asked}", *told, tables))
    return outcome


def _names(store: Store, known: Known) -> tuple[dict[str, str], Ids]:
    """Name what the product's ids stand for; the ids of the persons that both know, by which to ask."""
    names: dict[str, str] = {}
    people = list(store.ask(_PEOPLE))
    for row in people:
        names[row["id"]] = f"{row['name']} {sorted(row['posts'])}"
    for row in store.ask(_BODIES):
        keys = {known.bodies.key(name) for name in [row["name"], *row["names"]]} & set(known.bodies.all)
        names[row["id"]] = " = ".join(sorted(keys)) or row["name"]
    for row in store.ask(_DECISIONS):
        issuer = row["issuer"] and known.bodies.key(row["issuer"])
        names[row["id"]] = f"{row['number'] or issuer}/{str(row['date'])[:4]}"
    once = Counter(known.tokens.values())
    tokens = {names[row["id"]]: row["id"] for row in people}
    ids = {person: tokens[token] for person, token in known.tokens.items() if once[token] == 1 and token in tokens}
    return names, ids


def compare(
    store: Store, known: Known, question: Question, names: Mapping[str, str]
) -> tuple[list[Any], list[Any]] | bool | None:
    """Ask one question of both: the two answers where they differ, False where not, None where nothing is to compare."""
    wanted = question.answer()
    if wanted is None or question.name not in CATALOG.queries:
        return None
    found = CATALOG.ask(store, question.name, question.asked, today=TODAY).rows
    rows = [SHAPES.get(question.name, _as_is)(_named(row, names)) for row in found]
    for row in rows:
        if row.get("issuer"):
            row["issuer"] = known.bodies.key(row["issuer"])
    if question.name == "shortest_path":
        return _compare_path(known, question, wanted, rows)
    columns = [
        c for c in (wanted[0] if wanted else {}) if not c.startswith("_") and not any(r[c] is OPEN for r in wanted)
    ]
    shown = [{column: _plain(row[column], column) for column in columns} for row in rows]
    plain = [{column: _plain(row[column], column) for column in columns} for row in wanted]
    if Counter(map(str, shown)) != Counter(map(str, plain)) or len(rows) != len(wanted):
        return plain, shown if wanted else rows
    keys: dict[str, list[Any]] = {}
    for row, want in zip(plain, wanted, strict=True):
        keys.setdefault(str(row), []).append(want["_key"])
    order = [keys[str(row)] for row in shown]
    fixed = [key[0] for key in order if len(set(key)) == 1]
    return False if fixed == sorted(fixed) else (sorted(plain, key=lambda row: keys[str(row)][0]), shown)


def _compare_path(
    known: Known, question: Question, wanted: Sequence[Row], rows: Sequence[Row]
) -> tuple[list[Any], list[Any]] | bool:
    hops = [row["hops"] for row in wanted]
    at = question.asked.get("at")
    ties = Ties(known, None if at is None else date.fromisoformat(at), int(question.asked["max_size"]))
    sound = all(ties.hold(row["path"]) for row in rows)
    return False if sound and hops == [row["hops"] for row in rows] else ([{"hops": hops}], list(rows))


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _named(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [_named(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


def _as_is(row: Any) -> Any:
    return row


def _pair(row: Any) -> Any:
    """The two who hold one seat, in no order."""
    return row | {"pair": sorted((row["person_a"], row["person_b"]))}


SHAPES: Mapping[str, Callable[[Any], Any]] = {"double_occupancy": _pair}
POST = ("role", "organization", "organization_id", "certainty")


def _plain(value: Any, column: str) -> Any:
    """A list whose order the rules leave open, sorted; of posts the columns that they fix."""
    if isinstance(value, list):
        parts = [{key: part[key] for key in POST} if isinstance(part, dict) else part for part in value]
        return sorted(set(parts) if column.endswith("_by") else parts, key=str)
    return value


def _told(said: str, wanted: Sequence[Any], shown: Sequence[Any], tables: Tables) -> str:
    """Say what was asked, both answers and the rows of the world."""
    lines = [said]
    lines += [f"  rules:   {json.dumps(row, ensure_ascii=False)}" for row in _only(wanted, shown)]
    lines += [f"  product: {json.dumps(row, ensure_ascii=False)}" for row in _only(shown, wanted)]
    if sorted(map(str, wanted)) == sorted(map(str, shown)):
        lines += ["  (in another order)", *(f"  product: {row}" for row in shown)]
    return "\n".join([*lines, *_rows(tables)])


def _only(rows: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    return [row for row in rows if row not in others]


def _rows(tables: Tables) -> Iterator[str]:
    for name, rows in tables.items():
        for row in rows:
            yield f"    {name}: " + ", ".join(f"{key}={value}" for key, value in row.items() if value)
