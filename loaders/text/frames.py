"""Step 4: the discourse frame: issuer, number, day and verb that a clause leaves to the ones before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.gazetteers.entries import VerbEntry
from loaders.text.bodies import Body
from loaders.text.chunks import Subject
from loaders.text.complete import Post
from loaders.text.dating import Dated, date_role, make_partial
from loaders.text.levels import Place
from loaders.text.mentions import Token, When
from loaders.text.predicates import Predicate
from loaders.text.titles import Page


@dataclass(slots=True)
class Frame:
    """What holds until a cue or a new value replaces it."""

    verb: VerbEntry | None = None
    issuer: tuple[str, int, int] | None = None
    issuer_line: int = -1
    issuer_numbered: bool = False
    issuer_item: bool = False  # told within an item that gives somebody a post
    by_post: dict[tuple[str, str], tuple[str, int, int]] = field(default_factory=dict)  # who gives which post
    assembly: tuple[str, int, int] | None = None  # the council or committee that meets
    announced: Dated | None = None
    effective: Dated | None = None
    term: str | None = None
    open: Predicate | None = None  # a verb and posts whose persons follow as a list
    subjects: list[Subject] = field(default_factory=list)
    given: list[Post] = field(default_factory=list)  # the posts given or taken lately, the last first
    given_at: int = -9
    houses: tuple[Post, ...] = ()  # the heads of the bodies that this sentence names
    given_to: str | None = None
    known: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # person → roles and bodies told so far
    label: Body | Place | str | None = None  # what heads the line: `Ban Pháp chế: đồng chí A`, `Khu vực II: ông B`
    about: Subject | None = None  # the one person the sentences before named last
    line: int = -1
    career_line: int = -1  # the line that told a step of a career last
    at: int = 0  # the number of the sentence
    verb_at: int = -9
    gave_at: int = -9  # the sentence whose verb gave somebody a post
    giver: Predicate | None = None  # a verb over a list of posts and persons
    unnamed: Predicate | None = None  # a verb that gives posts which its list prints beside the persons
    decided_at: int = -9
    year: int | None = None
    in_item: bool = False
    elsewhen: bool = False  # the sentence tells of another time than that of the meeting: `Sau hội nghị, …`
    attending: bool = False  # the sentence tells who was there, and decides nothing
    number: Token | None = None
    number_day: Dated | None = None
    number_at: int = -9
    number_heads: bool = False  # the number stands over a list of decisions

    def note_issuer(self, issuer: tuple[str, int, int], *, numbered: bool = False, item: bool = False) -> None:
        """Keep who decides for the lines that follow, as told with a number or within an item of its own."""
        self.issuer, self.issuer_line = issuer, self.line
        self.issuer_numbered, self.issuer_item = numbered, item

    @property
    def deciding(self) -> bool:
        """Tell whether a decision was spoken of in the three sentences before."""
        return self.at - self.decided_at <= 3 and not self.attending

    @property
    def day(self) -> Dated | None:
        """The day of what is told where the clause names none."""
        return None if self.elsewhen else self.effective or self.announced

    @property
    def near_posts(self) -> list[Post]:
        """Those of this sentence and the one before: one more `Phó Bí thư` is of the same committee."""
        return self.given if self.at - self.given_at <= 1 else []

    @property
    def fresh(self) -> bool:
        """Tell whether the last verb was said in this sentence or the one before."""
        return self.at - self.verb_at <= 1


def find_dates(page: Page, frame: Frame, predicate: Predicate) -> tuple[Dated | None, Dated | None, str | None]:
    """Say from when a clause's decision counts, when it was made or announced, and until when."""
    effective: Dated | None = None
    made: Dated | None = None
    until: str | None = None
    for token, when in predicate.dates:
        role = date_role(page.folded, token.start, token.end)
        dated = _dated(frame, when, signed=predicate.number is not None, effective=role == "effective")
        if dated is None or role == "born":
            continue
        if role == "until":
            until = dated.date
        elif role == "effective":
            effective = effective or dated
        else:
            made = made or dated
    return effective, made, until


def _dated(frame: Frame, when: When, *, signed: bool, effective: bool) -> Dated | None:
    partial, supplied = make_partial(when, frame.year)
    if partial is None:
        return None
    return Dated(str(partial), "effective" if effective else "signed" if signed else "announced", supplied)
