"""Step 4: the lines of a form about one person: `Họ và tên: …`, `Chức vụ hiện nay: …`, `Chức vụ được bổ nhiệm: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.gazetteers.entries import VerbEntry
from loaders.text.acts import Reader
from loaders.text.chunks import Item, Subject, titles_of
from loaders.text.clausewords import read_verb
from loaders.text.decisions import attest, read_predicates
from loaders.text.facts import Fact
from loaders.text.frames import Frame
from loaders.text.portraits import of_line
from loaders.text.predicates import Predicate
from loaders.text.segment import Sentence
from loaders.text.titles import Title

_POST = r"(?:chức vụ|chức danh|vị trí)"
_TAKEN = re.compile(
    rf"(?:không còn (?:đảm nhận|đảm nhiệm|giữ) )?{_POST}(?: (?:được |bị )?(?:miễn nhiệm|thôi giữ))?\s*:"
)
_GIVEN = re.compile(rf"{_POST} (?:được )?(?:bổ nhiệm|bầu|phân công|mới)[^:\n]{{0,20}}:")
_EARLIER = re.compile(
    rf"(?:trước (?:hợp nhất|sáp nhập|sắp xếp|đó)|{_POST} (?:trước|cũ|đã qua|từng giữ))[^:\n]{{0,40}}:"
)
_NOW = re.compile(
    rf"(?:nghề nghiệp,? )?{_POST}"
    r"(?: (?:đảng|chính quyền|đoàn thể|hiện|công tác|chuyên môn|cao nhất)[^:\n]{0,30})?\s*:"
)
_TRACE = "a line of a form; its person is named above"
_NAME = re.compile(r"họ(?: và|,)? tên[^:\n]{0,30}:")


def named_in_form(reader: Reader, sentence: Sentence, items: Sequence[Item]) -> Subject | None:
    """The person whose name a form is filled in with."""
    if not sentence.opens or _NAME.match(reader.page.folded, sentence.start, sentence.end) is None:
        return None
    return next((item for item in items if isinstance(item, Subject)), None)


def read_form_line(
    reader: Reader, frame: Frame, whose: Subject, sentence: Sentence, items: Sequence[Item]
) -> Iterator[Fact]:
    """Read the posts behind a label, for the one person that the form is about."""
    found = _label(reader.page.folded, sentence)
    if found is None or any(isinstance(item, Subject) for item in items):
        return
    end, verb, past = found
    titles = titles_of(item for item in items if item.start >= end)
    if not titles:
        return
    if verb is not None:
        made = Predicate.given((sentence.start, sentence.end), verb, _told_of(whose, ()), titles)
        yield from read_predicates(reader, frame, [made])
        return
    held = [title._replace(former=title.former or past) for title in titles]
    told = _told_of(whose, held)._replace(start=sentence.start, end=max(title.end for title in titles))
    for fact in attest(reader, told, (), past=past, taken=set()):
        yield of_line(fact, "form-line", _TRACE)


def _label(folded: str, sentence: Sentence) -> tuple[int, VerbEntry | None, bool] | None:
    """What a label at the head of a line says of the posts behind it: where it ends, a verb, whether they are past."""
    if not sentence.opens:
        return None
    taken = _TAKEN.match(folded, sentence.start, sentence.end)
    if taken is not None and ("không còn" in taken[0] or "miễn nhiệm" in taken[0] or "thôi" in taken[0]):
        return taken.end(), read_verb("miễn nhiệm"), False
    for pattern, verb, past in ((_GIVEN, "bổ nhiệm", False), (_EARLIER, "", True), (_NOW, "", False)):
        match = pattern.match(folded, sentence.start, sentence.end)
        if match is not None:
            return match.end(), read_verb(verb) if verb else None, past
    return None


def _told_of(whose: Subject, titles: Sequence[Title]) -> Subject:
    return whose._replace(before=(), after=tuple(titles))
