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


_WORDS = 14  # letters and blanks of a short word and a title: ` có Bộ trưởng`


class Nearest:
    """Names by where they stand."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self._named = sorted(named)

    def beside(self, at: int) -> str | None:
        """Give the name that but a short word and a title part from a place: `Bộ Y tế có Bộ trưởng …`."""
        count = bisect_left(self._named, (at,))
        where, name = self._named[count - 1] if count else (0, "")
        return name if count and at - where - len(name) <= _WORDS else None

    def within(self, at: int, reach: int) -> str | None:
        """Give the nearest name before a place, no further from it than `reach`."""
        count = bisect_left(self._named, (at,))
        where, name = self._named[count - 1] if count else (at - reach - 1, "")
        return name if where >= at - reach else None


def parts_of(names: Iterable[str]) -> dict[str, list[str]]:
    """Say which of some names are part of others, and of which: a faculty's school, a bank called for short."""
    by_end: dict[str, list[str]] = {}  # a part has the last word of the whole
    for name in names:
        by_end.setdefault(name.rpartition(" ")[2], []).append(name)
    found = {name: [other for other in alike if _is_part(name, other)] for alike in by_end.values() for name in alike}
    return {name: wholes for name, wholes in found.items() if wholes}


def _is_part(name: str, other: str) -> bool:
    """Tell whether a name ends a longer one, or leaves words out of it: `Ngân hàng [Thương mại cổ phần] Đông Hải`."""
    if name == other or len(name) >= len(other):
        return False
    words, more = name.split(" "), iter(other.split(" "))
    shortened = other.startswith(f"{words[0]} ") and other.endswith(f" {words[-1]}") and all(w in more for w in words)
    return other.endswith(f" {name}") or (shortened and len(words) > 2)


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
