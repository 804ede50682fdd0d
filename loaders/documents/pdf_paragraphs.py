"""The lines of a PDF → its text: wrapped lines become paragraphs again, over columns and pages too; rows stay rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.documents.pdf_lines import WIDE_GAP, Line, same_baseline, same_size
from loaders.documents.pdf_tables import Edges, find_table

NEAR = 2.2  # times the size of the letters: further down another block begins
LOOSE = 1.35  # times the usual fall from line to line: a new paragraph
INDENT = 0.8  # times the size of the letters
SLACK = 0.1  # of a block's width: justified lines end further right than their letters add up to
_ENDS = (".", "!", "?", ":", ";", "…", ".”", '."')
_ITEM = re.compile(r"[-+*•–]\s|\d{1,3}[.)]\s|[a-zđ]\)\s|[IVX]{1,5}\.\s|(?:Điều|Chương|Mục) [\dIVX]+\b")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")


@dataclass(frozen=True, slots=True)
class _Set:
    """A line with what its block tells: the margins, the usual fall from line to line, whether it opens the block."""

    line: Line
    left: float
    right: float
    fall: float
    opens: bool


def write_pages(pages: Sequence[Sequence[Line]]) -> str:
    """Write the text of a PDF, a line a paragraph, a heading's line, a list item or a table's row."""
    out: list[str] = []
    last: _Set | None = None
    for item in _items(pages):
        if isinstance(item, str):
            out.append(item)
            last = None
            continue
        if last is not None and _goes_on(last, item):
            out[-1] = _joined(out[-1], item.line.text)
        else:
            out.append(item.line.text)
        last = item
    return "\n".join(out)


def _items(pages: Sequence[Sequence[Line]]) -> Iterator[_Set | str]:
    """The rows of tables as text, all else as lines of their blocks; a table may go on over pages."""
    edges: Edges = ()
    head = ""
    for page in pages:
        block: list[Line] = []
        at = 0
        while at < len(page):
            table = find_table(page, at, edges)
            if table is not None or (block and not _in_block(block[-1], page[at])):
                yield from _settle(block)
                block = []
            if table is None:
                block.append(page[at])
                at += 1
                edges = ()
            else:
                again = bool(edges) and table.rows[0] == head
                yield from table.rows[again:]
                head = head if edges else table.rows[0]
                at = table.end
                edges = table.edges if at == len(page) else ()
        yield from _settle(block)


def _in_block(last: Line, line: Line) -> bool:
    size = max(last.size, line.size)
    if same_baseline(last, line):
        return True
    near = 0 < last.y - line.y <= NEAR * size and same_size(last, line)
    return near and line.left < last.right + WIDE_GAP * size * 2 and last.left < line.right + size


def _settle(block: Sequence[Line]) -> Iterator[_Set]:
    if not block:
        return
    falls = [one.y - other.y for one, other in zip(block, block[1:], strict=False) if not same_baseline(one, other)]
    left, right = min(line.left for line in block), max(line.right for line in block)
    for number, line in enumerate(block):
        yield _Set(line, left, right, min(falls, default=line.size * 1.2), number == 0)


def _goes_on(last: _Set, item: _Set) -> bool:
    """Tell whether a line goes on the paragraph of the line before it."""
    before, line = last.line, item.line
    if not item.opens and same_baseline(before, line):
        return True
    if _ITEM.match(line.text) or not same_size(before, line):
        return False
    small = line.text[0].islower() and not before.text.endswith(_ENDS)
    if item.opens:
        # Another block: what cannot stand alone goes on there, and in the next column or page a full line does too.
        jump = line.y > before.y and not before.text.endswith(_ENDS)
        at_margin = not last.opens and before.left - last.left < INDENT * line.size / 2
        return small or (jump and at_margin and _is_full(last, line))
    if before.y - line.y > LOOSE * item.fall:
        return False
    return small or (_is_full(last, line) and not _is_set_apart(before, line))


def _is_set_apart(before: Line, line: Line) -> bool:
    """Tell by its form whether a line begins anew: indented, centred under the other, or after a colon."""
    indented = line.left > before.left + INDENT * line.size and not _ITEM.match(before.text)
    shift = abs(line.left - before.left)
    centred = shift > line.size and abs(line.left + line.right - before.left - before.right) < line.size
    return indented or centred or before.text.endswith(":")


def _is_full(last: _Set, line: Line) -> bool:
    """Tell whether the first word of a line would not have fit on the line before."""
    first = line.text.split(" ", 1)[0]
    word = (line.right - line.left) * (len(first) + 1) / max(len(line.text), 1)
    return last.line.right + word >= last.right - SLACK * (last.right - last.left)


def _joined(text: str, more: str) -> str:
    """Join two lines; a word that a hyphen parts is whole again, a span of years keeps its dash."""
    if more[0].islower() and _HYPHEN.search(text):
        return text[:-1] + more
    apart = "" if text.endswith("-") and text[-2:-1].isdigit() and more[0].isdigit() else " "
    return f"{text}{apart}{more}"
