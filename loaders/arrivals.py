"""A path → claims on their way in, with their sources, and what could not be read. One FILE argument is one stream."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from graph.claims import make_source_id, with_id
from graph.errors import CadresError, InputError, Text
from graph.ids import make_id
from graph.incoming import UNTOLD, Origin
from graph.ledger import Arrival
from graph.model import Claim, Doubt, Source
from graph.names import nfc
from graph.words import say_both
from loaders.documents import Document, read_documents
from loaders.extract import no_facts
from loaders.files import find_files
from loaders.gazetteers import read_gazetteers
from loaders.pool import map_in_order
from loaders.reports import RowError, TableClaim, TableJudgement, file_error
from loaders.tables import Mapping, is_table, read_table
from loaders.text import Reading, make_claims, read_text
from loaders.text.language import is_foreign


@dataclass(frozen=True, slots=True)
class Reader:
    """How the paths of one command are read: the mapping, the day, the words and the origin that it gives, today's day.

    `words`: a folder of gazetteers, not what was read of it, since each process reads it for itself.
    """

    mapping: Mapping | None
    published: date | None
    today: date
    jobs: int = 1
    words: Path | None = None
    origin: Origin = UNTOLD


Item = Arrival | TableJudgement | RowError | Doubt | Text  # a text says something that is neither doubt nor error
Tell = Callable[[int, int], None]


def read_arrivals(path: Path, reader: Reader, tell: Tell | None = None) -> Iterator[Item]:
    """Read one FILE argument, a folder's files in the order of their names; what cannot be read is an error item.

    `tell` hears how many of how many texts are read, after each.
    """
    found = find_files(path)
    if (skipped := found.skipped()) is not None:
        yield skipped
    texts: list[Path] = []
    sides = _side_files(path, reader.mapping)
    for file in found.files:
        if file in sides:
            continue
        if is_table(file) or reader.mapping is not None:
            yield from _read_rows(file, reader)
        else:
            texts.append(file)
    work = partial(_read_text_file, reader)
    for done, items in enumerate(map_in_order(work, texts, reader.jobs if len(texts) > 1 else 1), start=1):
        yield from items
        if tell is not None:
            tell(done, len(texts))


def _side_files(path: Path, mapping: Mapping | None) -> set[Path]:
    """What a mapping joins to the tables of a folder, and is no table to load itself."""
    if mapping is None or not path.is_dir():
        return set()
    folders = {path, *(each for each in path.rglob("*") if each.is_dir())}
    return {folder / join.file for folder in folders for join in mapping.joins}


def digest_of(path: Path) -> str:
    """A fingerprint of all that one FILE argument holds, to know an interrupted load again."""
    return make_id("input", *((file.name, _digest(file)) for file in find_files(path).files))


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _read_rows(file: Path, reader: Reader) -> Iterator[Item]:
    try:
        rows = read_table(
            file,
            mapping=reader.mapping,
            published=reader.published,
            first_load=reader.today,
            gazetteers=read_gazetteers(reader.words),
        )
        for row in rows:
            yield Arrival(row.claim, row.source, row.row) if isinstance(row, TableClaim) else row
    except CadresError as error:
        yield file_error(str(file), error)


def _read_text_file(reader: Reader, file: Path) -> list[Item]:
    items: list[Item] = []
    try:
        for document in read_documents(file):
            items += read_claims(document, reader)
    except CadresError as error:
        items.append(file_error(str(file), error))
    return items


def read_claims(document: Document, reader: Reader) -> list[Item]:
    """Read one document; the day and the place of publication that the command gives fill those that it lacks."""
    document = replace(
        document,
        published=document.published or reader.published,
        url=document.url or reader.origin.url,
        publisher=document.publisher or reader.origin.publisher,
    )
    known = read_gazetteers(reader.words)
    reading = read_text(document, known)
    source = make_text_source(document, reading, reader.today)
    claims = finish_claims(make_claims(document, reading, source.id, known))
    items: list[Item] = [Arrival(claim, source, None) for claim in claims]
    if not claims:
        items.append(no_facts(document) if is_foreign(document.text) else _without_facts(document))
    elif source.published_basis != "stated":
        items.append(_day_supplied(document, source))
    return items


def make_text_source(document: Document, reading: Reading, today: date) -> Source:
    """The source that a document is: known by its hash; its day as given, else as its text tells, else today."""
    published = document.published or reading.published
    return Source(
        id=make_source_id(title="", url="", publisher="", published="", sha256=document.sha256),
        kind="article",
        published=published or today,
        title=nfc(document.title) or None,
        publisher=nfc(document.publisher or "") or None,
        url=document.url,
        sha256=document.sha256,
        published_basis="stated" if document.published else "inferred" if published else "loaded",
    )


def finish_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Put other names on the claims of their person, tell an election and its approval apart, give ids."""
    found = list(claims)
    others: dict[str, set[str]] = {}
    for claim in found:
        if claim.kind == "name" and claim.person is not None:
            others.setdefault(claim.person, set()).update(claim.names)
    finished: dict[str, Claim] = {}
    for claim in found:
        if claim.kind == "name":
            continue
        names = tuple(sorted({*claim.names, *others.get(claim.person or "", ())} - {claim.person or ""}))
        for part in _election_apart(replace(claim, names=names)):
            known = with_id(part)
            finished.setdefault(known.id, known)
    return list(finished.values())


def _election_apart(claim: Claim) -> list[Claim]:
    """A text that gives the day of an election and of its approval tells of two acts in one post (RULES 8)."""
    if claim.elected is None:
        return [claim]
    approval = replace(claim, elected=None)
    election = replace(approval, date=claim.elected, action="bầu", issuer=None, number=None, date_basis=None)
    return [election, approval]


def _without_facts(document: Document) -> RowError:
    return file_error(
        str(document.path),
        InputError(
            vi=f"{document.place}: không đọc được sự việc nào về chức vụ; nếu bài có, hãy xem bằng "
            f"python -m loaders extract {document.path} --why-not «chức danh»",
            en=f"{document.place}: no fact about a post was read; if it has one, look with "
            f"python -m loaders extract {document.path} --why-not 'title'",
        ),
    )


def _day_supplied(document: Document, source: Source) -> Doubt:
    how = say_both(f"published.{source.published_basis}")
    return Doubt(
        kind="published",
        vi=f"{document.place}: ngày đăng được suy ra là {source.published} ({how.vi}); nếu sai, hãy dùng --published",
        en=f"{document.place}: published on {source.published}, supplied by us ({how.en}); if wrong, use --published",
    )
