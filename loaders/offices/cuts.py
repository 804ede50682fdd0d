"""Where one title of an office line ends and the next begins: at a comma, dash, word or break that a title follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.gazetteers.entries import RoleEntry
from loaders.text.clean import clean, fold_for_scan
from loaders.text.mentions import Token, find_tokens

SEPARATORS = (",", ";", "-", "–", "—", "/", ".", "và", "kiêm", "kiêm nhiệm", "đồng thời là", "đồng thời")
_PAST = ("nguyên", "cựu", "tân")
_CHARGE = "phụ trách"


def cut_titles(text: str) -> tuple[str, ...]:
    """Cut a line (its breaks are newlines) into stretches of one title each; a break elsewhere is a blank."""
    lines = clean(text).text
    flat = lines.replace("\n", " ")
    tokens = find_tokens(flat, fold_for_scan(flat), 0, len(flat))
    breaks = {at + 1 for at, char in enumerate(lines) if char == "\n"}
    starts = [0, *_find_starts(tokens, breaks)]
    ends = [*starts[1:], len(tokens)]
    return tuple(_printed(flat, tokens[start:end]) for start, end in zip(starts, ends, strict=True) if end > start)


def opens_title(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a title, or a word for a title's standing before one, stands here."""
    while at < len(tokens) - 1 and (tokens[at].text.casefold() in _PAST or _is_acting(tokens[at])):
        at += 1
    if at >= len(tokens):
        return False
    token = tokens[at]
    return "title" in token.means or "role" in token.means and token.text.casefold() != "thường trực"


def _is_acting(token: Token) -> bool:
    return "cue" in token.means and token.means["cue"].kind == "acting"


def _find_starts(tokens: Sequence[Token], breaks: set[int]) -> Iterator[int]:
    for at in range(1, len(tokens)):
        parted = tokens[at - 1].text.casefold() in SEPARATORS or tokens[at].start in breaks
        if parted and (_is_title_here(tokens, at) or tokens[at].text.casefold() == _CHARGE):
            yield at


def _is_title_here(tokens: Sequence[Token], at: int) -> bool:
    """A delegation's name begins like a title: `Trưởng Đoàn`, then on the next line `Đại biểu Quốc hội`."""
    before = tokens[at - 1].means.get("role")
    return opens_title(tokens, at) and not (isinstance(before, RoleEntry) and before.puts_back == "Đoàn")


def _printed(flat: str, tokens: Sequence[Token]) -> str:
    """The text of a stretch without the separator at its end."""
    last = len(tokens)
    while last > 1 and tokens[last - 1].text.casefold() in SEPARATORS:
        last -= 1
    return flat[tokens[0].start : tokens[last - 1].end]
