"""What the tests of tables share: a table written to a file and read back with a fixed first day of loading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graph.model import Claim
from loaders.reports import RowError, TableClaim
from loaders.tables import read_mapping, read_table

FIRST_LOAD = date(2026, 11, 24)
TENURES = "person,role,organization,started,ended"


def write(folder: Path, text: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def read_all(path: Path, mapping: Path | None = None, published: date | None = None) -> list[TableClaim | RowError]:
    read = read_mapping(mapping) if mapping is not None else None
    return list(read_table(path, mapping=read, published=published, first_load=FIRST_LOAD))


def read_claims(path: Path, mapping: Path | None = None) -> list[Claim]:
    read = read_all(path, mapping)
    assert [each.text.en for each in read if isinstance(each, RowError)] == []
    return [each.claim for each in read if isinstance(each, TableClaim)]


def read_errors(path: Path, mapping: Path | None = None) -> list[RowError]:
    return [each for each in read_all(path, mapping) if isinstance(each, RowError)]
