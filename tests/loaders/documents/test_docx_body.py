"""DOCX papers, written here by python-docx: what is a word of the paper, in which order, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from graph.errors import InputError
from loaders.documents import Document, read_documents
from loaders.text import read_text


def read(path: Path) -> Document:
    [document] = read_documents(path)
    return document


def _paper(path: Path, fill: Callable[[docx.document.Document], None]) -> Document:
    paper = docx.Document()
    fill(paper)
    paper.save(str(path))
    return read(path)


def _fill_table(paper: docx.document.Document, rows: list[list[str]]) -> docx.table.Table:
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    return table


def test_paragraphs_lists_and_tables_stand_in_their_order(tmp_path: Path) -> None:
    def fill(paper: docx.document.Document) -> None:
        paper.add_heading("Sở Y tế có giám đốc mới", 1)
        paper.add_paragraph("Ngày 20/7/2023, Chủ tịch Ủy ban nhân dân tỉnh Sơn La bổ nhiệm:")
        paper.add_paragraph("Bà Cầm Thị Mẫu giữ chức Giám đốc Sở Y tế;", style="List Number")
        paper.add_paragraph("Ông Quàng Văn Thí giữ chức Phó Giám đốc Sở Tài chính.", style="List Bullet")
        _fill_table(
            paper, [["STT", "Họ và tên", "Chức vụ"], ["1", "Bùi Văn Thử", "Bí thư\nHuyện ủy"], ["2", "", "a|b"]]
        )
        paper.add_paragraph("Văn bản có hiệu lực từ ngày ký.")

    document = _paper(tmp_path / "a.docx", fill)
    assert document.title == "Sở Y tế có giám đốc mới"
    assert document.text.split("\n") == [
        "Sở Y tế có giám đốc mới",
        "Ngày 20/7/2023, Chủ tịch Ủy ban nhân dân tỉnh Sơn La bổ nhiệm:",
        "- Bà Cầm Thị Mẫu giữ chức Giám đốc Sở Y tế;",
        "- Ông Quàng Văn Thí giữ chức Phó Giám đốc Sở Tài chính.",
        "STT | Họ và tên | Chức vụ",
        "1 | Bùi Văn Thử | Bí thư Huyện ủy",
        "2 |  | a/b",
        "Văn bản có hiệu lực từ ngày ký.",
    ]


def test_a_quote_is_a_slice_of_the_text_taken_out(tmp_path: Path) -> None:
    words = "Ngày 20/7/2023, Thủ tướng Chính phủ bổ nhiệm ông Đỗ Văn Thử giữ chức Thứ trưởng Bộ Y tế."
    document = _paper(tmp_path / "a.docx", lambda paper: paper.add_paragraph(words) and None)
    (fact,) = read_text(document).facts
    assert document.text[fact.quote_start : fact.quote_end] == fact.quote == words


def test_heads_and_feet_of_pages_are_no_words_of_the_paper(tmp_path: Path) -> None:
    def fill(paper: docx.document.Document) -> None:
        paper.sections[0].header.paragraphs[0].text = "Ông Đầu Trang giữ chức Bí thư"
        paper.sections[0].footer.paragraphs[0].text = "Trang 1"
        paper.add_paragraph("Một dòng.")

    assert _paper(tmp_path / "a.docx", fill).text == "Một dòng."


def test_the_blocks_of_a_decision_are_lines_and_a_joined_cell_speaks_in_each_row(tmp_path: Path) -> None:
    def fill(paper: docx.document.Document) -> None:
        _fill_table(
            paper, [["ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSơn La, ngày 20/7/2023"]]
        )
        table = _fill_table(
            paper, [["STT", "Họ và tên", "Chức vụ"], ["1", "Bùi Văn Thử", "Ủy viên"], ["2", "Vi Văn Mẫu", ""]]
        )
        table.cell(1, 2).merge(table.cell(2, 2))

    assert _paper(tmp_path / "a.docx", fill).text.split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SƠN LA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Sơn La, ngày 20/7/2023",
        "STT | Họ và tên | Chức vụ",
        "1 | Bùi Văn Thử | Ủy viên",
        "2 | Vi Văn Mẫu | Ủy viên",
    ]


def test_a_text_box_speaks_once_and_deleted_words_do_not(tmp_path: Path) -> None:
    box = (
        "<w:r {}><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    ).format(nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
    change = (
        "<w:p {}><w:del w:id='1' w:author='a'><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"
    ).format(nsdecls("w"))

    def fill(paper: docx.document.Document) -> None:
        paper.add_paragraph("Ngoài khung")._p.append(parse_xml(box))
        paper.element.body.insert(1, parse_xml(change))

    assert _paper(tmp_path / "a.docx", fill).text.split("\n") == ["Ngoài khung", "Trong khung", "mới"]


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def _whole() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_whole(), "has no text in it"),
        (_whole()[:3000], "cannot be read as DOCX"),
        (_zipped({"word/document.xml": b"<w:document"}), "cannot be read as DOCX"),
        (_zipped({"xl/workbook.xml": b"<workbook/>"}), "is a spreadsheet, not a text; name it .xlsx"),
        (_zipped({"tin/a.txt": b"x"}), "is a ZIP archive and no DOCX"),
        (_zipped({"word/document.xml": b" " * (65 << 20)}), "is too large for one text (at most 200 MB)"),
    ],
    ids=["empty", "cut short", "no parts", "spreadsheet", "archive", "bomb"],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(path)
    assert said in caught.value.say("en")
    assert "\n" not in caught.value.say("vi") and str(path) in caught.value.say("vi")


def test_an_entity_of_another_file_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Bí mật", encoding="utf-8")
    parts = {}
    with zipfile.ZipFile(io.BytesIO(_whole())) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    words = b"<w:p><w:r><w:t>Ngo\xc3\xa0i &x;</w:t></w:r></w:p></w:body>"
    document = parts["word/document.xml"].replace(b"<w:document", entity + b"<w:document", 1)
    parts["word/document.xml"] = document.replace(b"</w:body>", words, 1)
    path = tmp_path / "a.docx"
    path.write_bytes(_zipped(parts))
    assert read(path).text == "Ngoài"
