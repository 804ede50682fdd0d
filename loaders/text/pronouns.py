"""Step 4: `Ông từng …`, `bà được …`: the nearest person named before who fits; where none fits, nobody."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.chunks import Item, Posts, Subject
from loaders.text.mentions import Token
from loaders.text.names import Person
from loaders.text.persons import People

_AFTER_PRONOUN = ("passive", "past", "struck", "now", "replaces")
_ADVERBS = ("còn", "cũng", "đã", "lần", "vẫn", "tiếp", "lại")
_COUNTS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "các", "những", "nhiều", "một số")
_PRONOUNS = frozenset(("ông", "bà", "đồng chí", "anh", "chị"))


def resolve_pronouns(people: People, items: Sequence[Item], near: Subject | None) -> Sequence[Item]:
    """Take `Ông từng …`, `ông được …` for the nearest person named before who fits."""
    if _PRONOUNS.isdisjoint([item.text.casefold() for item in items if isinstance(item, Token)]):
        return items
    resolved: list[Item] = []
    taken = -1
    for at, item in enumerate(items):
        if at == taken:
            continue
        if isinstance(item, Subject):
            near = item
        elif near is not None and isinstance(item, Token) and _is_pronoun(item, items, at):
            subject, following = _meant(people, item, near), items[at + 1]
            if subject is not None and isinstance(following, Posts):  # `ông hiện là A, B`
                subject, taken = subject._replace(end=following.end, after=following.titles), at + 1
            if subject is not None:
                resolved.append(subject)
                continue
        resolved.append(item)
    return resolved


def _opens(items: Sequence[Item], at: int) -> bool:
    """Tell whether a clause begins here: `Ông khởi nghiệp …`, `Năm 2002 ông chuyển sang …`, `…, ông về …`."""
    before = items[at - 1] if at else None
    return before is None or isinstance(before, Token) and (before.kind == "date" or before.text in (",", ";"))


def _meant(people: People, pronoun: Token, subject: Subject) -> Subject | None:
    sex = {"ông": "m", "anh": "m", "bà": "f", "chị": "f"}.get(pronoun.text.casefold(), "")
    name = people.full_name(subject.person)
    if name is None or (sex and subject.person.sex not in (sex, "")):
        return None
    return Subject(pronoun.start, pronoun.end, Person(pronoun.start, pronoun.end, name, sure=True, sex=sex))


def _is_counted(items: Sequence[Item], at: int) -> bool:
    """Tell whether persons are counted: `3 đồng chí`, `hai ông`."""
    before = items[at - 1] if at else None
    return isinstance(before, Token) and (before.kind == "digits" or before.text.casefold() in _COUNTS)


def _is_pronoun(token: Token, items: Sequence[Item], at: int) -> bool:
    if token.text.casefold() not in _PRONOUNS or at + 1 >= len(items) or _is_counted(items, at):
        return False
    following = items[at + 1]
    if not isinstance(following, Token | Posts):
        return False
    if isinstance(following, Posts):
        return following.start - token.end > 1  # a word of time stands between
    if following.text in _ADVERBS or (following.kind == "word" and _opens(items, at)):
        return True
    return "verb" in following.means or ("cue" in following.means and following.means["cue"].kind in _AFTER_PRONOUN)
