"""PDFs with a text layer: sentences are whole again, tables are rows, what cannot be read is one sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from graph.errors import InputError
from loaders.documents import Document, read_documents
from loaders.text import read_text

FIXTURES = Path(__file__).parents[1] / "fixtures"


def read(path: Path) -> Document:
    [document] = read_documents(path)
    return document


def _facts(document: Document) -> set[tuple[str, str, str]]:
    return {(fact.event, fact.person, fact.role) for fact in read_text(document).facts}


def test_wrapped_lines_are_paragraphs_over_pages_too() -> None:
    document = read(FIXTURES / "announcement.pdf")
    lines = document.text.split("\n")
    assert document.title == "Sở Y tế Sơn La có giám đốc mới"
    assert lines[2] == (
        "Trước đó, ông Hà Văn Nháp, Giám đốc Sở Y tế, đã xin nghỉ để chữa bệnh; tỉnh đồng ý từ giữa mùa hè."
    )
    assert lines[6] == (
        "Cùng ngày, Chủ tịch Ủy ban nhân dân tỉnh Sơn La quyết định bổ nhiệm ông Quàng Văn Thí, Trưởng phòng Ngân "
        "sách, giữ chức Phó Giám đốc Sở Tài chính tỉnh Sơn La, thay người tiền nhiệm đã chuyển công tác về trung "
        "ương hồi đầu năm nay."
    )
    assert len(lines) == 10


def test_running_heads_and_page_numbers_are_no_lines() -> None:
    lines = read(FIXTURES / "announcement.pdf").text.split("\n")
    assert not [line for line in lines if line.isdigit() or "BẢN TIN" in line]


def test_a_quote_is_a_slice_of_the_text_taken_out() -> None:
    document = read(FIXTURES / "announcement.pdf")
    facts = read_text(document).facts
    assert {("gain", "Cầm Thị Mẫu", "Giám đốc"), ("gain", "Quàng Văn Thí", "Phó Giám đốc")} <= _facts(document)
    assert all(document.text[fact.quote_start : fact.quote_end] == fact.quote for fact in facts)


def test_columns_are_read_one_after_the_other() -> None:
    lines = read(FIXTURES / "columns.pdf").text.split("\n")
    assert lines[1] == (
        "Sáng 5/3/2024, Ban Thường vụ Tỉnh ủy Hòa Bình công bố các quyết định về cán bộ. Ông Bùi Văn Thử được điều "
        "động giữ chức Bí thư Huyện ủy Mai Châu nhiệm kỳ 2020-2025."
    )
    assert lines[3].startswith("Bà Quách Thị Nháp, Phó Trưởng ban Tổ chức Tỉnh ủy, giữ chức Trưởng ban Dân vận")
    assert len(lines) == 5


def test_a_table_is_rows_with_bars() -> None:
    assert read(FIXTURES / "table.pdf").text.split("\n")[1:] == [
        "Kèm theo Quyết định số 15-QĐ/TU ngày 3/2/2024 của Ban Thường vụ Tỉnh ủy Hòa Bình.",
        "STT | Họ và tên | Chức vụ | Ghi chú",
        "1 | Bùi Văn Thử | Bí thư Huyện ủy Mai Châu, tỉnh Hòa Bình | ",
        "2 | Quách Thị Nháp | Phó Bí thư Thường trực Huyện ủy Mai Châu, tỉnh Hòa Bình | Tái cử",
        "3 | Đinh Công Mẫu | Chủ tịch Ủy ban nhân dân huyện Mai Châu, tỉnh Hòa Bình | Mới",
        "Danh sách này thay danh sách cũ.",
    ]


def test_a_decision_keeps_the_lines_of_its_head_and_its_signature() -> None:
    lines = read(FIXTURES / "decision.pdf").text.split("\n")
    assert lines[:6] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SƠN LA",
        "Số: 812/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sơn La, ngày 20 tháng 7 năm 2023",
    ]
    assert lines[-2:] == ["CHỦ TỊCH", "Lò Văn Thử"]
    assert ("gain", "Cầm Thị Mẫu", "Giám đốc") in _facts(read(FIXTURES / "decision.pdf"))


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _blank(pages: int) -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    return writer


def _locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=FIXTURES / "table.pdf")
    writer.encrypt("bí mật", algorithm="RC4-128")
    return _written(writer)


def _unpacks_to_much() -> bytes:
    writer = _blank(1)
    stream = pypdf.generic.StreamObject()
    stream.set_data(b"BT ET " * 20_000_000)
    writer.pages[0][pypdf.generic.NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    return _written(writer)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: _written(_blank(1)), "has no text layer (a scan or a photograph); run OCR on it"),
        (_locked, "is a PDF file under a password"),
        (lambda: (FIXTURES / "table.pdf").read_bytes()[:900], "cannot be read as PDF"),
        (lambda: _written(_blank(2_001)), "is too large for one text (at most 2,000 pages)"),
        (_unpacks_to_much, "has no text layer"),
    ],
    ids=["scanned", "locked", "cut short", "pages", "bomb"],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, content: object, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pdf"
    assert callable(content)
    path.write_bytes(content())
    with pytest.raises(InputError) as caught:
        read(path)
    assert said in caught.value.say("en")
    assert "\n" not in caught.value.say("vi") and str(path) in caught.value.say("vi")
    assert capfd.readouterr() == ("", "")
