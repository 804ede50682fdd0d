"""A table file as sheets of text cells, streamed: nothing here knows what the columns mean.

csv_sheet.py and xlsx_sheet.py open one kind of file each; both give these Sheets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, Text
from graph.names import nfc

TABLE_SUFFIXES = frozenset((".csv", ".tsv", ".xlsx", ".xlsm"))
REFUSED_SUFFIXES = frozenset((".xls", ".xlsb", ".ods"))


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it stands in the sheet: its number, and its cells or why it has none."""

    number: int
    cells: tuple[str, ...]
    fault: Text | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: where it is, for messages; its header, folded; its further rows, to be read once."""

    place: str
    header: tuple[str, ...]
    lines: Iterator[Line]
    ragged: bool


def fold_header(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Bring column names to one form, without the nameless ones at the end."""
    names = [nfc(cell).casefold() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def refused(path: Path) -> InputError:
    """Make the error for a kind of spreadsheet we do not read."""
    return InputError(
        vi=f"{path.name}: không đọc được bảng tính dạng {path.suffix}; hãy lưu lại thành .xlsx hoặc .csv (UTF-8)",
        en=f"{path.name}: spreadsheets of the kind {path.suffix} are not read; save it as .xlsx or as .csv (UTF-8)",
    )


def unreadable(path: Path, error: OSError) -> InputError:
    """Make the error for a file the system does not hand out."""
    reason = error.strerror or type(error).__name__
    return InputError(
        vi=f"{path.name}: không mở được tệp ({reason}); hãy kiểm tra đường dẫn và quyền đọc",
        en=f"{path.name}: the file cannot be opened ({reason}); check the path and the right to read it",
    )


def empty(place: str) -> InputError:
    """Make the error for a table without a header."""
    return InputError(
        vi=f"{place}: tệp trống; dòng đầu phải là tên các cột",
        en=f"{place}: the file is empty; its first row must name the columns",
    )
