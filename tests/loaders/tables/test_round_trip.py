"""What was read and is written as a table again is read as the same claims of the same sources (DESIGN 8)."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.claims import READING_COLUMNS, export_row, make_source_id, with_id
from graph.model import Source
from loaders.arrivals import finish_claims, make_text_source
from loaders.documents import read_documents
from loaders.reports import TableClaim
from loaders.text import make_claims, read_text
from tests.loaders.tables.reading import FIRST_LOAD, TENURES, read_all, write

GOLD = Path(__file__).parents[1] / "text" / "gold"
SOURCE = "source_title,source_url,publisher,published"
TABLES = [
    f"""{TENURES},person_id,id_source,names,born,planned_end,capacity,term,seats,quote
LÒ HOA,Quyền Giám đốc,Sở Y tế tỉnh Lạng Sơn,20/07/2023,2025-02,17,x,Lò Thị Hoa | Hoa Lò,1970,2028,,2020-2025,,"Bà, ""Hoa"" |"
Vi Nam,Phụ trách,Sở Y tế tỉnh Lạng Sơn,,,,,,,,,,,
Vi Nam,Phó Giám đốc phụ trách,Sở Y tế tỉnh Lạng Sơn,2023,,3,,,,,,,2,
Vi Nam,Phó Giám đốc,Sở Y tế tỉnh Lạng Sơn,2025,2023,,,,,,acting,,,
""",
    """event,person,role,organization,date,action,decision_number,issuer,date_basis,ended,planned_end,capacity
gain,Lò Hoa,Ủy viên dự khuyết,Ban Chấp hành Trung ương Đảng,2023-07-20,bầu,1-QĐ/TW,Đại hội,effective,,2028,
lose,Lò Hoa,Bí thư,Huyện ủy Lộc Bình @ Lạng Sơn,2023-07,thôi giữ chức,,,announced,,,
held,Lò Hoa,Phụ trách,Ban lạ,,,,,,2020,,
""",
    """organization,names,kind,level,place,parent,parent_kind,started,ended,founded,dissolved
Sở X,Sở Y | TTXVN,department,province,Lạng Sơn,UBND tỉnh Lạng Sơn,,2020,2024-05,1997,2025-03-01
Ban Thường vụ X,,,,,X,organ,,,,
Sở Z,,,,,,,,,,
""",
    """date,kind,from,to,decision_number,issuer
2025-03-01,merge,Bộ A,Bộ B,176/2025/QH15,Quốc hội
2025,dissolve,Bộ A,,,
2025-03,create,,Bộ C,,
""",
    """date,body,subjects,level,wording,person,role,organization,high,medium,low,quote
2023-10-25,Quốc hội,44,counts,,VÕ VĂN A,Bộ trưởng,Bộ X,410,65,8,Ông A
,Đảng ủy Khối,,held_only,,,,,,,,
""",
]


def _write_again(read: list[TableClaim]) -> str:
    rows = [export_row(each.claim, each.source) for each in read]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _read(path: Path) -> list[TableClaim]:
    read = [each for each in read_all(path) if isinstance(each, TableClaim)]
    assert len(read) == len(read_all(path))
    return read


@pytest.mark.parametrize("text", TABLES)
@pytest.mark.parametrize("named", [False, True])
def test_a_table_written_again_is_the_same_claims(tmp_path: Path, text: str, named: bool) -> None:
    if named:
        header, *rows = text.splitlines()
        text = "\n".join([f"{header},{SOURCE}", *(f"{row},Tin,https://a.example,Báo A,2023-07-20" for row in rows)])
    first = _read(write(tmp_path, text))
    again = _read(write(tmp_path, _write_again(first), "again.csv"))
    assert [(each.claim, each.source) for each in again] == [(each.claim, each.source) for each in first]


@pytest.mark.parametrize(("table", "least"), [("decisions", 100), ("votes", 1)])
def test_what_was_read_in_texts_is_the_same_claims_but_for_the_offsets(tmp_path: Path, table: str, least: int) -> None:
    first = [each for each in _read_texts() if each.claim.table == table]
    assert any(each.claim.inferred for each in first)
    again = _read(write(tmp_path, _write_again(first), "again.csv"))
    assert len(again) == len(first) >= least
    for told, read in zip(first, again, strict=True):
        assert read.claim == replace(told.claim, quote_start=None, quote_end=None)
        assert read.source == told.source


def _read_texts() -> list[TableClaim]:
    read = []
    for document in read_documents(GOLD / "news.jsonl"):
        reading = read_text(document)
        source = make_text_source(document, reading, FIRST_LOAD)
        claims = finish_claims(make_claims(document, reading, source.id))
        read += [TableClaim(source, claim, 0) for claim in claims]
    return read


def test_an_address_and_a_hash_are_both_kept(tmp_path: Path) -> None:
    """A page is known by its bytes; its address is told beside."""
    source = Source(make_source_id(title="", url="", publisher="", published="", sha256="ab" * 32), "article",
                    date(2020, 1, 2), "Tin", "Báo", "https://a.example/1", "ab" * 32, "inferred")  # fmt: skip
    (first,) = _read(write(tmp_path, f"{TENURES}\nLò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,\n"))
    claim = with_id(replace(first.claim, source=source.id, rule="form", inferred=("person",)))
    row = export_row(claim, source)
    assert (row["source_url"], row["sha256"], row["published_basis"]) == ("https://a.example/1", "ab" * 32, "inferred")
    assert (row["rule"], row["inferred"]) == ("form", "person")
    (again,) = _read(write(tmp_path, _write_again([replace(first, claim=claim, source=source)]), "again.csv"))
    assert (again.claim, again.source) == (claim, source)


def test_a_row_that_reads_itself_keeps_no_second_copy(tmp_path: Path) -> None:
    columns = f"{TENURES},source_title,published"
    (first,) = _read(write(tmp_path, f"{columns}\nLò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,,Tin,2023-07-20\n"))
    row = export_row(first.claim, first.source)
    assert [row[name] for name in READING_COLUMNS] == ["", "", "", "", ""]
    (other,) = _read(write(tmp_path, f"{columns}\nBà Lò Hoa,Bí thư,Huyện ủy Lộc Bình,2023,,Tin,2023-07-20\n"))
    assert json.loads(export_row(other.claim, other.source)["printed"])["person"] == "Bà Lò Hoa"
