"""Step 1 of an article's way: bytes → Documents. A file we cannot read is refused in one sentence that names it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.dates import parse_day
from graph.errors import InputError
from graph.ids import hash_bytes

LONGEST_TITLE = 250
_LATER = {".html": "HTML", ".htm": "HTML", ".pdf": "PDF", ".docx": "DOCX", ".doc": "DOC", ".rtf": "RTF"}
_SIGNS = ((b"%PDF", "PDF"), (b"PK\x03\x04", "DOCX"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"))
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was given; every offset of every quote counts characters of `text`."""

    doc_id: str
    title: str
    text: str
    published: date | None
    url: str | None
    publisher: str | None
    path: Path
    sha256: str


def read_documents(path: Path) -> Iterator[Document]:
    """Read the documents of one file: a plain text is one, a `.jsonl` has one a line."""
    content = _read_bytes(path)
    if path.suffix.casefold() == ".jsonl":
        yield from _read_lines(path, content)
    else:
        yield _make_document(path, content)


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(
            vi=f"{path} là thư mục; hãy đưa một tệp văn bản",
            en=f"{path} is a folder; give a text file",
        )
    try:
        return path.read_bytes()
    except OSError as problem:
        raise InputError(
            vi=f"không đọc được {path}: {problem.strerror}; hãy kiểm tra đường dẫn và quyền đọc",
            en=f"cannot read {path}: {problem.strerror}; check the path and the right to read it",
        ) from problem


def _make_document(path: Path, content: bytes) -> Document:
    _refuse_other_forms(path, content)
    text = _decode(path, content)
    if not text.strip():
        raise InputError(
            vi=f"{path} không có chữ nào; hãy đưa tệp có nội dung bài",
            en=f"{path} has no text in it; give a file with the article's words",
        )
    return Document(path.stem, _find_title(text), text, None, None, None, path, hash_bytes(content))


def _refuse_other_forms(path: Path, content: bytes) -> None:
    start = content[:512].lstrip().lower()
    form = _LATER.get(path.suffix.casefold())
    form = form or next((name for sign, name in _SIGNS if content.startswith(sign)), None)
    if form is None and start.startswith((b"<!doctype html", b"<html")):
        form = "HTML"
    if form is not None:
        raise InputError(
            vi=f"{path} là tệp {form}, dạng này chưa đọc được; hãy lưu bài thành văn bản thuần UTF-8 (.txt)",
            en=f"{path} is a {form} file, which cannot be read yet; save the article as plain UTF-8 text (.txt)",
        )
    if b"\x00" in content and not content.startswith(_UTF16):
        raise InputError(
            vi=f"{path} là tệp nhị phân, không phải văn bản; hãy đưa tệp .txt hoặc .jsonl",
            en=f"{path} is a binary file, not a text; give a .txt or .jsonl file",
        )


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InputError(
            vi=f"{path} không phải UTF-8 (byte thứ {problem.start}); hãy lưu lại tệp bằng mã UTF-8",
            en=f"{path} is not UTF-8 (at byte {problem.start}); save the file again as UTF-8",
        ) from problem


def _find_title(text: str) -> str:
    """Take the first line for the title where it is short and no sentence."""
    first = text.strip().split("\n", 1)[0].strip()
    return first if len(first) <= LONGEST_TITLE and not first.endswith((".", ";", ",")) else ""


def _read_lines(path: Path, content: bytes) -> Iterator[Document]:
    lines = _decode(path, content).split("\n")
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
    except ValueError as problem:
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
    if value is None or isinstance(value, str):
        return value
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
