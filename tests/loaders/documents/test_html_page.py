"""Web pages: the article and nothing around it, what the page says of itself, its charset, and what is refused."""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.documents import Document, read_documents
from loaders.text import read_text

FIXTURES = Path(__file__).parents[1] / "fixtures"
SENTENCE = "Ngày 20/7/2023, Thủ tướng Chính phủ bổ nhiệm ông Đỗ Văn Thử giữ chức Thứ trưởng Bộ Y tế."
ARTICLE = "<h1>Bộ Y tế có thứ trưởng mới</h1>"


def _read(path: Path) -> Document:
    [document] = read_documents(path)
    return document


def _page(folder: Path, page: str | bytes, name: str = "tin.html") -> Document:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return _read(path)


def _whole(head: str, body: str = f"{ARTICLE}<p>{SENTENCE}</p>") -> str:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"


def test_an_article_is_taken_out_of_its_page() -> None:
    document = _read(FIXTURES / "news.html")
    assert (document.title, document.published) == ("Sở Y tế Sơn La có giám đốc mới", date(2023, 7, 20))
    assert (document.url, document.publisher) == ("https://bao.example/so-y-te-1.html", "Báo Thử Nghiệm")
    assert document.text.split("\n") == [
        "Sở Y tế Sơn La có giám đốc mới",
        "Bà Cầm Thị Mẫu được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Sơn La từ ngày 1/8/2023.",
        "Chiều 20/7, tại trụ sở tỉnh, Chủ tịch Ủy ban nhân dân tỉnh Lò Văn Thử trao Quyết định số 812/QĐ-UBND bổ nhiệm "
        "bà Cầm Thị Mẫu giữ chức Giám đốc Sở Y tế tỉnh Sơn La.",
        "Ông Hà Văn Nháp, nguyên Giám đốc Sở Y tế, thôi giữ chức vụ để nghỉ hưu.",
        "- Ông Quàng Văn Thí giữ chức Phó Giám đốc Sở Tài chính;",
        "- Bà Tòng Thị Dụ giữ chức Phó Giám đốc Sở Nội vụ.",
        "STT | Họ và tên | Chức vụ",
        "1 | Bùi Văn Thử | Bí thư Huyện ủy Mai Châu",
        "2 | Quách Thị Nháp | Phó Bí thư Huyện ủy Mai Châu",
        "Hội nghị kết thúc trong buổi chiều.",
    ]


def test_quotes_are_slices_of_the_article() -> None:
    document = _read(FIXTURES / "news.html")
    facts = read_text(document).facts
    assert "Cầm Thị Mẫu" in {fact.person for fact in facts}
    assert all(document.text[fact.quote_start : fact.quote_end] == fact.quote for fact in facts)


def test_a_short_article_comes_without_menus_and_other_news(tmp_path: Path) -> None:
    body = (
        "<div><a href=1>Trang chủ</a><a href=2>Liên hệ</a></div><div><ul><li><a href=5>Văn bản</a></li></ul></div>"
        f"<div class=main><span>Tin nhân sự</span><div>{SENTENCE}</div><div>Các tin khác: <ul>"
        "<li><a href=9>Ông Lò Văn Khác giữ chức Chánh Văn phòng</a> (01/03)</li></ul></div></div>"
    )
    text = _page(tmp_path, f"<html><meta charset=utf-8><body>{body}</body></html>").text
    assert SENTENCE in text
    assert "Lò Văn Khác" not in text and "Liên hệ" not in text


def test_a_headline_linked_amid_the_article_is_no_sentence_of_it(tmp_path: Path) -> None:
    link = "<p><a href=/k>Bà Lý Thị Khác giữ chức Bí thư Huyện ủy Văn Yên</a></p>"
    document = _page(tmp_path, _whole("", f"{ARTICLE}<p>{SENTENCE}</p>{link}<p>Lễ trao gọn nhẹ.</p>"))
    assert document.text.split("\n") == ["Bộ Y tế có thứ trưởng mới", SENTENCE, "Lễ trao gọn nhẹ."]


def test_a_cell_over_several_rows_speaks_in_each(tmp_path: Path) -> None:
    rows = (
        "<tr><th>Đơn vị<th>STT<th>Họ và tên</tr><tr><td rowspan=2>Sở Y tế<td>1<td>Vi Văn An</tr>"
        "<tr><td>2<td>Lò Thị Bé</tr><tr><td colspan=2>Cộng<td>2</tr>"
    )
    lines = _page(tmp_path, _whole("", f"{ARTICLE}<p>{SENTENCE}</p><table>{rows}</table>")).text.split("\n")
    assert lines[2:] == [
        "Đơn vị | STT | Họ và tên",
        "Sở Y tế | 1 | Vi Văn An",
        "Sở Y tế | 2 | Lò Thị Bé",
        "Cộng |  | 2",
    ]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2023-07-20T08:00:00+07:00">', date(2023, 7, 20)),
        ('<meta itemprop="datePublished" content="2023-07-20">', date(2023, 7, 20)),
        ('<meta name="pubdate" content="2023-07-19T18:30:00Z">', date(2023, 7, 20)),  # past midnight in Vietnam
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2023-07-20"}]}</script>',
            date(2023, 7, 20),
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="date" content="hôm qua">', None),
        ('<meta property="article:modified_time" content="2023-07-21">', None),
        ("", None),
    ],
)
def test_the_day_is_what_the_page_states(tmp_path: Path, head: str, day: date | None) -> None:
    assert _page(tmp_path, _whole(head)).published == day


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Tên trong thẻ - Báo Thử</title>", ARTICLE, "Bộ Y tế có thứ trưởng mới"),
        ('<title>Nhân sự - Báo Thử</title><meta property="og:site_name" content="Báo Thử">', "", "Nhân sự"),
        ("<title>Nhân sự - năm mới</title>", "", "Nhân sự - năm mới"),
        ('<meta property="og:title" content="Tên hai">', "<h1>Báo Thử</h1><h1>Tên hai</h1>", "Tên hai"),
    ],
)
def test_the_headline(tmp_path: Path, head: str, body: str, title: str) -> None:
    assert _page(tmp_path, _whole(head, f"{body}<p>{SENTENCE}</p>")).title == title


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1258", "utf-8"),  # what it declares is wrong: valid UTF-8 speaks for itself
        ("utf-8", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("utf-16", "utf-8"),
        ("bogus", "utf-8"),
    ],
)
def test_the_charset_is_found(tmp_path: Path, declared: str, encoding: str) -> None:
    page = _whole(f'<meta charset="{declared}">').encode(encoding)
    assert SENTENCE in _page(tmp_path, page).text


def test_an_old_vietnamese_charset_gives_letters_with_marks_apart(tmp_path: Path) -> None:
    # In windows-1258 a tone is a character of its own behind its letter: `ố` is ô and the acute.
    marks = {"ố": "ô\u0301", "ờ": "ơ\u0300", "ị": "i\u0323"}
    words = "Giám đốc Sở là ngườị".replace("ở", "ơ\u0309")
    for whole, apart in marks.items():
        words = words.replace(whole, apart)
    page = _whole('<meta charset="windows-1258">', f"<p>{words} ba tư năm sáu bảy tám.</p>".replace("ả", "a\u0309"))
    text = _page(tmp_path, page.encode("cp1258")).text
    assert text.startswith("Giám đô\u0301c Sơ\u0309 là ngươ\u0300i\u0323")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<html><body><div id=root></div><noscript>JavaScript?</noscript><script>x()</script></body></html>", "built by JavaScript?"),
        (b"<html><body></body></html>", "without an article in it"),
        (b"<html><body><p>" + "Sở Nội vụ trả lời người dân".encode("cp1258", "replace") + b"</p>", "does not name its charset"),
        (b"<html>" + b"<br>" * 60_001, "is too large for one text (at most 60,000 HTML elements)"),
        (b" " * (20 << 20) + b"<html>", "is too large for one text (at most 20 MB)"),
    ],
    ids=["script", "empty", "charset", "elements", "bytes"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, page: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        _page(tmp_path, page)
    assert said in caught.value.say("en")
    assert "\n" not in caught.value.say("vi") and "tin.html" in caught.value.say("vi")


def test_a_page_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    assert SENTENCE in _page(tmp_path, _whole("")[:-18]).text


def test_nothing_is_fetched_and_nothing_is_said_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a page was asked for")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    secret = tmp_path / "secret.txt"
    secret.write_text("Bí mật", encoding="utf-8")
    start = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    page = f"{start}<html><head><link rel=stylesheet href=http://a.example/x.css></head><body><p>{SENTENCE} &x;</p>"
    assert "Bí mật" not in _page(tmp_path, page).text
    assert capfd.readouterr() == ("", "")
