"""What was read and is written as a table again is read as the same claims of the same sources (DESIGN 8)."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.claims import row_of, source_cells
from loaders.reports import TableClaim
from tests.loaders.tables.reading import TENURES, read_all, write

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
    rows = [{**row_of(each.claim), **source_cells(each.source)} for each in read]
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
    assert [each.claim.id for each in again] == [each.claim.id for each in first]
    assert {each.source.id for each in again} == {each.source.id for each in first}
    third = _read(write(tmp_path, _write_again(again), "third.csv"))
    assert [each.claim for each in third] == [each.claim for each in again]
