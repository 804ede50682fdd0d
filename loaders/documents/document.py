"""The noun of step 1, and the errors that name a file: nothing here reads one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.errors import InputError

LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class Document:
    """A text as given, or as taken out of a file; every offset of every quote counts characters of `text`."""

    doc_id: str
    title: str
    text: str
    published: date | None
    url: str | None
    publisher: str | None
    path: Path
    sha256: str

    @property
    def place(self) -> str:
        """Where it stands, for messages: its file, and its id where the file has several."""
        return str(self.path) if self.doc_id == self.path.stem else f"{self.path} ({self.doc_id})"


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file of a form of its own says: its text, a line a paragraph, item or row, and what it tells of itself."""

    text: str
    title: str = ""
    published: date | None = None
    url: str | None = None
    publisher: str | None = None


def find_title(text: str) -> str:
    """Take the first line for the title where it is short and no sentence."""
    first = text.strip().split("\n", 1)[0].strip()
    return first if len(first) <= LONGEST_TITLE and not first.endswith((".", ";", ",")) else ""


def no_words(path: Path) -> InputError:
    """Make the error for a file without a letter."""
    return InputError(
        vi=f"{path} không có chữ nào; hãy đưa tệp có nội dung bài",
        en=f"{path} has no text in it; give a file with the article's words",
    )


def broken(path: Path, form: str) -> InputError:
    """Make the error for a file that is damaged, cut short, or of its form by name only."""
    return InputError(
        vi=f"{path} không đọc được như tệp {form} (hỏng, thiếu phần cuối, hoặc chỉ mang tên {form}); hãy lưu lại",
        en=f"{path} cannot be read as {form} (damaged, cut short, or {form} by name only); save or fetch it again",
    )


def locked(path: Path, form: str) -> InputError:
    """Make the error for a file under a password."""
    return InputError(
        vi=f"{path} là tệp {form} có mật khẩu; hãy lưu một bản không có mật khẩu",
        en=f"{path} is a {form} file under a password; save a copy without one",
    )


def too_large(path: Path, vi: str, en: str = "") -> InputError:
    """Make the error for a file beyond what one article or decision holds; what that is, in both languages."""
    return InputError(
        vi=f"{path} quá lớn so với một văn bản (tối đa {vi}); hãy tách tệp thành những phần nhỏ hơn",
        en=f"{path} is too large for one text (at most {en or vi}); split the file into smaller parts",
    )
