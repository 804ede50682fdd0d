"""Claims as rows, as nodes and as keys: the id of a claim comes from its source and its row (RULES 22).

A row holds what a table's columns can carry, so that a claim exported and loaded again is the same claim. What a
loader adds from its vocabulary (head, kind, parent, implied posts) is no part of the id.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from functools import lru_cache
from typing import Any

from graph.dates import PartialDate, parse_partial
from graph.ids import make_id
from graph.model import Claim, Source, Table
from graph.names import block_key, body_key, reference_key, role_key, split_post, split_reference, tone_key
from graph.plan import Properties

LIST_MARK = " | "
SOURCE_COLUMNS = ("source_title", "source_url", "publisher", "published", "quote")
# What an export keeps of how a claim was read, so that the way back gives the same chain of evidence (DESIGN 2.3).
READING_COLUMNS = ("published_basis", "sha256", "rule", "inferred", "printed")
TABLE_RULE = "table"  # the rule of a claim that is a row
_PERSON = {"person_id": "person_id", "id_source": "id_source", "names": "names", "born": "born"}
_POST = {"person": "person", "role": "role", "organization": "organization"}

# For each input table (DESIGN 8): its columns in order, and the field of a claim that each fills.
COLUMNS: dict[Table, dict[str, str]] = {
    "tenures": {
        **_POST,
        "started": "date",
        "ended": "end",
        **_PERSON,
        "planned_end": "planned_end",
        "capacity": "capacity",
        "term": "term",
        "seats": "seats",
    },
    "decisions": {
        "event": "event",
        **_POST,
        "date": "date",
        "action": "action",
        "decision_number": "number",
        "issuer": "issuer",
        "date_basis": "date_basis",
        **_PERSON,
        "capacity": "capacity",
        "term": "term",
        "seats": "seats",
        "ended": "end",
        "planned_end": "planned_end",
    },
    "organizations": {
        "organization": "organization",
        "names": "body_names",
        "kind": "body_kind",
        "level": "level",
        "place": "place",
        "parent": "parent",
        "parent_kind": "parent_kind",
        "started": "date",
        "ended": "end",
        "founded": "founded",
        "dissolved": "dissolved",
    },
    "changes": {
        "date": "date",
        "kind": "change",
        "from": "before",
        "to": "after",
        "decision_number": "number",
        "issuer": "issuer",
    },
    "votes": {
        "date": "date",
        "body": "body",
        "subjects": "subjects",
        "level": "vote_level",
        "wording": "wording",
        "person": "person",
        "role": "role",
        "organization": "organization",
        "high": "high",
        "medium": "medium",
        "low": "low",
    },
}
_DEFAULTS = {"capacity": "full", "parent_kind": "structural"}
_DATES = ("date", "elected", "end", "planned_end", "founded", "dissolved")


def row_of(claim: Claim) -> dict[str, str]:
    """Write a claim as a row of its table; a cell is empty where nothing is said or the default holds."""
    row = {column: _cell(claim, name) for column, name in COLUMNS[claim.table].items()}
    if claim.head and claim.seats == 1:
        row["seats"] = ""  # what a head's post has anyway
    if "person_id" in row and not row["person_id"]:
        row["id_source"] = ""
    row["quote"] = claim.quote or ""
    return row


def _cell(claim: Claim, name: str) -> str:
    value = getattr(claim, name)
    if value is None or value == _DEFAULTS.get(name):
        return ""
    return LIST_MARK.join(value) if isinstance(value, tuple) else str(value)


def with_id(claim: Claim) -> Claim:
    """Give a claim the id that its source and row make."""
    said = sorted((column, cell) for column, cell in row_of(claim).items() if cell)
    return replace(claim, id=make_id("claim", claim.source, claim.table, said))


def export_row(claim: Claim, source: Source) -> dict[str, str]:
    """Write a claim as a whole row of an export; what reading the rest again gives anyway is left blank."""
    row = row_of(claim) | source_cells(source)
    ordered = {column: row[column] for column in (*COLUMNS[claim.table], *SOURCE_COLUMNS)}
    return ordered | {
        "published_basis": source.published_basis if source.published_basis != "stated" else "",
        "sha256": (source.sha256 or "") if source.url is not None else "",
        "rule": claim.rule if claim.rule != TABLE_RULE else "",
        "inferred": LIST_MARK.join(claim.inferred),
        "printed": claim.raw if claim.raw != raw_row(ordered) else "",
    }


def raw_row(printed: Mapping[str, str]) -> str:
    """Write what is kept of a row as it is printed: the cells that say something, without the reading columns.

    Letters are composed: how a file stores them is nothing that is printed, and must not tell two graphs apart.
    """
    said = {name: cell for name, cell in printed.items() if cell and name not in READING_COLUMNS}
    return unicodedata.normalize("NFC", json.dumps(said, ensure_ascii=False))


def source_cells(source: Source) -> dict[str, str]:
    """The columns by which a table names a source; one known by its hash keeps it as its address where it has none.

    A day that the table did not give but the load supplied is no part of the source's id, and stands in brackets.
    """
    hashed = f"sha256:{source.sha256}" if source.sha256 is not None else ""
    title, url, publisher = source.title or "", source.url or "", source.publisher or ""
    dayless = make_source_id(title=title, url=url, publisher=publisher, published="", sha256=source.sha256)
    supplied = source.sha256 is None and source.id == dayless
    return {
        "source_title": title,
        "source_url": url or hashed,
        "publisher": publisher,
        "published": f"({source.published.isoformat()})" if supplied else source.published.isoformat(),
    }


def make_source_id(*, title: str, url: str, publisher: str, published: str, sha256: str | None) -> str:
    """The id of a source: its hash where it is known by that (or named by it), else the four that a table gives."""
    digest = sha256 or (url.removeprefix("sha256:") if url.startswith("sha256:") else None)
    if digest is not None:
        return make_id("source", digest)
    return make_id("source", title, url, publisher, published)


# --- keys: by what stored claims are found again ---------------------------------------------------------------


def person_key(claim: Claim) -> str | None:
    """By what all claims are found that may name the same person: the block of the name."""
    return block_key(claim.person) if claim.person is not None else None


def person_ref(claim: Claim) -> str | None:
    """The source's own id for the person, with its namespace."""
    return f"{claim.id_source}:{claim.person_id}" if claim.person_id is not None else None


def main_body(claim: Claim) -> str | None:
    """The reference to the body that a claim is about, as printed; of a vote the body of the post that was rated.

    A row that gives a body's place tells it from its like of other places, as `name @ place` would.
    """
    if claim.kind == "tie" and claim.organization is not None and claim.place is not None:
        name, qualifier = split_reference(claim.organization)
        lacking = f" {tone_key(claim.place)} " not in f" {body_key(name)} "
        return f"{name} @ {claim.place}" if qualifier is None and lacking else claim.organization
    return claim.before or claim.after if claim.kind == "change" else claim.organization


def main_body_key(claim: Claim) -> str | None:
    """The key of the body that a claim is about."""
    printed = main_body(claim)
    return reference_key(printed) if printed is not None else None


def claim_role_key(claim: Claim) -> str | None:
    """The key of the role a claim names."""
    return role_key(claim.role) if claim.role is not None else None


def other_bodies(claim: Claim) -> tuple[str, ...]:
    """Further references whose bodies share this claim's fate: other names, successors, bodies of implied posts."""
    found = [*claim.body_names, *(split_post(implied)[1] for implied in claim.implies)]
    if claim.kind == "change" and claim.before is not None and claim.after is not None:
        found.append(claim.after)
    return tuple(found)


def implied_roles(claim: Claim) -> tuple[str, ...]:
    """The titles of the posts that a claim's post brings with it."""
    return tuple(split_post(implied)[0] for implied in claim.implies)


def mentioned_bodies(claim: Claim) -> tuple[str, ...]:
    """References to bodies that a claim only mentions: the parent, the issuer, the body that voted."""
    return tuple(name for name in (claim.parent, claim.issuer, claim.body) if name is not None)


def lineage_key(claim: Claim) -> str | None:
    """The main body's key of a claim that tells of a body's names, ties or changes."""
    return main_body_key(claim) if claim.kind in ("tie", "change") else None


def vote_id(claim: Claim) -> str | None:
    """The id of the vote that a claim tells of: the body that voted and the day."""
    if claim.kind != "vote" or claim.body is None:
        return None
    return make_id("vote", reference_key(claim.body), str(claim.date))


def further_keys(claim: Claim) -> tuple[str, ...]:
    """The keys beside the main ones by which a stored claim is found: `person:`, `body:`, `mention:` and `role:`."""
    keys = {f"person:{block_key(name)}" for name in claim.names}
    keys |= {f"body:{reference_key(name)}" for name in other_bodies(claim)}
    keys |= {f"role:{role_key(title)}" for title in implied_roles(claim)}
    keys |= {f"mention:{reference_key(name)}" for name in mentioned_bodies(claim)}
    return tuple(sorted(keys))


# --- nodes -----------------------------------------------------------------------------------------------------


def claim_properties(claim: Claim) -> Properties:
    """A claim as the properties of its node, as read; what is concluded of it is added elsewhere."""
    properties: dict[str, Any] = {}
    for name, default in _claim_fields():
        value = getattr(claim, name)
        if name != "source" and value is not None and (value != default or name == "capacity"):
            properties[name] = _stored(value)
    return properties


def claim_from(properties: Properties, source: str) -> Claim:
    """Read a claim back from its node."""
    given: dict[str, Any] = {"source": source}
    for name, default in _claim_fields():
        value = properties.get(name)
        if name == "source" or value is None:
            continue
        given[name] = tuple(value) if isinstance(default, tuple) and isinstance(value, list) else value
        if name in _DATES:
            given[name] = parse_partial(str(value))
    return Claim(**given)


def _stored(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


@lru_cache(maxsize=1)
def _claim_fields() -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, None if field.default is MISSING else field.default) for field in fields(Claim))
