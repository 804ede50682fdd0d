"""What is known of a role in a body by its words alone; unknown stays None, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Capacity
from graph.names import body_key, nfc, role_key, tone_key
from loaders.gazetteers.entries import RoleEntry

RoleIndex = dict[str, RoleEntry]

MEMBER = "Ủy viên"
CENTRE = "Ban Chấp hành Trung ương Đảng"
POLITBURO = "Bộ Chính trị"
SECRETARIAT = "Ban Bí thư"
# Bodies in which a `Bí thư` is one of several, beside the one who leads.
OF_SECRETARIES = (SECRETARIAT, "Trung ương Đoàn", "Ban Chấp hành Trung ương Đoàn", "Ban Bí thư Trung ương Đoàn")

_COMMITTEE_LEVELS = {
    "tỉnh ủy": "Đảng bộ tỉnh",
    "thành ủy": "Đảng bộ thành phố",
    "huyện ủy": "Đảng bộ huyện",
    "quận ủy": "Đảng bộ quận",
    "thị ủy": "Đảng bộ thị xã",
    "đảng ủy": "Đảng bộ",
}
_IN_CHARGE = re.compile(r"^(Phó .+?) phụ trách$", re.IGNORECASE)
_ACTING = re.compile(r"^quyền\s+", re.IGNORECASE)
_ALTERNATE = re.compile(r"\s+dự khuyết$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """What is known of a role in a body."""

    head: bool | None
    seats: int | None
    rank: int | None
    title_en: str | None
    implies: tuple[str, ...]


def split_capacity(role: str) -> tuple[str, Capacity]:
    """Part a printed role from its capacity word (RULES 15); bare `Phụ trách` keeps its word."""
    role = nfc(role)
    if match := _IN_CHARGE.match(role):
        return match.group(1), "in_charge"
    if _ACTING.match(role):
        bare = _ACTING.sub("", role)
        return bare[:1].upper() + bare[1:], "acting"
    if _ALTERNATE.search(role):
        return _ALTERNATE.sub("", role), "alternate"
    if tone_key(role) == tone_key("Phụ trách"):
        return role, "in_charge"
    return role, "full"


def describe_role(index: RoleIndex, role: str, organization: str) -> RoleFacts:
    """Say what is known of a role in a body; a secretary of the Secretariat is a member, no head."""
    bare, _ = split_capacity(role)
    entry = index.get(role_key(bare))
    implies = find_implied(bare, organization)
    if entry is None:
        return RoleFacts(None, None, None, None, implies)
    if _is_one_of_several(bare, organization):
        return RoleFacts(False, None, entry.rank, entry.english, implies)
    return RoleFacts(entry.head, 1 if entry.head else None, entry.rank, entry.english, implies)


def _is_one_of_several(role: str, organization: str) -> bool:
    several = body_key(organization) in {body_key(body) for body in OF_SECRETARIES}
    return several and (role_key(role) == role_key("Bí thư") or body_key(organization) == body_key(SECRETARIAT))


def make_role_index(roles: Sequence[RoleEntry]) -> RoleIndex:
    """Index titles by the key of each printed form."""
    index: dict[str, RoleEntry] = {}
    for entry in roles:
        for form in entry.forms:
            index.setdefault(role_key(form), entry)
    return index


def find_implied(role: str, organization: str) -> tuple[str, ...]:
    """List the posts this one implies as `role @ organization` (RULES 17; at the centre, the charter)."""
    key, body = role_key(role), body_key(organization)
    if body == body_key(CENTRE):
        leads = key == role_key("Tổng Bí thư")
        return (f"{MEMBER} @ {POLITBURO}", f"{MEMBER} @ {CENTRE}") if leads else ()
    if body == body_key(POLITBURO):
        return (f"{MEMBER} @ {CENTRE}",)
    if body == body_key(SECRETARIAT):
        above = (f"{MEMBER} @ {CENTRE}",)
        return (f"Bí thư @ {SECRETARIAT}", *above) if key == role_key("Thường trực") else above
    return _implied_in_committee(key, organization)


def _implied_in_committee(key: str, organization: str) -> tuple[str, ...]:
    name = nfc(organization)
    words = name.split(" ")
    if key == role_key(MEMBER) and tone_key(" ".join(words[:3])) == tone_key("Ban Thường vụ"):
        committee = find_committee(" ".join(words[3:]))
        return () if committee is None else (f"{MEMBER} @ {committee[1]}",)
    secretaries = {role_key(title) for title in ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực")}
    committee = find_committee(name)
    if key not in secretaries or committee is None:
        return ()
    return (f"{MEMBER} @ Ban Thường vụ {committee[0]}", f"{MEMBER} @ {committee[1]}")


def find_committee(name: str) -> tuple[str, str] | None:
    """Give a party committee's two names: its own, and `Ban Chấp hành Đảng bộ …`; else None."""
    words = name.split(" ")
    if tone_key(" ".join(words[:3])) == tone_key("Ban Chấp hành"):
        rest = " ".join(words[3:])
        if tone_key(" ".join(words[3:5])) == tone_key("Đảng bộ"):
            return _usual_committee(rest), f"Ban Chấp hành {rest}"
        return find_committee(rest)
    party = _COMMITTEE_LEVELS.get(_plain(" ".join(words[:2])))
    if party is None:
        return None
    place = " ".join(words[2:])
    doubled = party.removeprefix("Đảng bộ ").casefold()
    if place.casefold().startswith(f"{doubled} "):
        place = place[len(doubled) + 1 :]
    return name, f"Ban Chấp hành {party} {place}".strip()


def _usual_committee(party: str) -> str:
    """`Đảng bộ tỉnh X` → `Tỉnh ủy X`; else `Đảng ủy …`."""
    for committee, organization in _COMMITTEE_LEVELS.items():
        if organization != "Đảng bộ" and party.startswith(f"{organization} "):
            return committee[:1].upper() + committee[1:] + party[len(organization) :]
    return "Đảng ủy" + party[len("Đảng bộ") :]


def _plain(words: str) -> str:
    """Small letters, new tone placement, for the handful of committee words."""
    return words.casefold().replace("uỷ", "ủy")
