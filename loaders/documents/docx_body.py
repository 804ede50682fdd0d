"""A DOCX → its words: paragraphs, list items, tables and text boxes of the body in their order.

Headers, footers, footnotes, comments and deleted words are no part of what a paper decides.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from graph.errors import InputError
from loaders.documents.document import Extract, broken, locked, too_large
from loaders.documents.quiet import quiet
from loaders.documents.rows import write_table

MOST_UNPACKED = 200 << 20  # bytes
MOST_WORDS_PART = 64 << 20  # bytes of the part that holds the body
MOST_SPAN = 64  # cells
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _DELETED, _MOVED, _BOX, _SPARE = qn("w:t"), qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), "Fallback"
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_LISTED = f"{qn('w:pPr')}/{qn('w:numPr')}"
_STYLE, _STYLE_ID = f"{qn('w:pPr')}/{qn('w:pStyle')}", qn("w:styleId")
_SPAN, _DOWN = f"{qn('w:tcPr')}/{qn('w:gridSpan')}", f"{qn('w:tcPr')}/{qn('w:vMerge')}"
_VALUE = qn("w:val")


def extract_docx(path: Path, content: bytes) -> Extract:
    """Take the words out of a DOCX; raise InputError for what is none, is broken, locked or too large."""
    _check_parts(path, content)
    try:
        with quiet("docx"):
            paper = docx.Document(io.BytesIO(content))
            return Extract("\n".join(_blocks(paper.element.body, _listing_styles(paper.styles.element))))
    except Exception as problem:
        raise broken(path, "DOCX") from problem


def _check_parts(path: Path, content: bytes) -> None:
    """Look at the list of parts before any is unpacked: a small file can hold gigabytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            found = parts.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as problem:
        raise broken(path, "DOCX") from problem
    names = {part.filename for part in found}
    if any(part.flag_bits & 1 for part in found):
        raise locked(path, "DOCX")
    if not any(name.startswith("word/") for name in names):
        raise _other_zip(path, names)
    largest = max(part.file_size for part in found if part.filename.endswith(".xml"))
    if sum(part.file_size for part in found) > MOST_UNPACKED or largest > MOST_WORDS_PART:
        raise too_large(path, f"{MOST_UNPACKED >> 20} MB")


def _other_zip(path: Path, names: set[str]) -> InputError:
    if any(name.startswith("xl/") for name in names):
        return InputError(
            vi=f"{path} là bảng tính, không phải văn bản; hãy đổi đuôi tệp thành .xlsx rồi nạp như một bảng",
            en=f"{path} is a spreadsheet, not a text; name it .xlsx and load it as a table",
        )
    return InputError(
        vi=f"{path} là tệp nén ZIP, không phải DOCX; hãy giải nén rồi đưa từng văn bản hoặc thư mục",
        en=f"{path} is a ZIP archive and no DOCX; unpack it and give its texts or the folder",
    )


def _listing_styles(styles: Any) -> frozenset[str]:
    """The ids of the styles that put a number or a bullet before a paragraph."""
    return frozenset(style.get(_STYLE_ID, "") for style in styles if style.find(_LISTED) is not None)


def _blocks(parent: Any, lists: frozenset[str]) -> Iterator[str]:
    """Go through what stands in a body, or in a frame around a part of it; `lists` are the styles of list items."""
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child, lists)
        elif child.tag == _TABLE:
            yield from write_table(_rows(child, lists))
        elif child.tag not in (_DELETED, _MOVED):
            yield from _blocks(child, lists)


def _paragraph(paragraph: Any, lists: frozenset[str]) -> Iterator[str]:
    words = "".join(_words(paragraph)).strip()
    lines = [line for line in words.split("\n") if line.strip()]
    style = paragraph.find(_STYLE)
    if lines and (paragraph.find(_LISTED) is not None or (style is not None and style.get(_VALUE) in lists)):
        lines[0] = f"- {lines[0]}"
    yield from lines
    for box in paragraph.iter(_BOX):
        spare = any(above.tag.endswith(_SPARE) for above in box.iterancestors())
        if not spare and next(box.iterancestors(_PARAGRAPH)) is paragraph:
            yield from _blocks(box, lists)


def _words(parent: Any) -> Iterator[str]:
    """The printed words of a paragraph; those of a box anchored in it come after it."""
    for child in parent:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in (_DELETED, _MOVED, _BOX) and isinstance(child.tag, str):
            yield from _words(child)


def _rows(table: Any, lists: frozenset[str]) -> list[list[list[str]]]:
    """The rows of a table; a cell joined over several rows says its words in each of them."""
    rows: list[list[list[str]]] = []
    for row in table.iter(_ROW):
        if next(row.iterancestors(_TABLE)) is not table:
            continue
        above, cells = (rows[-1] if rows else []), list[list[str]]()
        for cell in row.iter(_CELL):
            if next(cell.iterancestors(_ROW)) is row:
                cells += _cell(cell, above, len(cells), lists)
        rows.append(cells)
    return rows


def _cell(cell: Any, above: list[list[str]], at: int, lists: frozenset[str]) -> list[list[str]]:
    down, span = cell.find(_DOWN), cell.find(_SPAN)
    goes_on = down is not None and down.get(_VALUE, "continue") == "continue"
    words = above[at] if goes_on and at < len(above) else list(_blocks(cell, lists))
    wide = span.get(_VALUE, "1") if span is not None else "1"
    return [words, *([[]] * (min(int(wide), MOST_SPAN) - 1))]
