"""Step 3: what the reading of a clause asks of its parts: kinds of bodies, memberships, who shares what."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.gazetteers.entries import VerbEntry
from loaders.text.bodies import Body
from loaders.text.chunks import Item, Posts
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token
from loaders.text.predicates import BOARD_MEMBER, MEMBER, Predicate
from loaders.text.titles import Title

BOARDS = ("board", "supervisory_board")
SHIFTS = ("same_day", "next_day", "day_before", "signing_day", "later")  # cues for days told by another one


def share_persons(first: Predicate, second: Predicate) -> None:
    """Let two decisions have the person said once: `cho thôi làm đại biểu và thôi giữ chức T đối với bà A`."""
    alone = first.verb is not None and first.posts and not first.subjects and not first.killed
    if alone and second.verb is not None and second.posts and second.after:
        first.after, first.toward = list(second.after), True
        first.dates = first.dates + second.dates


def are_members(posts: Posts) -> bool:
    """Tell whether it only counts: `gồm 5 thành viên`."""
    return all(map(is_member, posts.titles))


def is_member(title: Title) -> bool:
    """Tell whether a title says no more than that one is a member: `Ủy viên`, `thành viên`."""
    return title.body is None and title.role in (MEMBER, BOARD_MEMBER)


def leads_body(posts: Posts, body: Body) -> bool:
    """Tell whether a title is that of the one who leads a body: `gồm 9 thành viên, Chủ tịch là ông A`."""
    title = posts.titles[0]
    return title.body is None and body.head is not None and title.role == body.head.leader


def tells_why(token: Token) -> bool:
    """Tell whether a comma only goes on with the one replaced: `thay ông A, người đã nghỉ hưu`."""
    return token.text.casefold() in ("người", "đã", "vừa", "mới", "được", "bị")


def is_move(token: Token) -> bool:
    """Tell whether a word says that somebody went to a post: `thay ông A về làm …`."""
    return token.text.casefold() in ("về làm", "sang làm", "lên làm", "chuyển sang làm")


def read_verb(phrase: str) -> VerbEntry:
    """The verb of a phrase of the gazetteer."""
    found: VerbEntry = read_lexicon().phrases[phrase]["verb"]
    return found


def membership(body: Body) -> Title:
    """The post of one who is a member of a body."""
    role = "Bí thư" if body.own == "Ban Bí thư" else BOARD_MEMBER if kind_of(body) in BOARDS else MEMBER
    return Title(body.start, body.end, role, None, body)


def kind_of(body: Body | None) -> str:
    """Say the kind of a body as printed."""
    if body is None:
        return ""
    return body.known.kind if body.known is not None else body.head.kind if body.head is not None else ""


def split_clauses(items: Sequence[Item]) -> list[list[Item]]:
    """Part a sentence at its semicolons; not in brackets, nor in `để các ông A; B thôi …`, which waits for its verb."""
    clauses: list[list[Item]] = [[]]
    depth, acted, waits = 0, False, False
    for item in items:
        text = item.text if isinstance(item, Token) else ""
        depth += (text == "(") - (text == ")")
        acted = acted or (isinstance(item, Token) and "verb" in item.means)
        waits = (waits or text == "để") and not acted
        if text != ";" or depth > 0:
            clauses[-1].append(item)
        elif not waits:
            clauses.append([])
            acted = False
    return [clause for clause in clauses if clause]
