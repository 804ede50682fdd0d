"""A `.jsonl` file: one document a line, with what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from graph.dates import parse_day
from graph.errors import InputError
from graph.ids import hash_bytes
from loaders.documents.document import Document

_HALVES = re.compile("[\ud800-\udfff]")  # JSON can spell half a character, which no file or graph can hold


def read_records(path: Path, text: str) -> Iterator[Document]:
    """Read the records of a file, a line at a time; raise InputError with the line."""
    lines = text.split("\n")
    if not any(line.strip() for line in lines):
        raise InputError(
            vi=f"{path} không có bản ghi nào; mỗi dòng cần một đối tượng JSON có doc_id và text",
            en=f"{path} has no records; each line needs a JSON object with doc_id and text",
        )
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _parse_line(path, number, line)


def _parse_line(path: Path, number: int, line: str) -> Document:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise _bad_line(path, number, "không phải JSON", "is not JSON") from problem
    if not isinstance(record, dict):
        raise _bad_line(path, number, "không phải đối tượng JSON", "is not a JSON object")
    text = _field(path, number, record, "text")
    doc_id = _field(path, number, record, "doc_id")
    if not text or not text.strip() or not doc_id:
        raise _bad_line(path, number, "thiếu doc_id hoặc text", "lacks doc_id or text")
    return Document(
        doc_id=doc_id,
        title=_field(path, number, record, "title") or "",
        text=text,
        published=_published(path, number, _field(path, number, record, "published")),
        url=_field(path, number, record, "url"),
        publisher=_field(path, number, record, "publisher"),
        path=path,
        sha256=hash_bytes(line.strip().encode()),
    )


def _field(path: Path, number: int, record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and name == "doc_id":
        return str(value)
    raise _bad_line(path, number, f"trường {name} không phải chữ", f"has a field {name} that is no text")


def _published(path: Path, number: int, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return parse_day(value)
    except InputError as problem:
        raise _bad_line(path, number, problem.text.vi, problem.text.en) from problem


def _bad_line(path: Path, number: int, vi: str, en: str) -> InputError:
    return InputError(
        vi=f'{path}, dòng {number}: {vi}; mỗi dòng cần {{"doc_id", "published", "title", "text"}}',
        en=f'{path}, line {number}: {en}; each line needs {{"doc_id", "published", "title", "text"}}',
    )
