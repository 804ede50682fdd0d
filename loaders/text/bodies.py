"""Step 3: the names of bodies: an opening word, its own words, then a place or another body; gaps stay open here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.gazetteers.entries import BodyEntry, HeadEntry
from loaders.text.bodywords import (
    CONNECTORS,
    calm,
    closes,
    ends_name,
    is_loud,
    is_name,
    is_owner,
    names_type,
    opens_body,
    strays,
    take,
    words_of,
)
from loaders.text.clean import fold_for_scan, fold_word
from loaders.text.levels import is_level_here, place_run, read_level
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token
from loaders.text.names import follows, run_of_capitals

LONGEST_TAIL = 16
DEEPEST = 12  # bodies in one another
_BRANCHES = ("Chi nhánh", "Văn phòng đại diện", "Trung tâm")
_NESTED = ("host", "committee", "parent")
_UNITS = ("division", "department", "army")
_DASHES = ("-", "–")
_PLACED = ("province", "city", "district")


class Body(NamedTuple):
    """A body as printed. `own`: its words without place; `inner`: the body named inside it."""

    start: int
    end: int
    own: str
    head: HeadEntry | None = None
    known: BodyEntry | None = None
    level: str = ""
    place: str = ""
    inner: Body | None = None
    alias: str = ""
    seat: str = ""  # where a branch of another body is: `tại thành phố Hà Tĩnh`

    @property
    def bare(self) -> bool:
        """Tell whether nothing but the opening word is printed."""
        return (
            self.head is not None
            and self.own == self.head.head
            and not (self.place or self.level)
            and self.inner is None
        )


class Tail(NamedTuple):
    """What follows an opening word: its own words, level and place, an inner body; where it stops."""

    stop: int
    words: tuple[str, ...] = ()
    level: str = ""
    place: str = ""
    inner: Body | None = None
    seat: str = ""


def find_body(tokens: Sequence[Token], at: int, depth: int = 0) -> tuple[Body, int] | None:
    """Find a body that begins at a token, itself in so many others; return it and the index after it."""
    token = tokens[at]
    if "body" in token.means and not ("head" in token.means and _is_levelled(tokens, at + 1)):
        return _find_known(tokens, at)
    if "head" not in token.means or depth > DEEPEST:
        return None
    head: HeadEntry = token.means["head"]
    tail = find_tail(tokens, at + 1, head, depth)
    return _finish(tokens, head, tail, token.start, head.head)


def find_body_after(tokens: Sequence[Token], at: int, head: HeadEntry, own: str, start: int) -> tuple[Body, int]:
    """Read what follows as the rest of a body whose opening word was swallowed by a title."""
    return _finish(tokens, head, find_tail(tokens, at, head), start, own)


def _is_levelled(tokens: Sequence[Token], at: int) -> bool:
    return follows(tokens, at) and "level" in tokens[at].means


def _find_known(tokens: Sequence[Token], at: int) -> tuple[Body, int]:
    token = tokens[at]
    known: BodyEntry = token.means["body"]
    if (union := _union_of(tokens, at, known)) is not None:
        return union
    tail = Tail(at + 1)
    after = tokens[at + 1] if follows(tokens, at + 1) else None
    if known.kind in ("front", "union") and after is not None and "level" in after.means:
        tail = _levelled(tokens, at + 1)
    body = Body(token.start, tokens[tail.stop - 1].end, known.name, None, known, tail.level, tail.place)
    return _with_alias(tokens, body, tail.stop)


def _union_of(tokens: Sequence[Token], at: int, known: BodyEntry) -> tuple[Body, int] | None:
    """The central committee of a union: `Ban Chấp hành Trung ương Hội Nông dân Việt Nam` is not the Party's."""
    if known.kind != "committee" or tokens[at].text.casefold().endswith("đảng") or not follows(tokens, at + 1):
        return None
    following = tokens[at + 1]
    entry = following.means.get("body") or following.means.get("head")
    if entry is None or entry.kind != "union" or not following.text[:1].isupper():
        return None
    inner = find_body(tokens, at + 1, 1)
    if inner is None:
        return None
    head = read_lexicon().phrases["ban chấp hành"]["head"]
    body = Body(tokens[at].start, inner[0].end, "Ban Chấp hành Trung ương", head, inner=inner[0])
    return body, inner[1]


def _finish(tokens: Sequence[Token], head: HeadEntry, tail: Tail, start: int, own: str) -> tuple[Body, int]:
    end = tokens[tail.stop - 1].end if tail.stop > 0 else start
    words, folded = own, fold_word(own) if not tail.words else ""
    if tail.words:
        words = " ".join((own, *(calm(tail.words) if is_loud(tokens, start, tail.stop) else tail.words)))
        folded = fold_for_scan(words)
    known = read_lexicon().phrases.get(folded, {}).get("body")
    body = Body(start, max(start, end), words, head, known, tail.level, tail.place, tail.inner, seat=tail.seat)
    return _with_alias(tokens, body, tail.stop)


def _with_alias(tokens: Sequence[Token], body: Body, stop: int) -> tuple[Body, int]:
    """Step over a remark in brackets; one word in capitals there is the body's short name in this text."""
    if stop + 2 >= len(tokens) or tokens[stop].text != "(":
        return body, stop
    close = next((i for i in range(stop + 1, min(stop + 8, len(tokens))) if tokens[i].text == ")"), None)
    if close is None:
        return body, stop
    inside = " ".join(token.text for token in tokens[stop + 1 : close])
    brand = body.head is not None and body.head.kind == "enterprise" and inside[:1].isupper()
    if close == stop + 2 and (inside.isupper() or brand) and len(inside) >= 2:
        return body._replace(alias=inside), close + 1
    larger = _larger(tokens, body, stop + 1)
    if larger is not None and larger[1] == close:
        return body._replace(inner=larger[0], end=larger[0].end), close + 1
    if inside.casefold() in ("mới", "cũ", "trước sắp xếp", "sau sắp xếp") or inside.startswith(("nay là", "mã ")):
        return body, close + 1
    return body, stop


def _larger(tokens: Sequence[Token], body: Body, at: int) -> tuple[Body, int] | None:
    """The body in brackets that a unit is of: `Trung đoàn 10 (Sư đoàn 4)`, `Vụ Pháp chế (Bộ Y tế)`."""
    if (
        body.head is None
        or body.head.kind not in _UNITS
        or body.head.needs != "name"
        or body.inner is not None
        or body.place
    ):
        return None
    token = tokens[at]
    return find_body(tokens, at) if "body" in token.means or "head" in token.means else None


def find_tail(tokens: Sequence[Token], at: int, head: HeadEntry, depth: int = 0) -> Tail:
    """Read what follows an opening word by what it needs."""
    if at >= len(tokens) or not follows(tokens, at):
        return Tail(at)
    if head.needs in _PLACED or head.needs == "place":
        return _council(tokens, at, depth) or _levelled(tokens, at)
    if head.needs in _NESTED:
        inside = _nested(tokens, at, depth)
        return _seated(tokens, inside) if head.head in _BRANCHES else inside
    return _own_words(tokens, at, head, depth)


def _council(tokens: Sequence[Token], at: int, depth: int) -> Tail | None:
    """A unit of a council or people's committee where one would expect its place: `Ban Dân tộc HĐND tỉnh`."""
    if not _is_council(tokens[at]):
        return None
    inner = find_body(tokens, at, depth + 1)
    return None if inner is None else Tail(inner[1], (), "", "", inner[0])


def _is_council(token: Token) -> bool:
    head: HeadEntry | None = token.means.get("head")
    return head is not None and head.kind in ("council", "people_committee") and token.text[:1].isupper()


def _seated(tokens: Sequence[Token], tail: Tail) -> Tail:
    """Where a branch is: `Chi nhánh Tổng công ty A tại thành phố B`."""
    at = tail.stop
    if at + 1 >= len(tokens) or tokens[at].text != "tại" or tail.inner is None:
        return tail
    stop, level, place = read_level(tokens, at + 1)
    seat = " ".join(part for part in ("tại", level, place) if part)
    return tail._replace(stop=stop, seat=seat) if place else tail


def _regional(tokens: Sequence[Token], at: int) -> Tail | None:
    """A court or procuracy of a region of a province: `Tòa án nhân dân khu vực 3 - Đồng Tháp`."""
    if at + 1 >= len(tokens) or tokens[at].text.casefold() != "khu vực" or tokens[at + 1].kind != "digits":
        return None
    stop, words = at + 2, ["khu vực", tokens[at + 1].text]
    if stop + 1 < len(tokens) and tokens[stop].text in _DASHES and (count := place_run(tokens, stop + 1, first=True)):
        words += ["-", *words_of(tokens[stop + 1 : stop + 1 + count])]
        stop += 1 + count
    return Tail(stop, tuple(words))


def _levelled(tokens: Sequence[Token], at: int) -> Tail:
    regional = _regional(tokens, at)
    if regional is not None:
        return regional
    stop, level, place = read_level(tokens, at)
    return Tail(stop, (), level, place)


def _nested(tokens: Sequence[Token], at: int, depth: int) -> Tail:
    """An inner body, a level with its place, or a short name."""
    token = tokens[at]
    if ("body" in token.means or "head" in token.means) and token.text[:1].isupper():
        inner = find_body(tokens, at, depth + 1)
        return Tail(at) if inner is None else Tail(inner[1], (), "", "", inner[0])
    if "level" in token.means or "place" in token.means:
        return _levelled(tokens, at)
    count = place_run(tokens, at)
    if count:
        return Tail(at + count, tuple(words_of(tokens[at : at + count])))
    return Tail(at)


def _own_words(tokens: Sequence[Token], at: int, head: HeadEntry, depth: int) -> Tail:
    """The free words of a name, then a level with its place or an inner body."""
    abroad = head.kind == "embassy" or head.head in _BRANCHES
    unit, placed, named = head.kind == "division", head.needs == "field", head.head.startswith("Trường")
    first = at
    words: list[str] = []
    while at < len(tokens) and at - first < LONGEST_TAIL and follows(tokens, at):
        token = tokens[at]
        is_place = (
            placed and at > first and token.text[:1].isupper() and ("place" in token.means or "level" in token.means)
        )
        if is_place or "level" in token.means and not token.text[:1].isupper() and is_level_here(tokens, at):
            rest = _levelled(tokens, at)
            return Tail(rest.stop, tuple(words), rest.level, rest.place)
        opens = _is_council(token) if at == first else opens_body(token, words[-1], unit)
        owner = 1 if at > first and token.text == "của" and is_owner(tokens, at + 1) else 0
        if opens or owner:
            inner = find_body(tokens, at + owner, depth + 1)
            if inner is not None and (owner or unit or not _is_only_word(inner[0])):
                return Tail(inner[1], tuple(words), "", "", inner[0])
        seat = abroad and token.text == "tại" and at > first
        if not seat and closes(tokens, at):
            break
        taken = (
            1
            if seat
            else take(tokens, at, at == first or names_type(head, words), named=named, unit=unit)
            or (0 if at == first else strays(tokens, at))
        )
        if taken == 0:
            break
        words.extend(words_of(tokens[at : at + taken]))
        at += taken
    return _trimmed(tokens, first, at, words)


def _is_only_word(body: Body) -> bool:
    """Tell whether what seems a body is a word of the name: `Bộ` of `Trường Đại học Bắc Trung Bộ`."""
    return body.bare and body.head is not None and body.head.needs == "name"


def _trimmed(tokens: Sequence[Token], first: int, at: int, words: list[str]) -> Tail:
    """Drop small words left at the end unless the name is seen to stop there: they belong to what follows."""
    stops = at >= len(tokens) or ends_name(tokens, at) or is_name(tokens, at, run_of_capitals(tokens, at))
    while at > first and words and words[-1][:1].islower():
        whole = "tail" in tokens[at - 1].means or stops and any(word[:1].isupper() for word in words)
        if words[-1] not in CONNECTORS and whole:
            break
        words.pop()
        at -= 1
    return Tail(at, tuple(words))
