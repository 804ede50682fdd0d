"""Steps 2 to 4 in a row: Document → Reading. Pure; every offset it gives is into the document's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.dates import PartialDate
from loaders.documents import Document
from loaders.gazetteers import Gazetteers
from loaders.gazetteers.entries import PlaceEntry
from loaders.text.acts import Reader
from loaders.text.bodies import Body
from loaders.text.chunks import Item, Posts, Subject, find_chunks, find_items
from loaders.text.clausewords import kind_of
from loaders.text.clean import clean, fold_for_scan, join_remarks
from loaders.text.context import HEAD_LINES, HEADINGS, LEAD_WEIGHT, TITLE_WEIGHT, Context, is_whole, plain_name
from loaders.text.dating import Dated, date_role, find_year, latest_day, make_partial
from loaders.text.facts import Fact, Vote, merge_facts
from loaders.text.frames import Frame
from loaders.text.grids import find_grids
from loaders.text.levels import Place
from loaders.text.lexicon import read_lexicon, reading_with
from loaders.text.mentions import Token, find_tokens
from loaders.text.papers import Parsed
from loaders.text.persons import Alias, gather_people
from loaders.text.places import find_levelled_places, holds_any, join_places
from loaders.text.quotes import is_spelt, quote_fact, quote_said
from loaders.text.restore import restore_diacritics
from loaders.text.segment import segment
from loaders.text.titles import Page
from loaders.text.votes import find_vote
from loaders.text.walk import Walk, effective_day, meeting_day

PublishedBasis = Literal["stated", "inferred"]
_MONTH = re.compile(r"tháng(?<!ngày tháng)(?<!\d tháng)(?<!\wtháng) (\d{1,2})(?:(?:\s?[/-]\s?| năm )(\d{4}))?(?![\w/])")
_IN_FORCE = "hiệu lực"
_OF_HOME = ("quê", "quán", "sinh", "trú")
_FAR = 10  # items between `sinh` and the last place of where that was
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
    title = restore_diacritics(clean(document.title).text).text
    places = find_levelled_places(f"{title}\n{words}")
    parsed = parse_sentences(page, places)
    headline = parse_sentences(Page(title, fold_for_scan(title)), places) if title and title not in words else ()
    context = _make_context(document.published, headline, parsed)
    people = gather_people(_subjects(parsed))
    year = find_year(words, document.published)
    frame = Frame(year=year)
    frame.effective = _effective_for_all(page, parsed, year)
    frame.announced = _month_of_title(document, year)
    facts = merge_facts(Walk(Reader(page, context, people, year), frame, parsed).read(find_grids(page)))
    votes = _votes(page, context, year, parsed)
    published, basis = _published(document, page, parsed, year)
    return Reading(
        tuple(quote_fact(document, cleaned, fact) for fact in facts if is_spelt(fact, restored.unknown)),
        tuple(quote_said(document, cleaned, pair) for pair in people.aliases),
        tuple(quote_said(document, cleaned, vote) for vote in votes),
        published,
        basis,
    )


def parse_sentences(page: Page, places: Mapping[str, PlaceEntry] | None = None) -> tuple[Parsed, ...]:
    """Cut a page into sentences and find the items of each; `places` are those the text names with a level."""
    if places is None:
        places = find_levelled_places(page.clean)
    gazetteers = read_lexicon().gazetteers
    firsts = {name.partition(" ")[0] for name in places}
    found = []
    for sentence in segment(page.clean, gazetteers):
        tokens = find_tokens(page.clean, page.folded, sentence.start, sentence.end)
        if firsts and holds_any(page.clean[sentence.start : sentence.end], firsts):
            tokens = join_places(tokens, places, firsts)
        found.append((sentence, find_items(find_chunks(page, tokens))))
    return tuple(found)


def _subjects(parsed: Sequence[Parsed]) -> Iterator[Subject]:
    for _, items in parsed:
        for item in items:
            if isinstance(item, Subject):
                yield item


def _make_context(published: date | None, headline: Sequence[Parsed], parsed: Sequence[Parsed]) -> Context:
    """Gather places and bodies, the headline's and the lead's counting more."""
    context = Context(published)
    for _, items in headline:
        _note(context, [_moved(item) for item in items], TITLE_WEIGHT)
    for sentence, items in parsed:
        lead = sentence.line <= 1
        _note(context, items, LEAD_WEIGHT if lead else 1)
        if sentence.opens and sentence.line < HEAD_LINES and not context.heading:
            context.heading = _fills_line(items)
    return context


def _fills_line(items: Sequence[Item]) -> str:
    """The institution whose name a line consists of: the page is about it."""
    body = items[0] if len(items) == 1 else None
    if not isinstance(body, Body):
        return ""
    return plain_name(body) if is_whole(body) and kind_of(body) in HEADINGS else ""


def _moved(item: Item) -> Item:
    """Put a headline's body or place before the text's first character."""
    return item._replace(start=-1, end=-1) if isinstance(item, Body | Place) else item


def _note(context: Context, items: Sequence[Item], weight: int) -> None:
    for at, item in enumerate(items):
        if isinstance(item, Token):
            continue
        if isinstance(item, Place) and not _is_home(items, at):
            context.add_place(item.start, item.level, item.name, weight, aside=_is_aside(items, at))
        elif isinstance(item, Body):
            context.add_body(item, weight)
        elif not isinstance(item, Place):
            for title in item.titles:
                if title.body is not None:
                    context.add_body(title.body)


def _is_home(items: Sequence[Item], at: int) -> bool:
    """Tell whether a place is only where somebody is from: `quê Đà Nẵng`, `sinh tại huyện Mường La, tỉnh Sơn La`."""
    for item in reversed(items[max(at - _FAR, 0) : at]):
        if not isinstance(item, Token | Place):
            return False
        if isinstance(item, Token) and item.text.casefold() in _OF_HOME:
            return True
    return False


def _is_aside(items: Sequence[Item], at: int) -> bool:
    """Tell whether a place only says where the one before it lies: `thành phố Pleiku (Gia Lai)`."""
    around = [items[other] for other in (at - 1, at + 1) if 0 <= other < len(items)]
    marks = [item.text for item in around if isinstance(item, Token)]
    return marks == ["(", ")"] and at >= 2 and isinstance(items[at - 2], Place | Body | Posts)


def _votes(page: Page, context: Context, year: int | None, parsed: Sequence[Parsed]) -> tuple[Vote, ...]:
    if "phiếu tín nhiệm" not in page.folded:  # as in most texts: no vote's day has to be looked for
        return ()
    frame = Frame(year=year)
    for _, items in parsed[:6]:
        frame.announced = frame.announced or meeting_day(page, items, year, lead=True)
    vote = find_vote(page, context, frame, parsed)
    return () if vote is None else (vote,)


def _month_of_title(document: Document, year: int | None) -> Dated | None:
    """The month that a headline names: `Công tác cán bộ tháng 2`; a day told later is nearer."""
    found = _MONTH.search(fold_for_scan(clean(document.title).text))
    if found is None or not 1 <= int(found[1]) <= 12 or not (found[2] or year):
        return None
    return Dated(f"{found[2] or year}-{int(found[1]):02d}", "announced", not found[2])


def _effective_for_all(page: Page, parsed: Sequence[Parsed], year: int | None) -> Dated | None:
    """Find the day from which all decisions of the text count, where one sentence says so of them all."""
    for sentence, items in parsed if _IN_FORCE in page.folded else ():
        if page.folded.find(_IN_FORCE, sentence.start, sentence.end) < 0:
            continue
        if _ALL_COUNT.search(page.folded, sentence.start, sentence.end) is not None:
            day = effective_day(page, items, year)
            if day is not None:
                return day
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
