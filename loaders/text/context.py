"""Step 4: what a text leaves out: places and hosts named elsewhere in it; a completed name is marked inferred."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeVar

from graph.names import tone_key
from loaders.gazetteers.places import LEVEL_WORDS, find_province
from loaders.text.bodies import Body
from loaders.text.clausewords import kind_of
from loaders.text.lexicon import read_lexicon
from loaders.text.trails import Nearest, Trail, parts_of

_ABROAD = re.compile(r"[^\W\d_]-[^\W\d_]")  # `Xa-la-van`
TITLE_WEIGHT = 3
LEAD_WEIGHT = 2
OFTEN = 3  # times a commune is named, the headline counting more, for a text to be about it
NEAR = 150  # characters within which an opening word alone means the body just named
_COMMITTEE_LEVEL = {
    "Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố", "Huyện ủy": "huyện", "Quận ủy": "quận", "Thị ủy": "thị xã",
    "Tỉnh đoàn": "tỉnh", "Huyện đoàn": "huyện", "Thành đoàn": "thành phố",
    "Tỉnh đội": "tỉnh", "Huyện đội": "huyện",
}  # fmt: skip
_COMMUNE_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")
_MAIN_HOSTS = ("enterprise", "school", "hospital", "institute", "press", "bloc", "agency")
HEAD_LINES = 4
HEADINGS = (*_MAIN_HOSTS, "department", "division", "court", "procuracy", "army", "police")


Answer = TypeVar("Answer")
Fuller = tuple[Nearest, str | None, str | None]


class Named(NamedTuple):
    """A completed name of a body, and what was added to it from where."""

    name: str
    inferred: bool = False
    note: str = ""


@dataclass(slots=True)
class Context:
    """The places and bodies of a text by where they are named; filled once before facts are read."""

    day: date | None = None  # of publication
    places: list[tuple[int, str, str]] = field(default_factory=list)  # where, level, name
    bodies: list[tuple[int, str, str]] = field(default_factory=list)  # where, name, kind
    unplaced: list[tuple[int, str, str, str]] = field(default_factory=list)  # where, words, level, kind
    opens: list[Body] = field(default_factory=list)  # bodies that are not printed whole
    shorts: dict[str, str] = field(default_factory=dict)
    weights: Counter[tuple[str, str]] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    asides: set[int] = field(default_factory=set)  # where a place only says in which province another lies
    local: dict[str, str] = field(default_factory=dict)  # level → place, within one item of a digest
    council: bool = False  # whether a people's council is named at all
    headed: bool = False  # whether a place heads this line alone: `Phường Tân An: …`
    heading: str = ""  # the body whose name fills a line at the head of the page
    local_body: str = ""  # the body that heads an item: `Sở Tài chính: ông …`
    known: dict[Hashable, Any] = field(default_factory=dict)  # what was asked before and holds for the whole text

    def once(self, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """Give what was answered before; the answer must rest on the whole text alone."""
        if question not in self.known:
            self.known[question] = answer()
        found: Answer = self.known[question]
        return found

    def trail(self, *kinds: str) -> Trail[str]:
        """Give the bodies of some kinds by where they are named."""
        return self.once(("trail", kinds), lambda: Trail((w, name) for w, name, kind in self.bodies if kind in kinds))

    def add_place(self, at: int, level: str, name: str, weight: int = 1, *, aside: bool = False) -> None:
        """Note a place where it is named."""
        self.known.clear()
        level = level or level_of(name)
        if "-" in name and _ABROAD.search(name):
            return
        if aside:
            self.asides.add(at)
        self.places.append((at, level, name))
        self.weights[(rank_of(level, name), name)] += weight

    def add_body(self, body: Body, weight: int = 1) -> None:
        """Note a body and all that is named inside it."""
        self.known.clear()
        head = body.head.head if body.head is not None else ""
        kind = kind_of(body)
        self.council = self.council or kind == "council"
        if body.place:
            self.add_place(body.start, body.level or _COMMITTEE_LEVEL.get(head, ""), body.place, weight)
        if body.inner is not None:
            self.add_body(body.inner, weight)
        if not is_whole(body):
            if body.level and not body.place and body.inner is None and not body.known:
                self.unplaced.append((body.start, body.own, body.level, kind))
            if not body.bare:
                self.opens.append(body)
            return
        name = plain_name(body)
        self.bodies.append((body.start, name, kind))
        self.named[name] += weight
        if kind in _MAIN_HOSTS:
            self.hosts[name] += weight
        if body.alias:
            self.shorts[body.alias] = name

    def main_place(self, rank: str) -> str | None:
        """Name the place of a rank that the text is about: the one named most, headline and lead counting more."""
        return self.once(("main", rank), lambda: self._main_place(rank))

    def _main_place(self, rank: str) -> str | None:
        counts = {name: count for (its_rank, name), count in self.weights.items() if its_rank == rank}
        most = max(counts.values(), default=0)
        first = (name for _, level, name in self.places if counts.get(name) == most and rank_of(level, name) == rank)
        return next(first, None)

    def place_for(self, level: str, at: int) -> str | None:
        """Name the place a bare level means: this item's, the province of the text, else the last one named."""
        if level in self.local:
            return self.local[level]
        city = self.local.get("thành phố", "")
        if level == "tỉnh" and city and rank_of("thành phố", city) == "province":
            return city
        if level == "tỉnh":
            return self.main_place("province") or self.once("province", self._province_of_districts)
        if level in _COMMUNE_LEVELS and (commune := self._one_commune(level)) is not None:
            return commune
        return self._places_of(level).last_or_first(at)

    def _places_of(self, level: str) -> Trail[str]:
        return self.once(("level", level), lambda: Trail((w, name) for w, other, name in self.places if other == level))

    def last_place(self, at: int) -> tuple[str, str] | None:
        """Give the level and name of the place named last before a place; where another one lies does not count."""
        return self.once("last", self._told_places).last_before(at)

    def _told_places(self) -> Trail[tuple[str, str]]:
        return Trail((w, (level, name)) for w, level, name in self.places if level and w not in self.asides)

    def _one_commune(self, level: str) -> str | None:
        """Name the commune that a text names more than all others of its level together."""
        return self.once(("most", level), lambda: self._most_of(level))

    def _most_of(self, level: str) -> str | None:
        counted = [(self.weights[("commune", name)], name) for name in set(self._places_of(level).names)]
        most, name = max(counted, default=(0, ""))
        return name if most >= OFTEN and most > sum(count for count, _ in counted) - most else None

    def local_commune(self) -> str | None:
        """Name the commune that heads the item or sentence being read."""
        return next((f"{level} {self.local[level]}" for level in _COMMUNE_LEVELS if level in self.local), None)

    def main_commune(self) -> str | None:
        """Name the commune that a text is about, where it names one above all."""
        return self.once("commune", self._main_commune)

    def _main_commune(self) -> str | None:
        name = self.main_place("commune")
        if name is None or self.weights[("commune", name)] < OFTEN:
            return None
        level = next((level for _, level, other in self.places if other == name and level in _COMMUNE_LEVELS), "")
        return f"{level} {name}" if level else None

    def last_of(self, kind: str, at: int) -> str | None:
        """Name the body of a kind that the text names last before a place, else the first after it."""
        return self.trail(kind).last_or_first(at)

    def placed(self, own: str, kind: str) -> str | None:
        """Find the name with its place of a body that is printed without it here: `Trung tâm Kiểm nghiệm [tỉnh]`."""
        levels = self.once("unplaced", self._levels_of_unplaced).get((own, kind), ())
        found: set[tuple[str, str | None]] = set()
        for level, at in levels:
            found.add((level, self.place_for(level, at)))
            if len(found) > 1:
                return None
        level, place = found.pop() if found else ("", None)
        return None if place is None else f"{own} {level} {place}"

    def _levels_of_unplaced(self) -> dict[tuple[str, str], list[tuple[str, int]]]:
        """For the words and kind of each body without its place: its levels, once for each place they may mean."""
        found: dict[tuple[str, str], dict[tuple[str, str | None], int]] = {}
        for at, words, level, kind in self.unplaced:
            place = None if level == "tỉnh" else self._places_of(level).last_or_first(at)
            found.setdefault((words, kind), {}).setdefault((level, place), at)
        return {body: [(level, at) for (level, _), at in levels.items()] for body, levels in found.items()}

    def _province_of_districts(self) -> str | None:
        """Name the one province in which the districts lie of a text that names no province."""
        index = read_lexicon().gazetteers.place_index
        districts = {(level, name) for _, level, name in self.places if rank_of(level, name) == "district"}
        lying = [find_province(index, level, name, self.day) for level, name in districts]
        found = {province.name for province in lying if province is not None}
        return found.pop() if len(found) == 1 else None

    def fuller(self, opening: str, kind: str, at: int) -> str | None:
        """Find the full name an opening word alone stands for: the last named before, else the first."""
        key = tone_key(opening) + " "
        if tone_key(self.heading).startswith(key):
            return self.heading
        waiting = self.once(("waiting", key, kind), lambda: self._waiting(key, kind))
        question, local = ("fuller", key, kind), ("local", key, kind)
        if waiting and self.known.get(local) != self.local:  # their places are those of the item being read
            self.known.pop(question, None)
            self.known[local] = dict(self.local)
        near, most, whole = self.once(question, lambda: self._fuller(key, kind, waiting))
        if kind == "ministry" and most is not None:
            return near.beside(at) or most
        return near.within(at, NEAR) or whole

    def _waiting(self, key: str, kind: str) -> list[tuple[int, str, str, str]]:
        """The bodies without their place that begin so."""
        return [body for body in self.unplaced if body[3] == kind and tone_key(body[1]).startswith(key)]

    def _fuller(self, key: str, kind: str, waiting: Sequence[tuple[int, str, str, str]]) -> Fuller:
        """The bodies that begin so; the one named most; the longest, where it holds the words of all others."""
        found = [(w, name) for w, name, its in self.bodies if its == kind and tone_key(name).startswith(key)]
        for where, own, level, _ in waiting:
            if (place := self.place_for(level, where)) is not None:
                found.append((where, f"{own} {level} {place}"))
        names = dict.fromkeys(name for _, name in found)
        longest = max(names, key=len, default=None)
        words = set() if longest is None else set(longest.split())
        whole = all(words.issuperset(name.split()) for name in names)
        return Nearest(found), self._most_named(set(names)), longest if whole else None

    def _most_named(self, names: set[str]) -> str | None:
        """The one of some bodies that the text names most, headline and lead counting more."""
        ranked = Counter({name: self.named[name] for name in names}).most_common(2)
        alone = len(ranked) == 1 or len(ranked) == 2 and ranked[0][1] > ranked[1][1]
        return ranked[0][0] if ranked and alone else None

    def main_host(self) -> str | None:
        """Name the institution the text is about, if one stands out."""
        return self.once("host", self._main_host)

    def _main_host(self) -> str | None:
        parts = parts_of(self.hosts)
        counted = Counter({name: count for name, count in self.hosts.items() if name not in parts})
        for part, wholes in parts.items():
            counted.update({name: self.hosts[part] for name in wholes if name in counted})
        ranked = counted.most_common(2)
        if self.heading and not any(self.heading in name for name in counted):
            return self.heading
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]


def is_whole(body: Body) -> bool:
    """Tell whether a body's printed name says which body it is."""
    if body.known is not None:
        return True
    if body.inner is not None:
        return is_whole(body.inner)
    if body.head is not None and body.head.head in _COMMITTEE_LEVEL:
        return bool(body.place)
    return not body.bare and not (body.level and not body.place)


def level_of(name: str) -> str:
    """Say the level of a known province or city."""
    known = _known_place(name)
    return "" if known is None else "thành phố" if known == "city" else "tỉnh"


def _known_place(name: str) -> str | None:
    return read_lexicon().place_levels.get(tone_key(name))


def rank_of(level: str, name: str) -> str:
    """Say whether a place is a province, a district or a commune."""
    if level == "tỉnh" or (level == "thành phố" and _known_place(name) == "city"):
        return "province"
    return LEVEL_WORDS.get(level, "province")


def plain_name(body: Body) -> str:
    """Write a body's name with only what is printed."""
    if body.known is not None:
        return " ".join(part for part in (body.known.name, body.level, body.place) if part)
    if body.inner is not None:
        return " ".join(part for part in (body.own, plain_name(body.inner), body.seat) if part)
    head = body.head.head if body.head is not None else ""
    level = "" if head in _COMMITTEE_LEVEL and body.place != "Hồ Chí Minh" else body.level
    return " ".join(part for part in (body.own, level, body.place) if part)
