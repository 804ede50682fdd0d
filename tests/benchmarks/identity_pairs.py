"""Identity measured on pairs made by hand (`identity_pairs.csv`): two rows a pair, as they would stand in our tables.

`truth` says whether the two rows name one person, `strength` how surely they let it be told. Each pair is read by the
loader and identified alone: joined, put to the user as a likeness, or apart.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

from graph.bodies import make_bodies
from graph.identity.individuals import find_individuals
from graph.known import Known, naming_of, post_of
from graph.model import Claim, Table
from graph.names import exact_key, folded
from loaders.gazetteers import read_gazetteers
from loaders.tables.cells import Row
from loaders.tables.rows import make_claim
from loaders.tables.sources import Origin, read_source

PAIRS = Path(__file__).with_suffix(".csv")
# From the surest match to the surest non-match: scores must fall along it.
BANDS = (
    ("same", "STRONG"),
    ("same", "MEDIUM"),
    ("same", "WEAK"),
    ("different", "WEAK"),
    ("different", "MEDIUM"),
    ("different", "STRONG"),
)
ALIASES = ("alias in brackets", "alias in a column", "nickname", "regional surname")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair as labelled, and what became of it: the score is 1 if joined, 0 if neither joined nor put to the user."""

    pair: str
    kind: str
    truth: str
    strength: str
    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]

    @property
    def joined(self) -> bool:
        return self.score == 1

    @property
    def offered(self) -> bool:
        return 0 < self.score < 1

    @property
    def band(self) -> tuple[str, str]:
        return self.truth, self.strength


def read_pairs(path: Path = PAIRS) -> list[Labelled]:
    """Read the labelled pairs and identify each."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(enumerate(csv.DictReader(file), start=2))
    pairs = [list(both) for _, both in groupby(rows, key=lambda numbered: numbered[1]["pair"])]
    return [_identify(both) for both in pairs]


def _identify(both: Sequence[tuple[int, dict[str, str]]]) -> Labelled:
    assert len(both) == 2, f"a pair is two rows: {both[0][1]['pair']}"
    known = [_read_row(number, dict(cells)) for number, cells in both]
    first = both[0][1]
    assert known[0].claim.id != known[1].claim.id, f"the rows of pair {first['pair']} are one"
    bodies = make_bodies([])
    found = find_individuals(naming_of(each, post_of(each, bodies)) for each in known)
    like = found.likenesses[0] if found.likenesses else None
    score = 1.0 if len(found.people) == 1 else like.score if like is not None else 0.0
    reasons = found.people[0].joined_by if len(found.people) == 1 else like.reasons if like is not None else ()
    names = tuple(each.claim.person or "" for each in known)
    return Labelled(
        first["pair"], first["class"], first["truth"], first["strength"], (names[0], names[1]), score, reasons
    )


def _read_row(number: int, cells: dict[str, str]) -> Known:
    """Read a row as the loader does: with `event` one of `decisions`, else one of `tenures`."""
    table: Table = "decisions" if cells["event"] else "tenures"
    if table == "tenures":
        cells["started"] = cells.pop("date")
    cells["source_title"] = cells.pop("source")
    row = Row(PAIRS.name, number, cells, cells)
    gazetteers = read_gazetteers()
    source = read_source(row, Origin(PAIRS.name, "", None, date(2026, 11, 24), gazetteers))
    claim: Claim = make_claim(row, table, source, id_source=PAIRS.name, gazetteers=gazetteers)
    return Known(claim, source.published, source.title, ())


def homonyms(pairs: Iterable[Labelled]) -> list[Labelled]:
    """Pairs of two people of one exact name."""
    return [pair for pair in pairs if pair.truth == "different" and len({exact_key(name) for name in pair.names}) == 1]


def aliases(pairs: Iterable[Labelled]) -> list[Labelled]:
    """Pairs of one person under a name and a labelled other one, with a second datum in common."""
    return [pair for pair in pairs if pair.kind in ALIASES and pair.band == ("same", "STRONG")]


def tones(pairs: Iterable[Labelled]) -> list[Labelled]:
    """Pairs whose names, both with diacritics, differ by diacritics alone, without a source that says they are one."""
    return [
        pair
        for pair in pairs
        if pair.kind in ("tone", "misprint", "minority")
        and len({folded(name) for name in pair.names}) == 1
        and len({exact_key(name) for name in pair.names}) == 2
        and not any(name.isascii() for name in pair.names)
    ]


def share(part: Sequence[object], whole: Sequence[object]) -> float:
    """The share of a part; of nothing all."""
    return len(part) / len(whole) if whole else 1.0


def inversions(pairs: Sequence[Labelled]) -> Iterator[tuple[Labelled, Labelled]]:
    """Pairs out of order: a surer match that scores lower than a less sure one or a non-match."""
    for upper, lower in pairwise(BANDS):
        for one in pairs:
            for other in pairs:
                if one.band == upper and other.band == lower and one.score < other.score:
                    yield one, other
