"""Step 4: what heads a sentence or an item: the place of a digest's item, the body that its bare titles mean."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.bodies import Body
from loaders.text.chunks import Item, Subject
from loaders.text.clausewords import kind_of
from loaders.text.context import Context, level_of
from loaders.text.levels import Place
from loaders.text.mentions import Token
from loaders.text.segment import Sentence
from loaders.text.titles import Page
from loaders.text.wholebodies import complete_body

_MEETS = ("họp", "kỳ", "phiên", "nghị")  # the first syllables of `kỳ họp`, `phiên họp`
LONGEST_LABEL = 6
_LABEL = ("capital", "word", "digits")
_ASSEMBLIES = ("congress", "council", "assembly", "committee", "front")


def enter_place(context: Context, sentence: Sentence, items: Sequence[Item]) -> None:
    """Note the place or the body that heads an item: `* Trà Khê: …`, `Tại tỉnh Đắk Nông, …`, `Sở Tài chính: …`."""
    context.local_body = ""
    if context.headed:
        context.local, context.headed = {}, False
    items = _past_cue(items)
    first = items[0] if items else None
    second = items[1] if len(items) > 1 else None
    mark = second.text if isinstance(second, Token) else ""
    item = sentence.kind == "item" and (second is None or mark in (":", "("))
    alone = sentence.opens and mark == "." and len(items) == 2
    if isinstance(first, Place) and mark == ":" and sentence.opens and sentence.kind == "body":
        context.local, context.headed = {first.level or "tỉnh": first.name}, True
    elif isinstance(first, Place) and (item or alone):
        context.local = {first.level or "tỉnh": first.name}
    elif (
        isinstance(first, Token)
        and first.text.casefold() in ("tại", "đối với", "với", "ở")
        and isinstance(second, Place)
    ):
        context.local = {second.level or "tỉnh": second.name}
    elif sentence.kind == "item" and (name := _leading_capitals(items)):
        context.local = {"tỉnh": name}
    elif sentence.kind == "item" and len(items) == 1 and isinstance(first, Subject):
        context.local = _province_of(first) or context.local
    elif isinstance(first, Body) and (head := complete_body(context, None, first)) is not None:
        context.local_body = head.name if _heads_item(items) else ""


def _past_cue(items: Sequence[Item]) -> Sequence[Item]:
    """Step over a word that only goes on: `Cụ thể, đối với tỉnh Đồng Nai, …`."""
    if len(items) > 2 and all(isinstance(item, Token) for item in items[:2]):
        cue, comma = items[0], items[1]
        if isinstance(cue, Token) and isinstance(comma, Token) and comma.text == "," and "cue" in cue.means:
            return items[2:]
    return items


def is_elsewhere(context: Context, body: str) -> bool:
    """Tell whether a body is of another province than the one that heads this part of the text."""
    here = context.local.get("tỉnh", "")
    words = body.split(" ")
    places = [place for count in (2, 3, 4) if level_of(place := " ".join(words[-count:]))]
    return bool(here and level_of(here) and places) and here not in places


def _province_of(subject: Subject) -> dict[str, str]:
    """The province in the titles of one who heads a part of a text: `2. Ông Lê An, Chủ tịch UBND tỉnh Lào Cai`."""
    bodies = (title.body for title in subject.titles if title.body is not None and title.body.place)
    return next(({"tỉnh": body.place} for body in bodies if body.level == "tỉnh"), {})


def find_label(page: Page, items: Sequence[Item]) -> Body | Place | str | None:
    """What heads a line before its colon: a body, or words that tell units apart (`Khu vực II`)."""
    for at, item in enumerate(items[:LONGEST_LABEL]):
        if isinstance(item, Token) and item.text == ":":
            first = items[0]
            if at == 1 and isinstance(first, Body | Place):
                return first
            plain = at > 0 and all(isinstance(other, Token) and _may_label(other) for other in items[:at])
            return page.clean[first.start : item.start].strip() if plain else None
    return None


def _may_label(token: Token) -> bool:
    return token.kind in _LABEL or set(token.means) == {"cue"} and token.means["cue"].kind == "blind"


def _leading_capitals(items: Sequence[Item]) -> str:
    """Give the capitals before an item's colon: a place no gazetteer knows."""
    words: list[str] = []
    for item in items:
        if isinstance(item, Token) and item.kind == "capital":
            words.append(item.text)
        else:
            return " ".join(words) if isinstance(item, Token) and item.text == ":" else ""
    return ""


def _heads_item(items: Sequence[Item]) -> bool:
    """Tell whether a colon follows the first body, a remark in brackets aside."""
    depth = 0
    for item in items[1:]:
        text = item.text if isinstance(item, Token) else ""
        depth += (text == "(") - (text == ")")
        if depth == 0 and text != ")":
            return text == ":"
    return False


def find_assembly(context: Context, items: Sequence[Item]) -> tuple[str, int, int] | None:
    """Name the council or committee that a sentence says meets: who votes in what follows."""
    body = next((item for item in items if isinstance(item, Body)), None)
    if body is None or kind_of(body) not in _ASSEMBLIES:
        return None
    if not any(isinstance(item, Token) and item.text.casefold() in _MEETS for item in items):
        return None
    named = complete_body(context, None, body)
    return None if named is None else (named.name, body.start, body.end)
