"""A table file → claims or judgements, row by row in bounded memory; a row not understood is told and left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from graph.errors import InputError, Text
from loaders.gazetteers import Gazetteers, read_gazetteers
from loaders.reports import RowError, TableClaim, TableJudgement
from loaders.tables.cells import CellError, Row
from loaders.tables.csv_sheet import hash_text_file, open_csv
from loaders.tables.judgements import make_judgement
from loaders.tables.layout import Layout, make_layout
from loaders.tables.mapping import Mapping
from loaders.tables.rows import make_claim
from loaders.tables.sheets import REFUSED_SUFFIXES, TABLE_SUFFIXES, Line, Sheet, refused
from loaders.tables.sources import Origin, read_source
from loaders.tables.xlsx_sheet import hash_binary_file, open_workbook

_WORKBOOKS = (".xlsx", ".xlsm")

Read = TableClaim | TableJudgement | RowError


def is_table(path: Path) -> bool:
    """Tell by its name whether a file is for `read_table`, also where that can only say what would do."""
    return path.suffix.casefold() in TABLE_SUFFIXES | REFUSED_SUFFIXES


def read_table(
    path: Path,
    *,
    mapping: Mapping | None = None,
    published: date | None = None,
    first_load: date,
    gazetteers: Gazetteers | None = None,
) -> Iterator[Read]:
    """Read a table's rows in turn; raise InputError before the first for a file that cannot be read."""
    known = gazetteers or read_gazetteers()
    if path.suffix.casefold() in REFUSED_SUFFIXES:
        raise refused(path)
    if path.suffix.casefold() in _WORKBOOKS:
        origin = Origin(path.name, hash_binary_file(path), published, first_load, known)
        yield from _read_workbook(path, mapping, origin)
    else:
        origin = Origin(path.name, hash_text_file(path), published, first_load, known)
        sheet = open_csv(path)
        yield from _read_rows(sheet, make_layout(sheet, mapping, path.parent), origin)


def _read_workbook(path: Path, mapping: Mapping | None, origin: Origin) -> Iterator[Read]:
    for sheet in open_workbook(path):
        try:
            layout = make_layout(sheet, mapping, path.parent)
        except InputError as error:
            yield RowError(sheet.place, 1, None, error.text)
            continue
        yield from _read_rows(sheet, layout, origin)


def _read_rows(sheet: Sheet, layout: Layout, origin: Origin) -> Iterator[Read]:
    for line in sheet.lines:
        fault = line.fault or _find_misfit(sheet, line)
        if fault is not None:
            yield RowError(sheet.place, line.number, None, fault)
        elif any(cell.strip() for cell in line.cells):
            yield _read_row(sheet, line, layout, origin=origin)


def _read_row(sheet: Sheet, line: Line, layout: Layout, *, origin: Origin) -> Read:
    try:
        cells, raw = layout.arrange(dict.fromkeys(sheet.header, "") | dict(zip(sheet.header, line.cells, strict=False)))
    except CellError as error:
        text = Text(
            vi=f"{sheet.place}, dòng {line.number}: {error.text.vi}",
            en=f"{sheet.place}, row {line.number}: {error.text.en}",
        )
        return RowError(sheet.place, line.number, error.value, text)
    row = Row(sheet.place, line.number, cells, raw, layout.formats)
    try:
        if layout.table is None:
            return TableJudgement(make_judgement(row), line.number)
        source = read_source(row, origin)
        claim = make_claim(row, layout.table, source, id_source=origin.name, gazetteers=origin.gazetteers)
    except CellError as error:
        return RowError(sheet.place, line.number, error.value, error.text)
    return TableClaim(source, claim, line.number)


def _find_misfit(sheet: Sheet, line: Line) -> Text | None:
    """Find more cells than columns, or (where a file cannot leave them out) fewer."""
    width, given = len(sheet.header), len(line.cells)
    if given > width and any(cell.strip() for cell in line.cells[width:]):
        more = Text(
            "thừa ô; đặt ô có dấu phân cách trong ngoặc kép",
            "too many; put a cell that holds the delimiter in double quotes",
        )
    elif given < width and not sheet.ragged and any(cell.strip() for cell in line.cells):
        more = Text("thiếu ô; hãy thêm dấu phân cách cho ô trống", "too few; write a delimiter for each blank cell")
    else:
        return None
    return Text(
        vi=f"{sheet.place}, dòng {line.number}: có {given} ô mà có {width} cột: {more.vi}",
        en=f"{sheet.place}, row {line.number}: {given} cells for {width} columns: {more.en}",
    )
