"""Steps 2 to 4 in a row: Document → Reading. Pure; every offset it gives is into the document's own text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.dates import PartialDate
from loaders.documents import Document
from loaders.gazetteers import Gazetteers
from loaders.gazetteers.entries import PlaceEntry
from loaders.text.acts import Reader
from loaders.text.biography import find_span, read_career_line
from loaders.text.bodies import Body
from loaders.text.chunks import Item, Posts, Subject, find_chunks, find_items
from loaders.text.clauses import ClauseReader
from loaders.text.clausewords import split_clauses
from loaders.text.clean import clean, fold_for_scan, join_remarks
from loaders.text.complete import complete_body
from loaders.text.context import LEAD_WEIGHT, TITLE_WEIGHT, Context
from loaders.text.dating import Dated, date_role, find_year, latest_day, make_partial
from loaders.text.decisions import read_predicates
from loaders.text.facts import Fact, Vote, merge_facts
from loaders.text.frames import Frame
from loaders.text.grid_rows import read_grid
from loaders.text.grids import Grid, find_grids
from loaders.text.headings import enter_place, find_assembly, find_label
from loaders.text.issuers import find_authority
from loaders.text.levels import Place
from loaders.text.lexicon import read_lexicon, reading_with
from loaders.text.mentions import Token, find_tokens
from loaders.text.papers import Parsed, find_heading, is_authority, open_list, read_signature
from loaders.text.persons import Alias, gather_people
from loaders.text.places import find_levelled_places, join_places
from loaders.text.portraits import lone_name, read_portrait, tells_of_death
from loaders.text.pronouns import resolve_pronouns
from loaders.text.quotes import is_spelt, quote_alias, quote_fact, quote_vote
from loaders.text.restore import restore_diacritics
from loaders.text.segment import Sentence, segment
from loaders.text.shares import one_of
from loaders.text.titles import Page, Title
from loaders.text.votes import find_vote

PublishedBasis = Literal["stated", "inferred"]
_ARTICLE = re.compile(r"Điều \d{1,2}\b")
_ALL_COUNT = re.compile(r"(?:các|mọi|những) (?:quyết định|nghị quyết)[^.;]{0,40} hiệu lực|, hiệu lực (?:kể )?từ")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says: facts, the names it gives to one person, confidence votes, its day of publication."""

    facts: tuple[Fact, ...]
    names: tuple[Alias, ...]
    votes: tuple[Vote, ...]
    published: date | None
    published_basis: PublishedBasis | None

    @property
    def aliases(self) -> tuple[tuple[str, str], ...]:
        return tuple((pair.name, pair.other) for pair in self.names)


def read_text(document: Document, gazetteers: Gazetteers | None = None) -> Reading:
    """Read the facts, aliases and votes of a document, by the project's gazetteers or by others."""
    with reading_with(gazetteers):
        return _read_text(document)


def _read_text(document: Document) -> Reading:
    cleaned = clean(document.text)
    restored = restore_diacritics(join_remarks(cleaned.text))
    words = restored.text
    page = Page(words, fold_for_scan(words))
    places = find_levelled_places(f"{restore_diacritics(clean(document.title).text).text}\n{words}")
    parsed = parse_sentences(page, places)
    context = _make_context(document, page, parsed, places)
    people = gather_people(_subjects(parsed))
    year = find_year(words, document.published)
    frame = Frame(year=year)
    frame.effective = _effective_for_all(page, parsed, year)
    facts = merge_facts(_read_all(Reader(page, context, people, year), frame, parsed, find_grids(page)))
    votes = _votes(page, context, year, parsed)
    published, basis = _published(document, page, parsed, year)
    return Reading(
        tuple(quote_fact(document, cleaned, fact) for fact in facts if is_spelt(fact, restored.unknown)),
        tuple(quote_alias(document, cleaned, pair) for pair in people.aliases),
        tuple(quote_vote(document, cleaned, vote) for vote in votes),
        published,
        basis,
    )


def parse_sentences(page: Page, places: Mapping[str, PlaceEntry] | None = None) -> tuple[Parsed, ...]:
    """Cut a page into sentences and find the items of each; `places` are those the text names with a level."""
    if places is None:
        places = find_levelled_places(page.clean)
    furniture = read_lexicon().gazetteers.furniture
    found = []
    for sentence in segment(page.clean, furniture):
        tokens = find_tokens(page.clean, page.folded, sentence.start, sentence.end)
        found.append((sentence, find_items(find_chunks(page, join_places(tokens, places)))))
    return tuple(found)


def _subjects(parsed: Sequence[Parsed]) -> Iterator[Subject]:
    for _, items in parsed:
        for item in items:
            if isinstance(item, Subject):
                yield item


def _make_context(
    document: Document, page: Page, parsed: Sequence[Parsed], places: Mapping[str, PlaceEntry]
) -> Context:
    """Gather places and bodies, the headline's and the lead's counting more."""
    context = Context(document.published)
    title = restore_diacritics(clean(document.title).text).text
    if title and title not in page.clean:
        headline = Page(title, fold_for_scan(title))
        for _, items in parse_sentences(headline, places):
            _note(context, [_moved(item) for item in items], TITLE_WEIGHT)
    for sentence, items in parsed:
        lead = sentence.line <= 1
        _note(context, items, LEAD_WEIGHT if lead else 1)
    return context


def _moved(item: Item) -> Item:
    """Put a headline's body or place before the text's first character."""
    return replace(item, start=-1, end=-1) if isinstance(item, Body | Place) else item


def _note(context: Context, items: Sequence[Item], weight: int) -> None:
    for at, item in enumerate(items):
        if isinstance(item, Place):
            context.add_place(item.start, item.level, item.name, weight, aside=_is_aside(items, at))
        elif isinstance(item, Body):
            context.add_body(item, weight)
        elif isinstance(item, Subject | Posts):
            for title in item.titles:
                _note_title(context, title)


def _is_aside(items: Sequence[Item], at: int) -> bool:
    """Tell whether a place only says where the one before it lies: `thành phố Pleiku (Gia Lai)`."""
    around = [items[other] for other in (at - 1, at + 1) if 0 <= other < len(items)]
    marks = [item.text for item in around if isinstance(item, Token)]
    return marks == ["(", ")"] and at >= 2 and isinstance(items[at - 2], Place | Body | Posts)


def _note_title(context: Context, title: Title) -> None:
    if title.body is not None:
        context.add_body(title.body)


def _read_all(reader: Reader, frame: Frame, parsed: Sequence[Parsed], grids: Sequence[Grid]) -> Iterator[Fact]:
    last: list[Subject] = []
    dead = tells_of_death(reader.page.folded)
    whose: Subject | None = None  # the one whose name stands alone on a line above
    waiting, end = deque(grids), 0
    for number, (sentence, items) in enumerate(parsed):
        frame.at, frame.subjects, frame.houses = number, [], ()
        while waiting and sentence.start >= waiting[0].start:
            grid = waiting.popleft()
            end = grid.end
            yield from read_grid(reader, frame, grid)
        if sentence.start < end:
            continue
        _enter(reader, frame, sentence, items)
        if is_authority(reader, parsed, number) and (found := find_authority(reader.context, items)) is not None:
            frame.issuer, frame.issuer_line, frame.issuer_numbered = found, sentence.line, False
        if signed := tuple(read_signature(reader, parsed, number)):
            yield from signed
            continue
        if (heading := find_heading(parsed, number)) is not None:
            frame.open = open_list(heading, sentence, frame.giver)
            continue
        if sentence.opens and find_span(items) is not None:
            yield from read_career_line(reader, items, last, sentence.end)
            continue
        frame.about = _only_one(reader, last)
        resolved = resolve_pronouns(reader.people, items, frame.about)
        whose = whose if whose is not None and not any(isinstance(item, Subject) for item in items) else None
        whose = lone_name(sentence, items) or whose
        said: Subject | None = None  # of whom the clause before says what posts are held
        for clause in split_clauses(resolved):
            if whose is not None:
                yield from read_portrait(reader, whose, clause, past=dead)
            elif said is not None:
                yield from read_portrait(reader, said, clause, past=False)
            start = clause[0].start
            predicates = ClauseReader(start).read(clause)
            said = next((p.subjects[0] for p in predicates if p.copula and len(p.subjects) == 1), None)
            yield from read_predicates(reader, frame, predicates)
        named = [item for item in resolved if isinstance(item, Subject)]
        last = named or last


def _only_one(reader: Reader, named: Sequence[Subject]) -> Subject | None:
    """The person of a sentence, without the titles; None if it named several."""
    names = {reader.people.full_name(subject.person) for subject in named}
    return replace(named[-1], before=(), after=()) if len(names) == 1 else None


def _enter(reader: Reader, frame: Frame, sentence: Sentence, items: Sequence[Item]) -> None:
    """Turn the frame to a new sentence: the day of a meeting, the place of an item of a digest."""
    if sentence.kind == "caption":
        frame.open = None
    if sentence.opens:
        if frame.open is not None and sentence.kind != "item" and not _may_go_on(reader.page, frame, sentence, items):
            frame.open = None
        enter_place(reader.context, sentence, items)
        frame.label = find_label(reader.page, items)
        _enter_unit(reader, frame)
        frame.line = sentence.line
    frame.assembly = find_assembly(reader.context, items) or frame.assembly
    frame.in_item = sentence.kind == "item" or _ARTICLE.match(reader.page.clean, sentence.start) is not None
    day = _meeting_day(reader.page, items, frame.year, lead=sentence.line <= 2 and frame.announced is None)
    if day is not None and (sentence.opens or frame.announced is None):
        frame.announced = day


def _enter_unit(reader: Reader, frame: Frame) -> None:
    """Let the bare titles of a line be of the unit that heads it: `Khu vực II: … Phó Chi cục trưởng`."""
    titles = frame.open.posts if frame.open is not None else ()
    units = next((title.body for title in titles if title.each and title.body is not None), None)
    unit = None if units is None or frame.label is None else one_of(units, frame.label)
    named = None if unit is None else complete_body(reader.context, None, unit)
    if named is not None:
        reader.context.local_body = named.name


def _meeting_day(page: Page, items: Sequence[Item], year: int | None, *, lead: bool) -> Dated | None:
    """Find the day a sentence opens with, or in the lead the first one; a decision's own day is not it."""
    for at, item in enumerate(items):
        if isinstance(item, Token) and item.kind == "number":
            return None
        if not isinstance(item, Token) or item.kind != "date" or (at > 4 and not lead):
            continue
        partial, supplied = make_partial(item.means["date"], year)
        plain = date_role(page.folded, item.start, item.end) == "plain"
        if plain and partial is not None and partial.day is not None:
            return Dated(str(partial), "announced", supplied)
    return None


def _may_go_on(page: Page, frame: Frame, sentence: Sentence, items: Sequence[Item]) -> bool:
    """Tell whether a plain line goes on a list: right under its head, or one more bare name under another."""
    if sentence.line != frame.line + 1 or frame.open is None or not items:
        return False
    whole = page.clean[sentence.end - 1] in ".!?"
    return (
        not frame.open.subjects
        or find_label(page, items) is not None
        or (isinstance(items[0], Subject) and not items[0].before and not whole)
    )


def _votes(page: Page, context: Context, year: int | None, parsed: Sequence[Parsed]) -> tuple[Vote, ...]:
    frame = Frame(year=year)
    for _, items in parsed[:6]:
        frame.announced = frame.announced or _meeting_day(page, items, year, lead=True)
    vote = find_vote(page, context, frame, parsed)
    return () if vote is None else (vote,)


def _effective_for_all(page: Page, parsed: Sequence[Parsed], year: int | None) -> Dated | None:
    """Find the day from which all decisions of the text count, where one sentence says so of them all."""
    for sentence, items in parsed:
        if _ALL_COUNT.search(page.folded, sentence.start, sentence.end) is None:
            continue
        for item in items:
            if isinstance(item, Token) and item.kind == "date":
                partial, supplied = make_partial(item.means["date"], year)
                if partial is not None and date_role(page.folded, item.start, item.end) == "effective":
                    return Dated(str(partial), "effective", supplied)
    return None


def _published(
    document: Document, page: Page, parsed: Sequence[Parsed], year: int | None
) -> tuple[date | None, PublishedBasis | None]:
    """Give the stated day, else the latest full day of a past event in the text (RULES 6)."""
    if document.published is not None:
        return document.published, "stated"
    days: list[PartialDate] = []
    for _, items in parsed:
        for item in items:
            if isinstance(item, Token) and item.kind == "date":
                partial, _ = make_partial(item.means["date"], year)
                if partial is not None and date_role(page.folded, item.start, item.end) == "plain":
                    days.append(partial)
    found = latest_day(days)
    return found, (None if found is None else "inferred")
