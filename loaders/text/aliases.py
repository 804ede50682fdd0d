"""Step 3: other names of a person: `(tức Sáu Thọ, bí danh Lê Minh)`, `, tên thường gọi Hai Riêng`, `(Tám Tòng)`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from loaders.text.mentions import Token
from loaders.text.names import Person
from loaders.text.titles import Title

if TYPE_CHECKING:
    from loaders.text.chunks import Chunk

LONGEST_REMARK = 16
MOST_WORDS = 4
_BY_BIRTH = ("Cả", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Út")  # as the South calls children


def find_aliases(chunks: Sequence[Chunk], at: int) -> tuple[tuple[str, ...], int]:
    """Read the other names right after a name, in brackets or after a comma; step over any other remark in brackets."""
    found: list[str] = []
    while at + 1 < len(chunks):
        if _text(chunks[at]) == "(":
            close = next(
                (i for i in range(at + 1, min(at + LONGEST_REMARK, len(chunks))) if _text(chunks[i]) == ")"), None
            )
            if close is None or any(isinstance(chunk, Title) for chunk in chunks[at:close]):
                break
            found += _inside(chunks[at + 1 : close])
            at = close + 1
        elif _text(chunks[at]) == "," and _is_cue(chunks[at + 1]):
            name, stop = _name(chunks, at + 2)
            if not name:
                break
            found.append(name)
            at = stop
        else:
            break
    return tuple(found), at


def _inside(chunks: Sequence[Chunk]) -> list[str]:
    """The names of a remark: each after its cue, or one alone that reads like a name."""
    found = []
    for at, chunk in enumerate(chunks):
        if _is_cue(chunk) and (name := _name(chunks, at + 1)[0]):
            found.append(name)
    if found or not chunks:
        return found
    name, stop = _name(chunks, 0)
    alone = stop == len(chunks) and (isinstance(chunks[0], Person) or name.split(" ")[0] in _BY_BIRTH)
    return [name] if alone else []


def _name(chunks: Sequence[Chunk], at: int) -> tuple[str, int]:
    """The run of capitals at a place, a colon before it aside; and where it stops."""
    if at < len(chunks) and _text(chunks[at]) in (":", "là"):
        at += 1
    words: list[str] = []
    while at < len(chunks) and len(words) < MOST_WORDS:
        chunk = chunks[at]
        if isinstance(chunk, Person):
            words.append(chunk.name)
        elif isinstance(chunk, Token) and chunk.text[:1].isupper():
            words.append(chunk.text)
        else:
            break
        at += 1
    return " ".join(words), at


def _is_cue(chunk: Chunk) -> bool:
    return isinstance(chunk, Token) and "cue" in chunk.means and chunk.means["cue"].kind == "alias"


def _text(chunk: Chunk) -> str:
    return chunk.text if isinstance(chunk, Token) else ""
