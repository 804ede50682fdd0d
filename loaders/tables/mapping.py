"""A mapping file: which of their columns fills which of ours, constants, date formats, side files to join.

    table: tenures                  # may be left out where the columns tell
    columns: {person: person.name, role: title, started: from}
    constants: {id_source: ifg}
    dates: "%d.%m.%Y"               # or a list, tried in turn
    join:
      person: {file: person.csv, key: id, by: person_id, latest: start_date}
    ignore: [remarks]

`alias.column` is a column of a joined file. A mapping that does not fit is an error with its line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.errors import InputError, Text
from loaders.tables.cells import parse_formatted
from loaders.tables.columns import ALL_COLUMNS, FORMS, form_named, nearest
from loaders.tables.sheets import fold_header
from loaders.tables.yaml_nodes import Item, read_yaml

_KEYS = ("table", "columns", "constants", "dates", "join", "ignore")
_JOIN_KEYS = ("file", "key", "by", "latest")


@dataclass(frozen=True, slots=True)
class Ref:
    """A column of theirs: of the main file, or of a joined one by its alias."""

    alias: str | None
    column: str


@dataclass(frozen=True, slots=True)
class Join:
    """A side file: the rows whose `key` is what stands in `by`; of several the latest by `latest` counts."""

    alias: str
    file: str
    key: str
    by: Ref
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """A checked mapping file."""

    name: str
    table: str | None
    columns: dict[str, tuple[Ref, ...]]
    constants: dict[str, str]
    dates: tuple[str, ...]
    joins: tuple[Join, ...]
    ignore: frozenset[str]


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file; raise InputError, with its line, for what is not understood."""
    top = read_yaml(path)
    parts = top.keys(_KEYS)
    table = _table(parts.get("table"))
    known = _known_columns(table)
    joins = _joins(parts.get("join"))
    aliases = {join.alias for join in joins}
    columns = {
        ours: tuple(_ref(each, aliases) for each in item.list())
        for ours, item in _named(parts.get("columns"), known).items()
    }
    constants = _named(parts.get("constants"), known)
    for ours, item in constants.items():
        if ours in columns:
            raise item.fail(
                Text(
                    f"{ours} có cả trong columns lẫn constants; hãy bỏ một",
                    f"{ours} stands under columns and under constants; keep one",
                )
            )
    _check_several(columns, parts.get("columns"))
    return Mapping(
        name=path.name,
        table=table,
        columns=columns,
        constants={ours: item.scalar() for ours, item in constants.items()},
        dates=_formats(parts.get("dates")),
        joins=joins,
        ignore=frozenset(_fold(each.scalar()) for each in _items(parts.get("ignore"))),
    )


def _items(item: Item | None) -> Iterable[Item]:
    return item.list() if item is not None else ()


def _named(item: Item | None, known: tuple[str, ...]) -> dict[str, Item]:
    return item.keys(known) if item is not None else {}


def _fold(name: str) -> str:
    return "".join(fold_header((name,)))


def _table(item: Item | None) -> str | None:
    if item is None:
        return None
    name = item.scalar()
    tables = [form.name for form in FORMS]
    if form_named(name) is None:
        near = nearest(name, tables) or ", ".join(tables)
        raise item.fail(Text(f"không có bảng «{name}»; có lẽ là {near}", f"there is no table '{name}'; perhaps {near}"))
    return name


def _known_columns(table: str | None) -> tuple[str, ...]:
    form = form_named(table) if table is not None else None
    return form.columns if form is not None else ALL_COLUMNS


def _check_several(columns: dict[str, tuple[Ref, ...]], item: Item | None) -> None:
    for ours, refs in columns.items():
        if item is not None and len(refs) != 1 and ours != "names":
            raise item.fail(
                Text(
                    f"{ours} cần đúng một cột; chỉ names nhận một danh sách cột",
                    f"{ours} takes exactly one column; names alone takes a list of them",
                )
            )


def _ref(item: Item, aliases: set[str]) -> Ref:
    alias, dot, column = item.scalar().partition(".")
    if dot and alias in aliases:
        return Ref(alias, _fold(column))
    return Ref(None, _fold(item.scalar()))


def _joins(item: Item | None) -> tuple[Join, ...]:
    found: list[Join] = []
    for alias, each in (item.keys(None) if item is not None else {}).items():
        parts = each.keys(_JOIN_KEYS)
        for needed in ("file", "key", "by"):
            if needed not in parts:
                raise each.fail(Text(f"join {alias} thiếu {needed}", f"the join {alias} lacks {needed}"))
        latest = parts.get("latest")
        found.append(
            Join(
                alias=alias,
                file=parts["file"].scalar(),
                key=_fold(parts["key"].scalar()),
                by=_ref(parts["by"], {join.alias for join in found}),
                latest=_fold(latest.scalar()) if latest is not None else None,
            )
        )
    return tuple(found)


def _formats(item: Item | None) -> tuple[str, ...]:
    found: list[str] = []
    for each in _items(item):
        form = each.scalar()
        try:
            parse_formatted(date(2023, 7, 20).strftime(form), (form,))
        except InputError:
            form = ""
        if "%" not in form:
            raise each.fail(
                Text(
                    "không phải dạng ngày; ví dụ %d/%m/%Y, %Y-%m-%d, %Y",
                    "not a date format; examples: %d/%m/%Y, %Y-%m-%d, %Y",
                )
            )
        found.append(form)
    return tuple(found)
