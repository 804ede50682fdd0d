"""Step 4: the rows of a table → predicates: who is given, keeps or leaves which post, by what the columns hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.names import title_case
from loaders.gazetteers.entries import VerbEntry
from loaders.text.acts import Reader
from loaders.text.chunks import Item, Subject, find_chunks, find_items, titles_of
from loaders.text.clausewords import read_verb
from loaders.text.decisions import read_predicates
from loaders.text.facts import Fact
from loaders.text.frames import Frame
from loaders.text.grids import Cell, Grid
from loaders.text.levels import Place
from loaders.text.mentions import Token, When, find_tokens
from loaders.text.names import Person
from loaders.text.predicates import Predicate
from loaders.text.titles import Title

_NEAR = 4  # sentences between a verb and the table that it is said of
_PAST = ("sau", "nguyên", "từ")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d|nay)")


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds; `title` if its head names the post itself, `verb` if it names what is done."""

    kind: str
    title: Title | None
    verb: VerbEntry | None
    whose: str = ""  # the role of those whose earlier posts it tells: `Chức vụ trước 1/7 của Bí thư`


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row by what they hold."""

    start: int
    end: int
    cells: tuple[tuple[_Column, Cell, tuple[Item, ...]], ...]

    def items(self, *kinds: str) -> tuple[Item, ...]:
        return tuple(item for column, _, items in self.cells if column.kind in kinds for item in items)

    def titles(self, kind: str) -> tuple[Title, ...]:
        return titles_of(self.items(kind))


def read_grid(reader: Reader, frame: Frame, grid: Grid) -> Iterator[Fact]:
    """Read the facts of a table, row by row, with the issuer, day and verb of the text before it."""
    columns = tuple(_column(reader, kind, head) for kind, head in zip(grid.kinds, grid.heads, strict=True))
    for cells in grid.rows:
        parsed = tuple(
            (column, cell, _items(reader, cell))
            for column, cell in zip(columns, cells, strict=False)
            if cell.end > cell.start
        )
        row = _Row(cells[0].start, cells[-1].end, parsed)
        yield from read_predicates(reader, frame, list(_predicates(reader, frame, row)))


def _column(reader: Reader, kind: str, head: Cell) -> _Column:
    items = _items(reader, head)
    titles = titles_of(items)
    named = titles[0] if len(titles) == 1 and kind in ("other", "time") else None
    whose = titles[0].role if len(titles) == 1 and kind == "old" else ""
    return _Column("holder" if named is not None and kind == "other" else kind, named, _verb(items), whose)


def _items(reader: Reader, cell: Cell) -> tuple[Item, ...]:
    page = reader.page
    return find_items(find_chunks(page, find_tokens(page.clean, page.folded, cell.start, cell.end)))


def _verb(items: Sequence[Item]) -> VerbEntry | None:
    verbs = (item.means["verb"] for item in items if isinstance(item, Token) and "verb" in item.means)
    return next((verb for verb in verbs if verb.event), None)


def _predicates(reader: Reader, frame: Frame, row: _Row) -> Iterator[Predicate]:
    for column, cell, items in row.cells:
        if column.kind == "holder" and column.title is not None:
            person = _person(reader, cell, items)
            if person is not None:
                yield from _given(row, person, [_placed(column.title, row.items("unit"))], _deciding(frame))
                yield from _kept(row, person, _earlier(row, column.title.role))
        elif column.kind == "person" and (person := _person(reader, cell, items)) is not None:
            yield from _of_person(reader, frame, row, person)


def _earlier(row: _Row, role: str) -> Sequence[Title]:
    """The posts that a column tells those of a role held before."""
    cells = (items for column, _, items in row.cells if column.kind == "old" and column.whose == role)
    return [title._replace(former=True) for items in cells for title in titles_of(items)]


def _person(reader: Reader, cell: Cell, items: Sequence[Item]) -> Person | None:
    """The name in a cell, which may stand there alone and in capitals."""
    found = next((item.person for item in items if isinstance(item, Subject)), None)
    if found is not None:
        return found
    words = reader.page.clean[cell.start : cell.end].partition("(")[0].strip()
    if not 2 <= len(words.split()) <= 6 or not all(word[:1].isupper() for word in words.split()):
        return None
    return Person(cell.start, cell.start + len(words), title_case(words), sure=True)


def _deciding(frame: Frame) -> VerbEntry | None:
    """The verb of the decision that a table is of; none where the text before it only speaks of posts."""
    recent = frame.deciding or frame.at - frame.verb_at <= _NEAR
    return frame.verb if recent and frame.verb is not None and frame.verb.event == "gain" else None


def _of_person(reader: Reader, frame: Frame, row: _Row, person: Person) -> Iterator[Predicate]:
    given, kept, plain = row.titles("new"), row.titles("old"), row.titles("post")
    over = next((column.verb for column, _, _ in row.cells if column.kind == "new"), None)
    if given:
        yield from _given(row, person, given, over or _deciding(frame), decided=True)
    verb = _verb(row.items("new")) if not given else None
    noted = _verb(row.items("note")) or (read_verb("bầu") if row.items("count") else None)
    if verb is not None:
        yield from _given(row, person, kept, verb)
    elif noted is not None:
        yield from _given(row, person, plain or kept, noted)
    else:
        yield from _kept(row, person, (*kept, *plain))
    yield from _noted(row, person)
    yield from _timed(reader, row, person)


def _given(
    row: _Row, person: Person, titles: Sequence[Title], verb: VerbEntry | None, *, decided: bool = False
) -> Iterator[Predicate]:
    """What a verb gives or takes; without one the posts are held."""
    if verb is None and not decided:
        yield from _kept(row, person, titles)
    elif titles:
        made = Predicate.given((row.start, row.end), verb, _subject(person), titles)
        made.dates = list(_dates(row))
        yield made


def _dates(row: _Row) -> Iterator[tuple[Token, When]]:
    for item in row.items("time", "note", "new"):
        if isinstance(item, Token) and item.kind == "date":
            yield item, item.means["date"]


def _kept(row: _Row, person: Person, titles: Sequence[Title]) -> Iterator[Predicate]:
    if titles:
        yield Predicate(row.start, row.end, before=[_subject(person, titles)], spread=True)


def _noted(row: _Row, person: Person) -> Iterator[Predicate]:
    """A note tells of other posts: past ones where it gives years or says so."""
    items = row.items("note")
    titles = titles_of(items)
    past = any(
        item.kind in ("date", "term") or item.text.casefold() in _PAST for item in items if isinstance(item, Token)
    )
    yield from _kept(
        row, person, [title._replace(former=title.former or past or bool(title.years)) for title in titles]
    )


def _timed(reader: Reader, row: _Row, person: Person) -> Iterator[Predicate]:
    """`Thời gian giữ chức Bí thư Huyện ủy` over `1975 - 1979`: the years of the post that heads the column."""
    for column, cell, _ in row.cells:
        years = _YEARS.search(reader.page.folded, cell.start, cell.end)
        if column.kind != "time" or column.title is None or years is None:
            continue
        if years[2] == "nay":
            yield from _kept(row, person, [column.title])
        else:
            held = column.title._replace(former=True, years=(years[1], years[2]))
            yield from _kept(row, person, [held])


def _placed(title: Title, unit: Sequence[Item]) -> Title:
    """A post of the unit that its row is of: `Chủ tịch UBND` of `Xã Ea Kly`."""
    place = next((item for item in unit if isinstance(item, Place)), None)
    if place is None or title.body is None or title.body.place:
        return title
    return title._replace(body=title.body._replace(level=place.level, place=place.name))


def _subject(person: Person, titles: Sequence[Title] = ()) -> Subject:
    return Subject(person.start, person.end, person, (), tuple(titles))
