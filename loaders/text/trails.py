"""Step 4: what a text names one after another, and what of it stands last before a place: no scan for each question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

Name = TypeVar("Name")


class Trail(Generic[Name]):
    """Names in the order in which they were noted, each with where it stands; a headline's stand out of order."""

    def __init__(self, named: Iterable[tuple[int, Name]]) -> None:
        noted = list(named)
        self.names = [name for _, name in noted]
        self._lowest = [where for where, _ in noted]  # of each and all after it, so that these numbers never fall
        for at in range(len(noted) - 2, -1, -1):
            self._lowest[at] = min(self._lowest[at], self._lowest[at + 1])

    def last_before(self, at: int) -> Name | None:
        """Give the one noted last of those that stand before a place."""
        count = bisect_left(self._lowest, at)
        return self.names[count - 1] if count else None

    def last_or_first(self, at: int) -> Name | None:
        """Give the one noted last before a place, else the first."""
        before = self.last_before(at)
        return before if before is not None or not self.names else self.names[0]


class Nearest:
    """Names by where they stand."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self._named = sorted(named)

    def within(self, at: int, reach: int) -> str | None:
        """Give the nearest name before a place, no further from it than `reach`."""
        count = bisect_left(self._named, (at,))
        where, name = self._named[count - 1] if count else (at - reach - 1, "")
        return name if where >= at - reach else None


def parts_of(names: Iterable[str]) -> dict[str, list[str]]:
    """Say which of some names stand at the end of others, and of which: a faculty's name ends with its school's."""
    known = dict.fromkeys(names)
    found: dict[str, list[str]] = {}
    for name in known:
        words = name.split(" ")
        for at in range(1, len(words)):
            if (end := " ".join(words[at:])) in known:
                found.setdefault(end, []).append(name)
    return found


class Recent(Generic[Name]):
    """Things noted in a text, for asking which stand a little before a place: the one noted last comes first."""

    def __init__(self, noted: Iterable[tuple[int, Name]]) -> None:
        pairs = list(noted)
        self._things = [thing for _, thing in pairs]
        self._numbers = sorted((where, number) for number, (where, _) in enumerate(pairs))

    def within(self, at: int, reach: int) -> list[Name]:
        """Give what stands before a place, no further from it than `reach`."""
        first, end = bisect_left(self._numbers, (at - reach,)), bisect_left(self._numbers, (at,))
        return [self._things[number] for number in sorted((n for _, n in self._numbers[first:end]), reverse=True)]
