"""What a clerk knows, as data files beside this module; read once, checked, never guessed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from loaders.gazetteers.bodies import BodyFacts, BodyIndex, describe_body, find_leader, make_body_index
from loaders.gazetteers.entries import (
    BARE_BEFORE,
    COLUMN_KINDS,
    CUE_KINDS,
    TAIL_KINDS,
    WEIGHTS,
    BareEntry,
    BodyEntry,
    DistrictEntry,
    HeadEntry,
    PlaceEntry,
    RoleEntry,
    TitleEntry,
    VerbEntry,
    WordEntry,
    make_body,
    make_district,
    make_head,
    make_honorific,
    make_place,
    make_role,
    make_title,
    make_verb,
)
from loaders.gazetteers.files import COLUMNS, check_folder, read_entries, read_own_entries
from loaders.gazetteers.places import PlaceIndex, make_place_index
from loaders.gazetteers.roles import RoleFacts, RoleIndex, describe_role, make_role_index
from loaders.gazetteers.rows import Row

__all__ = ["COLUMNS", "BodyFacts", "Gazetteers", "RoleFacts", "read_entries", "read_gazetteers", "read_own_entries"]

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
    districts: tuple[DistrictEntry, ...]
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
    place_index: PlaceIndex

    def describe_role(self, role: str, organization: str) -> RoleFacts:
        """Say what is known of a role in a body: leads it alone, rank, what it implies (RULES 15, 17)."""
        return describe_role(self.role_index, role, organization)

    def find_leader(self, organization: str) -> str | None:
        """Name the post of the one who leads such a body: what a bare `Phụ trách` of it is (RULES 15)."""
        return find_leader(self.body_index, organization)

    def describe_body(self, name: str, on: date | None = None) -> BodyFacts:
        """Say what is known of a body from its name, as on a day (None: of late): kind, level, place, the one above."""
        return describe_body(self.body_index, name, on)


@lru_cache(maxsize=4)
def read_gazetteers(folder: Path | None = None) -> Gazetteers:
    """Read every gazetteer, checked; with `folder`, files of the same names there add to or replace ours."""
    if folder is not None:
        check_folder(folder)

    def entries(file: str, make: Callable[[Row], Entry]) -> tuple[Entry, ...]:
        return tuple(make(row) for row in read_entries(file, folder))

    roles = entries("roles.tsv", make_role)
    heads = entries("heads.tsv", make_head)
    bodies = entries("bodies.tsv", make_body)
    places = entries("places.tsv", make_place)
    provinces = frozenset(place.name for place in places)
    districts = entries("districts.tsv", lambda row: make_district(row, provinces))
    place_index = make_place_index(places, districts)
    return Gazetteers(
        roles=roles,
        titles=entries("titles.tsv", make_title),
        heads=heads,
        bodies=bodies,
        fields=entries("fields.tsv", lambda row: row.forms("field")),
        places=places,
        districts=districts,
        verbs=entries("verbs.tsv", make_verb),
        cues=entries("cues.tsv", lambda row: WordEntry(row["phrase"], row.one_of("kind", CUE_KINDS))),
        honorifics=entries("honorifics.tsv", make_honorific),
        surnames=dict(entries("surnames.tsv", lambda row: (row["surname"], row.one_of("weight", WEIGHTS)))),
        abbreviations=dict(entries("abbreviations.tsv", lambda row: (row["short"], row["full"]))),
        issuers=dict(entries("issuers.tsv", lambda row: (row["suffix"].casefold(), row["issuer"]))),
        furniture=entries("furniture.tsv", lambda row: WordEntry(row["mark"], row.one_of("how", TAIL_KINDS))),
        columns=entries("columns.tsv", lambda row: WordEntry(row["head"], row.one_of("kind", COLUMN_KINDS))),
        tail_words=frozenset(entries("tail_words.tsv", lambda row: row["word"])),
        closers=frozenset(entries("closers.tsv", lambda row: row["word"])),
        bare=entries("bare.tsv", lambda row: BareEntry(row["bare"], row["full"], row.one_of("before", BARE_BEFORE))),
        role_index=make_role_index(roles),
        body_index=make_body_index(heads, bodies, place_index),
        place_index=place_index,
    )
