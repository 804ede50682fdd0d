"""A PDF with a text layer → its words: pypdf gives the pieces of each page in the order in which they were set.

It bounds what a hostile file may unpack to; one that takes too long is left by the clock between two pieces.
"""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError
from pypdf.generic._font import Font  # the widths of letters, which its visitors do not hand out

from graph.errors import CadresError, InputError
from loaders.documents.document import Extract, broken, locked, too_large
from loaders.documents.pdf_furniture import drop_furniture
from loaders.documents.pdf_lines import Line, add_piece
from loaders.documents.pdf_paragraphs import write_pages
from loaders.documents.quiet import quiet

MOST_PAGES = 2_000
MOST_SECONDS = 120.0
MOST_PIECES = 200_000  # on one page
LEAST_READABLE = 0.5  # of the characters: below that the fonts do not say which letters they draw
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0x00: None}
_BOUNDS = pypdf.Configuration(
    zlib_maximum_output_length=50_000_000,
    lzw_maximum_output_length=20_000_000,
    run_length_maximum_output_length=20_000_000,
    stream_parsing_work_maximum_count=1_000_000,
)


def extract_pdf(path: Path, content: bytes) -> Extract:
    """Take the words out of a PDF; raise InputError for one that is broken, locked, scanned or too large."""
    with quiet("pypdf"), pypdf.apply_configuration(_BOUNDS):
        try:
            pages = _read_pages(path, content)
        except CadresError:
            raise
        except (FileNotDecryptedError, WrongPasswordError, DependencyError) as problem:
            raise locked(path, "PDF") from problem
        except Exception as problem:
            raise broken(path, "PDF") from problem
    text = _whole_characters(write_pages(drop_furniture(pages)))
    if not text.strip():
        raise _scanned(path)
    if _share_readable(text) < LEAST_READABLE:
        raise _unmapped(path)
    return Extract(text)


def _read_pages(path: Path, content: bytes) -> list[list[Line]]:
    """The lines of each page in the order in which they were set."""
    until = time.monotonic() + MOST_SECONDS
    reader = pypdf.PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise locked(path, "PDF")
    if len(reader.pages) > MOST_PAGES:
        raise too_large(path, f"{MOST_PAGES:,} trang", f"{MOST_PAGES:,} pages")
    widths: dict[int, _Widths] = {}
    return [_read_page(path, page, widths, until) for page in reader.pages]


def _read_page(path: Path, page: Any, widths: dict[int, _Widths], until: float) -> list[Line]:
    lines: list[Line] = []
    seen = 0

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        nonlocal seen
        seen += 1
        if seen > MOST_PIECES or time.monotonic() > until:
            raise too_large(path, f"{MOST_SECONDS:.0f} giây đọc", f"{MOST_SECONDS:.0f} seconds of reading")
        words = text.translate(_LIGATURES).strip("\r\n")
        across, up, _, down, x, y = pypdf.mult(tm, cm)
        if not words.strip() or abs(up) > abs(across):
            return  # a stamp or a watermark across the page is no line of it
        known = widths.setdefault(id(font), _Widths(font))
        known_size = abs(size * down) or 1.0
        add_piece(lines, words, Line("", x, x + known.of(words.strip()) * abs(size * across), y, known_size))

    page.extract_text(visitor_text=visit)
    return lines


class _Widths:
    """How wide a font sets its letters, in parts of its size."""

    def __init__(self, font: Any) -> None:
        self._font = font  # kept, so that no other font can get its id
        known = Font.from_font_resource(font) if font is not None else None
        self._widths = known.character_widths if known is not None else {}
        self._codes = {letter: code for code, letter in known.character_map.items()} if known is not None else {}

    def of(self, words: str) -> float:
        usual = self._widths.get("default") or 500.0
        return sum(self._widths.get(self._codes.get(letter, letter), usual) for letter in words) / 1000


def _whole_characters(text: str) -> str:
    """Join halves of characters that a font gives one by one, and mark those without the other half."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _share_readable(text: str) -> float:
    signs = [sign for sign in text if not sign.isspace()]
    return sum(sign.isprintable() and sign != "\ufffd" for sign in signs) / len(signs)


def _scanned(path: Path) -> InputError:
    return InputError(
        vi=f"{path} không có lớp chữ (bản quét hoặc ảnh chụp); hãy nhận dạng chữ (OCR) rồi đưa bản có chữ",
        en=f"{path} has no text layer (a scan or a photograph); run OCR on it and give the copy with text",
    )


def _unmapped(path: Path) -> InputError:
    return InputError(
        vi=f"{path} không cho biết phông của nó vẽ chữ nào; hãy mở, chép nội dung và lưu thành tệp .txt (UTF-8)",
        en=f"{path} does not tell which letters its fonts draw; copy its words into a .txt file (UTF-8)",
    )
