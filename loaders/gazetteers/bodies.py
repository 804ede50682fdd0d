"""What is known of a body by its name alone: kind, level, place, the body above; unknown stays None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from graph.model import ParentKind
from graph.names import body_key, nfc, spell_out, tone_key
from loaders.gazetteers.entries import BodyEntry, HeadEntry
from loaders.gazetteers.places import (
    LEVEL_WORDS,
    Level,
    Locality,
    PlaceIndex,
    find_locality,
    find_province,
    goes_on,
    name_with_level,
)
from loaders.gazetteers.roles import find_committee

_ORGANS = ("Ban Thường vụ", "Thường trực")
_BOARDS = ("Hội đồng trường", "Hội đồng quản trị", "Hội đồng thành viên", "Ban Kiểm soát")
_TIERED = ("Ủy ban nhân dân", "Đảng bộ", "Công an")  # a district's is under the province's
_LONGEST_HEAD = 6


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What is known of a body from its name."""

    kind: str | None
    level: Level | None
    place: str | None
    parent: str | None
    parent_kind: ParentKind | None


@dataclass(frozen=True, slots=True, eq=False)
class BodyIndex:
    """Opening words, named bodies and places by the keys of their printed forms."""

    heads: dict[str, HeadEntry]
    bodies: dict[str, BodyEntry]
    places: PlaceIndex


def make_body_index(heads: Sequence[HeadEntry], bodies: Sequence[BodyEntry], places: PlaceIndex) -> BodyIndex:
    """Index what is known of bodies by the keys of their printed forms."""
    return BodyIndex(
        {tone_key(form): entry for entry in heads for form in entry.forms},
        {body_key(form): entry for entry in bodies for form in entry.forms},
        places,
    )


def describe_body(index: BodyIndex, name: str, on: date | None = None) -> BodyFacts:
    """Say what is known of a body from its name, as it was on a day (None: of late)."""
    name = spell_out(nfc(name))
    known = index.bodies.get(body_key(name))
    if known is not None:
        parent, kind = _known_parent(known) or find_parent(index.heads, name)
        return BodyFacts(known.kind, cast("Level | None", known.level or None), None, parent, kind)
    opening = find_opening(index.heads, name)
    if opening is None:
        return BodyFacts(None, None, None, None, None)
    within = _known_within(index, name)
    found = None if within else find_locality(index.places, name, on)
    level = found.level if found is not None else cast("Level | None", opening.level or None)
    parent, kind = find_parent(index.heads, name)
    if parent is None and found is not None and (above := _find_above(index.places, opening, found, on)) is not None:
        parent, kind = above, "structural"
    if within and kind != "organ" and kind != "leads":
        parent, kind = within, "structural"
    return BodyFacts(opening.kind, level, None if found is None else found.name, parent, kind)


def _find_above(index: PlaceIndex, opening: HeadEntry, place: Locality, on: date | None) -> str | None:
    """Name what is over a body of a place: the ministry, the province's committee, the like body of the province."""
    if opening.kind == "police" and place.level == "province":
        return "Bộ Công an"
    if opening.head == "Sở" and place.level == "province" and (known := index.provinces.get(tone_key(place.name))):
        return f"Ủy ban nhân dân {name_with_level(known)}"
    if opening.head not in _TIERED or place.level != "district":
        return None
    printed = index.provinces.get(tone_key(place.within)) if place.within is not None else None
    province = printed or find_province(index, place.word, place.name, on)
    return None if province is None else f"{opening.head} {name_with_level(province)}"


def _known_within(index: BodyIndex, name: str) -> str | None:
    """Find a body known by name at the end of a longer name: `Đảng ủy Thông tấn xã Việt Nam` has no `xã`."""
    words = name.split(" ")
    for at in range(1, len(words)):
        if words[at][:1].isupper() and (known := index.bodies.get(body_key(" ".join(words[at:])))):
            return known.name
    return None


def _known_parent(known: BodyEntry) -> tuple[str, ParentKind] | None:
    return (known.parent, cast("ParentKind", known.parent_kind)) if known.parent else None


def find_leader(index: BodyIndex, name: str) -> str | None:
    """Name the post of the one who leads a body of such a name."""
    opening = find_opening(index.heads, spell_out(nfc(name)))
    return opening.leader or None if opening is not None else None


def find_opening(index: dict[str, HeadEntry], name: str) -> HeadEntry | None:
    """Find the longest known opening word of a body's name."""
    words = name.split(" ")
    for length in range(min(_LONGEST_HEAD, len(words)), 0, -1):
        if entry := index.get(tone_key(" ".join(words[:length]))):
            return entry
    return None


def find_parent(index: dict[str, HeadEntry], name: str) -> tuple[str | None, ParentKind | None]:
    """Find the body above: an organ's committee, what a committee leads, else the body named inside."""
    for organ in _ORGANS:
        if rest := _after(name, organ):
            return rest, "organ"
    if (committee := find_committee(name)) is not None:
        return committee[1].removeprefix("Ban Chấp hành "), "leads"
    for board in _BOARDS:
        if rest := _after(name, board):
            return rest, "structural"
    if inner := _inner_body(index, name):
        return inner, "structural"
    return _authority(name)


def _after(name: str, opening: str) -> str | None:
    length = opening.count(" ") + 1
    words = name.split(" ")
    if len(words) > length and tone_key(" ".join(words[:length])) == tone_key(opening):
        return " ".join(words[length:])
    return None


def _inner_body(index: dict[str, HeadEntry], name: str) -> str | None:
    """Find a body printed inside another's name: `Ban Tổ chức Tỉnh ủy X` → `Tỉnh ủy X`."""
    words = name.split(" ")
    opening = find_opening(index, name)
    start = 1 if opening is None else opening.head.count(" ") + 1
    for at in range(start, len(words) - 1):
        entry = find_opening(index, " ".join(words[at:])) if words[at][:1].isupper() else None
        if entry is not None and entry.needs not in ("name", "parent"):
            return " ".join(words[at:])
        if entry is not None and entry.head == "Bộ":
            return " ".join(words[at:])
    return None


def _authority(name: str) -> tuple[str | None, ParentKind | None]:
    """Find the people's committee over a department, a division or an inspectorate."""
    words = name.split(" ")
    if words[0].casefold() not in ("sở", "phòng", "thanh"):
        return None, None
    for at in range(1, len(words) - 1):
        for length in (1, 2):
            word = " ".join(words[at : at + length])
            if word.casefold() in LEVEL_WORDS and len(words) > at + length and not goes_on(words[at + length]):
                return f"Ủy ban nhân dân {' '.join(words[at:])}", "structural"
    return None, None
