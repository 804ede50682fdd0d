"""Step 4: who a name in a text means: full names, given names alone (`ông Nên`), aliases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.names import exact_key
from loaders.text.chunks import Subject
from loaders.text.names import Person


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names that a text gives to one person, and where it does."""

    name: str
    other: str
    quote_start: int
    quote_end: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The persons a text names in full, and the pairs of names it gives to one."""

    full: dict[str, str]  # exact key → the name as first printed
    given: dict[str, tuple[str, ...]]
    aliases: tuple[Alias, ...]
    called: dict[str, str]  # exact key of another name → the name

    def full_name(self, person: Person) -> str | None:
        """Give the full name a person is meant by; None where a part of a name fits nobody or several."""
        if " " in person.name or "'" in person.name or "’" in person.name:
            key = exact_key(person.name)
            return self.called.get(key) or self.full.get(key, person.name)
        found = self.given.get(exact_key(person.name), ())
        return found[0] if len(found) == 1 else None


def gather_people(subjects: Iterable[Subject]) -> People:
    """Gather the persons of a text and how they may be called for short."""
    full: dict[str, str] = {}
    given: dict[str, tuple[str, ...]] = {}
    aliases: dict[tuple[str, str], Alias] = {}
    for subject in subjects:
        name = subject.person.name
        key = exact_key(name)
        marked = "'" in name or "’" in name
        if (marked or " " in name) and key not in full:
            full[key] = name
            for short in _shorts(name, marked=marked):
                part = exact_key(short)
                given[part] = (*given.get(part, ())[:1], name)  # two are too many to know who is meant
        for other in subject.aliases:
            if exact_key(other) != key:
                end = max(subject.person.end, subject.alias_end)
                pair = Alias(name, other, subject.person.start, end)
                aliases.setdefault((key, exact_key(other)), pair)
    called = {exact_key(pair.other): pair.name for pair in reversed(aliases.values())}
    return People(full, given, tuple(aliases.values()), called)


def _shorts(name: str, *, marked: bool) -> Iterable[str]:
    """The parts by which alone one may be called: the last, and the first of a name with an apostrophe."""
    words = name.split(" ")
    parts = (words[0], words[-1]) if marked and words[0] != words[-1] else words[-1:]
    return [part for part in parts if part]
