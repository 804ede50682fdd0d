"""Step 4: the lines of a career (`9/2006 - 10/2010: Giám đốc …`): posts held, of the one person the lines are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Event
from loaders.text.acts import Reader
from loaders.text.chunks import Item, Subject, titles_of
from loaders.text.complete import complete_titles
from loaders.text.dating import make_partial
from loaders.text.facts import Fact
from loaders.text.mentions import Term, Token, find_tokens
from loaders.text.titles import Title

_BETWEEN = ("-", "–", "—", "từ", "đến", "năm")
_UP_TO_NOW = ("nay", "đến nay", "cho đến nay", "tới nay")
LONGEST_SPAN = 8
_OPENS_SPAN = (":", "(", ",", "-", "–")


@dataclass(frozen=True, slots=True)
class Span:
    """The years or months over which a line's posts were held; open if they still are."""

    started: str | None
    ended: str | None
    open: bool
    items: int

    @property
    def event(self) -> Event:
        return "hold" if self.open else "held"

    @property
    def since(self) -> str | None:
        """When a post was taken that is over; what is still held is dated by its source."""
        return None if self.open else self.started


def find_span(items: Sequence[Item], stops: str = ":") -> Span | None:
    """Find the span of time that opens a line, up to its colon; None where the line opens otherwise."""
    days: list[str] = []
    still = False
    for at, item in enumerate(items[:LONGEST_SPAN]):
        if not isinstance(item, Token):
            return None
        text = item.text.casefold()
        if item.kind == "date":
            partial, _ = make_partial(item.means["date"], None)
            days.append("" if partial is None else str(partial))
        elif item.kind == "term" and item.means["term"].span:
            days += _ends(item.means["term"])
        elif text in stops:
            whole = 1 <= len(days) <= 2 and all(days)
            return Span(days[0], days[1] if len(days) == 2 else None, still, at + 1) if whole else None
        elif text in _UP_TO_NOW:
            still = True
        elif text not in _BETWEEN:
            return None
    return None


def _ends(term: Term) -> list[str]:
    assert term.years is not None
    return [term.years[:4], term.years[-4:]]


def read_career_line(reader: Reader, items: Sequence[Item], whose: Sequence[Subject], end: int) -> Iterator[Fact]:
    """Read the posts of one line for the only person the lines can be about."""
    span = find_span(items)
    names = {name for subject in whose if (name := reader.people.full_name(subject.person)) is not None}
    if span is None or len(names) != 1:
        return
    name = names.pop()
    titles = titles_of(items[span.items :])
    for post in complete_titles(reader.context, titles):
        yield Fact(
            name, span.event, post.role, post.body.name,
            date=span.since, end=span.ended, term=post.title.term,
            quote_start=items[0].start, quote_end=end,
            spans=(("role", post.title.start, post.title.end),),
            rule="career-line",
            inferred=("person", "organization") if post.body.inferred else ("person",),
            trace=("a line of a career; its person is named above", post.body.note),
        )  # fmt: skip


def read_holder(reader: Reader, posts: Sequence[Title], items: Sequence[Item], end: int) -> Iterator[Fact]:
    """Read a line of those who led a body in turn: `1. Ông Lê Văn A (1988 - 1995)` under `Giám đốc qua các thời kỳ`."""
    whose = next((item for item in items if isinstance(item, Subject)), None)
    name = None if whose is None or whose.titles else reader.people.full_name(whose.person)
    if whose is None or name is None:
        return
    rest = find_tokens(reader.page.clean, reader.page.folded, whose.person.end, end)
    if not rest or rest[0].text not in _OPENS_SPAN:
        return
    span = find_span([*rest[1:], Token("mark", end, end, ".")], ").;,")
    if span is None:
        return
    for post in complete_titles(reader.context, posts):
        yield Fact(
            name, span.event, post.role, post.body.name,
            date=span.since, end=span.ended,
            quote_start=items[0].start, quote_end=end,
            spans=(("person", whose.person.start, whose.person.end),),
            rule="holder-line",
            inferred=("role", "organization"),
            trace=("a line of those who held a post in turn; the post is named above", post.body.note),
        )  # fmt: skip
