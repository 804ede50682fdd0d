"""What a clerk knows, as data files beside this module; read once, checked, never guessed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from loaders.gazetteers.bodies import BodyFacts, BodyIndex, describe_body, find_leader, make_body_index
from loaders.gazetteers.entries import (
    BARE_BEFORE,
    COLUMN_KINDS,
    CUE_KINDS,
    BareEntry,
    BodyEntry,
    HeadEntry,
    PlaceEntry,
    RoleEntry,
    TitleEntry,
    VerbEntry,
    WordEntry,
    make_body,
    make_head,
    make_place,
    make_role,
    make_title,
    make_verb,
)
from loaders.gazetteers.roles import RoleFacts, RoleIndex, describe_role, make_role_index
from loaders.gazetteers.rows import Row, read_rows

__all__ = ["COLUMNS", "BodyFacts", "Gazetteers", "RoleFacts", "read_entries", "read_gazetteers"]

FOLDER = Path(__file__).parent
COLUMNS: dict[str, tuple[str, ...]] = {
    "roles.tsv": ("title", "aliases", "puts_back", "default_body", "head", "rank", "english", "example"),
    "titles.tsv": ("title", "aliases", "role", "body", "example"),
    "heads.tsv": ("head", "aliases", "kind", "level", "needs", "leader", "example"),
    "bodies.tsv": (
        "name", "aliases", "kind", "level", "parent", "parent_kind", "valid_from", "valid_until", "example",
    ),
    "fields.tsv": ("field", "aliases", "example"),
    "places.tsv": ("name", "aliases", "level", "valid_from", "valid_until", "successor", "example"),
    "verbs.tsv": ("phrase", "aliases", "event", "action", "kind", "example"),
    "cues.tsv": ("phrase", "kind", "example"),
    "honorifics.tsv": ("words", "kind", "sex", "example"),
    "surnames.tsv": ("surname", "weight", "example"),
    "abbreviations.tsv": ("short", "full", "example"),
    "issuers.tsv": ("suffix", "issuer", "example"),
    "furniture.tsv": ("mark", "how", "example"),
    "columns.tsv": ("head", "kind", "example"),
    "tail_words.tsv": ("word", "example"),
    "closers.tsv": ("word", "example"),
    "bare.tsv": ("bare", "full", "before", "example"),
}  # fmt: skip
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteers:
    """All entries, file by file, in the order of the files."""

    roles: tuple[RoleEntry, ...]
    titles: tuple[TitleEntry, ...]
    heads: tuple[HeadEntry, ...]
    bodies: tuple[BodyEntry, ...]
    fields: tuple[tuple[str, ...], ...]
    places: tuple[PlaceEntry, ...]
    verbs: tuple[VerbEntry, ...]
    cues: tuple[WordEntry, ...]
    honorifics: tuple[WordEntry, ...]
    surnames: dict[str, str]
    abbreviations: dict[str, str]
    issuers: dict[str, str]
    furniture: tuple[WordEntry, ...]
    columns: tuple[WordEntry, ...]
    tail_words: frozenset[str]
    closers: frozenset[str]
    bare: tuple[BareEntry, ...]
    role_index: RoleIndex
    body_index: BodyIndex

    def describe_role(self, role: str, organization: str) -> RoleFacts:
        """Say what is known of a role in a body: leads it alone, rank, what it implies (RULES 15, 17)."""
        return describe_role(self.role_index, role, organization)

    def find_leader(self, organization: str) -> str | None:
        """Name the post of the one who leads such a body: what a bare `Phụ trách` of it is (RULES 15)."""
        return find_leader(self.body_index, organization)

    def describe_body(self, name: str) -> BodyFacts:
        """Say what is known of a body from its name: kind, level, place, the body above it."""
        return describe_body(self.body_index, name)


def read_entries(file: str, folder: Path | None = None) -> tuple[Row, ...]:
    """Read one gazetteer; entries of `folder` come after ours and replace those of the same name."""
    rows = read_rows(FOLDER / file, COLUMNS[file])
    if folder is None or not (folder / file).exists():
        return rows
    more = read_rows(folder / file, COLUMNS[file])
    replaced = {row[COLUMNS[file][0]] for row in more}
    return tuple(row for row in rows if row[COLUMNS[file][0]] not in replaced) + more


@lru_cache(maxsize=4)
def read_gazetteers(folder: Path | None = None) -> Gazetteers:
    """Read every gazetteer, checked; with `folder`, files of the same names there add to or replace ours."""

    def entries(file: str, make: Callable[[Row], Entry]) -> tuple[Entry, ...]:
        return tuple(make(row) for row in read_entries(file, folder))

    def pairs(file: str, value: str) -> dict[str, str]:
        return {row[COLUMNS[file][0]]: row[value] for row in read_entries(file, folder)}

    roles = entries("roles.tsv", make_role)
    heads = entries("heads.tsv", make_head)
    bodies = entries("bodies.tsv", make_body)
    places = entries("places.tsv", make_place)
    return Gazetteers(
        roles=roles,
        titles=entries("titles.tsv", make_title),
        heads=heads,
        bodies=bodies,
        fields=entries("fields.tsv", lambda row: row.forms("field")),
        places=places,
        verbs=entries("verbs.tsv", make_verb),
        cues=entries("cues.tsv", lambda row: WordEntry(row["phrase"], row.one_of("kind", CUE_KINDS))),
        honorifics=entries("honorifics.tsv", lambda row: WordEntry(row["words"], row["kind"], row["sex"])),
        surnames=pairs("surnames.tsv", "weight"),
        abbreviations=pairs("abbreviations.tsv", "full"),
        issuers=pairs("issuers.tsv", "issuer"),
        furniture=entries("furniture.tsv", lambda row: WordEntry(row["mark"], row["how"])),
        columns=entries("columns.tsv", lambda row: WordEntry(row["head"], row.one_of("kind", COLUMN_KINDS))),
        tail_words=frozenset(row["word"] for row in read_entries("tail_words.tsv", folder)),
        closers=frozenset(row["word"] for row in read_entries("closers.tsv", folder)),
        bare=entries("bare.tsv", lambda row: BareEntry(row["bare"], row["full"], row.one_of("before", BARE_BEFORE))),
        role_index=make_role_index(roles),
        body_index=make_body_index(heads, bodies, places),
    )
