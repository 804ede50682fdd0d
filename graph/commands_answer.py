"""An answer as text: an aligned table, JSON or CSV; and a question's own help."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from graph.catalog import Answer, Param, Query
from graph.commands_words import say
from graph.errors import Lang

WIDEST = 60
MOST_PUBLISHERS = 5


def write_answer(answer: Answer, form: str, lang: Lang) -> str:
    """Write the rows in one of the forms `table`, `json`, `csv`."""
    match form:
        case "json":
            return json.dumps(answer.rows, ensure_ascii=False, indent=2) + "\n"
        case "csv":
            return _write_csv(answer)
        case _:
            return _write_table(answer, lang)


def write_publishers(publishers: Sequence[str], lang: Lang) -> str:
    """Write on one line who published what an answer rests on; nothing where nobody is named."""
    if not publishers:
        return ""
    named = ", ".join(publishers[:MOST_PUBLISHERS]) + (", …" if len(publishers) > MOST_PUBLISHERS else "")
    return f"{say('according', lang)} {named}\n"


def write_question_help(query: Query, lang: Lang, program: str) -> str:
    """Write what a question asks, takes and answers, with its example."""
    lines = [query.titles.say(lang), "", f"{say('parameters', lang)}:"]
    lines += [f"  {param.name:<14} {param.type:<14} {_need(param, lang)}" for param in query.params]
    columns = ", ".join(column.name for column in query.columns)
    lines += ["", f"{say('columns', lang)}: {columns}", f"{say('order', lang)}: {query.order}", ""]
    given = " ".join(f"--param {pair}" for pair in split_pairs(query.example))
    return "\n".join([*lines, f"{say('example', lang)}: {program} ask {query.name} {given}", ""])


def split_pairs(example: str) -> list[str]:
    """Split an example at the spaces outside quotes, quotes kept."""
    pairs, quoted = [""], False
    for char in example:
        quoted ^= char == '"'
        if char == " " and not quoted:
            pairs.append("")
        else:
            pairs[-1] += char
    return [pair for pair in pairs if pair]


def align(rows: Sequence[Sequence[str]]) -> str:
    """Write rows in columns as wide as their longest cell."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in rows
    )


def _need(param: Param, lang: Lang) -> str:
    return say("required", lang) if param.required else f"{say('default', lang)}: {param.default}"


def _write_csv(answer: Answer) -> str:
    names = [column.name for column in answer.columns]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_write_plain(row[name]) for name in names] for row in answer.rows)
    return text.getvalue()


def _write_plain(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(_write_plain(item) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return _write_scalar(value)


def _write_scalar(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _write_table(answer: Answer, lang: Lang) -> str:
    if not answer.rows:
        return say("no_rows", lang) + "\n"
    names = [column.name for column in answer.columns]
    plain = [name for name in names if not any(_holds_maps(row[name]) for row in answer.rows)]
    lines = align([plain, *([_cut(_write_plain(row[name])) for name in plain] for row in answer.rows)])
    head, *body = lines.splitlines(keepends=True)
    shown = [head]
    for row, line in zip(answer.rows, body, strict=True):
        shown.append(line)
        shown += [_write_maps(row[name]) for name in names if name not in plain]
    count = len(answer.rows)
    return "".join(shown) + f"({count} {say('row' if count == 1 else 'rows', lang)})\n"


def _holds_maps(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _write_maps(maps: Sequence[Mapping[str, Any]]) -> str:
    """Write a list of maps under its row, one a line, known values only."""
    return "".join(
        "    - "
        + ", ".join(f"{name}: {_write_plain(value)}" for name, value in item.items() if value is not None)
        + "\n"
        for item in maps
    )


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDEST else flat[: WIDEST - 1] + "…"


def _width(text: str) -> int:
    """Count the places a text takes: none for a combining mark, two for a wide letter."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
