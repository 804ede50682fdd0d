"""Step 4: confidence votes: whose, how many were rated, in what words; nobody is named by guessing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.names import nfc
from loaders.text.bodies import Body
from loaders.text.chunks import Item
from loaders.text.context import Context, Named
from loaders.text.facts import Vote
from loaders.text.frames import Frame
from loaders.text.segment import Sentence
from loaders.text.titles import Page
from loaders.text.wholebodies import complete_body

_VOTERS = ("committee", "council", "assembly")
_CUE = re.compile(r"(?:lấy|bỏ) phiếu tín nhiệm")
_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_COUNT = re.compile(
    rf"(?:đối với|phiếu tín nhiệm|cho) (?:các |toàn bộ )?(?P<n>\d{{1,3}}|{'|'.join(_WORDS)}) "
    r"(?:đồng chí|ủy viên|người|chức danh|thành viên|cán bộ|đại biểu)"
)
_WORDING = re.compile(
    r"(?:mức độ |mức )?tín nhiệm (?:rất )?(?:cao|thấp|tốt)(?: đối với (?:tất cả|toàn bộ)(?: các)? [^.;,]{1,60})?"
    r"|được tín nhiệm (?:rất )?(?:cao|thấp)"
)
_HELD = re.compile(r"(?:tiến hành|tổ chức|đã|dành thời gian)(?: việc)? (?:lấy|bỏ) phiếu tín nhiệm")


def find_vote(
    page: Page, context: Context, frame: Frame, sentences: Sequence[tuple[Sentence, Sequence[Item]]]
) -> Vote | None:
    """Find the one vote a text tells of: a sentence that counts its subjects, and the wording of its result."""
    for at, (sentence, items) in enumerate(sentences if "phiếu tín nhiệm" in page.folded else ()):
        folded = page.folded[sentence.start : sentence.end]
        cue = _CUE.search(folded)
        count = _COUNT.search(folded, cue.start()) if cue is not None else None
        if cue is None or (count is None and _HELD.search(folded) is None):
            continue
        body = _voter(context, items, sentence.start + cue.start())
        if body is None or count is None:
            continue
        start, end, wording = sentence.start, sentence.end, _wording(page, sentence)
        if wording is None and at + 1 < len(sentences) and sentences[at + 1][0].line == sentence.line:
            wording = _wording(page, sentences[at + 1][0])
            end = sentences[at + 1][0].end if wording is not None else end
        dated = frame.announced
        return Vote(
            body.name, None if dated is None else dated.date, _number(count["n"]),
            "held_only" if wording is None else "wording", wording, start, end, "",
            (*(("date",) if dated is not None and dated.inferred else ()), *(("body",) if body.inferred else ())),
        )  # fmt: skip
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text]


def _wording(page: Page, sentence: Sentence) -> str | None:
    found = _WORDING.search(page.folded, sentence.start, sentence.end)
    return None if found is None else nfc(page.clean[found.start() : found.end()])


def _voter(context: Context, items: Sequence[Item], cue: int) -> Named | None:
    """The last body named before the vote in its sentence, else the last committee or council named before."""
    for item in reversed([item for item in items if isinstance(item, Body) and item.start < cue]):
        if (named := complete_body(context, None, item)) is not None:
            return named
    before = [(where, name) for where, name, kind in context.bodies if kind in _VOTERS and where < cue]
    return Named(max(before)[1], inferred=True, note="committee last named") if before else None
