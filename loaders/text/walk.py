"""Step 4: through the sentences of a text in order, the frame handed on from one to the next."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from loaders.text.acts import Reader
from loaders.text.biography import find_span, read_career_line, read_holder
from loaders.text.chunks import Item, Subject, titles_of
from loaders.text.clauses import ClauseReader
from loaders.text.clausewords import split_clauses
from loaders.text.dating import FULL, Dated, are_many_days, date_role, is_one_of_days, make_partial
from loaders.text.decisions import read_predicates
from loaders.text.facts import Fact
from loaders.text.forms import named_in_form, read_form_line
from loaders.text.frames import Frame
from loaders.text.grid_rows import read_grid
from loaders.text.grids import Grid
from loaders.text.headings import enter_place, find_assembly, find_label, is_elsewhere
from loaders.text.issuers import find_authority
from loaders.text.mentions import Token
from loaders.text.papers import Parsed, find_heading, is_authority, open_list, read_signature
from loaders.text.portraits import lone_name, read_portrait, tells_of_death
from loaders.text.pronouns import resolve_pronouns
from loaders.text.segment import Sentence
from loaders.text.shares import one_of
from loaders.text.titles import Page, Title
from loaders.text.wholebodies import complete_body

_MORE = re.compile(
    r"(?:thời hạn|thời gian|(?:các|cả hai|cả ba|hai|ba|bốn) (?:quyết định|chức danh))"
    r"[^.;]{0,80}(?:từ|hiệu lực)"
)
_ATTENDING = re.compile(
    r"[^.;:]{0,40}?(?<!\w)(?:tham dự|(?:đến|tới|cùng|về) dự|dự (?:và chỉ đạo|có|hội nghị|lễ|buổi|đại hội|kỳ họp)|"
    r"cùng đi|có mặt|chứng minh|chứng kiến)(?!\w)|(?:về )?phía "
)
_ELSEWHEN = re.compile(r"(?:sau|trước) (?:hội nghị|đại hội|kỳ họp|phiên họp|cuộc họp|buổi lễ|đó)(?!\w)")
_PRESIDING = re.compile(r"(?<!\w)chủ trì (?:hội nghị|buổi|lễ|cuộc|phiên|kỳ họp|đại hội)(?!\w)")
_STATING = re.compile(
    r"(?:như vậy|hiện nay|hiện|đến nay|tính đến nay|được biết|sau (?:khi )?(?:hợp nhất|sáp nhập|sắp xếp))(?!\w)"
)
_BESIDES = re.compile(
    r"(?:(?:nhân )?dịp này|cũng (?:tại|trong) (?:hội nghị|buổi|dịp|lễ)|(?:hội nghị|buổi lễ) cũng)(?!\w)"
)
_IN_TURN = re.compile(r"qua các (?:thời kỳ|thời kì|giai đoạn|nhiệm kỳ|khóa|năm)")
_FORM_LINES = 4
_SHORT = 8  # items of a line that only says when: `(Từ 24 đến 30/6)`
_ARTICLE = re.compile(r"Điều \d{1,2}\b")


class Walk:
    """Reads the sentences of a text in order; what one leaves to the next stands in the frame and here."""

    def __init__(self, reader: Reader, frame: Frame, parsed: Sequence[Parsed]) -> None:
        self.reader = reader
        self.frame = frame
        self.parsed = parsed
        self.dead = tells_of_death(reader.page.folded)
        self.last: list[Subject] = []
        self.about: Subject | None = None  # the only one of them
        self.whose: Subject | None = None  # the one whose name stands alone on a line above
        self.facts: list[Fact] = []
        self.form: Subject | None = None  # the one a form is about
        self.last_line = 0
        self.holders: tuple[Title, ...] = ()  # the posts whose holders in turn are listed
        self.block = 0  # the first fact of this paragraph, or of this article of a paper

    def read(self, grids: Sequence[Grid]) -> list[Fact]:
        """Read all facts, tables where they stand."""
        waiting, end = deque(grids), 0
        for number, (sentence, items) in enumerate(self.parsed):
            self.frame.at, self.frame.subjects, self.frame.houses = number, [], ()
            while waiting and sentence.start >= waiting[0].start:
                grid = waiting.popleft()
                end = grid.end
                self.facts += read_grid(self.reader, self.frame, grid)
            if sentence.start >= end:
                self._sentence(number, sentence, items)
        return self.facts

    def _sentence(self, number: int, sentence: Sentence, items: Sequence[Item]) -> None:
        reader, frame = self.reader, self.frame
        self._enter(number, sentence, items)
        if sentence.opens and sentence.kind != "item" and not _goes_on(reader, sentence):
            self.block = len(self.facts)
        if is_authority(reader, self.parsed, number) and (found := find_authority(reader.context, items)) is not None:
            frame.note_issuer(found)
        if signed := tuple(read_signature(reader, self.parsed, number)):
            self.facts += signed
        elif self._opens_holders(sentence, items):
            self.holders = titles_of(items)
        elif (heading := find_heading(self.parsed, number)) is not None:
            frame.open = open_list(heading, sentence, frame.giver)
        elif self.holders and (held := tuple(read_holder(reader, self.holders, items, sentence.end))):
            self.facts += held
        elif sentence.opens and find_span(items) is not None:
            whose = [self.form] if self.form is not None else self.last
            self.facts += read_career_line(reader, items, whose, sentence.end)
        elif told := tuple(self._form_line(sentence, items)):
            self._note(told)
        elif not _is_ground(reader, sentence, items):
            self._date_all(_day_of_all(reader, frame, sentence, items))
            self._clauses(sentence, items)

    def _opens_holders(self, sentence: Sentence, items: Sequence[Item]) -> bool:
        """Tell whether a line heads those who held a post in turn; another line without a person ends their list."""
        heads = _IN_TURN.search(self.reader.page.folded, sentence.start, sentence.end) is not None
        if not (heads or self.holders) or any(isinstance(item, Subject) for item in items):
            return False
        if sentence.opens:
            self.holders = ()
        return heads

    def _date_all(self, day: Dated | None) -> None:
        """Let the day be that of the decisions above it in this block; of those below where none are above."""
        if day is not None and self.block == len(self.facts):
            self.frame.effective = day
        elif day is not None:
            self.facts[self.block :] = [_in_force(fact, day) for fact in self.facts[self.block :]]

    def _enter(self, number: int, sentence: Sentence, items: Sequence[Item]) -> None:
        """Turn the frame to a new sentence: the day of a meeting, the place of an item of a digest."""
        reader, frame = self.reader, self.frame
        if sentence.kind == "caption":
            frame.open = None
        frame.headline = sentence.line == 0 and number + 1 < len(self.parsed) and _has_no_stop(reader.page, sentence)
        if sentence.opens:
            _leave_list(reader.page, frame, sentence, items)
            enter_place(reader.context, sentence, items)
            if frame.issuer is not None and is_elsewhere(reader.context, frame.issuer[0]):
                frame.issuer = None
            frame.label = find_label(reader.page, items)
            _enter_unit(reader, frame)
            frame.line = sentence.line
            frame.in_item = sentence.kind == "item" or _ARTICLE.match(reader.page.clean, sentence.start) is not None
        frame.assembly = find_assembly(reader.context, items) or frame.assembly
        vague = frame.announced is None or len(frame.announced.date) < FULL
        day = meeting_day(reader.page, items, frame.year, lead=sentence.line <= 2 and vague)
        elsewhen = _ELSEWHEN.match(reader.page.folded, sentence.start, sentence.end) is not None and not vague
        if day is not None and not elsewhen and (sentence.opens or vague or self._is_headed(number)):
            frame.announced = day

    def _is_headed(self, number: int) -> bool:
        """Tell whether only a heading stands before a sentence in its line: `TUYÊN QUANG. Ngày 1/4, …`."""
        if number == 0:
            return False
        before, items = self.parsed[number - 1]
        return before.opens and len(items) <= 2 and self.reader.page.clean[before.start : before.end].isupper()

    def _clauses(self, sentence: Sentence, items: Sequence[Item]) -> None:
        """Read a sentence clause by clause."""
        reader, frame = self.reader, self.frame
        where = reader.page.folded, sentence.start, sentence.end
        frame.attending = bool(_ATTENDING.match(*where) or _STATING.match(*where) or _PRESIDING.search(*where))
        frame.elsewhen = _ELSEWHEN.match(*where) is not None
        frame.besides = _BESIDES.match(*where) is not None
        frame.about = self.about
        resolved = resolve_pronouns(reader.people, items, frame.about)
        named = [item for item in resolved if isinstance(item, Subject)]
        self.whose = lone_name(sentence, items) or (self.whose if not named else None)
        said: Subject | None = None  # of whom the clause before says what posts are held
        parted = reader.page.clean.find(";", sentence.start, sentence.end) >= 0
        for clause in split_clauses(resolved) if parted else [resolved] if resolved else []:
            whose = self.whose or said
            if whose is not None:
                past = self.dead and whose is self.whose
                self.facts += read_portrait(reader, whose, clause, past=past)
            predicates = ClauseReader(clause[0].start).read(clause)
            said = next((p.subjects[0] for p in predicates if p.copula and len(p.subjects) == 1), None)
            self._note(read_predicates(reader, frame, predicates))
        if named:
            self.last, self.last_line = named, sentence.line
            self.about = _only_one(reader, named)
        self.form = named_in_form(reader, sentence, items) or self.form

    def _note(self, facts: Iterable[Fact]) -> None:
        """Keep facts, and what posts each person was told to have."""
        for fact in facts:
            self.facts.append(fact)
            self.frame.note_post(fact.person, fact.role, fact.organization)

    def _form_line(self, sentence: Sentence, items: Sequence[Item]) -> Iterator[Fact]:
        """A line of a form with a label: of the form's person, or of the only one named a few lines above."""
        near = sentence.line - self.last_line <= _FORM_LINES
        whose = self.whose or self.form or (self.about if near else None)
        if whose is not None:
            yield from read_form_line(self.reader, self.frame, whose, sentence, items)


def _has_no_stop(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line is one sentence that no mark ends, as a headline is."""
    ends = page.clean.startswith("\n", sentence.end)
    return sentence.opens and ends and page.clean[sentence.end - 1] not in ".!?…:;,"


def _goes_on(reader: Reader, sentence: Sentence) -> bool:
    """Tell whether a line says more of the article above it: `Thời hạn bổ nhiệm là 05 năm, kể từ ngày …`."""
    return _MORE.match(reader.page.folded, sentence.start) is not None


def _day_of_all(reader: Reader, frame: Frame, sentence: Sentence, items: Sequence[Item]) -> Dated | None:
    """The day from which the decisions above count, where a sentence of no person says so of them."""
    if not _goes_on(reader, sentence) or any(isinstance(item, Subject) for item in items):
        return None
    return effective_day(reader.page, items, frame.year)


def effective_day(page: Page, items: Sequence[Item], year: int | None) -> Dated | None:
    """Find the first day from which a sentence says that something counts."""
    for item in items:
        if isinstance(item, Token) and item.kind == "date":
            partial, supplied = make_partial(item.means["date"], year)
            if partial is not None and date_role(page.folded, item.start, item.end) == "effective":
                return Dated(str(partial), "effective", supplied)
    return None


def _in_force(fact: Fact, day: Dated) -> Fact:
    if fact.event not in ("gain", "lose"):
        return fact
    return fact._replace(date=day.date, date_basis=day.basis)


def _is_ground(reader: Reader, sentence: Sentence, items: Sequence[Item]) -> bool:
    """Tell whether a sentence only names what a paper rests on: `Căn cứ Nghị định số …`."""
    if not reader.page.folded.startswith("căn cứ", sentence.start):
        return False
    return not any(isinstance(item, Subject) for item in items)


def _only_one(reader: Reader, named: Sequence[Subject]) -> Subject | None:
    """The person of a sentence, without the titles; None if it named several."""
    names = {reader.people.full_name(subject.person) for subject in named}
    return named[-1]._replace(before=(), after=()) if len(names) == 1 else None


def _leave_list(page: Page, frame: Frame, sentence: Sentence, items: Sequence[Item]) -> None:
    """Close an open list at a line that does not go on with it."""
    if frame.open is not None and sentence.kind != "item" and not _may_go_on(page, frame, sentence, items):
        frame.open = None


def _enter_unit(reader: Reader, frame: Frame) -> None:
    """Let the bare titles of a line be of the unit that heads it: `Khu vực II: … Phó Chi cục trưởng`."""
    titles = frame.open.posts if frame.open is not None else ()
    units = next((title.body for title in titles if title.each and title.body is not None), None)
    unit = None if units is None or frame.label is None else one_of(units, frame.label)
    named = None if unit is None else complete_body(reader.context, None, unit)
    if named is not None:
        reader.context.local_body = named.name


def meeting_day(page: Page, items: Sequence[Item], year: int | None, *, lead: bool) -> Dated | None:
    """Find the day a sentence opens with, or in the lead the first one; a decision's own day is not it."""
    for item in items if lead else items[:5]:
        if not isinstance(item, Token):
            continue
        if item.kind == "number":
            return None
        if item.kind != "date":
            continue
        partial, supplied = make_partial(item.means["date"], year)
        several, alone = is_one_of_days(page.folded, item.start, item.end), len(items) <= _SHORT
        if several and not alone and are_many_days(page.folded, item.start, item.end):
            return None
        plain = several or date_role(page.folded, item.start, item.end) == "plain"
        if plain and partial is not None and partial.day is not None:
            return Dated(str(partial)[:7] if several else str(partial), "announced", supplied)
    return None


def _may_go_on(page: Page, frame: Frame, sentence: Sentence, items: Sequence[Item]) -> bool:
    """Tell whether a plain line goes on a list: right under its head, or one more bare name under another."""
    if sentence.line != frame.line + 1 or frame.open is None or not items:
        return False
    whole = page.clean[sentence.end - 1] in ".!?" and not all(
        isinstance(item, Token) and item.kind == "mark" for item in items[1:]
    )
    return (
        not frame.open.subjects
        or find_label(page, items) is not None
        or (isinstance(items[0], Subject) and not items[0].before and not whole)
    )
