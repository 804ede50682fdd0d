"""Step 2: the text in NFC without hidden characters, with a map back: every quote is a slice of what was given."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\r"
_BLANKS = "\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_TROUBLE = (*_HIDDEN, *_BLANKS, "  ", " \n")
# Words with single spaces between them, of characters that stay as they are and take no mark from what follows.
_USUAL = re.compile(r"[!-~À-ɏẠ-ỹ–-…]+(?: [!-~À-ɏẠ-ỹ–-…]+)*(?![^\x00-\u02ff\u1e00-\u205f])")
_REMARK_LINE = re.compile(r"\n\((?=(?:tức|bí danh|bút danh|tên |còn gọi)[^\n]{1,80}\)\s*(?:\n|$))")
_NAME_LINE = re.compile(  # the line's end comes first, so that a search jumps from line to line
    r"\n(?<=[^\W\d_]\n)(?=(?i:bí danh|bút danh|tên thường gọi|tên gọi khác|tên khác)\s?: ?"
    r"[^\W\d_]+ [A-ZÀ-ỸĐ])"
)
_OLD_TONES = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_MOVED = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_PLAIN = {"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'"}


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text and, where it differs from the given one, where each of its characters came from."""

    text: str
    starts: array[int] | None
    ends: array[int] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the same stretch in the text as given."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def clean(text: str) -> CleanText:
    """Compose, drop hidden characters, make every run of blanks one space."""
    if not any(map(text.__contains__, _TROUBLE)) and unicodedata.is_normalized("NFC", text):
        return CleanText(text, None, None)
    out: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    while at < len(text):
        usual = _USUAL.match(text, at)
        start, at = at, _end_of_cluster(text, at) if usual is None else usual.end()
        if usual is not None:
            out.append(text[start:at])
            starts.extend(range(start, at))
            ends.extend(range(start + 1, at + 1))
        else:
            _add_cluster(unicodedata.normalize("NFC", text[start:at]), (start, at), out, starts, ends)
    return CleanText("".join(out), starts, ends)


def _end_of_cluster(text: str, start: int) -> int:
    """Find where a character with the marks that follow it ends."""
    end = start + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _add_cluster(piece: str, span: tuple[int, int], out: list[str], starts: array[int], ends: array[int]) -> None:
    """Add a character, unless it is hidden or one blank too many."""
    if piece in _BLANKS:
        piece = " "
    if piece in _HIDDEN or (piece == " " and out and out[-1] in " \n"):
        return
    if piece == "\n" and out and out[-1] == " ":
        out.pop(), starts.pop(), ends.pop()
    for char in piece:
        out.append(char)
        starts.append(span[0])
        ends.append(span[1])


def join_remarks(text: str) -> str:
    """Let a remark in brackets or another name on a line of its own follow the name above it; the length stays."""
    return _NAME_LINE.sub(",", _REMARK_LINE.sub(" (", text))


def fold_for_scan(text: str) -> str:
    """Fold case, tone placement, dashes and apostrophes; the length stays, so offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for char, plain in _PLAIN.items():  # a search for each is far quicker than `str.translate`
        if char in lowered:
            lowered = lowered.replace(char, plain)
    return _OLD_TONES.sub(lambda match: _MOVED[match.group()], lowered)


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """Fold a word of a gazetteer; there are not many, and they are asked for again and again."""
    return fold_for_scan(word)
