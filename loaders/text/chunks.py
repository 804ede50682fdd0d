"""Step 3: tokens → chunks (persons, titles, bodies, places, other tokens), then persons with the titles around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from loaders.text.aliases import find_aliases
from loaders.text.bodies import Body, find_body
from loaders.text.chunkwords import STILL, cue_of, is_committee, is_decided_by, is_held, leads_in, text_of
from loaders.text.levels import Place, find_place
from loaders.text.mentions import Token
from loaders.text.names import Person, find_person
from loaders.text.titles import Page, Title, find_title

_MAY_BEGIN = ("Trưởng", "trưởng")  # of each: `Trưởng các Ban`
# Kinds of phrases that begin a chunk in small letters too; a `cue` does where it leads a title: `quyền Bộ trưởng`.
_OPENING = frozenset(("honorific", "role", "title", "body", "head", "level", "place", "cue"))
LONGEST_REMARK = 8  # tokens
MOST_STATUS = 6  # tokens
_REMARKS = ("word", "digits", "term", "date", "capital")
Chunk = Person | Title | Body | Place | Token
_SEPARATORS = (",", "-", "và", "kiêm", "kiêm nhiệm", "đồng thời là", "rồi", "kiêm giữ chức")


class Subject(NamedTuple):
    """A person with the titles printed before the name and in apposition after it."""

    start: int
    end: int
    person: Person
    before: tuple[Title, ...] = ()
    after: tuple[Title, ...] = ()
    aliases: tuple[str, ...] = ()
    alias_end: int = 0
    unit: Body | Place | None = None  # in brackets after the name, where a list gives each the post of one unit

    @property
    def titles(self) -> tuple[Title, ...]:
        return self.before + self.after


class Posts(NamedTuple):
    """Titles that stand with no person beside them: what a decision gives or takes, or who decides."""

    start: int
    end: int
    titles: tuple[Title, ...]


Item = Subject | Posts | Body | Place | Token


def titles_of(items: Iterable[Item]) -> tuple[Title, ...]:
    """The titles among some items that stand with no person beside them."""
    return tuple(title for item in items if isinstance(item, Posts) for title in item.titles)


def find_chunks(page: Page, tokens: Sequence[Token]) -> tuple[Chunk, ...]:
    """Find the chunks of a sentence, in order; the longest reading at each place."""
    chunks: list[Chunk] = []
    at = 0
    for number, token in enumerate(tokens):
        if number < at:
            continue
        found: tuple[Chunk, int] | None = None
        if token.kind == "phrase" or token.text in _MAY_BEGIN:
            found = _chunk_at(page, tokens, number)
        elif token.kind == "capital":
            found = _person_at(tokens, number)
        if found is None:
            chunks.append(token)
        else:
            chunks.append(found[0])
            at = found[1]
    return tuple(chunks)


def _person_at(tokens: Sequence[Token], at: int) -> tuple[Chunk, int] | None:
    found = find_person(tokens, at)
    return None if found is None else (found[0], at + found[1])


def _chunk_at(page: Page, tokens: Sequence[Token], at: int) -> tuple[Chunk, int] | None:
    token = tokens[at]
    means = token.means
    if _OPENING.isdisjoint(means) and token.text[0].islower() and token.text not in _MAY_BEGIN:
        return None
    if "honorific" in means and (person := _person_at(tokens, at)) is not None:
        return person
    if (title := find_title(page, tokens, at)) is not None:
        return title
    if ("body" in means or "head" in means) and (token.text[:1].isupper() or is_committee(token)):
        return find_body(tokens, at)
    if "level" in means and (place := find_place(tokens, at)) is not None:
        return place
    if "honorific" not in means and token.text[0].isupper() and (person := _person_at(tokens, at)) is not None:
        return person
    return find_place(tokens, at) if "place" in means else None


def find_items(chunks: Sequence[Chunk]) -> tuple[Item, ...]:
    """Join titles to the persons they belong to: before the name, or after a comma, a bracket or a dash."""
    items: list[Item] = []
    at = 0
    for number, chunk in enumerate(chunks):
        if number < at:
            continue
        if isinstance(chunk, Token) and (not chunk.means or not leads_in(chunk)):
            items.append(chunk)
        else:
            at = _add_items(items, chunks, number)
    return tuple(items)


def _add_items(items: list[Item], chunks: Sequence[Chunk], at: int) -> int:
    """Add what begins with a person, a title, a body or a word that leads one in; return the index after it."""
    chunk = chunks[at]
    if isinstance(chunk, Person):
        subject, after = _subject(chunks, at, ())
        items.append(subject)
        return after
    giver = chunks[at + 1] if at + 1 < len(chunks) else None
    if isinstance(chunk, Token) and cue_of(chunk) == "proxy" and isinstance(giver, Title):
        items += [chunk, Posts(giver.start, giver.end, (giver,))]
        return at + 2
    titles, after = find_group(chunks, at, keep_last=True)
    if not titles:
        if not isinstance(chunk, Title):
            items.append(chunk)
        return at + 1
    if after < len(chunks) and isinstance(chunks[after], Person) and _touches(chunks, after):
        if isinstance(chunk, Title) and len(titles) > 1 and is_decided_by(chunks, at, after):
            items.append(Posts(chunk.start, chunk.end, (chunk,)))
            return at + 1
        subject, after = _subject(chunks, after, titles)
        items.append(subject)
    else:
        items.append(Posts(titles[0].start, titles[-1].end, titles))
    return after


def _touches(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a person stands right after a title, honorifics aside."""
    gap = chunks[at].start - chunks[at - 1].end
    return isinstance(chunks[at - 1], Title) and gap <= 30


def _subject(chunks: Sequence[Chunk], at: int, before: tuple[Title, ...]) -> tuple[Subject, int]:
    person = chunks[at]
    assert isinstance(person, Person)
    first = at + 1
    unit = _unit(chunks, first)
    aliases, at = find_aliases(chunks, first)
    alias_end = chunks[at - 1].end if at > first else 0
    after, at = _apposition(chunks, at)
    told, at = _told_after_colon(chunks, at)
    after += told
    start = before[0].start if before else person.start
    end = after[-1].end if after else person.end
    return Subject(start, end, person, before, after, aliases, alias_end, unit), at


def _unit(chunks: Sequence[Chunk], at: int) -> Body | Place | None:
    """The body or place alone in brackets: `ông A (Ban Pháp chế)`, `bà B (xã Lạc Dương)`."""
    if at + 2 >= len(chunks) or text_of(chunks[at]) != "(" or text_of(chunks[at + 2]) != ")":
        return None
    unit = chunks[at + 1]
    return unit if isinstance(unit, Body | Place) else None


def _apposition(chunks: Sequence[Chunk], at: int) -> tuple[tuple[Title, ...], int]:
    if at + 1 >= len(chunks) or text_of(chunks[at]) not in (",", "(", "-"):
        return (), at
    opening = text_of(chunks[at])
    titles, after = find_group(chunks, at + 1, keep_last=False)
    if not titles and opening == ",":
        titles, after = find_group(chunks, _past_remarks(chunks, at + 1), keep_last=False)
    if not titles:
        return (), at
    if opening == "(" and after < len(chunks) and text_of(chunks[after]) == ")":
        after += 1
    if opening == "-" and after < len(chunks) and text_of(chunks[after]) == "-":
        after += 1
    if opening == "," and after + 1 < len(chunks) and text_of(chunks[after]) == "(":
        more, stop = find_group(chunks, after + 1, keep_last=False)  # `Giám đốc Sở Y tế (nguyên Giám đốc Bệnh viện A)`
        if more and stop < len(chunks) and text_of(chunks[stop]) == ")":
            return (*titles, *more), stop + 1
    return titles, after


def _told_after_colon(chunks: Sequence[Chunk], at: int) -> tuple[tuple[Title, ...], int]:
    """The posts that end a line behind its person: `1. Ông A, nguyên Giám đốc Sở B: Chủ tịch Hội`."""
    if at + 1 >= len(chunks) or text_of(chunks[at]) != ":":
        return (), at
    titles, after = find_group(chunks, at + 1, keep_last=True)
    ends = after >= len(chunks) or text_of(chunks[after]) in (".", ";")
    return (titles, after) if titles and ends else ((), at)


def _past_remarks(chunks: Sequence[Chunk], at: int) -> int:
    """Step over what else is said of a person before the posts: `ông A, 48 tuổi, kỹ sư xây dựng, Giám đốc …`."""
    start = at
    while at < min(len(chunks), start + LONGEST_REMARK):
        chunk = chunks[at]
        if text_of(chunk) == ",":
            start = at + 1
            if at + 1 < len(chunks) and isinstance(chunks[at + 1], Title):
                return at + 1
        elif not isinstance(chunk, Token) or not (chunk.kind in _REMARKS or "honorific" in chunk.means):
            break
        at += 1
    return len(chunks)


def find_group(chunks: Sequence[Chunk], at: int, *, keep_last: bool) -> tuple[tuple[Title, ...], int]:
    """Read titles in a row; without `keep_last` a title that leads in the next person is left to it."""
    titles: list[Title] = []
    former = False
    stop = at
    while at < len(chunks):
        first = at
        at, former = _past_status(chunks, at, former)
        cues = {cue_of(chunk) for chunk in chunks[first:at]} if at > first else set()
        if at >= len(chunks):
            break
        chunk = chunks[at]
        if not isinstance(chunk, Title):
            break
        leads = at + 1 < len(chunks) and isinstance(chunks[at + 1], Person) and _touches(chunks, at + 1)
        if leads and not keep_last:
            break
        titles.append(_marked(chunk, former, cues) if former or cues else chunk)
        stop = at = at + 1
        if leads or at >= len(chunks):
            break
        if not _separates(chunks, at, former):
            break
        at += 1
    return tuple(titles), (stop if titles else at)


def _marked(title: Title, former: bool, cues: set[str]) -> Title:
    return title._replace(former=former, new="new" in cues, present="now" in cues, also="also" in cues)


def _separates(chunks: Sequence[Chunk], at: int, former: bool) -> bool:
    text = text_of(chunks[at])
    if text == ";":
        return former and text_of(chunks[at + 1]).casefold() == "nguyên" if at + 1 < len(chunks) else False
    return text in _SEPARATORS


def _past_status(chunks: Sequence[Chunk], at: int, former: bool) -> tuple[int, bool]:
    """Step over `nguyên`, `hiện là`, `đang giữ chức`, `tân` before a title; `nguyên` reaches over those that follow."""
    stop, kind = min(len(chunks), at + MOST_STATUS), ""
    while at < stop:
        chunk = chunks[at]
        if not isinstance(chunk, Token) or not ("cue" in chunk.means or "verb" in chunk.means):
            break
        before, kind = kind, cue_of(chunk)
        if kind == "former":
            former = True
        elif kind == "now" or chunk.text.casefold() in STILL:
            former = False
        elif kind not in ("new", "also") and (before, kind) != ("now", "link") and not is_held(chunk):
            break
        at += 1
    return at, former
