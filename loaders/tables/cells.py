"""The cells of one row, read by our column names: names, dates, numbers, words. What is blank is None.

Every getter raises CellError with file, row, column, value and what would do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from graph.claims import LIST_MARK
from graph.dates import PartialDate, full_day, parse_partial
from graph.errors import InputError, Text
from graph.names import nfc
from loaders.tables.columns import nearest

_Word = TypeVar("_Word", bound=str)
_SPREADSHEET_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))
_BOOLEANS = ("true", "false")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,9}")


class CellError(InputError):
    """A cell that was not understood; `value` is what stands in it."""

    def __init__(self, value: str, *, vi: str, en: str) -> None:
        super().__init__(vi=vi, en=en)
        self.value = value


@dataclass(frozen=True, slots=True)
class Row:
    """One row under our column names; `printed` is what `raw` keeps, `formats` a mapping's forms of dates."""

    place: str
    number: int
    cells: Mapping[str, str]
    printed: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()

    def verbatim(self, column: str) -> str | None:
        """Give the cell exactly as it stands."""
        value = self.cells.get(column)
        if value is None or not value.strip():
            return None
        if value in _SPREADSHEET_ERRORS:
            raise self.fail(
                column,
                Text("ô bảng tính báo lỗi; hãy sửa công thức", "the spreadsheet's own error; mend the formula"),
            )
        return value

    def text(self, column: str) -> str | None:
        """Give the cell as a name or word, NFC."""
        value = self.verbatim(column)
        return (nfc(value) or None) if value is not None else None

    def lower(self, column: str) -> str | None:
        """Give the cell in small letters: a verb means the same at the head of a sentence."""
        value = self.text(column)
        return value.lower() if value is not None else None

    def name(self, column: str) -> str:
        """Give the cell as the name of something, which must be there and hold a letter."""
        value = self.needed(column)
        if value.casefold() in _BOOLEANS or not any(char.isalpha() for char in value):
            raise self.fail(column, Text("không phải là tên; hãy viết tên", "this is no name; write the name"))
        return value

    def needed(self, column: str) -> str:
        """Give the cell, which must not be blank."""
        value = self.text(column)
        if value is None:
            raise self.fail(column, Text("ô trống; hãy điền", "the cell is blank; fill it in"))
        return value

    def list(self, column: str) -> tuple[str, ...]:
        """Give the names of a cell, parted by ` | `."""
        value = self.text(column) or ""
        names = (nfc(part) for part in f" {value} ".split(LIST_MARK))
        return tuple(dict.fromkeys(name for name in names if name))

    def partial(self, column: str) -> PartialDate | None:
        """Read the cell as a date, as partial as it stands."""
        value = self.text(column)
        if value is None:
            return None
        try:
            return parse_formatted(value, self.formats) if self.formats else parse_partial(value)
        except InputError as error:
            raise self.fail(column, error.text, quoted=True) from None

    def day(self, column: str) -> date | None:
        """Read the cell as a full day."""
        found = self.partial(column)
        if found is None:
            return None
        if found.precision != "day":
            raise self.fail(column, Text("cần đủ ngày, ví dụ 2023-07-20", "a full day is needed, such as 2023-07-20"))
        return found.first

    def whole(self, column: str, *, least: int = 0, most: int = 999_999_999) -> int | None:
        """Read the cell as a whole number within bounds."""
        value = self.text(column)
        if value is None:
            return None
        if _WHOLE.fullmatch(value) is None or not least <= int(value) <= most:
            raise self.fail(
                column,
                Text(
                    f"cần một số nguyên từ {least} đến {most}",
                    f"a whole number from {least} to {most} is needed",
                ),
            )
        return int(value)

    def word(self, column: str, known: tuple[_Word, ...]) -> _Word | None:
        """Read the cell as one of the words a column takes, in any case."""
        value = self.text(column)
        if value is None:
            return None
        for word in known:
            if word == value.casefold():
                return word
        near = nearest(value.casefold(), known)
        words = ", ".join(known)
        why = Text(f"cột này nhận {words}", f"the column takes {words}")
        if near is not None:
            why = Text(f"{why.vi}; gần nhất là «{near}»", f"{why.en}; the nearest is '{near}'")
        raise self.fail(column, why)

    def fail(self, column: str, why: Text, *, quoted: bool = False) -> CellError:
        """Make the error for a cell; `quoted` where the reason repeats the value itself."""
        value = self.cells.get(column, "")
        vi_value, en_value = ("", "") if quoted or not value.strip() else (f" «{value}»", f" '{value}'")
        return CellError(
            value,
            vi=f"{self.place}, dòng {self.number}, cột {column}{vi_value}: {why.vi}",
            en=f"{self.place}, row {self.number}, column {column}{en_value}: {why.en}",
        )


def parse_formatted(text: str, formats: tuple[str, ...]) -> PartialDate:
    """Read a date in one of the formats a mapping gives, as partial as the format is; or a full ISO day."""
    for each in formats:
        try:
            read = datetime.strptime(text, each)  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
        if "%d" in each or "%j" in each or "%x" in each:
            return full_day(read.date())
        return PartialDate(read.year, read.month if re.search("%[mbB]", each) else None)
    if _ISO_DAY.fullmatch(text):  # a spreadsheet's own date cell
        return parse_partial(text)
    raise InputError(
        vi=f"«{text}» không phải là ngày dạng {' hay '.join(formats)} như tệp --mapping nói",
        en=f"'{text}' is not a date of the form {' or '.join(formats)} that the mapping gives",
    )
