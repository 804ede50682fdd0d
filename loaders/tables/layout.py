"""From the columns of a sheet to our columns: as they are named, or by a mapping with joined side files."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Named
from dataclasses import dataclass
from pathlib import Path

from graph.claims import LIST_MARK
from graph.errors import InputError
from graph.model import Table
from loaders.tables.columns import Form, check_header, check_names, find_form, form_named, missing_column
from loaders.tables.joins import SideFile, read_side_file
from loaders.tables.mapping import Mapping, Ref
from loaders.tables.sheets import Sheet

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which table a sheet is (None: judgements); `arrange` gives a row under our columns, and its `raw`."""

    table: Table | None
    arrange: Callable[[Cells], tuple[Cells, Cells]]
    formats: tuple[str, ...] = ()


def make_layout(sheet: Sheet, mapping: Mapping | None, folder: Path) -> Layout:
    """Find how to read a sheet; raise InputError where header and mapping do not fit."""
    if mapping is None:
        return Layout(find_form(sheet.header, sheet.place).table, lambda printed: (printed, printed))
    check_names(sheet.header, sheet.place)
    columns = _all_columns(sheet, mapping)
    form = _form(sheet, mapping, columns)
    _check_used(sheet, mapping, columns)
    sides = {join.alias: read_side_file(join, mapping, folder) for join in mapping.joins}
    names_of = "organization" if form.table == "organizations" else "person"
    arrange = _Arranger(mapping, columns, sides, names_of if "names" in form.columns else None)
    return Layout(form.table, arrange, mapping.dates)


def _all_columns(sheet: Sheet, mapping: Mapping) -> dict[str, tuple[Ref, ...]]:
    """List the mapping's columns, and those of the sheet that bear our names already."""
    form = form_named(mapping.table) if mapping.table is not None else None
    used = {ref.column for refs in mapping.columns.values() for ref in refs if ref.alias is None}
    used |= {join.by.column for join in mapping.joins if join.by.alias is None} | mapping.ignore
    ours = {*mapping.columns, *mapping.constants}
    own = [each for each in sheet.header if each not in used and each not in ours]
    if form is not None:
        own = [column for column in own if column in form.columns]
    return {**mapping.columns, **{column: (Ref(None, column),) for column in own}}


def _form(sheet: Sheet, mapping: Mapping, columns: Named[str, tuple[Ref, ...]]) -> Form:
    header = (*columns, *mapping.constants)
    form = form_named(mapping.table) if mapping.table is not None else None
    if form is None:
        return find_form(header, sheet.place)
    check_header(header, form, sheet.place)
    return form


def _check_used(sheet: Sheet, mapping: Mapping, columns: Named[str, tuple[Ref, ...]]) -> None:
    wanted = {ref.column: ours for ours, refs in columns.items() for ref in refs if ref.alias is None}
    wanted |= {join.by.column: f"join {join.alias}" for join in mapping.joins if join.by.alias is None}
    for column, ours in wanted.items():
        if column not in sheet.header:
            raise missing_column(sheet.place, sheet.header, column, f"{mapping.name} ({ours})")
    for column in sheet.header:
        if column not in wanted and column not in mapping.ignore:
            raise InputError(
                vi=f"{sheet.place}: cột «{column}» không được {mapping.name} nhắc đến; hãy ghi vào columns, "
                "hoặc vào "
                "ignore để bỏ qua",
                en=f"{sheet.place}: {mapping.name} does not speak of the column '{column}'; put it under "
                "columns, or "
                "under ignore to leave it out",
            )


@dataclass(frozen=True, slots=True)
class _Arranger:
    """Puts rows under our columns: their own cells, the constants, what the side files say by their keys."""

    mapping: Mapping
    columns: Named[str, tuple[Ref, ...]]
    sides: Named[str, SideFile]
    names_of: str | None  # the column whose further fitting rows are other names

    def __call__(self, printed: Cells) -> tuple[Cells, Cells]:
        fitting = self._find_rows(printed)
        cells = dict(self.mapping.constants)
        raw = dict(printed)
        for ours, refs in self.columns.items():
            found = [self._value(ref, printed, fitting, ours) for ref in refs]
            cells[ours] = LIST_MARK.join(dict.fromkeys(value for value in found if value))
            raw |= {
                f"{ref.alias}.{ref.column}": value
                for ref, value in zip(refs, found, strict=True)
                if ref.alias is not None
            }
        if self.names_of is not None:
            self._add_names(cells, fitting)
        return cells, raw

    def _find_rows(self, printed: Cells) -> dict[str, tuple[Cells, ...]]:
        fitting: dict[str, tuple[Cells, ...]] = {}
        for alias, side in self.sides.items():
            by = side.join.by
            fitting[alias] = side.find(printed[by.column] if by.alias is None else _first(fitting[by.alias], by))
        return fitting

    def _value(self, ref: Ref, printed: Cells, fitting: Named[str, tuple[Cells, ...]], ours: str) -> str:
        if ref.alias is None:
            return printed[ref.column]
        rows = fitting[ref.alias]
        if ours not in (self.names_of, "names"):
            self.sides[ref.alias].check_agreed(rows, ref.column)
        return _first(rows, ref)

    def _add_names(self, cells: Cells, fitting: Named[str, tuple[Cells, ...]]) -> None:
        """Add the names in the further rows that fit, which would be lost otherwise."""
        main = cells.get(self.names_of or "", "")
        borne = cells.get("names", "").split(LIST_MARK)
        for ours in (self.names_of or "", "names"):
            for ref in self.columns.get(ours, ()):
                borne += [row[ref.column] for row in fitting.get(ref.alias or "", ())[1:]]
        cells["names"] = LIST_MARK.join(name for name in dict.fromkeys(borne) if name not in ("", main))


def _first(rows: tuple[Cells, ...], ref: Ref) -> str:
    return rows[0][ref.column] if rows else ""
