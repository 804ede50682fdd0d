"""Side files of a mapping, read whole, found by a key: the persons behind an id, the bodies behind a post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.dates import parse_partial
from graph.errors import InputError
from loaders.tables.cells import CellError, parse_formatted
from loaders.tables.columns import check_names, missing_column
from loaders.tables.csv_sheet import hash_text_file, open_csv
from loaders.tables.mapping import Join, Mapping
from loaders.tables.sheets import Sheet
from loaders.tables.xlsx_sheet import open_workbook

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class SideFile:
    """The rows of one side file by their key; the one that counts stands first."""

    join: Join
    rows: dict[str, tuple[Cells, ...]]

    def find(self, key: str) -> tuple[Cells, ...]:
        """Find the rows of a key: none for a blank one; raise CellError for one the file does not have."""
        key = key.strip()
        if not key:
            return ()
        if key not in self.rows:
            raise CellError(
                key,
                vi=f"không có dòng nào của {self.join.file} có {self.join.key} là «{key}»; hãy bổ sung tệp đó",
                en=f"no row of {self.join.file} has '{key}' for its {self.join.key}; complete that file",
            )
        return self.rows[key]

    def check_agreed(self, rows: tuple[Cells, ...], column: str) -> None:
        """Raise CellError where several rows fit, differ, and nothing says which counts."""
        values = sorted({row[column] for row in rows})
        if len(values) > 1 and self.join.latest is None:
            raise CellError(
                values[0],
                vi=f"nhiều dòng của {self.join.file} khớp mà {column} khác nhau ({', '.join(values)}); hãy "
                "ghi "
                f"latest trong join {self.join.alias}",
                en=f"several rows of {self.join.file} fit and differ in {column} ({', '.join(values)}); say "
                "latest in "
                f"the join {self.join.alias}",
            )


def read_side_file(join: Join, mapping: Mapping, folder: Path) -> SideFile:
    """Read the columns of a side file that the mapping uses."""
    sheet = _open_first(folder / join.file)
    check_names(sheet.header, sheet.place)
    wanted = {ref.column for refs in mapping.columns.values() for ref in refs if ref.alias == join.alias}
    wanted |= {each.by.column for each in mapping.joins if each.by.alias == join.alias}
    wanted |= {join.key} if join.latest is None else {join.key, join.latest}
    for column in sorted(wanted - set(sheet.header)):
        raise missing_column(sheet.place, sheet.header, column, f"{mapping.name} (join {join.alias})")
    found: dict[str, list[Cells]] = {}
    for line in sheet.lines:
        if line.fault is not None:
            raise InputError(vi=line.fault.vi, en=line.fault.en)
        cells = {name: cell.strip() for name, cell in zip(sheet.header, line.cells, strict=False) if name in wanted}
        if any(cells.values()):
            row = dict.fromkeys(wanted, "") | cells
            found.setdefault(row[join.key], []).append(row)
    return SideFile(join, {key: _latest_first(rows, join, mapping) for key, rows in found.items()})


def _open_first(path: Path) -> Sheet:
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        return next(open_workbook(path))
    hash_text_file(path)
    return open_csv(path)


def _latest_first(rows: list[Cells], join: Join, mapping: Mapping) -> tuple[Cells, ...]:
    column = join.latest
    if column is None or len(rows) == 1:
        return tuple(rows)

    def day(row: Cells) -> date:
        if not row[column]:
            return date.min
        try:
            text = row[column]
            return (parse_formatted(text, mapping.dates) if mapping.dates else parse_partial(text)).first
        except InputError as error:
            raise InputError(
                vi=f"{join.file}, cột {column}, {join.key} {row[join.key]}: {error.text.vi}",
                en=f"{join.file}, column {column}, {join.key} {row[join.key]}: {error.text.en}",
            ) from None

    return tuple(sorted(rows, key=day, reverse=True))
