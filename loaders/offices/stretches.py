"""One stretch of an office line → a title, read by the grammar of `loaders.text` to the end, or what is left of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.gazetteers.entries import HeadEntry, PlaceEntry
from loaders.offices.wording import reword, scan
from loaders.text.bodies import Body, find_body
from loaders.text.clausewords import kind_of
from loaders.text.clean import fold_for_scan
from loaders.text.context import level_of
from loaders.text.levels import Place, find_place
from loaders.text.mentions import Token
from loaders.text.names import surname_weight
from loaders.text.titles import Page, Title, find_title

_SMALL = {"cue", "verb", "honorific"}
_PLAIN = _SMALL | {"field", "abbreviation"}
_PLACED = ("city", "district", "province", "place", "host")
_TWO_MINISTRIES = re.compile(r"(?:Bộ|Thứ) trưởng(?: Thường trực)? Bộ .* Bộ (?=[A-ZĐ])")
_UNKNOWN_TITLE = re.compile(r", ?(?:Phó|Trưởng|Tổng|Chủ|Giám|Tổ trưởng|Ủy viên|Thành viên)(?= )")
AIDES = ("Trợ lý", "Thư ký")
_RUNNING = re.compile(r"^điều hành (?:hoạt động )?", re.IGNORECASE)
_COUNTRY = ("việt nam", "vn")
_ANY = HeadEntry("", (), "", "", "name", "")
# Known by their number or name: what they belong to is not part of it.
_WHOLE = ("Quân khu", "Quân đoàn", "Quân chủng", "Binh chủng", "Binh đoàn", "Bộ Tư lệnh")
_LOCAL = ("army", "police", "union", "front")  # a body known by name may have one of that name in a province


@dataclass(frozen=True, slots=True)
class Stretch:
    """A title read, with the term, capacity and larger place printed beside it; `rest` is what could not be read."""

    title: Title | None
    term: str = ""
    capacity: str = ""
    place: Place | None = None
    rest: str = ""


def read_stretch(printed: str) -> Stretch:
    """Read one stretch of a line."""
    wording = reword(printed)
    text = wording.text
    tokens = _mark(scan(text))
    found = find_title(Page(text, fold_for_scan(text)), tokens, 0) if tokens else None
    if found is None:
        return Stretch(None, rest=text)
    title, stop, place = _grow(*found, tokens)
    title = title._replace(role=f"{title.role} {wording.manner}".strip())
    rest = text[tokens[stop].start : tokens[-1].end] if stop < len(tokens) else ""
    if _UNKNOWN_TITLE.search(text) or _TWO_MINISTRIES.match(text):
        return Stretch(None, rest=text)
    if title.role in AIDES and is_name(rest):
        rest = ""
    title = title._replace(body=_alone(title.body))
    if rest and title.body is None and title.role in AIDES:
        aided = _whom(rest)
        title, rest = (title, rest) if aided is None else (title._replace(default_body=aided), "")
    return Stretch(title, wording.term, wording.capacity, place, rest)


def read_body(printed: str) -> Body | None:
    """Read a text that is the name of one body and nothing else; None if it is not."""
    printed = _RUNNING.sub("", printed)
    tokens = _mark(scan(reword(printed).text))
    found = find_body(tokens, 0) if tokens and tokens[0].text[:1].isupper() else None
    return found[0] if found is not None and found[1] == len(tokens) else None


def _whom(printed: str) -> str | None:
    """Name the one an aide serves by the title: `Thủ tướng Chính phủ`; the person's name after it is left out."""
    served = read_stretch(printed)
    if served.title is None or served.rest and not is_name(served.rest):
        return None
    return printed.removesuffix(served.rest).strip()


def is_name(text: str) -> bool:
    """Tell whether a text reads like a personal name."""
    words = text.split(" ")
    return 2 <= len(words) <= 5 and bool(surname_weight(words[0])) and all(word[:1].isupper() for word in words)


def _mark(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Mark what can only be words of a body's name here: no sentence goes on after it."""
    marked = [_marked(token) for token in tokens]
    if len(marked) > 2 and _opens_nothing(marked[-1]) and marked[-2].kind == "capital":
        marked[-1] = replace(marked[-1], kind="capital", means={"tail": True})  # `Tây Nam Bộ`
    return tuple(_join_places(marked))


def _opens_nothing(token: Token) -> bool:
    """Tell whether the word that would open a body's name ends the stretch: a body is never called that alone."""
    head = token.means.get("head")
    return isinstance(head, HeadEntry) and head.needs == "name" and " " not in token.text


def _marked(token: Token) -> Token:
    if token.text in ("–", "—"):
        token = replace(token, text="-")
    if token.kind == "capital" and token.text.isupper():
        token = replace(token, kind="word")  # `UNESCO` keeps its capitals
    if token.kind in ("word", "capital", "digits") or token.text in (",", "&", "-"):
        return replace(token, means={**token.means, "tail": True})
    if token.kind != "phrase":
        return token
    if set(token.means) <= _PLAIN and not _is_acting(token):
        means = {kind: entry for kind, entry in token.means.items() if kind not in _SMALL}
        return replace(token, means={**means, "tail": True})
    small = token.text.islower() and (set(token.means) <= _PLAIN | {"head"} or token.text == "thường trực")
    if small or _is_no_place(token):
        return replace(token, kind="word", means={"tail": True})
    return token


def _is_no_place(token: Token) -> bool:
    """Tell whether a place's name is printed as a plain word: `hòa bình`, `Hòa bình`."""
    words = [word for word in token.text.split(" ") if word.isalpha()]
    return set(token.means) == {"place"} and not all(word[:1].isupper() for word in words)


def _is_acting(token: Token) -> bool:
    return "cue" in token.means and token.means["cue"].kind == "acting" and token.start == 0


def _join_places(tokens: Sequence[Token]) -> list[Token]:
    """Join the capitals after a level or committee to one place; before a small word a level is one too (`xã hội`)."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if "level" in token.means and token.text.islower() and at < len(tokens) and tokens[at].kind == "word":
            token = replace(token, kind="word", means={"tail": True})
        joined.append(token)
        end = _end_of_place(tokens, at) if _takes_place(token) else at
        if end - at > 1:
            joined.append(_place(tokens[at:end], token.means.get("level", "")))
            at = end
    return joined


def _end_of_place(tokens: Sequence[Token], at: int) -> int:
    """The index after a run of capitals, a dash between two of them (`Gia Lai - Kon Tum`) included."""
    while at < len(tokens) and (tokens[at].kind == "capital" or "place" in tokens[at].means):
        dashed = at + 2 < len(tokens) and tokens[at + 1].text == "-"
        follower = tokens[at + 2] if dashed else tokens[at]
        at += 2 if dashed and (follower.kind == "capital" or "place" in follower.means) else 1
    return at


def _takes_place(token: Token) -> bool:
    return "level" in token.means or "head" in token.means and token.means["head"].needs in _PLACED


def _place(tokens: Sequence[Token], level: str) -> Token:
    name = " ".join(token.text for token in tokens)
    return Token("phrase", tokens[0].start, tokens[-1].end, name, {"place": PlaceEntry(name, (name,), level, "")})


def _grow(title: Title, stop: int, tokens: Sequence[Token]) -> tuple[Title, int, Place | None]:
    """Read on after a title: the body it belongs to, its place; step over the country, note a larger place."""
    larger = None
    while stop < len(tokens):
        token = tokens[stop]
        country = " ".join(other.text for other in tokens[stop : stop + 2])
        if token.text in (",", "-", "(", ")") and _opens_other(tokens, stop + 1):
            stop += 1
        elif fold_for_scan(country) in _COUNTRY:
            stop += 2
        elif fold_for_scan(token.text) in _COUNTRY:
            stop += 1
        elif (place := find_place(tokens, stop)) is not None:
            title, larger, stop = _placed(title, place[0]), place[0], place[1]
        elif token.text[:1].isupper() and (host := find_body(tokens, stop)) is not None:
            title, stop = _hosted(title, host[0]), host[1]
        elif (
            "tail" in token.means
            and title.body is not None
            and (longer := _longer(title.body, tokens, stop)) is not None
        ):
            title, stop = title._replace(body=longer), _end_of_words(tokens, stop)
        else:
            break
    return title, stop, larger


def _opens_other(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a place or a body follows a mark, or nothing."""
    return at >= len(tokens) or bool({"level", "place", "body", "head"} & set(tokens[at].means))


def _end_of_words(tokens: Sequence[Token], at: int) -> int:
    """The index after words that can only be the name's own; what lies `tại` a place takes its name along."""
    while at < len(tokens) and ("tail" in tokens[at].means or _lies_there(tokens[at - 1], tokens[at])):
        at += 1
    return at


def _lies_there(before: Token, token: Token) -> bool:
    return (
        before.text == "tại"
        and ("place" in token.means or "level" in token.means)
        or "level" in before.means
        and "place" in token.means
    )


def _longer(body: Body, tokens: Sequence[Token], at: int) -> Body | None:
    """Give a name its further words: it is another body than the one known by the shorter name; None after a place."""
    if body.inner is not None:
        inner = _longer(body.inner, tokens, at)
        return None if inner is None else body._replace(inner=inner)
    head = body.head if body.head is not None else _ANY
    if body.level or body.place and (head.needs != "place" or level_of(body.place)):
        return None
    end = _end_of_words(tokens, at)
    printed = [token for token in tokens if body.start <= token.start and token.end <= tokens[end - 1].end]
    words = _written(printed if body.known is not None else tokens[at:end])
    own = " ".join(words if body.known is not None else [body.own, body.place, *words])
    return body._replace(own=re.sub(r" (?=,)|(?<= ) ", "", own), known=None, head=head, place="")


def _written(tokens: Sequence[Token]) -> list[str]:
    """The words of some tokens, abbreviations written out."""
    return [token.means.get("abbreviation", token.text) for token in tokens]


def _placed(title: Title, place: Place) -> Title:
    """Give a body the place it lacks; else it says where a smaller place lies, or where a deputy was elected."""
    body = title.body
    if body is None or body.place or body.inner is not None:
        return title
    if body.known is not None and (body.known.kind not in _LOCAL or "Trung ương" in body.own):
        return title
    return title._replace(body=body._replace(level=body.level or place.level, place=place.name))


def _hosted(title: Title, host: Body) -> Title:
    """Put a body's name after its unit's; a body known by name needs none."""
    if title.body is None:
        return title if title.default_body else title._replace(body=host)
    return title._replace(body=_within(title.body, host))


def _alone(body: Body | None) -> Body | None:
    """Leave out what a corps belongs to: a military region is known by its number."""
    if body is None or body.inner is None or body.inner.known is None or body.head is None:
        return body
    return body._replace(inner=None) if body.head.head in _WHOLE else body


def _within(body: Body, host: Body) -> Body:
    if body.inner is not None:
        return body._replace(inner=_within(body.inner, host))
    if body.place or body.own == host.own or body.head is not None and body.head.head in _WHOLE:
        return body
    if body.known is None:
        return body._replace(inner=host)
    other = kind_of(host) == "ministry" and body.known.parent and body.known.parent != host.own
    return body._replace(known=None, head=body.head or _ANY, inner=host) if other else body
