"""Real workbooks, made by openpyxl: one table a sheet, cells of every type."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import InputError
from loaders.reports import RowError, TableClaim
from loaders.tables.xlsx_sheet import print_cell
from tests.loaders.tables.reading import TENURES, read_all, read_claims, read_errors, write

HEADER = TENURES.split(",")


def _save(folder: Path, sheets: dict[str, list[list[object]]], name: str = "t.xlsx") -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / name
    book.save(path)
    return path


def test_one_table_a_sheet(tmp_path: Path) -> None:
    path = _save(
        tmp_path,
        {
            "Chức vụ": [HEADER, ["Lò Hoa", "Bí thư", "Huyện ủy Lộc Bình", date(2023, 7, 20), None]],
            "trống": [],
            "Cơ quan": [["organization", "parent"], ["Phòng Nội vụ", "UBND huyện Lộc Bình"]],
        },
    )
    assert [(claim.table, claim.organization) for claim in read_claims(path)] == [
        ("tenures", "Huyện ủy Lộc Bình"),
        ("organizations", "Phòng Nội vụ"),
    ]


def test_cells_of_every_type(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*HEADER, "person_id", "born", "seats"],
        ["Lò Hoa", "Bí thư", "X", datetime(2023, 7, 20, 8, 30), 2024, 17, 1970.0, 2],  # noqa: DTZ001
        ["Lò Hoa", "Bí thư", "X", "20/7/2023", None, None, None, None],
    ]
    first, second = read_claims(_save(tmp_path, {"s": rows}))
    assert (str(first.date), str(first.end), first.person_id, first.born, first.seats) == (
        "2023-07-20",
        "2024",
        "17",
        1970,
        2,
    )
    assert str(second.date) == "2023-07-20"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (2023, "2023"),
        (2023.0, "2023"),
        (1.5, "1.5"),
        (date(2023, 7, 20), "2023-07-20"),
    ],
)
def test_a_cell_prints_as_one_would_type_it(value: object, text: str) -> None:
    assert print_cell(value) == text


def test_bad_cells_are_told_with_sheet_and_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        HEADER,
        [True, "Bí thư", "X", 2023, None],
        [12, "Bí thư", "X", 2023, None],
        ["Lò Hoa", "Bí thư", "X", 45127.5, None],
        ["Lò Hoa", "Bí thư", "#REF!", 2023, None],
        [],
        ["Lò Hoa", "Bí thư", "X", 2023, None],
    ]
    read = read_all(_save(tmp_path, {"s": rows}))
    assert [each.text.en for each in read if isinstance(each, RowError)] == [
        "t.xlsx [s], row 2, column person 'TRUE': this is no name; write the name",
        "t.xlsx [s], row 3, column person '12': this is no name; write the name",
        "t.xlsx [s], row 4, column started: '45127.5' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY",
        "t.xlsx [s], row 5, column organization '#REF!': the spreadsheet's own error; mend the formula",
    ]
    assert [each.row for each in read if isinstance(each, TableClaim)] == [7]


def test_a_sheet_that_fits_no_table_leaves_the_others_alone(tmp_path: Path) -> None:
    good: list[list[object]] = [HEADER, ["Lò Hoa", "Bí thư", "X", 2023, None]]
    path = _save(tmp_path, {"ghi chú": [["xin chào"]], "s": good})
    read = read_all(path)
    assert [type(each) for each in read] == [RowError, TableClaim]
    error = read_errors(path)[0]
    assert error.file == "t.xlsx [ghi chú]"
    assert "fit no table" in error.text.en and "không khớp bảng nào" in error.text.vi


@pytest.mark.parametrize("content", ["not a workbook", "PK\x03\x04 but no zip", ""])
def test_a_file_that_is_a_workbook_by_name_only(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError) as caught:
        read_all(write(tmp_path, content, "t.xlsx"))
    assert caught.value.text.en == (
        "t.xlsx: not a readable .xlsx workbook (damaged, under a password, or .xlsx by name only); "
        "save it again from the spreadsheet program"
    )
    assert caught.value.text.vi.startswith("t.xlsx: không phải bảng tính .xlsx đọc được")


def test_a_cut_off_workbook(tmp_path: Path) -> None:
    path = _save(tmp_path, {"s": [HEADER, ["Lò Hoa", "Bí thư", "X", 2023, None]]})
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(InputError, match="not a readable"):
        read_all(path)


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_all(_save(tmp_path, {"s": []}))
    assert caught.value.text.en == "t.xlsx: the file is empty; its first row must name the columns"
