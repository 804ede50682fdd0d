"""Bad tables (DESIGN 9): each fault is told with file, row, column, value and what would do; the rest goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.reports import RowError, TableClaim
from tests.loaders.tables.reading import TENURES, read_all, read_errors, write

GOOD = "Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,"
EVENTS = "event,person,role,organization,date"
CHANGES = "date,kind,from,to"

ROWS = [
    (
        f"{TENURES}\nLò Hoa,Bí thư,X,cuối năm 2004,",
        "t.csv, row 2, column started: 'cuối năm 2004' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY",
        "t.csv, dòng 2, cột started: «cuối năm 2004» không phải là ngày; hãy viết YYYY, YYYY-MM, YYYY-MM-DD hoặc DD/MM/YYYY",
    ),
    (
        f"{TENURES}\nLò Hoa,Bí thư,X,2004,31/02/2004",
        "t.csv, row 2, column ended: '31/02/2004' is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY",
        "t.csv, dòng 2, cột ended: «31/02/2004» không phải là ngày; hãy viết YYYY, YYYY-MM, YYYY-MM-DD hoặc DD/MM/YYYY",
    ),
    (
        f"{TENURES}\n ,Bí thư,X,2004,",
        "t.csv, row 2, column person: the cell is blank; fill it in",
        "t.csv, dòng 2, cột person: ô trống; hãy điền",
    ),
    (
        f"{TENURES}\n1234,Bí thư,X,2004,",
        "t.csv, row 2, column person '1234': this is no name; write the name",
        "t.csv, dòng 2, cột person «1234»: không phải là tên; hãy viết tên",
    ),
    (
        f"{TENURES}\nLò Hoa,Bí thư,TRUE,2004,",
        "t.csv, row 2, column organization 'TRUE': this is no name; write the name",
        "t.csv, dòng 2, cột organization «TRUE»: không phải là tên; hãy viết tên",
    ),
    (
        f"{EVENTS}\ngian,A,B,C,2020",
        "t.csv, row 2, column event 'gian': the column takes gain, lose, hold, held; the nearest is 'gain'",
        "t.csv, dòng 2, cột event «gian»: cột này nhận gain, lose, hold, held; gần nhất là «gain»",
    ),
    (
        f"{EVENTS}\nbổ nhiệm,A,B,C,2020",
        "t.csv, row 2, column event 'bổ nhiệm': the column takes gain, lose, hold, held",
        "t.csv, dòng 2, cột event «bổ nhiệm»: cột này nhận gain, lose, hold, held",
    ),
    (
        f"{EVENTS}\n,A,B,C,2020",
        "t.csv, row 2, column event: the cell is blank; fill it in",
        "t.csv, dòng 2, cột event: ô trống; hãy điền",
    ),
    (
        f"{TENURES},inferred\n{GOOD},date | rol",
        "t.csv, row 2, column inferred 'date | rol': the column takes person, role, organization, issuer, date, body, event, end; the nearest is 'role'",
        "t.csv, dòng 2, cột inferred «date | rol»: cột này nhận person, role, organization, issuer, date, body, event, end; gần nhất là «role»",
    ),
    (
        f"{TENURES},printed\n{GOOD},[1]",
        """t.csv, row 2, column printed '[1]': the column keeps what was printed as {"column": "words"}, as an export writes it; leave it blank""",
        """t.csv, dòng 2, cột printed «[1]»: cột này giữ nguyên văn dạng {"cột": "chữ in"} do export ghi; hãy để trống""",
    ),
    (
        f"{TENURES},sha256\n{GOOD},12",
        "t.csv, row 2, column sha256 '12': after sha256: stand 64 hexadecimal digits",
        "t.csv, dòng 2, cột sha256 «12»: sau sha256: cần đủ 64 chữ số thập lục phân",
    ),
    (
        f"{TENURES},capacity\n{GOOD},deputy",
        "t.csv, row 2, column capacity 'deputy': the column takes full, alternate, acting, in_charge",
        "t.csv, dòng 2, cột capacity «deputy»: cột này nhận full, alternate, acting, in_charge",
    ),
    (
        f"{TENURES},born\n{GOOD},70",
        "t.csv, row 2, column born '70': a whole number from 1800 to 2100 is needed",
        "t.csv, dòng 2, cột born «70»: cần một số nguyên từ 1800 đến 2100",
    ),
    (
        f"{CHANGES}\n2020,merged,A,B",
        "t.csv, row 2, column kind 'merged': the column takes rename, merge, split, transfer, dissolve, create; "
        "the nearest is 'merge'",
        "t.csv, dòng 2, cột kind «merged»: cột này nhận rename, merge, split, transfer, dissolve, create; "
        "gần nhất là «merge»",
    ),
    (
        f"{CHANGES}\n2020,dissolve,A,B",
        "t.csv, row 2, column to 'B': with the kind dissolve this column stays blank",
        "t.csv, dòng 2, cột to «B»: với kind dissolve cột này phải trống",
    ),
    (
        f"{CHANGES}\n2020,merge,A,",
        "t.csv, row 2, column to: the cell is blank; fill it in",
        "t.csv, dòng 2, cột to: ô trống; hãy điền",
    ),
    (
        "organization,parent,parent_kind\nA,B,lead",
        "t.csv, row 2, column parent_kind 'lead': the column takes structural, organ, leads; the nearest is 'leads'",
        "t.csv, dòng 2, cột parent_kind «lead»: cột này nhận structural, organ, leads; gần nhất là «leads»",
    ),
    (
        "date,body,high\n2020,Quốc hội,-1",
        "t.csv, row 2, column high '-1': a whole number from 0 to 999999999 is needed",
        "t.csv, dòng 2, cột high «-1»: cần một số nguyên từ 0 đến 999999999",
    ),
    (
        f"{TENURES}\nA,B",
        "t.csv, row 2: 2 cells for 5 columns: too few; write a delimiter for each blank cell",
        "t.csv, dòng 2: có 2 ô mà có 5 cột: thiếu ô; hãy thêm dấu phân cách cho ô trống",
    ),
    (
        f"{TENURES}\n{GOOD},z",
        "t.csv, row 2: 6 cells for 5 columns: too many; put a cell that holds the delimiter in double quotes",
        "t.csv, dòng 2: có 6 ô mà có 5 cột: thừa ô; đặt ô có dấu phân cách trong ngoặc kép",
    ),
    (
        f'{TENURES}\n"Lò "Hoa",B,C,2020,',
        "t.csv, row 2: a double quote is opened and not closed, or misplaced; inside a cell write \" as \"\"",
        "t.csv, dòng 2: dấu ngoặc kép mở mà không đóng, hoặc đứng sai chỗ; trong ô, hãy viết \" thành \"\"",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "en", "vi"), ROWS)
def test_a_row_that_is_not_understood(tmp_path: Path, text: str, en: str, vi: str) -> None:
    header, _, _ = text.partition("\n")
    good = {TENURES: GOOD, EVENTS: "gain,A,B,C,2020", CHANGES: "2020,dissolve,A,"}.get(header)
    read = read_all(write(tmp_path, text + (f"\n{good}\n" if good is not None else "\n")))
    error = read[0]
    assert isinstance(error, RowError)
    assert (error.file, error.row) == ("t.csv", 2)
    assert (error.text.en, error.text.vi) == (en, vi)
    assert [each.row for each in read[1:] if isinstance(each, TableClaim)] == ([3] if good is not None else [])


def test_the_value_of_a_bad_cell_is_told(tmp_path: Path) -> None:
    errors = read_errors(write(tmp_path, f"{TENURES}\nLò Hoa,Bí thư,X,hôm qua,\n"))
    assert [(error.row, error.value) for error in errors] == [(2, "hôm qua")]


def test_a_quote_left_open_says_what_it_swallowed(tmp_path: Path) -> None:
    read = read_all(write(tmp_path, f'{TENURES}\n{GOOD}\n"Lò Hoa,B,C,2020,\n{GOOD}\n{GOOD}\n'))
    assert [each.row for each in read] == [2, 3]
    error = read[1]
    assert isinstance(error, RowError)
    assert "(lines 3 to 5 of the file were left out)" in error.text.en
    assert "(các dòng văn bản 3-5 bị bỏ)" in error.text.vi


MAPPING_HINT = "rename it, or say in a --mapping file what it is (columns, or ignore to leave it out)"
MAPPING_HINT_VI = "hãy đổi tên, hoặc ghi trong tệp --mapping (columns, hay ignore để bỏ qua)"
FILES = [
    (b"", "t.csv: the file is empty; its first row must name the columns", "t.csv: tệp trống; dòng đầu phải là tên các cột"),
    (b"\xef\xbb\xbf\r\n\r\n", "t.csv: the file is empty; its first row must name the columns", "t.csv: tệp trống; dòng đầu phải là tên các cột"),
    (
        b"preson,role,organization,started,ended\n",
        f"t.csv: the table tenures has no column 'preson'; the nearest known one is 'person'; {MAPPING_HINT}",
        f"t.csv: bảng tenures không có cột «preson»; gần nhất là «person»; {MAPPING_HINT_VI}",
    ),
    (
        b"organization,religion\n",
        f"t.csv: the table organizations has no column 'religion'; {MAPPING_HINT}",
        f"t.csv: bảng organizations không có cột «religion»; {MAPPING_HINT_VI}",
    ),
    (
        b"person,role,organization,started\n",
        "t.csv: the table tenures lacks the column ended; add it, or point to it with --mapping",
        "t.csv: bảng tenures thiếu cột ended; hãy thêm cột, hoặc chỉ ra bằng --mapping",
    ),
    (
        b"person,role,organization,started,ended,person\n",
        "t.csv: the column 'person' stands twice; remove one of them",
        "t.csv: cột «person» xuất hiện hai lần; hãy bỏ một cột",
    ),
    (
        b"person,,role,organization,started,ended\n",
        "t.csv: column 2 has no name; name it or delete the column",
        "t.csv: cột thứ 2 không có tên; hãy đặt tên hoặc xóa cột đó",
    ),
    (
        f"{TENURES}\n".encode("utf-16"),
        "t.csv: byte 0: the file is encoded in UTF-16; save it as UTF-8 (Excel: 'CSV UTF-8')",
        "t.csv: byte 0: tệp mã hóa UTF-16; hãy lưu lại bằng UTF-8 (Excel: «CSV UTF-8»)",
    ),
    (
        f"{TENURES}\nL".encode() + b"\xf2 Hoa,B,C,2020,\n",
        "t.csv: byte 40 (line 2) is not UTF-8, perhaps cp1258 or another old encoding; "
        "save the file as UTF-8 (Excel: 'CSV UTF-8')",
        "t.csv: byte 40 (dòng 2) không phải UTF-8, có lẽ là cp1258 hay bảng mã cũ khác; "
        "hãy lưu lại bằng UTF-8 (Excel: «CSV UTF-8»)",
    ),
    (
        b"\x7fELF\x00\x01",
        "t.csv: byte 4 is a null byte: a binary or UTF-16 file, not CSV; give a CSV file in UTF-8",
        "t.csv: byte 4 là byte rỗng: tệp nhị phân hoặc UTF-16, không phải CSV; hãy đưa tệp CSV UTF-8",
    ),
    (
        b"PK\x03\x04rest",
        "t.csv: byte 0: this is a zip file or an Excel workbook, not CSV; rename it to .xlsx",
        "t.csv: byte 0: đây là tệp nén hoặc bảng tính Excel, không phải CSV; hãy đổi đuôi thành .xlsx",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "en", "vi"), FILES)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, en: str, vi: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_all(path)
    assert (caught.value.text.en, caught.value.text.vi) == (en, vi)


def test_a_wrong_byte_far_in_the_file_is_found_before_the_first_row_is_given(tmp_path: Path) -> None:
    text = f"{TENURES}\n" + f"{GOOD}\n" * 40_000
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode() + b"\xff")
    with pytest.raises(InputError) as caught:
        read_all(path)
    assert f"byte {len(text.encode())} (line 40002)" in caught.value.text.en


def test_a_header_that_fits_no_table_lists_the_tables(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_all(write(tmp_path, "a,b\n1,2\n"))
    assert caught.value.text.en.startswith("t.csv: the columns a, b fit no table; tables and the columns they need: ")
    assert "changes (date, kind, from, to)" in caught.value.text.en
    assert caught.value.text.vi.startswith("t.csv: các cột a, b không khớp bảng nào")


@pytest.mark.parametrize("name", ["t.xls", "t.ods", "t.xlsb"])
def test_other_spreadsheets_are_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_all(write(tmp_path, "x", name))
    kind = name[1:]
    assert caught.value.text.en == (
        f"{name}: spreadsheets of the kind {kind} are not read; save it as .xlsx or as .csv (UTF-8)"
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_all(tmp_path / "gone.csv")
    assert caught.value.text.en == (
        "gone.csv: the file cannot be opened (No such file or directory); check the path and the right to read it"
    )
