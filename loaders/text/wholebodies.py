"""Step 4: a body's name made whole: by the words beside it, the text's places, its hosts, the committee of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.text.bodies import Body
from loaders.text.clausewords import kind_of
from loaders.text.committees import (
    bare_committee,
    committee_in,
    host_of,
    is_committee,
    last_committee,
    last_union,
    party_name,
)
from loaders.text.context import (
    _COMMITTEE_LEVEL,
    Context,
    Named,
    level_of,
    plain_name,
)
from loaders.text.trails import Recent

FRONT_ORGAN = "Ban Thường trực"
FAR = 600  # characters back to a committee just named
_COMMITTEES = ("committee", "standing_committee")
SEATED = ("people_committee", "council")


@dataclass(slots=True)
class Hints:
    """What the neighbours of a title say: places by level, bodies made whole so far (the nearest first)."""

    places: dict[str, str] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)


_NO_HINTS = Hints()


def complete_body(context: Context, hints: Hints | None, body: Body) -> Named | None:
    """Write a body's full name; None if the text does not make it certain."""
    hints = hints or _NO_HINTS
    if body.known is not None:
        if body.level and not body.place:
            return _with_place(context, hints, body, body.level) or Named(plain_name(body))
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


def _open(context: Context, hints: Hints, body: Body) -> Named | None:
    """Complete a body of which no place and no inner body is printed."""
    assert body.head is not None
    needs = body.head.needs
    level = _COMMITTEE_LEVEL.get(body.head.head)
    if level is not None:
        return _with_place(context, hints, body, level)
    if needs in ("field", "province"):
        department = needs == "field" and body.bare
        return _department(context, hints, body) if department else _with_place(context, hints, body, "tỉnh")
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


def _department(context: Context, hints: Hints, body: Body) -> Named | None:
    """`Sở` alone: the department named just before, or the only one of the text."""
    assert body.head is not None
    own = context.fuller(body.own, body.head.kind, body.start)
    if own is None or " tỉnh " in own or " thành phố " in own:
        return None if own is None else Named(own, inferred=True, note=f"full name of {body.own}")
    return _with_place(context, hints, body._replace(own=own), "tỉnh")


def _with_place(context: Context, hints: Hints, body: Body, level: str) -> Named | None:
    place = hints.places.get(level) or context.place_for(level, body.start)
    if place is None and level == "tỉnh":
        place = hints.places.get("thành phố") if body.head is not None and body.head.needs == "field" else None
    if place is None:
        return None
    if body.head is not None and body.head.head in _COMMITTEE_LEVEL:
        return Named(_city_name(f"{body.own} {place}"), inferred=True, note=f"place: {place}")
    if body.level == "tỉnh" and level_of(place) == "thành phố":
        return None  # `UBND tỉnh` is not that of a city, though no province is named
    printed = "thành phố" if level == "tỉnh" and level_of(place) == "thành phố" else level
    return Named(f"{body.own} {printed} {place}", inferred=True, note=f"place: {place}")


def _city_name(name: str) -> str:
    return name.replace("Thành ủy Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh")


def _any_place(context: Context, hints: Hints, body: Body) -> Named | None:
    """A council or people's committee with no level at all: the lowest place of the person's other titles."""
    for level in ("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh"):
        if level in hints.places:
            return Named(f"{body.own} {level} {hints.places[level]}", inferred=True, note="place of another title")
    for level in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"):
        if level in context.local:
            return Named(f"{body.own} {level} {context.local[level]}", inferred=True, note="place that heads the item")
    last = context.last_place(body.start)
    if last is None:
        return None
    level, name = last
    return Named(f"{body.own} {level} {name}", inferred=True, note=f"place last named: {name}")


def _hosted(context: Context, hints: Hints, body: Body) -> Named | None:
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


def _of_front(context: Context, hints: Hints, body: Body) -> Named | None:
    """`Ủy ban`, `Ban Thường trực` beside a post in the Front: the Front's own committee and its organ."""
    front = next((name for name, kind in hints.names if kind == "front"), None) or context.last_of("front", body.start)
    if front is None:
        return None
    return Named(
        f"{body.own} {front}" if body.own == FRONT_ORGAN else front, inferred=True, note="committee of the Front"
    )


def _open_committee(context: Context, body: Body) -> str | None:
    """The committee just named without its place: `… vào Ban Chấp hành Đảng bộ xã. … Ban Chấp hành bầu …`."""
    for other in context.once("opens", lambda: _open_committees(context)).within(body.start, FAR):
        named = complete_body(context, None, other)
        if named is not None and is_committee(named.name):
            return named.name
    return None


def _open_committees(context: Context) -> Recent[Body]:
    """The committees named without their place."""
    return Recent(
        (body.start, body)
        for body in context.opens
        if kind_of(body) in _COMMITTEES and body.inner is not None and not _is_of_a_committee(body)
    )


def _is_of_a_committee(body: Body) -> bool:
    """Tell whether a body is in its turn of a committee that it does not name: it cannot say which one is meant."""
    while body.inner is not None:
        body = body.inner
    return body.head is not None and body.head.needs == "committee"


def _expanded(context: Context, name: str) -> str:
    """Write out a short name made in this text: `Hội đồng thành viên NEH`."""
    if not context.shorts:
        return name
    return " ".join(context.shorts.get(word, word) for word in name.split(" "))
