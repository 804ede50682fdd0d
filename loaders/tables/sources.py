"""Which source a row comes from (RULES 22): the hash it gives, else what it names, else the file itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from graph.claims import TABLE_RULE, make_source_id
from graph.errors import Text
from graph.model import PublishedBasis, Source
from loaders.gazetteers import Gazetteers
from loaders.tables.cells import Row
from loaders.tables.readings import read_rule

HASH_MARK = "sha256:"
BASES: tuple[PublishedBasis, ...] = get_args(PublishedBasis)


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of the file a table came in: days that stand in for one a row does not give, the words used."""

    name: str
    sha256: str
    published: date | None
    first_load: date
    gazetteers: Gazetteers


def read_source(row: Row, origin: Origin) -> Source:
    """Tell the source of a row."""
    title, url, publisher = row.text("source_title"), row.text("source_url"), row.text("publisher")
    stated, supplied = _days(row)
    named = any(value is not None for value in (title, url, publisher, stated))
    sha256 = _digest(row, "sha256") or (None if named else origin.sha256)
    if url is not None and url.startswith(HASH_MARK):
        sha256, url = _digest(row, "source_url"), None
    published = stated or supplied or origin.published
    basis = row.word("published_basis", BASES) or "stated"
    return Source(
        id=make_source_id(
            title=title or "",
            url=url or "",
            publisher=publisher or "",
            published=stated.isoformat() if stated is not None else "",
            sha256=sha256,
        ),
        kind="table" if sha256 is not None and read_rule(row) == TABLE_RULE else "article",
        published=published or origin.first_load,
        title=title if named else origin.name,
        publisher=publisher,
        url=url,
        sha256=sha256,
        published_basis="loaded" if published is None else basis,
    )


def _days(row: Row) -> tuple[date | None, date | None]:
    """Read the day that the source itself gives, or the one in brackets that an earlier load supplied."""
    printed = row.text("published") or ""
    if not (printed.startswith("(") and printed.endswith(")")):
        return row.day("published"), None
    bare = replace(row, cells={**row.cells, "published": printed[1:-1]})
    return None, bare.day("published")


def _digest(row: Row, column: str) -> str | None:
    value = row.text(column)
    if value is None:
        return None
    digest = value.removeprefix(HASH_MARK).strip().casefold()
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        why = Text("sau sha256: cần đủ 64 chữ số thập lục phân", "after sha256: stand 64 hexadecimal digits")
        raise row.fail(column, why)
    return digest
