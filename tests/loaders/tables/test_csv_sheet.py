"""CSV as people write it: delimiters, encodings, quoting, size."""

from __future__ import annotations

import csv
import io
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.names import nfc
from loaders.reports import TableClaim
from loaders.tables import read_table
from loaders.tables.csv_sheet import find_delimiter, open_csv
from tests.loaders.tables.reading import FIRST_LOAD, TENURES, read_all, read_claims, write

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "tables"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_marks_and_line_ends(tmp_path: Path, delimiter: str, mark: str, end: str) -> None:
    lines = [TENURES, "Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,", ",,,,", ""]
    text = mark + end.join(lines).replace(",", delimiter)
    claims = read_claims(write(tmp_path, text))
    assert [(claim.person, str(claim.date)) for claim in claims] == [("Lò Hoa", "2023")]


def test_a_delimiter_inside_quotes_counts_for_nothing() -> None:
    assert find_delimiter('"a,b,c";d\n') == ";"
    assert find_delimiter("organization\n") == ","


def test_a_row_is_numbered_as_a_spreadsheet_numbers_it(tmp_path: Path) -> None:
    text = f'\n{TENURES},quote\nA B,C,D,2020,,"two\nlines"\n\nE F,C,D,2020,,\n'
    assert [each.row for each in read_all(write(tmp_path, text))] == [3, 5]


def test_the_header_counts_in_any_case(tmp_path: Path) -> None:
    claims = read_claims(write(tmp_path, " Person ,ROLE,Organization,Started,ended,\nA B,C,D,2020,,\n"))
    assert [claim.person for claim in claims] == ["A B"]


def test_a_table_saved_by_a_spreadsheet(tmp_path: Path) -> None:
    claims = read_claims(FIXTURES / "tenures-semicolon.csv")
    assert [(claim.person, claim.role, str(claim.date), claim.capacity) for claim in claims] == [
        ("Lò Thị Hoa", "Bí thư", "2023-07-20", "full"),
        ("Vi Văn Nam", "Giám đốc", "2024-02", "acting"),
        ("Hà Vân", "Giám đốc", "2025", "in_charge"),
    ]
    assert claims[0].names == ("Lò Hoa", "Hoa Lò")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=3, max_size=3),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(",;\t"),
)
def test_cells_come_back_as_they_were_written(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *rows])
    with tempfile.TemporaryDirectory() as folder:
        sheet = open_csv(write(Path(folder), written.getvalue()))
        assert [list(line.cells) for line in sheet.lines] == rows


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
    st.text("ảÂb |\"',;\n\t"),
)
def test_names_and_quotes_survive_a_table(rest: str, quote: str) -> None:
    person = f"Lò {rest}"
    written = io.StringIO(newline="")
    csv.writer(written).writerows([[*TENURES.split(","), "quote"], [person, "B", "C", "2020", "", quote]])
    with tempfile.TemporaryDirectory() as folder:
        claim = read_claims(write(Path(folder), written.getvalue()))[0]
    assert claim.person == nfc(person)
    assert claim.quote == (quote if quote.strip() else None)


@pytest.mark.slow
def test_a_large_table_is_read_in_bounded_memory(tmp_path: Path) -> None:
    row = "Nguyễn Văn A{0},Chuyên viên,Phòng Số {1} huyện Lộc Bình,2023-07-20,2024,{2}\n"
    quote = "một câu dài " * 150
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{TENURES},quote\n")
        for number in range(10_000):
            file.write(row.format(number, number % 100, quote))
    assert path.stat().st_size > 20_000_000
    tracemalloc.start()
    try:
        count = sum(isinstance(each, TableClaim) for each in read_table(path, first_load=FIRST_LOAD))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 10_000
    assert peak < 12_000_000
