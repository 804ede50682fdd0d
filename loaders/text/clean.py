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
# Words with single spaces between them, of characters that stay as they are, with or without marks of their own.
_WORD = r"(?=[^\u0300-\u036f])[!-~À-ɏẠ-ỹ–-…\u0300-\u036f]+"
_USUAL = re.compile(rf"{_WORD}(?: {_WORD})*(?![^\x00-\u02ff\u1e00-\u205f])")  # no mark may follow
# Every capital of the Latin script: a range like `À-Ỹ` holds the small letters too, which stand between them.
CAPITALS = "A-Z" + "".join(
    letter for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if letter.isupper()
)
_REMARK_LINE = re.compile(r"\n\((?=(?:tức|bí danh|bút danh|tên |còn gọi)[^\n]{1,80}\)\s*(?:\n|$))")
_NAME_LINE = re.compile(  # the line's end comes first, so that a search jumps from line to line
    r"\n(?<=[^\W\d_]\n)(?=(?i:bí danh|bút danh|tên thường gọi|tên gọi khác|tên khác)\s?: ?"
    rf"[^\W\d_]+ [{CAPITALS}])"
)
# A capital with a small letter after it begins a name; the big cities are known by their short names as they are.
_LEVEL = re.compile(
    r"(?:(?:TP|TX|TT)\.(?<![\w.]\w\w\.)|[PQH]\.(?<![\w.]\w\.))(?!HCM|Hồ Chí|Hà Nội)"
    rf"(?=[{CAPITALS}][^\W\d_{CAPITALS}]|\d)"
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
    """Compose, drop hidden characters, make every run of blanks one space, part `P.Hạc Thành` in two words."""
    if not any(map(text.__contains__, _TROUBLE)) and unicodedata.is_normalized("NFC", text):
        return _part_levels(CleanText(text, None, None))
    out: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    while at < len(text):
        usual = _USUAL.match(text, at)
        end = at + 1 if usual is None else usual.end()
        if usual is not None and _add_words(usual.group(), at, out, starts, ends):
            at = end
        while at < end:
            after = _end_of_cluster(text, at)
            _add_cluster(unicodedata.normalize("NFC", text[at:after]), (at, after), out, starts, ends)
            at = after
    return _part_levels(CleanText("".join(out), starts, ends))


def _part_levels(cleaned: CleanText) -> CleanText:
    """Put a space between a short word for a level and its place: `Q.1`, `TP.Thủ Đức`."""
    text = cleaned.text
    spots = [match.end() for match in _LEVEL.finditer(text)]
    if not spots:
        return cleaned
    starts = array("q", range(len(text))) if cleaned.starts is None else cleaned.starts
    ends = array("q", range(1, len(text) + 1)) if cleaned.ends is None else cleaned.ends
    for spot in reversed(spots):
        text = f"{text[:spot]} {text[spot:]}"
        ends.insert(spot, starts[spot])
        starts.insert(spot, starts[spot])
    return CleanText(text, starts, ends)


def _add_words(words: str, start: int, out: list[str], starts: array[int], ends: array[int]) -> bool:
    """Add words at once, if each letter with its marks makes one character; tell whether they are added."""
    composed = unicodedata.normalize("NFC", words)
    begins = [at for at, char in enumerate(words, start) if not "\u0300" <= char <= "\u036f"]
    if len(begins) != len(composed):
        return False
    out.append(composed)
    starts.extend(begins)
    ends.extend(begins[1:])
    ends.append(start + len(words))
    return True


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
