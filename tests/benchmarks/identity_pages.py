"""Identity measured on the large sample: each page of the wiki is one person, whatever its rows are called.

The rows are read as they are, without the pages' ids, and with each page cut in two sources.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from graph.bodies import make_bodies
from graph.identity.individuals import Identified, find_individuals
from graph.known import Known, naming_of, post_of
from graph.names import exact_key
from loaders.reports import TableClaim
from loaders.tables import read_table

SAMPLE = Path(__file__).resolve().parents[2] / "loaders" / "sample" / "vietnam" / "tenures.csv"
FIRST_LOAD = date(2026, 11, 24)
Cells = dict[str, str]
Change = Callable[[Cells, int], Cells]


@dataclass(frozen=True, slots=True)
class Telling:
    """One row as claimed: the page that it is from, in which part of it, and what it became."""

    page: str
    part: int
    known: Known


@dataclass(frozen=True, slots=True)
class Parting:
    """How the persons concluded fit the pages."""

    claims: int
    pages: int
    persons: int
    precision: float  # of pairs of claims taken for one person
    recall: float
    b_precision: float
    b_recall: float
    homonyms: int  # pairs of pages that bear one name
    kept_apart: int
    wrong: tuple[tuple[str, str, str], ...]  # pages joined, and on what ground


@dataclass(frozen=True, slots=True)
class Halves:
    """What becomes of pages that two sources tell of: joined by rule, put to the user, neither."""

    pages: int
    joined: int
    offered: int
    queue: int  # pairs put to the user
    true: int  # of them pairs of one page
    persons: int
    order: float  # how often a pair of one page scores higher than a pair of two, ties by half

    @property
    def neither(self) -> int:
        return self.pages - self.joined - self.offered


def read_pages() -> list[Cells]:
    """Read the rows of the sample as printed."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def without_ids(row: Cells, n: int) -> Cells:
    """Leave out what the wiki calls its person by; `n` counts the rows of a page."""
    return {name: cell for name, cell in row.items() if name not in ("person_id", "id_source")}


def without_births(row: Cells, n: int) -> Cells:
    """Leave out the year of birth too."""
    return {**without_ids(row, n), "born": ""}


def in_halves(row: Cells, n: int) -> Cells:
    """Put every second row of a page in a source of its own."""
    return {**row, "source_url": f"{row['source_url']}&half={n % 2}"}


def without_diacritics(row: Cells, n: int) -> Cells:
    """Print the name of every second row as a keyboard without diacritics does."""
    if n % 2 == 0:
        return row
    bare = "".join(char for char in unicodedata.normalize("NFD", row["person"]) if not unicodedata.combining(char))
    return {**row, "person": bare.replace("đ", "d").replace("Đ", "D")}


def read_tellings(folder: Path, rows: Sequence[Cells], changes: Sequence[Change]) -> list[Telling]:
    """Read the rows through the loader, each changed as said."""
    count: Counter[str] = Counter()
    origins: list[tuple[str, int]] = []
    changed = []
    for row in rows:
        page = row["source_url"]
        origins.append((page, count[page] % 2))
        for change in changes:
            row = change(row, count[page])
        changed.append(row)
        count[page] += 1
    path = folder / "tenures.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(changed[0]))
        table.writeheader()
        table.writerows(changed)
    read = [each for each in read_table(path, first_load=FIRST_LOAD) if isinstance(each, TableClaim)]
    assert len(read) == len(rows), "every row is understood"
    return [
        Telling(page, part, Known(each.claim, each.source.published, each.source.title, ()))
        for (page, part), each in zip(origins, read, strict=True)
    ]


def identify(tellings: Iterable[Telling]) -> Identified:
    """Conclude persons from rows by rule alone."""
    bodies = make_bodies([])
    known = {each.known.claim.id: each.known for each in tellings}
    return find_individuals(naming_of(each, post_of(each, bodies)) for each in known.values())


def measure_parting(tellings: Sequence[Telling], found: Identified) -> Parting:
    """Compare the persons with the pages."""
    page_of = {each.known.claim.id: each.page for each in tellings}
    person_of = {claim: person.id for person in found.people for claim in person.claims}
    by_both = Counter((person_of[claim], page) for claim, page in page_of.items())
    by_person, by_page = Counter(person_of[claim] for claim in page_of), Counter(page_of.values())
    right = sum(_pairs(n) for n in by_both.values())
    told = len(page_of)
    names: dict[str, set[str]] = defaultdict(set)
    for each in tellings:
        names[exact_key(each.known.claim.person or "")].add(each.page)
    homonyms = {frozenset(pair) for pages in names.values() for pair in combinations(sorted(pages), 2)}
    wrong = tuple(_wrong_joins(found, page_of))
    joined = {frozenset(pair) for *pair, _ in wrong}
    return Parting(
        claims=told,
        pages=len(by_page),
        persons=len(by_person),
        precision=right / sum(_pairs(n) for n in by_person.values()),
        recall=right / sum(_pairs(n) for n in by_page.values()),
        b_precision=sum(n * n / by_person[person] for (person, _), n in by_both.items()) / told,
        b_recall=sum(n * n / by_page[page] for (_, page), n in by_both.items()) / told,
        homonyms=len(homonyms),
        kept_apart=len(homonyms - joined),
        wrong=wrong,
    )


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _wrong_joins(found: Identified, page_of: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for person in found.people:
        for one, other in combinations(sorted({page_of[claim] for claim in person.claims}), 2):
            yield one, other, f"{person.name}: {', '.join(person.joined_by)}"


def measure_halves(tellings: Sequence[Telling], found: Identified) -> Halves:
    """Tell what becomes of pages that two sources tell of."""
    told = {each.known.claim.id: each for each in tellings}
    parts: dict[str, set[int]] = defaultdict(set)
    pages_of: dict[str, set[str]] = defaultdict(set)
    joined: set[str] = set()
    for each in told.values():
        parts[each.page].add(each.part)
    for person in found.people:
        seen: dict[str, set[int]] = defaultdict(set)
        for claim in person.claims:
            seen[told[claim].page].add(told[claim].part)
        pages_of[person.id] |= seen.keys()
        joined |= {page for page, halves in seen.items() if len(halves) == 2}
    cut = {page for page, halves in parts.items() if len(halves) == 2}
    shared = [pages_of[like.person_a] & pages_of[like.person_b] for like in found.likenesses]
    offered = {page for pages in shared for page in pages} & cut - joined
    return Halves(
        pages=len(cut),
        joined=len(joined),
        offered=len(offered),
        queue=len(shared),
        true=sum(bool(pages) for pages in shared),
        persons=len(found.people),
        order=_order(
            [like.score for like, pages in zip(found.likenesses, shared, strict=True) if pages],
            [like.score for like, pages in zip(found.likenesses, shared, strict=True) if not pages],
        ),
    )


def _order(true: Sequence[float], false: Sequence[float]) -> float:
    higher = sum((one > other) + (one == other) / 2 for one in true for other in false)
    return higher / (len(true) * len(false)) if true and false else 1.0
