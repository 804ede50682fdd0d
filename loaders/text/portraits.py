"""Step 4: a name alone on a line with posts in the lines below: obituaries, short lives, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.text.acts import Reader
from loaders.text.chunks import Item, Posts, Subject, titles_of
from loaders.text.decisions import attest
from loaders.text.facts import Fact
from loaders.text.mentions import Token
from loaders.text.segment import Sentence

_DEATH = ("từ trần", "thương tiếc", "tạ thế", "qua đời", "tin buồn", "hưởng thọ")
_DEAD = re.compile(rf"(?<!\w)(?:{'|'.join(_DEATH)})(?!\w)")
_PLAIN = ("mark", "digits", "term")


def lone_name(sentence: Sentence, items: Sequence[Item]) -> Subject | None:
    """The one person a line consists of, without any title."""
    if not sentence.opens:
        return None
    only: Subject | None = None
    for item in items:
        if isinstance(item, Token) and (item.kind in _PLAIN or "honorific" in item.means):
            continue
        if only is not None or not isinstance(item, Subject) or item.titles:
            return None
        only = item
    return only


def tells_of_death(folded: str) -> bool:
    """Tell whether a text is an obituary: the posts it names were held."""
    return any(word in folded for word in _DEATH) and _DEAD.search(folded) is not None


def read_portrait(reader: Reader, whose: Subject, clause: Sequence[Item], *, past: bool) -> Iterator[Fact]:
    """Read a clause of posts alone for the one whose name stands over it; of one who died all are past."""
    first = next((item for item in clause if not (isinstance(item, Token) and item.kind in _PLAIN)), None)
    if not isinstance(first, Posts) or any(isinstance(item, Subject) for item in clause):
        return
    if any(isinstance(item, Token) and "verb" in item.means for item in clause):
        return
    titles = titles_of(clause)
    subject = whose._replace(start=first.start, end=max(title.end for title in titles), before=(), after=titles)
    for fact in attest(reader, subject, (), past=past, taken=set()):
        yield of_line(fact, "portrait-line", "a line of posts; its person is named above")


def of_line(fact: Fact, rule: str, trace: str) -> Fact:
    """The same fact as a line tells it that does not name its person."""
    inferred = tuple(dict.fromkeys(("person", *fact.inferred)))
    return fact._replace(rule=rule, trace=(trace, *fact.trace[1:]), inferred=inferred)
