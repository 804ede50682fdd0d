"""A CSV file as one Sheet, streamed; hashed and its encoding checked before the first row is given."""

from __future__ import annotations

import codecs
import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from graph.errors import InputError, Text
from loaders.tables.sheets import Line, Sheet, empty, fold_header, unreadable

_BLOCK = 1 << 20
_DELIMITERS = ",;\t"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORKBOOK = b"PK\x03\x04"


def hash_text_file(path: Path) -> str:
    """Hash a file in blocks; raise InputError at the first byte that is not UTF-8 text."""
    hasher = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset = line = 0
    try:
        with path.open("rb") as file:
            while True:
                block = file.read(_BLOCK)
                waiting = len(decoder.getstate()[0])
                if offset == 0:
                    _refuse_by_mark(path, block)
                _decode(path, decoder, block, offset=offset - waiting, line=line)
                if not block:
                    return hasher.hexdigest()
                hasher.update(block)
                offset += len(block)
                line += block.count(b"\n")
    except OSError as error:
        raise unreadable(path, error) from error


def _decode(path: Path, decoder: codecs.IncrementalDecoder, block: bytes, *, offset: int, line: int) -> None:
    try:
        text = decoder.decode(block, final=not block)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        raise _not_utf8(path, offset + error.start, line + before.count(b"\n") + 1) from None
    if "\0" in text:
        before = block[: block.index(b"\0")]
        raise _not_text(path, offset + len(before))


def _refuse_by_mark(path: Path, block: bytes) -> None:
    if block.startswith(_WORKBOOK):
        raise InputError(
            vi=f"{path.name}: byte 0: đây là tệp nén hoặc bảng tính Excel, không phải CSV; hãy đổi đuôi thành .xlsx",
            en=f"{path.name}: byte 0: this is a zip file or an Excel workbook, not CSV; rename it to .xlsx",
        )
    if block.startswith(_UTF16):
        raise InputError(
            vi=f"{path.name}: byte 0: tệp mã hóa UTF-16; hãy lưu lại bằng UTF-8 (Excel: «CSV UTF-8»)",
            en=f"{path.name}: byte 0: the file is encoded in UTF-16; save it as UTF-8 (Excel: 'CSV UTF-8')",
        )


def _not_utf8(path: Path, offset: int, line: int) -> InputError:
    return InputError(
        vi=f"{path.name}: byte {offset} (dòng {line}) không phải UTF-8, có lẽ là cp1258 hay bảng mã cũ khác; "
        "hãy lưu "
        "lại bằng UTF-8 (Excel: «CSV UTF-8»)",
        en=f"{path.name}: byte {offset} (line {line}) is not UTF-8, perhaps cp1258 or another old encoding; "
        "save the "
        "file as UTF-8 (Excel: 'CSV UTF-8')",
    )


def _not_text(path: Path, offset: int) -> InputError:
    return InputError(
        vi=f"{path.name}: byte {offset} là byte rỗng: tệp nhị phân hoặc UTF-16, không phải CSV; hãy đưa tệp CSV UTF-8",
        en=f"{path.name}: byte {offset} is a null byte: a binary or UTF-16 file, not CSV; give a CSV file in UTF-8",
    )


def open_csv(path: Path) -> Sheet:
    """Open a checked CSV file: its header now, its rows as they are asked for."""
    lines = _read_lines(path)
    for line in lines:
        if line.fault is not None:
            raise InputError(vi=line.fault.vi, en=line.fault.en)
        header = fold_header(line.cells)
        if header:
            return Sheet(path.name, header, lines, ragged=False)
    raise empty(path.name)


def _read_lines(path: Path) -> Iterator[Line]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _parse_lines(path.name, file)
    except OSError as error:
        raise unreadable(path, error) from error


def _parse_lines(name: str, file: TextIO) -> Iterator[Line]:
    delimiter = find_delimiter(file.readline(65536))
    file.seek(0)
    rows = csv.reader(file, delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        first = rows.line_num + 1
        try:
            yield Line(number, tuple(next(rows)))
        except StopIteration:
            return
        except csv.Error:
            yield Line(number, (), _bad_quoting(name, number, (first, rows.line_num)))


def find_delimiter(line: str) -> str:
    """Tell which of comma, semicolon and tab parts the header into most cells."""

    def width(delimiter: str) -> int:
        return len(next(csv.reader([line], delimiter=delimiter), []))

    return max(_DELIMITERS, key=width)


def _bad_quoting(name: str, number: int, lines: tuple[int, int]) -> Text:
    """Say that quotes are wrong, and how much of the file a quote left open has swallowed."""
    vi_lost = f" (các dòng văn bản {lines[0]}-{lines[1]} bị bỏ)" if lines[0] < lines[1] else ""
    en_lost = f" (lines {lines[0]} to {lines[1]} of the file were left out)" if lines[0] < lines[1] else ""
    return Text(
        vi=f"{name}, dòng {number}: dấu ngoặc kép mở mà không đóng, hoặc đứng sai chỗ{vi_lost}; "
        'trong ô, hãy viết " thành ""',
        en=f"{name}, row {number}: a double quote is opened and not closed, or misplaced{en_lost}; "
        'inside a cell write " as ""',
    )
