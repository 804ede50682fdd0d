"""Step 4: what a text leaves out: places and hosts named elsewhere in it; a completed name is marked inferred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from graph.names import tone_key
from loaders.gazetteers.places import LEVEL_WORDS, find_province
from loaders.text.bodies import Body
from loaders.text.clausewords import kind_of
from loaders.text.lexicon import read_lexicon

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
_COMMUNES = ("xã ", "phường ", "thị trấn ", "đặc khu ")
_SEATS = ("people_committee", "council")
_HOSTS = (
    "enterprise", "school", "hospital", "agency", "court", "procuracy", "institute", "press", "ministry",
    "bloc", "inspection", "party_office", "department", "army", "police", "council", "assembly", "front", "union",
    "people_committee", "government", "office",
)  # fmt: skip
_MAIN_HOSTS = ("enterprise", "school", "hospital", "institute", "press", "bloc", "agency")
_BOARDS = ("Hội đồng quản trị", "Hội đồng thành viên", "Hội đồng trường", "Ban Kiểm soát")


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
    local_body: str = ""  # the body that heads an item: `Sở Tài chính: ông …`

    def add_place(self, at: int, level: str, name: str, weight: int = 1, *, aside: bool = False) -> None:
        """Note a place where it is named."""
        level = level or level_of(name)
        if aside:
            self.asides.add(at)
        self.places.append((at, level, name))
        self.weights[(rank_of(level, name), name)] += weight

    def add_body(self, body: Body, weight: int = 1) -> None:
        """Note a body and all that is named inside it."""
        head = body.head.head if body.head is not None else ""
        self.council = self.council or kind_of(body) == "council"
        if body.place:
            self.add_place(body.start, body.level or _COMMITTEE_LEVEL.get(head, ""), body.place, weight)
        if body.inner is not None:
            self.add_body(body.inner, weight)
        if not is_whole(body):
            if body.level and not body.place and body.inner is None and not body.known:
                self.unplaced.append((body.start, body.own, body.level, kind_of(body)))
            if not body.bare:
                self.opens.append(body)
            return
        kind = kind_of(body)
        name = plain_name(body)
        self.bodies.append((body.start, name, kind))
        self.named[name] += weight
        if kind in _MAIN_HOSTS:
            self.hosts[name] += weight
        if body.alias:
            self.shorts[body.alias] = name

    def main_place(self, rank: str) -> str | None:
        """Name the place of a rank that the text is about: the one named most, headline and lead counting more."""
        found = [(count, name) for (its_rank, name), count in self.weights.items() if its_rank == rank]
        if not found:
            return None
        most = max(count for count, _ in found)
        order = [name for _, level, name in self.places if rank_of(level, name) == rank]
        return min((name for count, name in found if count == most), key=order.index)

    def place_for(self, level: str, at: int) -> str | None:
        """Name the place a bare level means: this item's, the province of the text, else the last one named."""
        if level in self.local:
            return self.local[level]
        city = self.local.get("thành phố", "")
        if level == "tỉnh" and city and rank_of("thành phố", city) == "province":
            return city
        if level == "tỉnh":
            return self.main_place("province") or self._province_of_districts()
        same = [(where, name) for where, other, name in self.places if other == level]
        before = [name for where, name in same if where < at]
        if before:
            return before[-1]
        return same[0][1] if same else None

    def local_commune(self) -> str | None:
        """Name the commune that heads the item or sentence being read."""
        return next((f"{level} {self.local[level]}" for level in _COMMUNE_LEVELS if level in self.local), None)

    def main_commune(self) -> str | None:
        """Name the commune that a text is about, where it names one above all."""
        name = self.main_place("commune")
        if name is None or self.weights[("commune", name)] < OFTEN:
            return None
        level = next((level for _, level, other in self.places if other == name and level in _COMMUNE_LEVELS), "")
        return f"{level} {name}" if level else None

    def last_of(self, kind: str, at: int) -> str | None:
        """Name the body of a kind that the text names last before a place, else the first after it."""
        named = [(where, name) for where, name, its in self.bodies if its == kind]
        before = [name for where, name in named if where < at]
        return before[-1] if before else named[0][1] if named else None

    def placed(self, own: str, kind: str) -> str | None:
        """Find the name with its place of a body that is printed without it here: `Trung tâm Kiểm nghiệm [tỉnh]`."""
        found = {
            (level, self.place_for(level, at)) for at, words, level, its in self.unplaced if (words, its) == (own, kind)
        }
        level, place = found.pop() if len(found) == 1 else ("", None)
        return None if place is None else f"{own} {level} {place}"

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
        found = [(w, name) for w, name, its in self.bodies if its == kind and tone_key(name).startswith(key)]
        for where, own, level, its in self.unplaced:
            if its == kind and tone_key(own).startswith(key) and (place := self.place_for(level, where)) is not None:
                found.append((where, f"{own} {level} {place}"))
        if kind == "ministry" and (most := self._most_named({name for _, name in found})) is not None:
            return most
        near = [name for where, name in sorted(found) if at - NEAR <= where < at]
        if near:
            return near[-1]
        longest = max((name for _, name in found), key=len, default=None)
        whole = longest is not None and all(set(name.split()) <= set(longest.split()) for _, name in found)
        return longest if whole else None

    def _most_named(self, names: set[str]) -> str | None:
        """The one of some bodies that the text names most, headline and lead counting more."""
        ranked = Counter({name: self.named[name] for name in names}).most_common(2)
        alone = len(ranked) == 1 or len(ranked) == 2 and ranked[0][1] > ranked[1][1]
        return ranked[0][0] if ranked and alone else None

    def main_host(self) -> str | None:
        """Name the institution the text is about, if one stands out."""
        parts = {name for name in self.hosts if any(other.endswith(f" {name}") for other in self.hosts)}
        counted = Counter({name: count for name, count in self.hosts.items() if name not in parts})
        for part in parts:
            counted.update({name: self.hosts[part] for name in counted if name.endswith(f" {part}")})
        ranked = counted.most_common(2)
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


def host_of(names: Iterable[tuple[str, str]], committee: str) -> str | None:
    """Choose among the bodies of one person's titles the one that a committee without a name belongs to."""
    for name, kind in names:
        for board in _BOARDS:
            if name.startswith(f"{board} "):
                return name[len(board) + 1 :]
        if kind in _SEATS and committee == "Đảng ủy" and _seat_of(name).startswith(_COMMUNES):
            return _seat_of(name)
        if kind in _HOSTS:
            return name
    return None


def _seat_of(name: str) -> str:
    """The place of a council or people's committee: `phường Tân An` of `Hội đồng nhân dân phường Tân An`."""
    return name.removeprefix("Ủy ban nhân dân ").removeprefix("Hội đồng nhân dân ")


def committee_of_seat(name: str) -> str | None:
    """Name the Party committee of the place that a council or people's committee is of."""
    seat = _seat_of(name)
    for committee, level in _COMMITTEE_LEVEL.items():
        if committee.endswith("ủy") and seat.casefold().startswith(f"{level} "):
            place = seat[len(level) + 1 :]
            return f"{committee} {'Thành phố ' if place == 'Hồ Chí Minh' else ''}{place}"
    return f"Đảng ủy {seat}" if seat.startswith(_COMMUNES) else None
