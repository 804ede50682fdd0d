"""Gazetteer files: UTF-8, a header, one entry a line, `#` comments; a fault names file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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

    def forms(self, column: str) -> tuple[str, ...]:
        """List the entry's own form, then its aliases."""
        return (self.cells[column], *_parts(self.cells["aliases"]))

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """Check a cell that must be one of a few words."""
        value = self.cells[column]
        if value not in allowed:
            raise fault(
                self.file,
                self.line,
                vi=f"cột {column} có «{value}»; hãy dùng một trong: {', '.join(allowed)}",
                en=f"column {column} has '{value}'; use one of: {', '.join(allowed)}",
            )
        return value

    def number(self, column: str) -> int:
        """Read a cell that must be a whole number."""
        value = self.cells[column]
        if not value.isdigit():
            raise fault(
                self.file,
                self.line,
                vi=f"cột {column} có «{value}»; hãy viết một số nguyên",
                en=f"column {column} has '{value}'; write a whole number",
            )
        return int(value)


def read_rows(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Read one gazetteer file and check its header, its cells and that no entry stands twice."""
    rows = tuple(_rows(path, columns))
    seen: dict[str, int] = {}
    for row in rows:
        key = row[columns[0]]
        if key in seen and path.name != "cues.tsv":
            raise fault(
                path.name,
                row.line,
                vi=f"«{key}» đã có ở dòng {seen[key]}; hãy bỏ một dòng",
                en=f"'{key}' stands already on line {seen[key]}; remove one",
            )
        seen[key] = row.line
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
            raise fault(
                path.name,
                number,
                vi=f"cần {len(header)} cột cách nhau bằng dấu tab, cột trống ghi «{EMPTY}»",
                en=f"needs {len(header)} columns parted by tabs, an empty one written '{EMPTY}'",
            )
        yield Row(path.name, number, {k: "" if v == EMPTY else v for k, v in zip(header, cells, strict=True)})


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as problem:
        raise InputError(
            vi=f"không đọc được tệp từ vựng {path.name}: {problem.strerror}; hãy cài lại dự án",
            en=f"cannot read the gazetteer {path.name}: {problem.strerror}; install the project again",
        ) from problem
    except UnicodeDecodeError as problem:
        raise InputError(
            vi=f"tệp từ vựng {path.name} không phải UTF-8; hãy lưu lại bằng UTF-8",
            en=f"the gazetteer {path.name} is not UTF-8; save it as UTF-8",
        ) from problem


def _checked_header(path: Path, line: int, cells: tuple[str, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    if cells != columns:
        raise fault(
            path.name,
            line,
            vi=f"dòng tiêu đề phải là: {' '.join(columns)}",
            en=f"the header must be: {' '.join(columns)}",
        )
    return cells


def fault(file: str, line: int, *, vi: str, en: str) -> InputError:
    """Make an error about one line of a gazetteer."""
    return InputError(vi=f"{file}, dòng {line}: {vi}", en=f"{file}, line {line}: {en}")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
