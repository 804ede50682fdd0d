"""What the tests of the text reader share: a document made of a text, and facts in short."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from loaders.documents import Document, read_documents
from loaders.text import Fact, Reading, read_text

SAMPLE = Path(__file__).parents[3] / "loaders" / "sample" / "announcement.txt"


def document(text: str, *, title: str = "", published: date | None = None) -> Document:
    return Document("t", title, text, published, None, None, Path("t.txt"), "0" * 64)


def read(text: str, *, title: str = "", published: date | None = None) -> Reading:
    return read_text(document(text, title=title, published=published))


def sample() -> Document:
    [found] = read_documents(SAMPLE)
    return found


def short(fact: Fact) -> tuple[str, str, str, str]:
    return fact.event, fact.person, fact.role, fact.organization


def told(text: str, *, title: str = "", published: date | None = None) -> set[tuple[str, str, str, str]]:
    return {short(fact) for fact in read(text, title=title, published=published).facts}
