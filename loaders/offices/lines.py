"""A shown office line → the posts it names, each with the full name of its body; a line not read whole gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from graph.model import Capacity
from graph.names import body_key, role_key
from loaders.gazetteers import read_gazetteers
from loaders.gazetteers.entries import HeadEntry
from loaders.gazetteers.roles import split_capacity
from loaders.offices.cuts import cut_titles, opens_title
from loaders.offices.remarks import strip_remarks
from loaders.offices.stretches import AIDES, Stretch, read_body, read_stretch
from loaders.offices.wording import COMMITTEES, scan
from loaders.text.bodies import Body
from loaders.text.complete import Post as Completed
from loaders.text.complete import complete_titles
from loaders.text.context import Context
from loaders.text.levels import find_place
from loaders.text.lexicon import read_lexicon
from loaders.text.titles import Title

Fault = Literal["", "empty", "no_post", "no_title", "unread", "no_body"]
_NO_POSTS = (
    "phu nhân", "phu quân", "nghệ sĩ", "nhà văn", "nhà thơ", "anh hùng", "đại tá", "thiếu tướng", "trung tướng",
)  # fmt: skip
_NO_POST_AMID = (" danh dự ", " lễ tang ")
_PARTY = ("committee", "party_organization", "party_group")
_NATIONAL = ("ministry", "army", "steering", "party_office", "police")
_LENT = ("Bộ", "Đại sứ quán")  # a minister, an ambassador may head another body by the next title
_SECRETARIES = ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực")


@dataclass(frozen=True, slots=True)
class Post:
    """A role in a body by its full name; `term` as printed, empty if none is."""

    role: str
    organization: str
    capacity: Capacity = "full"
    term: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The posts of a line in the order printed; without any the fault says why, `rest` which words."""

    posts: tuple[Post, ...]
    fault: Fault = ""
    rest: str = ""


def read_line(shown: str, place: str = "") -> Line:
    """Read a line as shown, breaks as newlines; `place` is the constituency the box gives beside it."""
    text = strip_remarks(shown)
    if not text:
        return Line((), "empty")
    if text.casefold().startswith(_NO_POSTS) or any(word in f" {text.casefold()} " for word in _NO_POST_AMID):
        return Line((), "no_post", text)
    stretches: list[Stretch] = []
    waiting = list(cut_titles(text))
    while waiting:
        printed = waiting.pop(0)
        if printed.casefold().startswith("phụ trách"):
            stretches = _with_charge(stretches, printed)
            continue
        stretch = read_stretch(printed)
        if stretch.title is not None and stretch.rest and _ends_there(stretch.title, stretch.rest):
            waiting.insert(0, stretch.rest)
        elif stretch.title is None or stretch.rest:
            return Line((), "no_title" if stretch.title is None else "unread", stretch.rest)
        stretches.append(stretch)
    if not stretches:
        return Line((), "no_post", text)
    return _complete(stretches, place)


def _ends_there(title: Title, rest: str) -> bool:
    """Tell whether another title follows with nothing between: `Phó Tư lệnh Tham mưu trưởng Quân khu 4`."""
    whole = title.body is None or not (title.body.bare or title.body.own.endswith(" của"))
    return whole and rest[:1].isupper() and opens_title(scan(rest), 0)


def _with_charge(stretches: Sequence[Stretch], printed: str) -> list[Stretch]:
    """`Phụ trách` of the deputy's own body qualifies the deputy's post, alone it is a post; else it is a portfolio."""
    body = read_body(printed[len("phụ trách") :].strip())
    if body is None:
        return list(stretches)
    if not stretches:
        title = Title(body.start, body.end, "Phụ trách", None, body)
        return [Stretch(title, capacity="phụ trách")]
    *before, last = stretches
    if last.title is None or not last.title.role.startswith(("Phó ", "Thứ ")) or not _same_body(last.title, body):
        return list(stretches)
    return [*before, replace(last, capacity="phụ trách")]


def _same_body(title: Title, body: Body) -> bool:
    named = complete_titles(Context(), [title, Title(body.start, body.end, "", None, body)])
    return len(named) == 2 and body_key(named[0].body.name) == body_key(named[1].body.name)


def _complete(stretches: Sequence[Stretch], place: str) -> Line:
    """Give every post its body's full name; the posts whose body is not certain are left out, and the fault says so."""
    stretches = [one for one, after in pairwise((*stretches, None)) if one is not None and not _is_rank(one, after)]
    titles = _prepared([_abroad(stretch.title, place) for stretch in stretches if stretch.title is not None])
    found = {id(post.title): post for post in complete_titles(_context(place, stretches), titles)}
    posts, lost = [], []
    for title, stretch in zip(titles, stretches, strict=True):
        completed = found.get(id(title))
        if completed is None or not _makes_sense(completed):
            lost.append(title.role)
        else:
            posts.append(_post(completed, stretch))
    return Line(_merged(posts), "no_body" if lost else "", ", ".join(lost))


def _is_rank(stretch: Stretch, after: Stretch | None) -> bool:
    """`Bộ trưởng, Phó Chủ nhiệm …`: the rank of a minister, of one who leads nothing."""
    one, other = stretch.title, after.title if after is not None else None
    if one is None or other is None or one.role != "Bộ trưởng" or not other.role.startswith("Phó "):
        return False
    return _is_bare(one, other)


def _context(place: str, stretches: Sequence[Stretch]) -> Context:
    """What a body may lack: the places printed in the line, failing that the constituency."""
    context = Context()
    places = [stretch.place for stretch in stretches if stretch.place is not None]
    if not places and (tokens := scan(place)) and (found := find_place(tokens, 0)) is not None:
        places = [found[0]]
    for found_place in places:
        context.add_place(0, found_place.level, found_place.name)
    return context


def _abroad(title: Title, place: str) -> Title:
    """An ambassador's country stands beside the line."""
    body = title.body
    if body is None or body.head is None or body.head.head != "Đại sứ quán" or " tại " in body.own:
        return title
    own = f"Đại sứ quán Việt Nam tại {place}" if place and place != "Việt Nam" else body.head.head
    return title._replace(body=body._replace(own=own))


def _prepared(titles: Sequence[Title]) -> list[Title]:
    """Say of a title without a body whose it may be: the next one's, for a secretary that body's committee."""
    prepared: list[Title] = []
    for at, title in enumerate(titles):
        follower = titles[at + 1] if at + 1 < len(titles) else None
        if follower is not None and _is_bare(title, follower):
            title = _borrowing(title, follower)
        elif follower is not None and _is_committee_of(title.body, follower.body):
            title = title._replace(body=follower.body.inner if follower.body is not None else None)
        prepared.append(title)
    return prepared


def _is_committee_of(body: Body | None, follower: Body | None) -> bool:
    """Tell whether the next title's body is an organ of the committee that this one names by its first word."""
    if body is None or not body.bare or follower is None or follower.inner is None:
        return False
    return follower.inner.own.split(" ")[0:2] == body.own.split(" ")[0:2]


def _is_bare(title: Title, follower: Title) -> bool:
    """Tell whether no body is printed, or only the first word that the title swallows: `Bộ trưởng, Chủ nhiệm …`."""
    if title.body is None:
        return not title.default_body
    return title.body.bare and (title.body.own in _LENT or follower.role in AIDES)


def _borrowing(title: Title, follower: Title) -> Title:
    if follower.role in AIDES and follower.body is None:  # a rank, then the post: both in the house of the one served
        served = read_stretch(follower.default_body).title
        return title if served is None else title._replace(body=served.body, default_body=served.default_body)
    if title.role in _SECRETARIES:
        head = read_lexicon().phrases[_committee_of(follower.body)]["head"]
        return title._replace(body=Body(title.start, title.end, head.head, head))
    entry = None if title.entry is None else replace(title.entry, puts_back="")
    led = follower.body
    if led is not None and led.inner is not None and led.head is not None and _is_organ(led.head):
        return title._replace(body=led.inner)
    return title._replace(body=None, entry=entry)


def _is_organ(head: HeadEntry) -> bool:
    """Tell whether a body is only part of the one that a bare title before it is in."""
    return head.kind in _PARTY or head.head == "Cơ quan"


def _committee_of(body: Body | None) -> str:
    """The opening word of the Party committee beside a body: `tỉnh ủy` beside a province's, else `đảng ủy`."""
    if body is None or body.head is None or body.head.kind not in ("people_committee", "council"):
        return "đảng ủy"
    return COMMITTEES.get(body.level, "đảng ủy").casefold()


def _makes_sense(post: Completed) -> bool:
    """A title of the State or army does not take the Party committee that the next title names."""
    if post.body.note != "body of the next title" or post.role.endswith(("Bí thư", "Thường trực", "Ủy viên")):
        return True
    return read_gazetteers().describe_body(post.body.name).kind not in _PARTY


def _post(completed: Completed, stretch: Stretch) -> Post:
    role, capacity = split_capacity(completed.role)
    organization = _without_country(completed.body.name.replace(" ,", ","), completed.title)
    if stretch.capacity == "quyền":
        capacity = "acting"
    elif stretch.capacity == "dự khuyết":
        capacity = "alternate"
    elif stretch.capacity == "phụ trách":
        capacity = "in_charge"
    if role_key(role) == role_key("Phụ trách"):
        role = read_gazetteers().find_leader(organization) or role
    return Post(role, organization, capacity, stretch.term)


def _without_country(name: str, title: Title) -> str:
    """Leave out the `Việt Nam` by which the wiki tells a ministry or a corps from those of other countries."""
    body = title.body
    if body is None or body.known is not None or body.head is None or body.head.kind not in _NATIONAL:
        return name
    return name.removesuffix(" Việt Nam")


def _merged(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Join the terms of one membership said twice."""
    merged: dict[tuple[str, str, str], Post] = {}
    for post in posts:
        key = (role_key(post.role), body_key(post.organization), post.capacity)
        first = merged.get(key)
        merged[key] = post if first is None else replace(first, term=_joined(first.term, post.term))
    return tuple(merged.values())


def _joined(term: str, again: str) -> str:
    numbers = again.removeprefix("khóa ") if term.startswith("khóa ") else again
    return ", ".join(dict.fromkeys(part for part in (*term.split(", "), *numbers.split(", ")) if part))
