"""Files → Documents: what is read, and what is refused with one sentence in both languages."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.documents import Document, read_documents

TEXT = "Bổ nhiệm Giám đốc Sở\n\nÔng Đỗ Văn An giữ chức Giám đốc Sở Y tế tỉnh Sơn La.\n"


def read(path: Path) -> list[Document]:
    return list(read_documents(path))


def test_a_plain_text_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text(TEXT, encoding="utf-8")
    [document] = read(path)
    assert (document.doc_id, document.title, document.text) == ("tin", "Bổ nhiệm Giám đốc Sở", TEXT)
    assert document.published is None
    assert len(document.sha256) == 64


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert read(path)[0].text == TEXT


def test_decomposed_text_stays_as_given(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text(unicodedata.normalize("NFD", TEXT), encoding="utf-8")
    assert read(path)[0].text == unicodedata.normalize("NFD", TEXT)


def test_a_file_of_records_has_one_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "tin.jsonl"
    rows = [
        {"doc_id": "a", "published": "2021-07-12", "title": "T", "text": TEXT},
        {"doc_id": "b", "published": None, "title": "", "text": "Ông B."},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    first, second = read(path)
    assert (first.doc_id, first.published, first.title) == ("a", date(2021, 7, 12), "T")
    assert (second.doc_id, second.published) == ("b", None)
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"\x00\x01\x02\x00", "is a binary file"),
        ("a.txt", "Ông An".encode("cp1258"), "is not UTF-8"),
        ("a.txt", "Ông An".encode("utf-16"), "is not UTF-8"),
        ("a.txt", b"  \n ", "has no text"),
        ("a.txt", b"<!DOCTYPE html><p>", "is a web page without an article"),
        ("a.txt", b"%PDF-1.7 x", "cannot be read as PDF"),
        ("a.pdf", b"once a paper", "cannot be read as PDF"),
        ("a.docx", b"PK\x03\x04x", "cannot be read as DOCX"),
        ("a.docx", b"once a paper", "cannot be read as DOCX"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "is a DOC file, which is not read; save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is a DOCX file under a password"),
        ("a.rtf", b"{\\rtf1 x}", "is a RTF file, which is not read"),
        ("a.txt", b"{\\rtf1 x}", "is a RTF file, which is not read"),
        ("a.odt", b"PK\x03\x04x", "is a ODT file, which is not read"),
        ("a.txt", b"\x89PNG\r\n", "is a PNG file, which is not read"),
        ("a.html", b"\x00\x00", "has no text"),
        ("a.jsonl", b"", "has no records"),
        ("a.jsonl", b'{"doc_id": "a", "text": "x"}\nnot json', "line 2: is not JSON"),
        ("a.jsonl", b"[1]", "line 1: is not a JSON object"),
        ("a.jsonl", b'{"doc_id": "a", "text": " "}', "line 1: lacks doc_id or text"),
        ("a.jsonl", b'{"doc_id": "a", "text": 5}', "line 1: has a field text that is no text"),
        ("a.jsonl", b'{"doc_id": "a", "text": "x", "published": "soon"}', "'soon' is not a date"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(path)
    assert said in caught.value.say("en")
    assert name in caught.value.say("en") and name in caught.value.say("vi")
    assert "\n" not in caught.value.say("vi")


def test_half_a_character_spelled_in_json_is_made_a_mark_of_the_same_length(tmp_path: Path) -> None:
    path = tmp_path / "tin.jsonl"
    path.write_text('{"doc_id": "a", "text": "\\u00d4ng\\ud800 An \\ud83d\\ude00"}', encoding="utf-8")
    assert read(path)[0].text == "Ông\ufffd An \N{GRINNING FACE}"


def test_brackets_without_end_are_no_json(tmp_path: Path) -> None:
    path = tmp_path / "tin.jsonl"
    path.write_text("[" * 200_000, encoding="utf-8")
    with pytest.raises(InputError, match="line 1: is not JSON"):
        read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputError, match=str(path)):
            read(path)
