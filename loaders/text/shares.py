"""Step 4: which of the posts that a verb gives or takes go to which person, where they are printed beside the names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.gazetteers.entries import VerbEntry
from loaders.text.acts import Act, Reader
from loaders.text.bodies import Body
from loaders.text.chunks import Subject
from loaders.text.complete import Post, complete_titles, plain_role
from loaders.text.frames import Frame
from loaders.text.levels import Place
from loaders.text.lexicon import read_lexicon
from loaders.text.predicates import Predicate
from loaders.text.titles import Title

_GOING_ON = ("bổ nhiệm lại", "kéo dài")  # the post is the one beside the name
STANDING = "Thường trực"
_PARTY_KINDS = (
    "committee", "standing_committee", "secretariat", "inspection", "party_organization", "party_group", "party_office",
)  # fmt: skip
_LEAVING = ("leave", "decision")


class Given(NamedTuple):
    """What a clause gives or takes: its predicate, what that does, the posts its verb names."""

    predicate: Predicate
    act: Act
    posts: Sequence[Post]


def share(reader: Reader, frame: Frame, given: Given, subject: Subject) -> tuple[Sequence[Post], Sequence[Title]]:
    """Give the posts of one person, and those titles beside the name that they are."""
    predicate, act, posts = given.predicate, given.act, given.posts
    if predicate.respective and len(posts) == len(predicate.subjects):
        return (posts[predicate.subjects.index(subject)],), ()
    if any(title.each for title in predicate.posts):
        return _of_units(reader, frame, predicate.posts, subject), ()
    if predicate.listed and posts and all(post.role == STANDING for post in posts):
        inside = [_inside(title, posts[0].title) for title in subject.titles if title.body is None and not title.former]
        return complete_titles(reader.context, inside, posts), inside
    titles: Sequence[Title] | None = None
    if act.event == "gain":
        if predicate.listed and (standing := _standing(posts, subject)) is not None:
            return standing
        titles = _given(predicate, posts, act, subject)
    elif act.event == "lose" and not predicate.posts:
        titles = _taken(predicate, subject)
    if titles is None:
        return posts, ()
    its_posts = complete_titles(reader.context, titles, posts)
    if predicate.verb is None or not _is_in_party(predicate.verb):
        return its_posts, titles
    own = [post for post in its_posts if _is_of_party(post.body.name)]
    return own, [post.title for post in own]


def _is_in_party(verb: VerbEntry) -> bool:
    """Tell whether a verb takes all posts in the Party, and leaves those of the state to another decision."""
    return verb.forms[0].endswith(" trong Đảng")


def _is_of_party(name: str) -> bool:
    """Tell whether a body is one of the Party: not of the state, nor of a union with a committee of its own."""
    describe_body = read_lexicon().gazetteers.describe_body
    facts = describe_body(name)
    above = "" if facts.parent is None else describe_body(facts.parent).kind
    return facts.kind in _PARTY_KINDS and above != "union"


def _standing(posts: Sequence[Post], subject: Subject) -> tuple[Sequence[Post], Sequence[Title]] | None:
    """`Ba Phó Bí thư là các đồng chí: A (Thường trực), B và C`: the first is the standing one."""
    marks = [title for title in subject.after if title.role == STANDING and title.body is None]
    if not marks or len(posts) != 1 or not posts[0].role.startswith("Phó "):
        return None
    return [posts[0]._replace(role=f"{posts[0].role} {STANDING}")], marks


def _given(predicate: Predicate, posts: Sequence[Post], act: Act, subject: Subject) -> Sequence[Title] | None:
    now = [title for title in subject.after if not title.former]
    if not predicate.posts and act.action in _GOING_ON:
        return now
    if not predicate.posts and predicate.titled:
        return now[-1:]
    if not predicate.listed or not predicate.posts:
        return None
    if len({title.role for title in predicate.posts}) > 1:
        return _its_own(predicate, now)
    house = predicate.posts[0]
    if not house.role_end:  # members are listed: `Ban Kiểm soát gồm bà A (Trưởng ban) và hai thành viên B, C`
        if any(_is_head(title, house) for title in subject.before):  # `lãnh đạo UBND gồm Chủ tịch A, …`
            return ()
        inside = [_inside(title, house) for title in subject.titles if _is_of(title, house)]
        return inside or None
    if not posts:  # `Các Đại sứ gồm: Ông A, Đại sứ Việt Nam tại …`
        roles = {post.role for post in predicate.posts}
        return [title._replace(former=False) for title in subject.after if title.role in roles]
    return None


def _its_own(predicate: Predicate, titles: Sequence[Title]) -> Sequence[Title] | None:
    """`chỉ định Bí thư, Phó Bí thư Đảng ủy xã: 1. Ông A, Bí thư; 2. Ông B, Phó Bí thư`: to each the one beside him."""
    ranks = {plain_role(title.role) for title in predicate.posts}
    own = [title for title in titles if plain_role(title.role) in ranks]
    return own or (() if titles or any(not title.role_end for title in predicate.posts) else None)


def _is_head(title: Title, house: Title) -> bool:
    leader = "" if house.body is None or house.body.head is None else house.body.head.leader
    return title.body is None and bool(leader) and leader in title.role


def _is_of(title: Title, house: Title) -> bool:
    """Tell whether a bare title can be of the body whose members are listed: its head, a deputy, a kind of member."""
    if title.former or title.default_body or not (title.body is None or title.body.bare) or house.body is None:
        return False
    word = "" if title.entry is None else title.entry.puts_back
    return (title.body is None and title.role.startswith(house.role)) or (
        bool(word) and house.body.own.startswith(f"{word} ")
    )


def _inside(title: Title, house: Title) -> Title:
    return title._replace(body=house.body, default_body=house.default_body)


def _taken(predicate: Predicate, subject: Subject) -> Sequence[Title] | None:
    """A leaving takes the posts in apposition; a dismissal those before the name."""
    verb = predicate.verb
    if verb is None or verb.kind == "expel":
        return None
    if verb.kind not in _LEAVING and not predicate.granted:
        return ()
    everything = verb.kind != "decision" or _is_in_party(verb)
    titles = subject.titles if everything else subject.before or subject.after
    return [title for title in titles if not title.former or verb.kind == "ask"]


def _of_units(reader: Reader, frame: Frame, titles: Sequence[Title], subject: Subject) -> Sequence[Post]:
    """The post of the unit that a line or a remark in brackets names: `Trưởng các Ban HĐND: ông A (Ban Pháp chế)`."""
    found = []
    for title in titles:
        unit = subject.unit or frame.label
        if title.body is not None and unit is not None and (body := one_of(title.body, unit)) is not None:
            found.append(title._replace(body=body, each=False))
    return complete_titles(reader.context, found)


def one_of(units: Body, label: Body | Place | str) -> Body | None:
    """The unit that a label means: `Khu vực II` of `các Chi cục Hải quan khu vực`, `Ban Pháp chế` of `các Ban HĐND`."""
    if isinstance(label, Place):
        return units._replace(level=label.level, place=label.name)
    if isinstance(label, Body):
        same = label.head is not None and units.head is not None and label.head.head.startswith(units.head.head)
        return label._replace(inner=units.inner, level=units.level, place=units.place) if same else None
    own, words = units.own.split(" "), label.split(" ")
    for shared in range(min(len(own), len(words)), 0, -1):
        if [word.casefold() for word in own[-shared:]] == [word.casefold() for word in words[:shared]]:
            return units._replace(own=" ".join((*own, *words[shared:])))
    return None
