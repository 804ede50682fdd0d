"""Gazetteer files: UTF-8, a header, one entry a line, `#` comments; a fault names file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.dates import parse_day
from graph.errors import InputError
from graph.names import nfc

EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a gazetteer: its columns by name, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def key(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Give what tells the entry from the others of its file."""
        return tuple(self.cells[column] for column in columns)

    def fault(self, *, vi: str, en: str) -> InputError:
        """Make an error about this line."""
        return _fault(self.file, self.line, vi=vi, en=en)

    def forms(self, column: str) -> tuple[str, ...]:
        """List the entry's own form, then its aliases."""
        return (self.cells[column], *self.list("aliases"))

    def list(self, column: str) -> tuple[str, ...]:
        """List the parts of a cell, which `|` parts."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """Check a cell that must be one of a few words."""
        value = self.cells[column]
        if value not in allowed:
            words, given = ", ".join(word or EMPTY for word in allowed), value or EMPTY
            raise self.fault(
                vi=f"cột {column} có «{given}»; hãy dùng một trong: {words}",
                en=f"column {column} has '{given}'; use one of: {words}",
            )
        return value

    def number(self, column: str) -> int:
        """Read a cell that must be a whole number."""
        value = self.cells[column]
        if not value.isdigit():
            raise self.fault(
                vi=f"cột {column} có «{value}»; hãy viết một số nguyên",
                en=f"column {column} has '{value}'; write a whole number",
            )
        return int(value)

    def day(self, column: str) -> date | None:
        """Read a cell that must be a day or empty."""
        value = self.cells[column]
        try:
            return parse_day(value) if value else None
        except InputError:
            raise self.fault(
                vi=f"cột {column} có «{value}»; hãy viết một ngày YYYY-MM-DD",
                en=f"column {column} has '{value}'; write a day as YYYY-MM-DD",
            ) from None

    def validity(self) -> tuple[date | None, date | None]:
        """Read the first day with the entry and the first day without; the one is before the other."""
        start, end = self.day("valid_from"), self.day("valid_until")
        if start is not None and end is not None and end <= start:
            raise self.fault(
                vi=f"valid_until {end} phải sau valid_from {start}",
                en=f"valid_until {end} must come after valid_from {start}",
            )
        return start, end


def read_rows(path: Path, columns: tuple[str, ...], key: tuple[str, ...]) -> tuple[Row, ...]:
    """Read one gazetteer file and check its header, its cells, its examples and that no key stands twice."""
    rows = tuple(_rows(path, columns))
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        first, here = seen.setdefault(row.key(key), row.line), ", ".join(row.key(key))
        if first != row.line:
            raise row.fault(
                vi=f"«{here}» đã có ở dòng {first}; hãy bỏ một dòng",
                en=f"'{here}' stands already on line {first}; remove one",
            )
        if not row["example"]:
            raise row.fault(vi="cột example không được trống", en="the column example must not be empty")
    return rows


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    header: tuple[str, ...] | None = None
    for number, line in enumerate(_lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(nfc(cell) for cell in line.split("\t"))
        if header is None:
            header = _checked_header(path, number, cells, columns)
            continue
        if len(cells) != len(header) or not all(cells):
            raise _fault(
                path.name,
                number,
                vi=f"cần {len(header)} cột cách nhau bằng dấu tab, cột trống ghi «{EMPTY}»",
                en=f"needs {len(header)} columns parted by tabs, an empty one written '{EMPTY}'",
            )
        yield Row(path.name, number, {k: "" if v == EMPTY else v for k, v in zip(header, cells, strict=True)})


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as problem:
        raise InputError(
            vi=f"không đọc được tệp từ vựng {path.name}: {problem.strerror}",
            en=f"cannot read the gazetteer {path.name}: {problem.strerror}",
        ) from problem
    except UnicodeDecodeError as problem:
        raise InputError(
            vi=f"tệp từ vựng {path.name} không phải UTF-8; hãy lưu lại bằng UTF-8",
            en=f"the gazetteer {path.name} is not UTF-8; save it as UTF-8",
        ) from problem


def _checked_header(path: Path, line: int, cells: tuple[str, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    if cells != columns:
        raise _fault(
            path.name,
            line,
            vi=f"dòng tiêu đề phải là: {' '.join(columns)}",
            en=f"the header must be: {' '.join(columns)}",
        )
    return cells


def _fault(file: str, line: int, *, vi: str, en: str) -> InputError:
    """Make an error about one line of a gazetteer."""
    return InputError(vi=f"{file}, dòng {line}: {vi}", en=f"{file}, line {line}: {en}")
