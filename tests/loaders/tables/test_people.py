"""The person's cell of a table: name, other names, year of birth; what is not understood stays (RULES 24)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.claims import row_of
from loaders.gazetteers import read_gazetteers
from loaders.tables.people import Printed, parse_person
from tests.loaders.tables.reading import TENURES, read_claims, write

AN = "Lê Văn An"


@pytest.mark.parametrize(
    ("cell", "name", "others"),
    [
        ("Đỗ Văn Phới (Phớn)", "Đỗ Văn Phới", ("Đỗ Văn Phớn",)),  # one syllable stands for the last
        ("ĐỖ VĂN PHỚI (PHỚN)", "Đỗ Văn Phới", ("Đỗ Văn Phớn",)),
        ("Hà Thị Khích(Khiết)", "Hà Thị Khích", ("Hà Thị Khiết",)),
        ("Lê Văn Quý (còn ghi là Quí)", "Lê Văn Quý", ("Lê Văn Quí",)),
        ("Võ Văn Kim (Vũ Trọng Kim)", "Võ Văn Kim", ("Vũ Trọng Kim",)),
        ("Lê Đức Khá (Tám Khá)", "Lê Đức Khá", ("Tám Khá",)),
        (f"{AN} (tức Trần Minh Lộc, bí danh Sáu Lộc)", AN, ("Trần Minh Lộc", "Sáu Lộc")),
        (f"{AN} (Bí danh: Mười Cúc)", AN, ("Mười Cúc",)),
        (f"{AN}, tức Mười Cúc", AN, ("Mười Cúc",)),
        (f"{AN} tức Mười Cúc", AN, ("Mười Cúc",)),
        ("Lò Na (Vi Na) (nữ)", "Lò Na", ("Vi Na",)),
        (f"{AN} (nữ)", AN, ()),
        (f"{AN} (dân tộc Thái)", AN, ()),
    ],
)
def test_other_names_in_a_cell(cell: str, name: str, others: tuple[str, ...]) -> None:
    assert parse_person(cell, read_gazetteers()) == Printed(name, others)


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        (f"{AN} (sinh 1960)", 1960),
        (f"{AN} (Sinh năm 1960)", 1960),
        (f"{AN} (SN 1960)", 1960),
        (f"{AN} (nữ, sinh ngày 2/9/1960)", 1960),
    ],
)
def test_a_year_of_birth_in_a_cell_tells_namesakes_apart(cell: str, born: int) -> None:
    assert parse_person(cell, read_gazetteers()) == Printed(AN, (), born)


@pytest.mark.parametrize(
    "cell",
    [
        f"{AN} (1960)",  # born, joined or appointed?
        f"{AN} (A)",
        f"{AN} (Sơn La)",
        f"{AN} (Mộc Châu)",
        f"{AN} (Phan Thiết)",  # a place, though Phan is a surname
        f"{AN} (HĐND)",
        f"{AN} (Sở Y tế)",
        f"{AN} (Bí thư)",
        f"{AN} (Tân Lập)",  # neither a surname nor a number of birth
        f"{AN} (trẻ)",
        f"{AN} (Út)",
        f"{AN} (",
        f"{AN} ()",
        "Nông Văn Tuấn (Tày)",
        "Lê Xuân (Xuân Lê) Na",
        "Nguyễn Văn Nam (Hòa)",
    ],
)
def test_what_may_be_no_name_stays_as_printed(cell: str) -> None:
    assert parse_person(cell, read_gazetteers()) == Printed(cell)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("ông Nguyễn Văn Tiến", "Nguyễn Văn Tiến"),
        ("Ông Nguyễn Văn Tiến", "Nguyễn Văn Tiến"),
        ("ÔNG NGUYỄN VĂN TIẾN", "Nguyễn Văn Tiến"),
        ("Đ/c Trần Bình", "Trần Bình"),
        ("Đ/c: Trần Bình", "Trần Bình"),
        ("Đồng chí Thượng tướng, TS Lê Nam", "Lê Nam"),
        ("GS.TS. Lê Nam", "Lê Nam"),
        ("TS.Lê Nam", "Lê Nam"),
        ("PGS, TS Lê Nam", "Lê Nam"),
        ("Bà H' Yim Kđoh", "H' Yim Kđoh"),
        ("Ông Y Thông", "Y Thông"),
        ("Thượng tọa Thích Tâm Hòa", "Thích Tâm Hòa"),
        ("Ông Ích Khiêm", "Ông Ích Khiêm"),  # Ông is a surname too
        ("Ông Văn Tùng", "Ông Văn Tùng"),
        ("Anh Đức", "Anh Đức"),
        ("Cô Sơn", "Cô Sơn"),
        ("K’ H’Hoanh", "K’ H’Hoanh"),
        ("Ksor H'Bơ", "Ksor H'Bơ"),
    ],
)
def test_honorifics_are_no_part_of_a_name(cell: str, name: str) -> None:
    assert parse_person(cell, read_gazetteers()) == Printed(name)


def test_a_row_keeps_what_is_printed_and_is_the_same_row_when_exported(tmp_path: Path) -> None:
    row = "Ông Đỗ Văn Phới (Phớn) (sinh 1960),Bí thư,Tỉnh ủy Lai Châu,2020,,Ba Phới | bà Phớn | Đỗ Văn Phới,"
    [claim] = read_claims(write(tmp_path, f"{TENURES},names,born\n{row}\n"))
    assert (claim.person, claim.born) == ("Đỗ Văn Phới", 1960)
    assert claim.names == ("Đỗ Văn Phớn", "Ba Phới", "Phớn")
    assert json.loads(claim.raw or "")["person"] == "Ông Đỗ Văn Phới (Phớn) (sinh 1960)"
    again = row_of(claim)
    exported = ",".join(again[column] for column in f"{TENURES},names,born".split(","))
    [second] = read_claims(write(tmp_path, f"{TENURES},names,born\n{exported}\n"))
    assert row_of(second) == again


def test_a_year_of_birth_in_its_own_column_stands(tmp_path: Path) -> None:
    [claim] = read_claims(write(tmp_path, f"{TENURES},born\n{AN} (sinh 1960),Bí thư,Tỉnh ủy Lai Châu,2020,,1961\n"))
    assert claim.born == 1961


def test_a_vote_names_a_person_without_remarks(tmp_path: Path) -> None:
    [claim] = read_claims(write(tmp_path, f"date,body,person,high\n2023-10-25,Quốc hội,ông {AN} (Ba An),100\n"))
    assert (claim.person, claim.names) == (AN, ())
