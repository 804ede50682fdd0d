"""Step 4: committees: which one a body is or belongs to, the one or the union named last, whose it is, full names."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.gazetteers.roles import find_committee
from loaders.text.context import _COMMITTEE_LEVEL, Context
from loaders.text.trails import Trail

_PARTY = ("committee", "standing_committee", "party_organization", "party_group", "standing")
_COMMUNES = ("xã ", "phường ", "thị trấn ", "đặc khu ")
_SEATS = ("people_committee", "council")
_HOSTS = (
    "enterprise", "school", "hospital", "agency", "court", "procuracy", "institute", "press", "ministry",
    "bloc", "inspection", "party_office", "department", "army", "police", "council", "assembly", "front", "union",
    "people_committee", "government", "office",
)  # fmt: skip
_BOARDS = ("Hội đồng quản trị", "Hội đồng thành viên", "Hội đồng trường", "Ban Kiểm soát")


def committee_in(name: str) -> str | None:
    """The committee that a body is, or that it is an office of: `Ban Nội chính Tỉnh ủy Lạng Sơn`."""
    if is_committee(name):
        return name
    at = min((name.find(word) for word in _COMMITTEE_LEVEL if f" {word} " in name), default=-1)
    return name[at:] if at > 0 else None


def is_committee(name: str) -> bool:
    """Tell whether a name is that of a Party committee, or of its standing one."""
    return find_committee(bare_committee(name)) is not None


def bare_committee(name: str) -> str:
    """Give the committee that a standing committee is of."""
    return name.removeprefix("Ban Thường vụ ").removeprefix("Thường trực ")


def last_committee(context: Context, at: int) -> str | None:
    """Name the committee that the text names last before a place."""
    found, others = context.once("committees", lambda: _committees(context))
    return found.last_before(at) or others.last_before(at)


def _committees(context: Context) -> tuple[Trail[str], Trail[str]]:
    """The committees by where they are named; those of others than the Party, called by their organ's name."""
    named = [(where, name) for where, name, kind in context.bodies if kind in _PARTY]
    organ = "Ban Chấp hành "
    return (
        Trail((where, name) for where, name in named if is_committee(name)),
        Trail((where, name.removeprefix(organ)) for where, name in named if name.startswith(organ)),
    )


def last_union(context: Context, at: int) -> str | None:
    """The union a text without any committee of the Party is about: it has committees of its own."""
    trail, only = context.once("unions", lambda: _unions(context))
    return trail.last_before(at) or only


def _unions(context: Context) -> tuple[Trail[str], str | None]:
    """The unions by where they are named, and the one of them where there is no other."""
    trail = Trail((w, name) for w, name, kind in context.bodies if kind == "union" and not _is_organ(name))
    names = set(trail.names)
    return trail, names.pop() if len(names) == 1 else None


def _is_organ(name: str) -> bool:
    return name.startswith(("Ban Chấp hành ", "Ban Thường vụ ", "Ủy ban Kiểm tra "))


def party_name(name: str) -> str:
    """Give `Ban Chấp hành` the `Đảng bộ`, `Ban Thường vụ` the committee, whichever the text prints."""
    for organ in ("Ban Thường vụ ", "Thường trực ", "Ủy ban Kiểm tra "):
        if name.startswith(organ):
            rest = name.removeprefix(organ)
            known = find_committee(f"Ban Chấp hành {rest}" if rest.startswith("Đảng bộ") else rest)
            return name if known is None else f"{organ}{known[0]}"
    if name.startswith("Ban Chấp hành "):
        known = find_committee(name)
        return name if known is None else known[1]
    return name


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
