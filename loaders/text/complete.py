"""Step 4: bodies made whole, right to left within one person's titles, then from the text's places and hosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.names import tone_key
from loaders.text.bodies import Body
from loaders.text.clausewords import kind_of
from loaders.text.committees import bare_committee, committee_in, is_committee, last_committee, last_union, party_name
from loaders.text.context import (
    _COMMITTEE_LEVEL,
    Context,
    Named,
    committee_of_seat,
    host_of,
    level_of,
    plain_name,
)
from loaders.text.titles import Title

_MODIFIERS = (" Thường trực", " phụ trách", " chuyên trách", " Thứ nhất")
_LEADS = tone_key("trưởng")
_BY_TRADE = ("Kiểm sát viên", "Thẩm phán", "Điều tra viên")  # no post without a body of its own
FRONT_ORGAN = "Ban Thường trực"
FAR = 600  # characters back to a committee just named
_COMMITTEES = ("committee", "standing_committee")
_SEATED = ("people_committee", "council")


@dataclass(frozen=True, slots=True)
class Post:
    """A role in a body with its full name; `title` is what was printed."""

    title: Title
    role: str
    body: Named


@dataclass(slots=True)
class _Hints:
    """What the neighbours of a title say: places by level, bodies made whole so far (the nearest first)."""

    places: dict[str, str] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)


def complete_titles(
    context: Context, titles: Sequence[Title], beside: Sequence[Post] = (), *, after: Sequence[Title] = ()
) -> tuple[Post, ...]:
    """Complete the titles of one person.

    `beside` are posts of the same clause, asked where the titles are silent; `after` are titles said next of the same
    person, which complete these but are not given back.
    """
    if after:
        whole = complete_titles(context, [*titles, *after], beside)
        return tuple(post for post in whole if any(post.title is title for title in titles))
    hints = _Hints()
    for title in titles:
        _note_places(hints, title.body)
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
    return replace(title, body=replace(title.body, inner=right.body.inner)) if both and open_ended else title


def _note_places(hints: _Hints, body: Body | None) -> None:
    while body is not None:
        if body.place:
            head = body.head.head if body.head is not None else ""
            level = body.level or _COMMITTEE_LEVEL.get(head, "") or level_of(body.place)
            hints.places.setdefault(level, body.place)
        body = body.inner


def _complete_title(context: Context, hints: _Hints, title: Title, beside: Sequence[Post]) -> Named | None:
    if title.body is not None:
        if title.body.bare and hints.names and hints.names[0][1] == kind_of(title.body):
            return Named(hints.names[0][0], inferred=True, note="body of the next title")
        named = complete_body(context, hints, title.body)
        if named is None and title.body.bare:
            return _beside(title, beside, title.body.own)
        return named
    if title.role in _BY_TRADE:
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
    if role.endswith("Bí thư") and kind in _SEATED:
        return committee_of_seat(name)
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
    if plain_role(title.role).endswith("Chủ tịch") and not any(kind in _SEATED for _, _, kind in context.bodies):
        union = last_union(context, title.start)
        return None if union is None else Named(union, inferred=True, note="union of the text")
    return None


def _from_left(hints: _Hints, title: Title) -> Named | None:
    if title.body is None or title.body.head is None or title.body.head.needs not in ("host", "committee"):
        return None
    host = host_of(hints.names, title.body.own)
    if host is None:
        return None
    return Named(party_name(f"{title.body.own} {host}"), inferred=True, note="host of another title")


def complete_body(context: Context, hints: _Hints | None, body: Body) -> Named | None:
    """Write a body's full name; None if the text does not make it certain."""
    hints = hints or _Hints()
    if body.known is not None:
        return Named(plain_name(body))
    assert body.head is not None
    if body.inner is not None:
        inner = complete_body(context, hints, body.inner)
        if inner is None:
            return None
        name = party_name(f"{body.own} {inner.name}")
        return Named(f"{name} {body.seat}" if body.seat else name, inner.inferred, inner.note)
    if body.level and not body.place:
        return _with_place(context, hints, body, body.level)
    if body.place:
        return Named(_city_name(_expanded(context, plain_name(body))))
    return _open(context, hints, body)


def _open(context: Context, hints: _Hints, body: Body) -> Named | None:
    """Complete a body of which no place and no inner body is printed."""
    assert body.head is not None
    needs = body.head.needs
    level = _COMMITTEE_LEVEL.get(body.head.head)
    if level is not None:
        return _with_place(context, hints, body, level)
    if needs in ("field", "province"):
        return _with_place(context, hints, body, "tỉnh") if not (needs == "field" and body.bare) else None
    if body.bare and body.head.kind == "council_unit":
        council = context.last_of("council", body.start)
        return None if council is None else Named(f"{body.own} {council}", inferred=True, note=f"council: {council}")
    if not body.bare:
        placed = context.placed(body.own, body.head.kind)
        if placed is not None:
            return Named(placed, inferred=True, note=f"place of {body.own}")
        return Named(_expanded(context, party_name(plain_name(body))))
    if body.own == "Ủy ban" and any(kind == "front" for _, kind in hints.names):
        return _of_front(context, hints, body)
    if needs == "place":
        return _any_place(context, hints, body)
    if needs in ("host", "committee"):
        return _hosted(context, hints, body)
    if context.local_body.startswith(f"{body.own} "):
        return Named(context.local_body, inferred=True, note="body that heads the line")
    fuller = context.fuller(body.own, body.head.kind, body.start)
    return None if fuller is None else Named(fuller, inferred=True, note=f"full name of {body.own}")


def _with_place(context: Context, hints: _Hints, body: Body, level: str) -> Named | None:
    place = hints.places.get(level) or context.place_for(level, body.start)
    if place is None and level == "tỉnh":
        place = hints.places.get("thành phố") if body.head is not None and body.head.needs == "field" else None
    if place is None:
        return None
    if body.head is not None and body.head.head in _COMMITTEE_LEVEL:
        return Named(_city_name(f"{body.own} {place}"), inferred=True, note=f"place: {place}")
    printed = "thành phố" if level == "tỉnh" and level_of(place) == "thành phố" else level
    return Named(f"{body.own} {printed} {place}", inferred=True, note=f"place: {place}")


def _city_name(name: str) -> str:
    return name.replace("Thành ủy Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh")


def _any_place(context: Context, hints: _Hints, body: Body) -> Named | None:
    """A council or people's committee with no level at all: the lowest place of the person's other titles."""
    for level in ("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh"):
        if level in hints.places:
            return Named(f"{body.own} {level} {hints.places[level]}", inferred=True, note="place of another title")
    for level in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"):
        if level in context.local:
            return Named(f"{body.own} {level} {context.local[level]}", inferred=True, note="place that heads the item")
    named = [place for place in context.places if place[0] not in context.asides]
    before = [(level, name) for where, level, name in named if where < body.start and level]
    if not before:
        return None
    level, name = before[-1]
    return Named(f"{body.own} {level} {name}", inferred=True, note=f"place last named: {name}")


def _hosted(context: Context, hints: _Hints, body: Body) -> Named | None:
    """Complete `Đảng ủy`, `Ban cán sự đảng`, `Ban Thường vụ`: the host in the person's titles, else the text's."""
    assert body.head is not None
    if body.own == FRONT_ORGAN:
        return _of_front(context, hints, body)
    if body.head.needs == "committee":
        committee = next((found for name, _ in hints.names if (found := committee_in(name)) is not None), None)
        note = "committee of the next title"
        if committee is None:
            committee = _open_committee(context, body) or last_committee(context, body.start)
            committee, note = committee or last_union(context, body.start), "committee last named"
        if committee is None:
            return None
        return Named(party_name(f"{body.own} {bare_committee(committee)}"), inferred=True, note=note)
    host, note = host_of(hints.names, body.own), "host: the body of the next title"
    if host is None and body.own == "Đảng ủy":
        host, note = context.local_commune(), "place that heads the item"
    if host is None:
        host, note = context.main_host(), "host: the institution of the text"
    if host is None and body.own == "Đảng ủy":
        host, note = context.main_commune(), "commune of the text"
    return None if host is None else Named(f"{body.own} {host}", inferred=True, note=note)


def _of_front(context: Context, hints: _Hints, body: Body) -> Named | None:
    """`Ủy ban`, `Ban Thường trực` beside a post in the Front: the Front's own committee and its organ."""
    front = next((name for name, kind in hints.names if kind == "front"), None) or context.last_of("front", body.start)
    if front is None:
        return None
    return Named(
        f"{body.own} {front}" if body.own == FRONT_ORGAN else front, inferred=True, note="committee of the Front"
    )


def _open_committee(context: Context, body: Body) -> str | None:
    """The committee just named without its place: `… vào Ban Chấp hành Đảng bộ xã. … Ban Chấp hành bầu …`."""
    for other in reversed(context.opens):
        if other.start >= body.start or body.start - other.start > FAR:
            continue
        if kind_of(other) not in _COMMITTEES or other.inner is None:
            continue
        named = complete_body(context, None, other)
        if named is not None and is_committee(named.name):
            return named.name
    return None


def _expanded(context: Context, name: str) -> str:
    """Write out a short name made in this text: `Hội đồng thành viên NEH`."""
    if not context.shorts:
        return name
    return " ".join(context.shorts.get(word, word) for word in name.split(" "))
