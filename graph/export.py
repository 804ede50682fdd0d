"""The graph as files: `export csv` writes the input tables from the claims and, beside them, what is concluded.

Two graphs are the same when these files are equal (DESIGN 2.3): rows come in the order of their ids, and hours of
loading, loads, file hashes of tables and offsets are not among them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from graph.claims import LIST_MARK, claim_from, export_row
from graph.errors import InputError
from graph.judgements import JUDGEMENT_COLUMNS
from graph.model import Source
from graph.store import Store

CONCLUDED = "concluded"
PAGE = 5_000

_CLAIMS = """
MATCH (c:Claim) WHERE c.id > $after
WITH c ORDER BY c.id LIMIT $page
MATCH (c)-[:STATED_IN]->(s:Source)
RETURN c.id AS id, properties(c) AS claim, properties(s) AS source
ORDER BY id
"""
_PEOPLE = """
MATCH (n:Person) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
RETURN n.id AS id, n.name AS name, n.names AS names, n.born AS born, n.refs AS refs, n.former_ids AS former_ids,
       n.joined_by AS joined_by
ORDER BY id
"""
_POSTS = """
MATCH (n:Post) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
MATCH (r:Role)<-[:OF_ROLE]-(n)-[:IN_BODY]->(o:Organization)
RETURN n.id AS id, n.title AS title, r.title_vi AS role, o.id AS organization_id, o.name AS organization,
       n.seats AS seats
ORDER BY id
"""
_TENURES = """
MATCH (n:Tenure) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
MATCH (p:Person)-[:HELD]->(n)-[:IN_POST]->(post:Post)
RETURN n.id AS id, p.id AS person_id, p.name AS person, post.id AS post_id, post.title AS post,
       n.started AS started, n.ended AS ended, n.started_min AS started_min, n.started_max AS started_max,
       n.ended_min AS ended_min, n.ended_max AS ended_max, n.started_basis AS started_basis,
       n.ended_basis AS ended_basis, n.capacity AS capacity, n.term AS term, n.last_attested AS last_attested,
       n.planned_end AS planned_end, COUNT { (n)-[:RESTS_ON]->() } AS claims
ORDER BY id
"""
_DECISIONS = """
MATCH (n:Decision) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
RETURN n.id AS id, n.number AS number, n.date AS date, n.date_basis AS date_basis, n.issuer AS issuer,
       n.action AS action, COLLECT { MATCH (n)-[:OPENED]->(t) RETURN t.id ORDER BY t.id } AS opened,
       COLLECT { MATCH (n)-[:CLOSED]->(t) RETURN t.id ORDER BY t.id } AS closed
ORDER BY id
"""
_DOUBLES = """
MATCH (n:Person) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
OPTIONAL MATCH (n)-[m:MAYBE_SAME]->(other:Person)
RETURN n.id AS id, other.id AS other_id, n.name AS name, other.name AS other_name, m.score AS score,
       m.reasons AS reasons
ORDER BY id, other_id
"""
_JUDGEMENTS = """
MATCH (n:Judgement) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $page
RETURN n.id AS id, n.person_a AS person_a, n.person_b AS person_b, n.verdict AS verdict, n.by AS by, n.at AS at,
       n.why AS why
ORDER BY id
"""
_CONCLUSIONS = {"people": _PEOPLE, "posts": _POSTS, "tenures": _TENURES, "decisions": _DECISIONS}


def export_csv(store: Store, folder: Path) -> dict[str, int]:
    """Write the tables and the folder `concluded` into an empty or new folder; return rows by file name."""
    _make_folder(folder / CONCLUDED)
    written = _write_tables(store, folder)
    judged = ({name: row[name] for name in JUDGEMENT_COLUMNS} for row in _pages(store, _JUDGEMENTS))
    written["judgements.csv"] = _write_rows(folder / "judgements.csv", judged)
    for name, cypher in _CONCLUSIONS.items():
        written[f"{CONCLUDED}/{name}.csv"] = _write_rows(folder / CONCLUDED / f"{name}.csv", _pages(store, cypher))
    doubles = (row for row in _pages(store, _DOUBLES) if row["other_id"] is not None)
    written[f"{CONCLUDED}/maybe_same.csv"] = _write_rows(folder / CONCLUDED / "maybe_same.csv", doubles)
    return {name: rows for name, rows in written.items() if rows}


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise InputError(
            vi=f"không ghi được vào {folder}: {problem.strerror}; hãy chọn thư mục khác",
            en=f"cannot write to {folder}: {problem.strerror}; choose another folder",
        ) from problem


def _write_tables(store: Store, folder: Path) -> dict[str, int]:
    written: dict[str, int] = {}
    with ExitStack() as open_files:
        writers: dict[str, Any] = {}
        for row in _pages(store, _CLAIMS):
            claim = claim_from(row["claim"], row["source"]["id"])
            name = f"{claim.table}.csv"
            cells = export_row(claim, _source(row["source"]))
            if name not in writers:
                file = open_files.enter_context((folder / name).open("w", encoding="utf-8", newline=""))
                writers[name] = csv.DictWriter(file, list(cells), lineterminator="\n")
                writers[name].writeheader()
            writers[name].writerow(cells)
            written[name] = written.get(name, 0) + 1
    return written


def _source(node: Mapping[str, Any]) -> Source:
    return Source(**node)


def _write_rows(path: Path, rows: Iterator[Mapping[str, Any]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in rows:
            if not count:
                writer.writerow(row)
            writer.writerow([_cell(value) for value in row.values()])
            count += 1
    if not count:
        path.unlink()
    return count


def _cell(value: object) -> object:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return LIST_MARK.join(str(item) for item in value)
    return "" if value is None else value


def _pages(store: Store, cypher: str) -> Iterator[dict[str, Any]]:
    """Read in pages by id, so that a graph of any size is written in bounded memory."""
    after = ""
    while rows := store.ask(cypher, {"after": after, "page": PAGE}):
        yield from rows
        after = rows[-1]["id"]
