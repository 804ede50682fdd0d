"""A file → Documents: the bytes are read once, the kind decides who takes the text out of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError
from graph.ids import hash_bytes
from loaders.documents.document import Document, Extract, find_title, no_words, too_large
from loaders.documents.kinds import Kind, find_kind
from loaders.documents.records import read_records

MOST_BYTES = 256 << 20


def read_documents(path: Path) -> Iterator[Document]:
    """Read the documents of one file: a `.jsonl` has one a line, any other is one; raise InputError if it can't be."""
    content = _read_bytes(path)
    kind = find_kind(path, content)
    if kind == "records":
        yield from read_records(path, _decode(path, content))
        return
    found = _extract(path, content, kind)
    if not found.text.strip():
        raise no_words(path)
    yield Document(
        doc_id=path.stem,
        title=found.title or find_title(found.text),
        text=found.text,
        published=found.published,
        url=found.url,
        publisher=found.publisher,
        path=path,
        sha256=hash_bytes(content),
    )


def _extract(path: Path, content: bytes, kind: Kind) -> Extract:
    """Take the text out; the three forms bring libraries that cost the start of a command half a second together."""
    match kind:
        case "html":
            from loaders.documents.html_page import extract_html

            return extract_html(path, content)
        case "pdf":
            from loaders.documents.pdf_pages import extract_pdf

            return extract_pdf(path, content)
        case "docx":
            from loaders.documents.docx_body import extract_docx

            return extract_docx(path, content)
        case _:
            return Extract(_decode(path, content))


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(
            vi=f"{path} là thư mục; hãy đưa một tệp văn bản",
            en=f"{path} is a folder; give a text file",
        )
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise InputError(
            vi=f"không đọc được {path}: {problem.strerror}; hãy kiểm tra đường dẫn và quyền đọc",
            en=f"cannot read {path}: {problem.strerror}; check the path and the right to read it",
        ) from problem
    if len(content) > MOST_BYTES:
        raise too_large(path, f"{MOST_BYTES >> 20} MB")
    return content


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InputError(
            vi=f"{path} không phải UTF-8 (byte thứ {problem.start}); hãy lưu lại tệp bằng mã UTF-8",
            en=f"{path} is not UTF-8 (at byte {problem.start}); save the file again as UTF-8",
        ) from problem
