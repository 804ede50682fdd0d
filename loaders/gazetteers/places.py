"""What is known of a place by its name: its level on a day, the province a district lies in; unsure stays None."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from graph.names import tone_key
from loaders.gazetteers.entries import DistrictEntry, PlaceEntry

Level = Literal["central", "province", "district", "commune", "unit"]
LEVEL_WORDS: dict[str, Level] = {
    "tỉnh": "province", "thành phố": "district", "huyện": "district", "quận": "district",
    "thị xã": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_COMMITTEES = {
    "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "quận ủy": "quận", "thị ủy": "thị xã",
    "tỉnh đoàn": "tỉnh", "huyện đoàn": "huyện", "thành đoàn": "thành phố", "quận đoàn": "quận", "thị đoàn": "thị xã",
}  # fmt: skip
# A district is raised, never lowered: what one prints as `huyện` may be the `thành phố` of later days.
_RAISED = ("huyện", "thị xã", "thành phố")


_SIZES: tuple[Level, ...] = ("commune", "district", "province")  # each lies in one of the next
_COMPOUNDS = ("tác", "tấn")  # `Hợp tác xã An Bình` is no commune, nor is `Thông tấn xã`
_BEHIND = re.compile(r"\s*[,(]\s*")


@dataclass(frozen=True, slots=True)
class Locality:
    """A place as a body's name has it: the word for its level as printed (or empty), its level, its name.

    `within`: the largest place printed behind it.
    """

    word: str
    level: Level
    name: str
    within: str | None = None


class _Unit(NamedTuple):
    """A word for a level among the words of a name: where it begins, the place's name, and what is printed behind."""

    word: str
    start: int
    place: str
    behind: str


@dataclass(frozen=True, slots=True, eq=False)
class PlaceIndex:
    """Provinces with central cities, and districts, by the keys of their printed forms."""

    provinces: dict[str, PlaceEntry]
    districts: dict[str, tuple[DistrictEntry, ...]]
    turns: tuple[date, ...]  # the days on which any of them begins or ends, in order

    def last_turn(self, on: date) -> date:
        """Give the earliest day from which all that is known of places is as on `on`."""
        return next((turn for turn in reversed(self.turns) if turn <= on), date.min)


def make_place_index(places: Sequence[PlaceEntry], districts: Sequence[DistrictEntry]) -> PlaceIndex:
    """Index places by the keys of their printed forms."""
    lying = defaultdict(list)
    for district in districts:
        for form in district.forms:
            lying[tone_key(form)].append(district)
    entries: list[PlaceEntry | DistrictEntry] = [*places, *districts]
    days = {day for each in entries for day in (each.valid_from, each.valid_until)}
    return PlaceIndex(
        {tone_key(form): place for place in places for form in place.forms},
        {key: tuple(found) for key, found in lying.items()},
        tuple(sorted(day for day in days if day is not None)),
    )


def find_locality(index: PlaceIndex, name: str, on: date | None = None) -> Locality | None:
    """Find the place at the end of a body's name; a `thành phố` under the centre on that day is a province.

    Of places that lie in each other it is the first: `xã Hữu Liên, huyện Hữu Lũng, tỉnh Lạng Sơn` is the commune.
    """
    words = name.split(" ")
    unit = _find_unit(words)
    if unit is not None:
        found = _locality(index, unit, on)
        while (smaller := _find_unit(words[: unit.start])) is not None and not smaller.behind:
            inner = _locality(index, smaller._replace(behind=found.within or found.name), on)
            if not (smaller.place[:1].isupper() or smaller.place[:1].isdigit()) or not _lies_in(inner, found):
                break
            unit, found = smaller, inner
        return found
    for at in range(1, len(words)):
        if place := index.provinces.get(tone_key(" ".join(words[at:]))):
            return Locality("", "province", place.name)
    return None


def _lies_in(inner: Locality, outer: Locality) -> bool:
    return inner.level in _SIZES and outer.level in _SIZES[_SIZES.index(inner.level) + 1 :]


def _find_unit(words: Sequence[str]) -> _Unit | None:
    """Find the last word for a level, and the name behind it up to a comma or bracket."""
    for at in range(len(words) - 1, 0, -1):
        for length in (2, 1):
            word = " ".join(words[at - length : at]).casefold().replace("uỷ", "ủy") if at >= length else ""
            word = _COMMITTEES.get(word.lstrip("("), word.lstrip("("))
            compound = words[at - 2].casefold() in _COMPOUNDS if word == "xã" and at > 1 else False
            if word in LEVEL_WORDS and not compound and not goes_on(words[at]):
                place, *behind = _BEHIND.split(" ".join(words[at:]), maxsplit=1)
                return _Unit(word, at - length, place.strip(" )"), "".join(behind).strip(" ()"))
    return None


def goes_on(word: str) -> bool:
    """Tell whether a level word is part of a longer one: `tỉnh ủy`, `tỉnh đoàn`, `xã hội`."""
    return word.casefold() in ("ủy", "uỷ", "đoàn") or word.rstrip(",") == "hội"


def _locality(index: PlaceIndex, unit: _Unit, on: date | None) -> Locality:
    word, place, within = unit.word, unit.place, unit.behind or None
    if place.casefold().startswith(f"{word} "):  # `Thành ủy Thành phố Hồ Chí Minh`
        place = place[len(word) + 1 :]
    known = index.provinces.get(tone_key(place))
    if word == "tỉnh" or (word == "thành phố" and known is not None and is_central_city(known, on)):
        return Locality(word, "province", place if known is None else known.name, within)
    districts = index.districts.get(tone_key(place), ()) if LEVEL_WORDS[word] == "district" else ()
    return Locality(word, LEVEL_WORDS[word], districts[0].name if districts else place, within)


def is_central_city(place: PlaceEntry, on: date | None = None) -> bool:
    """Tell whether a place is a city under the centre on a day (None: of late)."""
    return place.level == "city" and (on is None or place.valid_from is None or place.valid_from <= on)


def find_province(index: PlaceIndex, word: str, name: str, on: date | None = None) -> PlaceEntry | None:
    """Find the province in which a district lies on a day (None: of late), where its level and name leave one."""
    like = index.districts.get(tone_key(name), ())
    named = [each for each in like if each.level == word or _may_have_been(word, each.level)]
    named = named or [each for each in like if each.level == "quận" and word in _RAISED]
    born = [each for each in named if on is None or each.valid_from is None or each.valid_from <= on]
    provinces = {each.province for each in _latest(born, on)}
    found = index.provinces[tone_key(provinces.pop())] if len(provinces) == 1 else None
    if found is not None and on is not None and found.valid_from is not None and on < found.valid_from:
        return None
    return found


def _may_have_been(printed: str, level: str) -> bool:
    """Tell whether a district now of one level may be printed with another, of its earlier days."""
    return printed in _RAISED and level in _RAISED and _RAISED.index(printed) <= _RAISED.index(level)


def _latest(entries: Iterable[DistrictEntry], on: date | None) -> list[DistrictEntry]:
    """Keep those that still are on a day; of those that are no more, the ones that went last."""
    left = list(entries)
    if on is not None and (alive := [each for each in left if each.valid_until is None or on < each.valid_until]):
        return alive
    last = max((each.valid_until or date.max for each in left), default=None)
    return [each for each in left if (each.valid_until or date.max) == last]


def name_with_level(place: PlaceEntry) -> str:
    """Write a province as one would say it: `tỉnh Lạng Sơn`, `thành phố Hải Phòng`."""
    return f"{'thành phố' if place.level == 'city' else 'tỉnh'} {place.name}"
