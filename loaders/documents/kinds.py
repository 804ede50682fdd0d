"""Which kind of file it is, by its first bytes and then by its name; kinds that we do not read are refused here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from graph.errors import InputError
from loaders.documents.document import broken, locked

Kind = Literal["text", "records", "html", "pdf", "docx"]
_BY_NAME: dict[str, Kind] = {
    ".txt": "text", ".jsonl": "records", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
_OTHERS = {
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
_OTHER_NAMES = {".doc": "DOC", ".rtf": "RTF", ".odt": "ODT", ".epub": "EPUB", ".mht": "MHT", ".mhtml": "MHT"}
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 1024  # a PDF may begin behind some bytes that are not its own


def is_text_name(path: Path) -> bool:
    """Tell by its name alone whether a file is of a kind that we read as a text."""
    return path.suffix.casefold() in _BY_NAME


def find_kind(path: Path, content: bytes) -> Kind:
    """Say what a file is; raise InputError for a kind that we do not read, or a name that promises another."""
    named = _BY_NAME.get(path.suffix.casefold(), "text")
    if named == "records":
        return named
    if b"%PDF-" in content[:_HEAD]:
        return "pdf"
    if content.startswith(_ZIP):
        return _zipped(path, named)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise locked(path, "DOCX")
    _refuse_others(path, content)
    if named in ("pdf", "docx"):
        raise broken(path, named.upper())
    if named == "html" or _looks_like_page(content):
        return "html"
    if b"\x00" in content and not content.startswith(_UTF16):
        raise InputError(
            vi=f"{path} là tệp nhị phân, không phải văn bản; hãy đưa tệp .txt, .html, .pdf, .docx hoặc .jsonl",
            en=f"{path} is a binary file, not a text; give a .txt, .html, .pdf, .docx or .jsonl file",
        )
    return "text"


def _zipped(path: Path, named: Kind) -> Kind:
    """A zip is read as DOCX where its name does not promise something else; python-docx tells what it really is."""
    if path.suffix.casefold() in _OTHER_NAMES:
        raise _not_read(path, _OTHER_NAMES[path.suffix.casefold()])
    return "docx" if named in ("docx", "text") else named


def _refuse_others(path: Path, content: bytes) -> None:
    form = next((form for sign, form in _OTHERS.items() if content.startswith(sign)), None)
    if content.startswith(_OLE):
        form = "DOC"
    form = form or _OTHER_NAMES.get(path.suffix.casefold())
    if form is not None:
        raise _not_read(path, form)


def _not_read(path: Path, form: str) -> InputError:
    return InputError(
        vi=f"{path} là tệp {form}, dạng này không đọc được; hãy lưu thành .docx, .pdf có lớp chữ hoặc .txt (UTF-8)",
        en=f"{path} is a {form} file, which is not read; save it as .docx, as .pdf with text in it, or as .txt (UTF-8)",
    )


def _looks_like_page(content: bytes) -> bool:
    start = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)
