"""A web page → its article: headline, paragraphs, list items and tables; what stands around it is no fact of it.

The page is parsed in memory; nothing it refers to is ever fetched.
"""

from __future__ import annotations

import codecs
import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html
from trafilatura.settings import Document as Article

from graph.errors import InputError
from loaders.documents.document import LONGEST_TITLE, Extract, broken, no_words, too_large
from loaders.documents.page_facts import find_address, find_day, find_headline, find_publisher
from loaders.documents.quiet import quiet
from loaders.documents.rows import write_table

MOST_BYTES = 20 << 20
MOST_ELEMENTS = 60_000
MOST_SPAN = 64  # rows
SHORTEST_HEADLINE = 20  # characters
_DROPPED = ("p", "li", "div", "h3", "h4", "h5", "h6", "tr", "aside", "section")
_LOST = 0.001  # of the letters may be lost to a stray byte
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_IN = 4096  # bytes
_ENCODINGS = re.compile(r"utf-8|ascii|cp125[0-8]|iso8859-\d+|gbk|gb2312|gb18030|big5|shift_jis|euc_\w+|koi8-\w|tis-620")
_DATA = re.compile(r"""data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s]{200,}""")
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BLOCKS = ("table", "list", "item", "p", "head", "quote", "div", "code", "fw", "ab")
_MARKED = re.compile(r"[-+*•–]\s|\d{1,3}[.)]\s|[a-zđ]\)\s")
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")


def extract_html(path: Path, content: bytes) -> Extract:
    """Take the article out of a page; raise InputError for a page without one, in an unknown charset or too large."""
    if len(content) > MOST_BYTES:
        raise too_large(path, f"{MOST_BYTES >> 20} MB")
    tree = _parse(path, _decode(path, content))
    headline = find_headline(tree)
    lines = _article(path, tree)
    if not any(line.strip() for line in lines):
        raise _no_article(path)
    if headline and headline not in "\n".join(lines[:3]):
        lines.insert(0, headline)
    return Extract("\n".join(lines), headline, find_day(tree), find_address(tree), find_publisher(tree))


def _decode(path: Path, content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8")  # whatever the page declares: no other text is valid UTF-8 by chance
    except UnicodeDecodeError:
        declared = _CHARSET.search(content[:_DECLARED_IN])
    text = content.decode(_known_encoding(declared[1]) if declared is not None else "utf-8", "replace")
    if text.count("\ufffd") > 1 + _LOST * len(text):
        raise InputError(
            vi=f"{path} không nêu đúng bảng mã của nó và không phải UTF-8; hãy mở bằng trình duyệt rồi lưu lại",
            en=f"{path} does not name its charset rightly and is not UTF-8; open it in a browser and save it again",
        )
    return text


def _known_encoding(declared: bytes) -> str:
    """The codec for a declared charset; for one that is unknown, or cannot be what these bytes are in, UTF-8."""
    try:
        name = codecs.lookup(declared.decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return "utf-8"
    return name if _ENCODINGS.fullmatch(name) else "utf-8"


def _parse(path: Path, text: str) -> Any:
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    plain = _UNPRINTED.sub(" ", _DATA.sub("", text))
    if not plain.strip():
        raise no_words(path)
    try:
        tree = lxml_html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as problem:
        raise broken(path, "HTML") from problem
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise too_large(path, f"{MOST_ELEMENTS:,} phần tử HTML", f"{MOST_ELEMENTS:,} HTML elements")
    return tree


def _article(path: Path, tree: Any) -> list[str]:
    """The lines of the article, or none; a page that the library fails on is a broken one."""
    try:
        _fill_spans(tree)
        _drop_headlines_of_others(tree)
        with quiet(*_LOGGERS):
            # Without `favor_precision` a short article comes with the site's menus and the headlines beside it.
            found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, favor_precision=True)
            return list(_lines(found.body)) if isinstance(found, Article) else []
    except Exception as problem:
        raise broken(path, "HTML") from problem


def _fill_spans(tree: Any) -> None:
    """Say the words of a cell that is joined over several rows in each of them."""
    for cell in [each for each in tree.iter("td", "th") if each.get("rowspan")]:
        row, column = cell.getparent(), sum(1 for _ in cell.itersiblings(preceding=True))
        rows = list(row.itersiblings("tr")) if row is not None and row.tag == "tr" else []
        for below in rows[: _count(cell.attrib.pop("rowspan")) - 1]:
            again = copy.deepcopy(cell)
            again.tail = None
            below.insert(column, again)


def _count(value: str) -> int:
    return min(int(value), MOST_SPAN) if value.isascii() and value.isdigit() else 1


def _drop_headlines_of_others(tree: Any) -> None:
    """Take out the blocks that are one link and nothing else: other articles, named amid this one."""
    for link in list(tree.iter("a")):
        words = _squeeze(link)
        block = link
        while len(words) >= SHORTEST_HEADLINE and (above := block.getparent()) is not None and _squeeze(above) == words:
            block = above
        if block.tag in _DROPPED:
            block.drop_tree()


def _squeeze(element: Any) -> str:
    """The words of an element, or of one too long to be a headline the beginning."""
    words = ""
    for piece in element.itertext():
        words += piece.strip()
        if len(words) > LONGEST_TITLE:
            break
    return words


def _lines(element: Any) -> Iterator[str]:
    """The lines of a block: its own words, cut where a line breaks, and those of the blocks in it."""
    if element.tag == "table":
        yield from write_table([[list(_lines(cell)) for cell in row.iter("cell")] for row in element.iter("row")])
        return
    mark = "- " if element.tag == "item" else ""
    words = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            yield from _cut(words, mark)
            yield from _lines(child)
            words = ""
        else:
            words += "\n" if child.tag == "lb" else "".join(child.itertext())
        words += child.tail or ""
    yield from _cut(words, mark)


def _cut(words: str, mark: str) -> Iterator[str]:
    for line in words.split("\n"):
        if plain := " ".join(line.split()):
            yield plain if not mark or _MARKED.match(plain) else mark + plain


def _no_article(path: Path) -> InputError:
    return InputError(
        vi=f"{path} là trang web không có bài viết trong mã nguồn (trang dựng bằng JavaScript?); "
        "hãy mở bằng trình duyệt rồi lưu lại, hoặc chép bài vào tệp .txt",
        en=f"{path} is a web page without an article in it (is it built by JavaScript?); "
        "open it in a browser and save it again, or copy the article into a .txt file",
    )
