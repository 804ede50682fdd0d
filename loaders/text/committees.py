"""Step 4: committees: which one a body is or belongs to, the one or the union named last, their names in full."""

from __future__ import annotations

from loaders.gazetteers.roles import find_committee
from loaders.text.context import _COMMITTEE_LEVEL, Context

_PARTY = ("committee", "standing_committee", "party_organization", "party_group", "standing")


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
    named = [name for where, name, kind in context.bodies if kind in _PARTY and where < at]
    found = [name for name in named if is_committee(name)]
    others = [name.removeprefix("Ban Chấp hành ") for name in named if name.startswith("Ban Chấp hành ")]
    return next(iter([*found[-1:], *others[-1:]]), None)


def last_union(context: Context, at: int) -> str | None:
    """The union a text without any committee of the Party is about: it has committees of its own."""
    named = [(where, name) for where, name, kind in context.bodies if kind == "union" and not _is_organ(name)]
    before = [name for where, name in named if where < at]
    if before:
        return before[-1]
    names = {name for _, name in named}
    return names.pop() if len(names) == 1 else None


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
