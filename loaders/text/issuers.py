"""Step 4: who decides: said in the clause, by a number's sign, by who votes, or in the sentences before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.names import tone_key
from loaders.text.bodies import Body
from loaders.text.chunks import Item, Posts
from loaders.text.clausewords import kind_of
from loaders.text.complete import complete_titles
from loaders.text.context import Context, level_of
from loaders.text.frames import Frame, find_dates
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token
from loaders.text.predicates import Predicate
from loaders.text.titles import Page, Title, body_of_phrase
from loaders.text.wholebodies import complete_body

_BALLOTS = ("bầu", "bầu bổ sung")
_ELECTED = (*_BALLOTS, "miễn nhiệm", "bãi nhiệm")
_IN_SESSION = (*_ELECTED, "cho thôi", "cử", "khai trừ", "cách chức")  # done where an assembly meets
_VOTERS = (
    "council", "assembly", "committee", "standing_committee", "front", "union", "board", "supervisory_board",
    "inspection", "standing", "congress",
)  # fmt: skip
_NOT_DECIDERS = ("party_organization", "bloc", "press", "place", "division", "party_office")
_NOT_BY_COUNCIL = (
    "chỉ định", "bổ nhiệm", "điều động", "luân chuyển", "phân công", "biệt phái", "bổ nhiệm lại", "bố trí",
)  # fmt: skip
_NOT_BY_OFFICE = ("Thủ tướng ", "Bộ trưởng ", "Giám đốc ", "Tổng Giám đốc ")  # who appoint and do not vote


Issuer = tuple[str, int, int]  # the name, and where it is printed


def decide_issuer(context: Context, frame: Frame, predicate: Predicate) -> tuple[Issuer | None, bool]:
    """Say who decides what a predicate does, and whether that is told elsewhere than in its clause."""
    found = find_issuer(context, predicate)
    votes = predicate.verb is not None and predicate.verb.action in _BALLOTS
    if found is not None and not _is_own(context, predicate, found[0]):
        return found, False
    if found is not None and not votes:
        return None, False  # `Ban Chấp hành cho ông A thôi tham gia Ban Chấp hành`
    if predicate.aside or (_is_leaving(predicate) and not (predicate.decided or predicate.toward)):
        return None, False
    for title in predicate.posts:
        if (told := frame.by_post.get((title.role, kind_of(title.body)))) is not None:
            return told, True
    by_number = issuer_of_number(context, predicate.number)
    if by_number is not None and predicate.number is not None and not _is_said(frame, by_number):
        return (by_number, predicate.number.start, predicate.number.end), True
    action = "" if predicate.verb is None else predicate.verb.action
    issuer = (frame.assembly if action in _IN_SESSION else None) or (frame.issuer if _holds(frame, predicate) else None)
    issuer = issuer if issuer is not None and _may(action, issuer) else None
    issuer = issuer or (_elector(context, predicate) if action in _ELECTED else None)
    return issuer, issuer is not None


def find_replacer(context: Context, predicate: Predicate) -> Issuer | None:
    """Name who decided on the one who is replaced, where the clause says so."""
    return next((found for item in predicate.replacers if (found := _decider(context, item)) is not None), None)


def _is_own(context: Context, predicate: Predicate, name: str) -> bool:
    """Tell whether a body would elect its own members, or a post give itself: it is only said who is in it."""
    named = _named(context, predicate)
    return any(name == (title_name(title.role, its) if title.role_end else its) for title, its in named)


def _is_leaving(predicate: Predicate) -> bool:
    return predicate.verb is not None and predicate.verb.kind == "leave"


def _holds(frame: Frame, predicate: Predicate) -> bool:
    """Tell whether the issuer said before still holds: one told with its own number only in that paragraph or list."""
    if ((frame.elsewhen or frame.besides) and frame.issuer_at != frame.at) or (
        frame.issuer_item and frame.line != frame.issuer_line
    ):
        return False  # told of another time; each item of a digest has its own
    numbered = frame.issuer_numbered and frame.line != frame.issuer_line
    told = predicate.decided or frame.decided_at == frame.at or predicate.verb is None
    return not numbered or frame.in_item or told or predicate.number is not None


def _may(action: str, issuer: Issuer) -> bool:
    """Tell whether somebody can do a thing: a council does not appoint, a minister does not elect."""
    if action in _NOT_BY_COUNCIL:
        return not issuer[0].startswith(("Hội đồng nhân dân ", "Quốc hội", "Ban Chấp hành Đảng bộ "))
    return action not in _BALLOTS or not issuer[0].startswith(_NOT_BY_OFFICE)


def _elector(context: Context, predicate: Predicate) -> Issuer | None:
    """The council that elects its own chairs and the people's committee of its place, in a text that names councils."""
    if not context.council:
        return None
    for title, name in _named(context, predicate):
        for own in ("Ủy ban nhân dân ", "Hội đồng nhân dân "):
            if own in name:
                return f"Hội đồng nhân dân {name.split(own)[1]}", title.start, title.end
    return None


def _named(context: Context, predicate: Predicate) -> Iterator[tuple[Title, str]]:
    for post in complete_titles(context, predicate.posts):
        yield post.title, post.body.name


def _is_said(frame: Frame, issuer: str) -> bool:
    """Tell whether the sentences before name a number's issuer, maybe more fully: `Bộ trưởng Bộ Y tế`."""
    return frame.issuer is not None and tone_key(issuer) in tone_key(frame.issuer[0])


def find_issuer(context: Context, predicate: Predicate) -> Issuer | None:
    """Name who decided, if the clause says so: the last body or lone title before the verb, or its active subject."""
    votes = predicate.verb is not None and predicate.verb.action in _BALLOTS
    active = not predicate.passive and predicate.after and predicate.before and predicate.verb is not None
    decider = predicate.before[-1] if active else None
    for item in reversed(predicate.deciders):
        if decider is not None and item.start < decider.start:
            break
        if votes and not (isinstance(item, Body) and kind_of(item) in _VOTERS):
            continue
        if isinstance(item, Body) and kind_of(item) == "council" and _is_appointed(predicate):
            continue
        if (found := _decider(context, item)) is not None:
            return found
    if decider is None and predicate.signed and predicate.before:
        decider = predicate.before[-1]
    titles = complete_titles(context, decider.before) if decider is not None else ()
    if decider is None or not titles:
        return None
    return title_name(titles[-1].role, titles[-1].body.name), decider.start, decider.person.start


def _is_appointed(predicate: Predicate) -> bool:
    return predicate.verb is not None and predicate.verb.action in _NOT_BY_COUNCIL


def _decider(context: Context, item: Body | Posts) -> tuple[str, int, int] | None:
    """Name a body or a head of one that can decide; members and party organizations do not."""
    if isinstance(item, Body):
        named = complete_body(context, None, item) if kind_of(item) not in _NOT_DECIDERS else None
        return None if named is None else (named.name, item.start, item.end)
    if len(item.titles) == 1 and item.titles[0].role == "Thường trực" and item.titles[0].body is not None:
        standing = complete_body(context, None, item.titles[0].body)  # of a council or committee: it decides as a body
        return None if standing is None else (f"Thường trực {standing.name}", item.start, item.end)
    if len(item.titles) != 1 or item.titles[0].each or item.titles[0].entry is None or not item.titles[0].entry.head:
        return None
    posts = complete_titles(context, item.titles)
    return (title_name(posts[0].role, posts[0].body.name), item.start, item.end) if posts else None


def title_name(role: str, body: str) -> str:
    """Write a title as one would say it: `Thủ tướng Chính phủ`, `Chủ tịch nước`."""
    if role.endswith("nước"):
        return role
    return f"{role} {body}"


def find_authority(context: Context, items: Sequence[Item]) -> Issuer | None:
    """Who decides by an official paper: the office that stands alone in capitals above `Căn cứ`."""
    named = [item for item in items if isinstance(item, Body | Posts)]
    others = (item for item in items if isinstance(item, Token))
    alone = all(
        item.kind in ("mark", "term") or item.text.casefold() in ("quyết định", "nghị quyết") for item in others
    )
    return _decider(context, named[0]) if len(named) == 1 and alone else None


def issuer_of_number(context: Context, number: Token | None) -> str | None:
    """Name the issuer that a number's sign stands for: `/QĐ-TTg` is the Prime Minister, `-QĐ/TU` the text's Tỉnh ủy."""
    if number is None:
        return None
    parts = str(number.means["number"]).replace("/", "-").split("-")
    signs = [part.rstrip("0123456789") for part in parts if part.rstrip("0123456789")][1:]
    issuer = read_lexicon().gazetteers.issuers.get(signs[0].casefold()) if signs else None
    body = None if issuer is None else body_of_phrase(issuer)
    if body is None:
        return issuer
    named = complete_body(context, None, body._replace(start=number.start, end=number.end))
    return None if named is None else _as_city(named.name)


def _as_city(committee: str) -> str:
    """`TU` is of a province or of a city under the centre: `Tỉnh ủy Đà Nẵng` is none."""
    place = committee.removeprefix("Tỉnh ủy ")
    return f"Thành ủy {place}" if place != committee and level_of(place) == "thành phố" else committee


def note_issuer(page: Page, context: Context, frame: Frame, predicate: Predicate) -> None:
    """Keep who decides, and by which number, for the sentences that follow."""
    if predicate.number is not None and not predicate.speaks and not predicate.subjects:
        dates = find_dates(page, frame, predicate)
        frame.number, frame.number_day, frame.number_at = predicate.number, dates[1], frame.at
        frame.number_heads = True
    decides = (predicate.decided or predicate.verb is not None) and not predicate.killed
    found = find_issuer(context, predicate) if decides else None
    if found is not None:
        numbered, item = predicate.number is not None, frame.in_item and bool(predicate.subjects)
        frame.note_issuer(found, numbered=numbered, item=item)
        if predicate.verb is not None and predicate.verb.event == "gain" and not predicate.subjects:
            frame.by_post.update({(title.role, kind_of(title.body)): found for title in predicate.posts})
