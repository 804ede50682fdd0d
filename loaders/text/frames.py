"""Step 4: the discourse frame: issuer, number, day and verb that a clause leaves to the ones before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from loaders.gazetteers.entries import VerbEntry
from loaders.text.bodies import Body
from loaders.text.chunks import Subject
from loaders.text.complete import Post
from loaders.text.dating import FULL, Dated, date_role, make_partial
from loaders.text.levels import Place
from loaders.text.mentions import Token, When
from loaders.text.predicates import Predicate
from loaders.text.titles import Page

_COUNTED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "mười": 10}
_NEAR = 20  # characters between a number and its day: `ký ngày`, `ban hành ngày`


@dataclass(slots=True)
class Frame:
    """What holds until a cue or a new value replaces it."""

    verb: VerbEntry | None = None
    issuer: tuple[str, int, int] | None = None
    issuer_line: int = -1
    issuer_at: int = -9
    issuer_numbered: bool = False
    issuer_item: bool = False  # told within an item that gives somebody a post
    by_post: dict[tuple[str, str], tuple[str, int, int]] = field(default_factory=dict)  # who gives which post
    assembly: tuple[str, int, int] | None = None  # the council or committee that meets
    announced: Dated | None = None
    told: Dated | None = None  # the day that a decision told last was made or counts from
    counted: Dated | None = None  # the day that one counts from
    effective: Dated | None = None
    term: str | None = None
    term_verb: VerbEntry | None = None  # what was done for that term
    open: Predicate | None = None  # a verb and posts whose persons follow as a list
    subjects: list[Subject] = field(default_factory=list)
    given: list[Post] = field(default_factory=list)  # the posts given or taken lately, the last first
    given_at: int = -9
    houses: tuple[Post, ...] = ()  # the heads of the bodies that this sentence names
    given_to: str | None = None
    known: dict[str, dict[tuple[str, str], None]] = field(default_factory=dict)  # person → posts, the last told last
    label: Body | Place | str | None = None  # what heads the line: `Ban Pháp chế: đồng chí A`, `Khu vực II: ông B`
    about: Subject | None = None  # the one person the sentences before named last
    line: int = -1
    career_line: int = -1  # the line that told a step of a career last
    at: int = 0  # the number of the sentence
    verb_at: int = -9
    verb_line: int = -1
    verb_dates: list[tuple[Token, When]] = field(default_factory=list)
    undated_at: int = -9  # the sentence that tells of no day, nor of that of the meeting
    gave_at: int = -9  # the sentence whose verb gave somebody a post
    giver: Predicate | None = None  # a verb over a list of posts and persons
    unnamed: Predicate | None = None  # a verb that gives posts which its list prints beside the persons
    decided_at: int = -9
    year: int | None = None
    stepped: str | None = None  # when the last step of a career began
    in_item: bool = False
    headline: bool = False  # the first line, with no full stop: who does what there is the news
    elsewhen: bool = False  # the sentence tells of another time than that of the meeting: `Sau hội nghị, …`
    besides: bool = False  # it tells what else was announced there, by whom is not said: `Dịp này, …`
    attending: bool = False  # the sentence tells who was there, and decides nothing
    number: Token | None = None
    number_day: Dated | None = None
    number_at: int = -9
    number_heads: bool = False  # the number stands over a list of decisions

    def note_issuer(self, issuer: tuple[str, int, int], *, numbered: bool = False, item: bool = False) -> None:
        """Keep who decides for the lines that follow, as told with a number or within an item of its own."""
        self.issuer, self.issuer_line, self.issuer_at = issuer, self.line, self.at
        self.issuer_numbered, self.issuer_item = numbered, item

    def note_post(self, person: str, role: str, organization: str) -> None:
        """Keep a post that somebody was told to have, once however often that is told."""
        known = self.known.setdefault(person, {})
        known.pop((role, organization), None)
        known[role, organization] = None

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
    effective, made = _by_other_days(page, frame, predicate)
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
        elif made is None or _is_of_number(predicate, token):
            made = dated
    return effective, made, until


def _is_of_number(predicate: Predicate, token: Token) -> bool:
    """Tell whether a day stands right after a decision's number: `Quyết định số 488/QĐ-TTg ngày 8/5/2018`."""
    return predicate.number is not None and 0 <= token.start - predicate.number.end <= _NEAR


def _by_other_days(page: Page, frame: Frame, predicate: Predicate) -> tuple[Dated | None, Dated | None]:
    """The days told by another one: from when it counts, when it was made: `từ cùng ngày`, `ngày hôm sau`."""
    effective: Dated | None = None
    made: Dated | None = None
    for token in predicate.shifts:
        kind = token.means["cue"].kind
        if kind == "same_day" and date_role(page.folded, token.start, token.end) == "effective":
            effective = frame.counted
        elif kind == "same_day":
            made = frame.number_day if _is_of_number(predicate, token) else made
        elif kind in ("next_day", "day_before"):
            made = _shifted(frame.told or frame.announced, 1 if kind == "next_day" else -1)
    return effective, made


def years_later(frame: Frame, predicate: Predicate) -> str | None:
    """The year so many years after the step told before: `Năm 1986, ông làm Chủ nhiệm …; ba năm sau làm Chủ tịch …`."""
    words = [token.text.casefold().split()[0] for token in predicate.shifts if token.means["cue"].kind == "later"]
    if frame.stepped is None or not words:
        return None
    count = int(words[0]) if words[0].isdigit() else _COUNTED.get(words[0])
    return None if count is None else str(int(frame.stepped[:4]) + count)


def _shifted(dated: Dated | None, days: int) -> Dated | None:
    """The day so many days after a full one."""
    if dated is None or len(dated.date) < FULL:
        return None
    return replace(dated, date=str(date.fromisoformat(dated.date) + timedelta(days=days)), basis="announced")


def _dated(frame: Frame, when: When, *, signed: bool, effective: bool) -> Dated | None:
    partial, supplied = make_partial(when, frame.year)
    if partial is None:
        return None
    return Dated(str(partial), "effective" if effective else "signed" if signed else "announced", supplied)
