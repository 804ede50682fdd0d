"""The header of a question file: titles, parameters, columns, order, example. It must fit its Cypher.

Beside the lines of STYLE: `conclude: NAME` says that a rule of `graph/catalog/conclusions.py` makes the rows
from what the Cypher gathers; then `gather NAME: type` are the columns of the Cypher, and `bound NAME: type`
parameters that the rule fills.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NoReturn

from graph.catalog.cypher import find_columns, find_parameters
from graph.catalog.keys import DERIVED
from graph.errors import InputError, Text

PARAM_TYPES = ("text", "int", "bool", "day", "person", "organization", "role")
COLUMN_TYPES = ("text", "int", "float", "bool", "day", "list")
BOUND_BY_US = ("today",)
DEFAULTS = {
    "int": re.compile(r"null|\d+"),
    "bool": re.compile("true|false"),
    "day": re.compile("null|today"),
}
REQUIRED = ("title.vi", "title.en", "order", "example")

_ANY = re.compile("null")
_LINE = re.compile(r"//\s*(title\.vi|title\.en|order|example|conclude):\s*(\S.*)")
_PARAM = re.compile(r"//\s*param\s")
_NAMED = re.compile(r"//\s*(param|column|gather|bound)\s+([a-z]\w*):\s*(\w+)\s*(?:=\s*(\S+)\s*)?")


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter; `default` is what the header prints after `=`, None where it must be given."""

    name: str
    type: str
    default: str | None = None

    @property
    def required(self) -> bool:
        return self.default is None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Header:
    """All that the header of a question file declares; `used` are the parameters its Cypher names.

    `bound` are those that the rule of its conclusion fills.
    """

    titles: Text
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    order: str
    example: str
    conclusion: str | None
    used: frozenset[str]
    bound: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    word: str
    name: str
    value: str
    default: str | None = None


def parse_question(file: str, text: str, *, conclusions: frozenset[str]) -> Header:
    """Read the header of a question file and hold it against its Cypher; an InputError names the line."""
    entries = list(_parse_entries(file, enumerate(_take_header(text), start=1)))
    single = {entry.word: entry for entry in entries if not entry.name}
    for word in REQUIRED:
        if word not in single:
            _refuse(file, 1, vi=f"thiếu dòng «// {word}: …»", en=f"the line '// {word}: …' is missing")
    params = tuple(Param(e.name, e.value, e.default) for e in entries if e.word == "param")
    conclusion = single.get("conclude")
    if conclusion is not None and conclusion.value not in conclusions:
        _refuse(
            file,
            conclusion.line,
            vi=f"không có quy tắc kết luận «{conclusion.value}»",
            en=f"there is no conclusion '{conclusion.value}'",
        )
    used = find_parameters(text)
    _check_parameters(file, entries, used, concluded=conclusion is not None)
    _check_columns(file, text, entries, concluded=conclusion is not None)
    _check_example(file, single["example"], params)
    return Header(
        titles=Text(vi=single["title.vi"].value, en=single["title.en"].value),
        params=params,
        columns=tuple(Column(e.name, e.value) for e in entries if e.word == "column"),
        order=single["order"].value,
        example=single["example"].value,
        conclusion=conclusion.value if conclusion is not None else None,
        used=used,
        bound=tuple(e.name for e in entries if e.word == "bound"),
    )


def read_params(source: str, text: str) -> tuple[Param, ...]:
    """Read the `// param` lines among the remarks at the head of a Cypher text; an InputError names the line."""
    head = takewhile(lambda line: not line.strip() or line.startswith("//"), text.splitlines())
    lines = ((number, line) for number, line in enumerate(head, start=1) if _PARAM.match(line))
    return tuple(Param(each.name, each.value, each.default) for each in _parse_entries(source, lines))


def strip_header(text: str) -> str:
    """Return the Cypher of a question file without the lines of its header."""
    return "\n".join(text.splitlines()[len(_take_header(text)) :]).strip() + "\n"


def _take_header(text: str) -> list[str]:
    return list(takewhile(lambda line: line.startswith("//"), text.splitlines()))


def parse_pairs(text: str) -> dict[str, str]:
    """Read `name="value" other=value` as the command line would."""
    pairs = {}
    for word in shlex.split(text):
        name, mark, value = word.partition("=")
        if not mark:
            raise ValueError(word)
        pairs[name] = value
    return pairs


def _parse_entries(file: str, lines: Iterable[tuple[int, str]]) -> Iterator[_Entry]:
    seen: set[tuple[str, str]] = set()
    for number, line in lines:
        entry = _parse_entry(file, number, line.rstrip())
        if (entry.word, entry.name) in seen:
            _refuse(file, number, vi=f"dòng lặp lại: {line}", en=f"a line twice: {line}")
        seen.add((entry.word, entry.name))
        yield entry


def _parse_entry(file: str, number: int, line: str) -> _Entry:
    if found := _LINE.fullmatch(line):
        return _Entry(number, found.group(1), "", found.group(2))
    found = _NAMED.fullmatch(line)
    if not found:
        _refuse(file, number, vi=f"không hiểu dòng đầu tệp: {line}", en=f"not a header line: {line}")
    word, name, kind, default = found.groups()
    types = PARAM_TYPES if word == "param" else COLUMN_TYPES
    if kind not in types:
        known = ", ".join(types)
        _refuse(file, number, vi=f"kiểu «{kind}» lạ; có: {known}", en=f"unknown type '{kind}'; there are {known}")
    if default is not None and word != "param":
        _refuse(file, number, vi="chỉ tham số mới có mặc định", en="only a parameter has a default")
    if default is not None and not DEFAULTS.get(kind, _ANY).fullmatch(default):
        _refuse(
            file,
            number,
            vi=f"«{default}» không thể là mặc định của kiểu {kind}",
            en=f"'{default}' cannot be the default of a {kind}",
        )
    return _Entry(number, word, name, kind, default)


def _check_parameters(file: str, entries: list[_Entry], used: frozenset[str], *, concluded: bool) -> None:
    params = {entry.name: entry for entry in entries if entry.word in ("param", "bound")}
    texts = [entry.name for entry in params.values() if entry.value == "text"]
    derived = {f"{name}_{key}" for name in texts for key in DERIVED}
    for name in sorted(used - params.keys() - derived - set(BOUND_BY_US)):
        _refuse(file, 1, vi=f"${name} chưa được khai báo", en=f"${name} is used but not declared")
    for name, entry in params.items():
        ours = {name, *(f"{name}_{key}" for key in DERIVED)}
        if not concluded and entry.value != "role" and not ours & used:
            _refuse(
                file,
                entry.line,
                vi=f"tham số {name} không được dùng",
                en=f"the parameter {name} is not used",
            )


def _check_columns(file: str, text: str, entries: list[_Entry], *, concluded: bool) -> None:
    word = "gather" if concluded else "column"
    declared = tuple(entry.name for entry in entries if entry.word == word)
    returned = find_columns(text)
    if declared != returned or not any(entry.word == "column" for entry in entries):
        _refuse(
            file,
            next((entry.line for entry in entries if entry.word == word), 1),
            vi=f"các cột khai báo ({', '.join(declared)}) khác RETURN ({', '.join(returned)})",
            en=f"the declared columns ({', '.join(declared)}) are not RETURN's ({', '.join(returned)})",
        )


def _check_example(file: str, entry: _Entry, params: tuple[Param, ...]) -> None:
    try:
        given = parse_pairs(entry.value)
    except ValueError:
        _refuse(file, entry.line, vi="ví dụ cần dạng tên=giá trị", en="the example should read name=value")
    missing = {param.name for param in params if param.required} - given.keys()
    wrong = sorted(missing | (given.keys() - {param.name for param in params}))
    if wrong:
        names = ", ".join(wrong)
        _refuse(
            file,
            entry.line,
            vi=f"ví dụ không khớp các tham số: {names}",
            en=f"the example does not fit the parameters: {names}",
        )


def _refuse(file: str, line: int, *, vi: str, en: str) -> NoReturn:
    raise InputError(vi=f"{file}, dòng {line}: {vi}", en=f"{file}, line {line}: {en}")
