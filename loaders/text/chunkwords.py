"""Step 3: what the words between persons and titles say: a status, a dash, who decides."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.mentions import Token

STILL = ("hiện là", "nay là")
_DASHES = ("–", "—")
_STATES = ("former", "now", "new", "also")
_BACK = 4  # how far before who decides `theo` may stand: `theo Quyết định số 12/QĐ-TTg của Thủ tướng`


def text_of(chunk: object) -> str:
    """The text of a chunk that is a token, every dash as one; of another, none."""
    if not isinstance(chunk, Token):
        return ""
    return "-" if chunk.text in _DASHES else chunk.text


def cue_of(chunk: object) -> str:
    """The kind of the cue or verb that a token is, else none."""
    if not isinstance(chunk, Token):
        return ""
    return (
        chunk.means["cue"].kind if "cue" in chunk.means else chunk.means["verb"].kind if "verb" in chunk.means else ""
    )


def leads_in(token: Token) -> bool:
    """Tell whether a word may lead in a title: `nguyên`, `hiện là`, `kiêm`, `thừa lệnh`."""
    kind = cue_of(token)
    if not kind:
        return False
    return kind in _STATES or kind == "proxy" or token.text.casefold() in STILL


def is_held(token: Token) -> bool:
    """Tell whether a word says that somebody has the post that follows: `ông A, đang giữ chức X, được bầu …`."""
    return cue_of(token) == "copula" and token.text.casefold().startswith("đang ")


def is_committee(token: Token) -> bool:
    """Tell whether a body is one that some papers print small: `vào ban thường vụ Tỉnh ủy`."""
    return "head" in token.means and token.means["head"].needs == "committee" and " " in token.text


def is_decided_by(chunks: Sequence[object], at: int, person: int) -> bool:
    """Tell whether a title only decides: `theo quyết định của Thủ tướng, Thứ trưởng Bộ Y tế A nghỉ hưu`."""
    if at == 0 or text_of(chunks[at - 1]) != "của" or person + 1 >= len(chunks):
        return False
    told = {text_of(chunk).casefold() for chunk in chunks[max(0, at - _BACK - 1) : at - 1]}
    following = chunks[person + 1]
    acts = isinstance(following, Token) and ("verb" in following.means or cue_of(following) == "passive")
    return acts and "theo" in told and text_of(chunks[at + 1]) == ","
