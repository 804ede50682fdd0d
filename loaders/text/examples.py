"""The example that each entry of a gazetteer carries: read, and compared with what the entry says of it.

`printed => wanted`; without `=>` what is printed is wanted, after it `-` asks only that something is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from loaders.documents import Document
from loaders.gazetteers import Gazetteers
from loaders.gazetteers.rows import Row
from loaders.text.clean import fold_for_scan
from loaders.text.grids import kind_of_column
from loaders.text.lexicon import reading_with
from loaders.text.read import Reading, read_text
from loaders.text.restore import restore_diacritics

AN = "Đỗ Văn An"
_SPEAKS = f"Ông {AN}, {{}}, phát biểu."
_HEADS = f"Ông {AN}, Thủ trưởng {{}}, phát biểu."
_TAIL = f"Ông {AN}, Bí thư Tỉnh ủy Sơn La, phát biểu.\n{{}}\n{{}}Ông Lê Nam, Bí thư Tỉnh ủy Sơn La."


@dataclass(frozen=True, slots=True)
class Misread:
    """An entry whose example is read otherwise than it says."""

    row: Row
    found: tuple[str, ...]

    @property
    def fault(self) -> InputError:
        """The error that names file and line."""
        found = " | ".join(self.found) or "–"
        return self.row.fault(
            vi=f"ví dụ «{self.row['example']}» lại đọc thành: {found}",
            en=f"the example '{self.row['example']}' is read as: {found}",
        )


def find_misread(gazetteers: Gazetteers, rows: Iterable[Row]) -> Iterator[Misread]:
    """Read the examples of rows and find those that are not read as they say."""
    for row in rows:
        printed, _, wanted = row["example"].partition(" => ")
        found = READERS[row.file](gazetteers, printed)
        as_said = bool(found) if wanted == "-" else (wanted or printed) in found
        if not as_said:
            yield Misread(row, tuple(found))


def _read(gazetteers: Gazetteers, text: str) -> Reading:
    return read_text(Document("example", "", text, None, None, None, Path("example"), "0"), gazetteers)


def _posts(gazetteers: Gazetteers, printed: str) -> list[str]:
    facts = _read(gazetteers, _SPEAKS.format(printed)).facts
    return [f"{fact.role} @ {fact.organization}" for fact in facts]


def _bodies(gazetteers: Gazetteers, printed: str) -> list[str]:
    return [fact.organization for fact in _read(gazetteers, _HEADS.format(printed)).facts]


def _bodies_of_posts(gazetteers: Gazetteers, printed: str) -> list[str]:
    return [fact.organization for fact in _read(gazetteers, _SPEAKS.format(printed)).facts]


def _people(gazetteers: Gazetteers, printed: str) -> list[str]:
    return [fact.person for fact in _read(gazetteers, f"{printed}.").facts]


def _issuers(gazetteers: Gazetteers, printed: str) -> list[str]:
    return [fact.issuer or "" for fact in _read(gazetteers, f"{printed}.").facts]


def _signs(gazetteers: Gazetteers, printed: str) -> list[str]:
    """All that a cue or verb can change in a reading, in one list."""
    reading = _read(gazetteers, f"{printed}.")
    found = [
        value or "" for fact in reading.facts for value in (fact.event, fact.action, fact.role, fact.date or "no day")
    ]
    decided = any(fact.event in ("gain", "lose") for fact in reading.facts)
    return [*found, *(other for _, other in reading.aliases), *([] if decided else ["no fact"])]


def _whole(gazetteers: Gazetteers, printed: str) -> list[str]:
    """A line without diacritics behind words that make it one; those are cut off again."""
    lead = "Chu tich UBND, "
    with reading_with(gazetteers):
        return [restore_diacritics(f"{lead}{printed}").text[len(lead) :]]


def _columns(gazetteers: Gazetteers, printed: str) -> list[str]:
    with reading_with(gazetteers):
        return [kind_of_column(fold_for_scan(printed))]


def _tails(gazetteers: Gazetteers, printed: str) -> list[str]:
    """What a line is where only what stands before it is read; one that heads a list has an item under it."""
    reached = [(how, _read(gazetteers, _TAIL.format(printed, item))) for how, item in (("tail", ""), ("list", "- "))]
    return [how for how, reading in reached if {fact.person for fact in reading.facts} == {AN}]


READERS: dict[str, Callable[[Gazetteers, str], list[str]]] = {
    "roles.tsv": _posts,
    "titles.tsv": _posts,
    "heads.tsv": _bodies,
    "bodies.tsv": _bodies,
    "fields.tsv": _bodies,
    "abbreviations.tsv": _bodies,
    "tail_words.tsv": _bodies,
    "closers.tsv": _bodies,
    "bare.tsv": _whole,
    "places.tsv": _bodies_of_posts,
    "districts.tsv": _bodies_of_posts,
    "columns.tsv": _columns,
    "verbs.tsv": _signs,
    "cues.tsv": _signs,
    "honorifics.tsv": _people,
    "surnames.tsv": _people,
    "issuers.tsv": _issuers,
    "furniture.tsv": _tails,
}
