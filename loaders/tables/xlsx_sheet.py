"""An XLSX workbook as Sheets, one table a sheet, streamed; every cell becomes the text one would type."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import InputError
from loaders.tables.sheets import Line, Sheet, empty, fold_header, unreadable

_BROKEN = (
    BadZipFile,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    EOFError,
)
_BLOCK = 1 << 20


def hash_binary_file(path: Path) -> str:
    """Hash a file in blocks."""
    hasher = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                hasher.update(block)
    except OSError as error:
        raise unreadable(path, error) from error
    return hasher.hexdigest()


def open_workbook(path: Path) -> Iterator[Sheet]:
    """Open a workbook and give its filled sheets in turn; each is to be read before the next is asked for."""
    filled = 0
    with _guarded(path), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl's word on styles it leaves out
        book = load_workbook(path, read_only=True, data_only=True)
    try:
        for each in book.worksheets:
            with _guarded(path):
                each.reset_dimensions()
            place = f"{path.name} [{each.title}]"
            lines = _read_lines(path, each.iter_rows(values_only=True))
            header = next((names for line in lines if (names := fold_header(line.cells))), None)
            if header is not None:
                filled += 1
                yield Sheet(place, header, lines, ragged=True)
    finally:
        book.close()
    if filled == 0:
        raise empty(path.name)


def _read_lines(path: Path, rows: Iterable[tuple[object, ...]]) -> Iterator[Line]:
    with _guarded(path):
        for number, row in enumerate(rows, start=1):
            yield Line(number, tuple(print_cell(value) for value in row))


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unreadable(path, error) from error
    except _BROKEN as error:
        raise InputError(
            vi=f"{path.name}: không phải bảng tính .xlsx đọc được (hỏng, có mật khẩu, hoặc chỉ mang tên "
            ".xlsx); hãy "
            "lưu lại từ chương trình bảng tính",
            en=f"{path.name}: not a readable .xlsx workbook (damaged, under a password, or .xlsx by name "
            "only); save "
            "it again from the spreadsheet program",
        ) from error


def print_cell(value: object) -> str:
    """Print a cell's value as it would be typed: a day in ISO form, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
