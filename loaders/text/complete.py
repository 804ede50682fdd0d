"""Step 4: bodies made whole, right to left within one person's titles, then from the text's places and hosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.names import tone_key
from loaders.text.bodies import Body
from loaders.text.clausewords import kind_of
from loaders.text.committees import committee_of_seat, host_of, last_union, party_name
from loaders.text.context import (
    _COMMITTEE_LEVEL,
    Context,
    Named,
    level_of,
)
from loaders.text.titles import Title
from loaders.text.wholebodies import SEATED, Hints, complete_body

_MODIFIERS = (" Thường trực", " phụ trách", " chuyên trách", " Thứ nhất")
_LEADS = tone_key("trưởng")
_BY_TRADE = ("Kiểm sát viên", "Thẩm phán", "Điều tra viên")  # no post without a body of its own


class Post(NamedTuple):
    """A role in a body with its full name; `title` is what was printed."""

    title: Title
    role: str
    body: Named


def complete_titles(
    context: Context,
    titles: Sequence[Title],
    beside: Sequence[Post] = (),
    *,
    after: Sequence[Title] = (),
    deciders: Sequence[Body] = (),
) -> tuple[Post, ...]:
    """Complete the titles of one person.

    `beside` are posts of the same clause, asked where the titles are silent; `after` are titles said next of the same
    person, which complete these but are not given back; `deciders` give the place where the titles tell none.
    """
    if after:
        whole = complete_titles(context, [*titles, *after], beside, deciders=deciders)
        return tuple(post for post in whole if any(post.title is title for title in titles))
    if not titles:
        return ()
    hints = Hints()
    for body in (*(title.body for title in titles), *deciders):
        _note_places(hints, body)
    found: dict[int, Post] = {}
    for at in range(len(titles) - 1, -1, -1):
        title = _with_owner(titles[at], titles[at + 1] if at + 1 < len(titles) else None)
        named = _complete_title(context, hints, title, beside)
        if named is not None:
            found[at] = Post(title, title.role, named)
            hints.names.insert(0, (named.name, kind_of(title.body)))
    for at, title in enumerate(titles):  # a title without a body may take its left neighbour's
        if at not in found and (named := _from_left(hints, title)) is not None:
            found[at] = Post(title, title.role, named)
    return tuple(found[at] for at in sorted(found))


def _with_owner(title: Title, right: Title | None) -> Title:
    """Divisions of one body, which is said once: `Trưởng phòng Thời sự và Trưởng phòng Chuyên đề Đài …`."""
    if right is None or title.body is None or right.body is None or right.body.inner is None:
        return title
    both = {kind_of(title.body), kind_of(right.body)} == {"division"}
    open_ended = title.body.inner is None and not title.body.place and not title.body.bare
    return title._replace(body=title.body._replace(inner=right.body.inner)) if both and open_ended else title


def _note_places(hints: Hints, body: Body | None) -> None:
    while body is not None:
        if body.place:
            head = body.head.head if body.head is not None else ""
            level = body.level or _COMMITTEE_LEVEL.get(head, "") or level_of(body.place)
            hints.places.setdefault(level, body.place)
        body = body.inner


def _complete_title(context: Context, hints: Hints, title: Title, beside: Sequence[Post]) -> Named | None:
    if title.body is not None:
        if title.body.bare and hints.names and hints.names[0][1] == kind_of(title.body):
            return Named(hints.names[0][0], inferred=True, note="body of the next title")
        units = title.body.bare and title.body.head is not None and title.body.head.needs == "name"
        given = _beside(title, beside, title.body.own) if units else None
        named = given or complete_body(context, hints, title.body)
        if named is None and title.body.bare:
            return _beside(title, beside, title.body.own)
        return named
    if title.role in _BY_TRADE or title.unread:
        return None
    if title.default_body:
        return Named(title.default_body)
    if hints.names and title.entry is not None and not title.entry.puts_back:
        name = _house_of(title.role, *hints.names[0])
        if name is not None:
            return Named(name, inferred=True, note="body of the next title")
    if context.local_body and title.entry is not None and not title.entry.puts_back:
        return Named(context.local_body, inferred=True, note="body that heads the item")
    return _beside(title, beside, "") or _main_host(context, title)


def _house_of(role: str, name: str, kind: str) -> str | None:
    """The body that a bare role shares with the next title: a secretary is of the place's committee, not its UBND."""
    if plain_role(role).endswith("Bí thư") and kind in SEATED:
        return committee_of_seat(name)
    if plain_role(role).endswith("Bí thư") and kind == "delegation":
        return None
    if role.endswith("Hiệu trưởng") and kind != "school":
        return None
    return name


def _beside(title: Title, beside: Sequence[Post], opening: str) -> Named | None:
    """Take the body of the post that the same clause gives: `Phó Chính ủy, … giữ chức Chính ủy Quân khu 1`."""
    key = tone_key(opening)
    for post in beside:
        fits = not key or tone_key(post.body.name).startswith(f"{key} ")
        if fits and _same_house(title, post):
            return Named(post.body.name, inferred=True, note="body of the post in the same clause")
    return None


def _same_house(title: Title, post: Post) -> bool:
    """A bare role shares a post's body only if the body is one such a role can be in."""
    if title.entry is not None and title.entry.puts_back:
        return tone_key(post.body.name).startswith(tone_key(title.entry.puts_back) + " ")
    role = post.role
    if role == "Phụ trách" and post.title.body is not None and post.title.body.head is not None:
        role = post.title.body.head.leader
    return _rank_word(title.role) == _rank_word(role)


def _rank_word(role: str) -> str:
    """The word that a head's and a deputy's title share: `tịch` of `Phó Chủ tịch Thường trực`."""
    words = tone_key(plain_role(role)).split(" ")
    return " ".join(words[-2:]) if words[-1] == _LEADS else words[-1]


def plain_role(role: str) -> str:
    """Give a role without what only qualifies it: `Phó Bí thư` of `Phó Bí thư Thường trực`."""
    for modifier in _MODIFIERS:
        role = role.removesuffix(modifier)
    return role


def _main_host(context: Context, title: Title) -> Named | None:
    if title.entry is None or title.entry.puts_back:
        return None
    if title.role.endswith(("Hiệu trưởng", "Giám đốc", "Kế toán trưởng", "quản trị công ty")):
        host = context.main_host()
        return None if host is None else Named(host, inferred=True, note="institution of the text")
    if plain_role(title.role).endswith("Chủ tịch") and not context.trail(*SEATED).names:
        union = last_union(context, title.start)
        return None if union is None else Named(union, inferred=True, note="union of the text")
    return None


def _from_left(hints: Hints, title: Title) -> Named | None:
    if title.body is None or title.body.head is None or title.body.head.needs not in ("host", "committee"):
        return None
    host = host_of(hints.names, title.body.own)
    if host is None:
        return None
    return Named(party_name(f"{title.body.own} {host}"), inferred=True, note="host of another title")
