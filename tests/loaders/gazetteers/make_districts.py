"""Make the rows of `districts.tsv` from the tables of vietnamadminunits: `python -m … FOLDER` prints them.

What the tables do not say stands here: spellings in use, and provinces that a district joined later.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

ENDED = "2025-07-01"
JOINED = {
    ("Huế", ""): "2025-01-01",  # before that a province, Thừa Thiên Huế
    **{
        ("Hà Nội", name): "2008-08-01"
        for name in (
            "Ba Vì", "Chương Mỹ", "Đan Phượng", "Hà Đông", "Hoài Đức", "Mê Linh", "Mỹ Đức", "Phú Xuyên", "Phúc Thọ",
            "Quốc Oai", "Sơn Tây", "Thạch Thất", "Thanh Oai", "Thường Tín", "Ứng Hòa",
        )
    },
}  # fmt: skip
SPELLED = {
    "Mù Căng Chải": "Mù Cang Chải",
    "Krông A Na": "Krông Ana",
    "Krông Pắc": "Krông Pắk",
    "Buôn Ma Thuột": "Buôn Mê Thuột",
    "Pleiku": "Plei Ku",
}
DAK = ("Đắk", "Đăk", "Đak")


def make_rows(folder: Path) -> list[str]:
    """Make the lines of all districts of the tables, by province and name."""
    with (folder / "provinces_legacy.csv").open(encoding="utf-8") as file:
        provinces = {row["code"]: row["short_name"] for row in csv.DictReader(file)}
    with (folder / "districts_legacy.csv").open(encoding="utf-8") as file:
        rows = [_cells(row, provinces[row["province_code"]]) for row in csv.DictReader(file)]
    return ["\t".join(cells) for cells in sorted(rows, key=lambda cells: (cells[3], cells[0], cells[2]))]


def _cells(row: dict[str, str], province: str) -> tuple[str, ...]:
    level = row["type"].lower()
    name = row["name"][len(level) + 1 :]
    joined = JOINED.get((province, name)) or JOINED.get((province, ""), "-")
    example = f"Chủ tịch UBND {level} {name} => Ủy ban nhân dân {level} {name}"
    return name, " | ".join(_spellings(name)) or "-", level, province, joined, ENDED, example


def _spellings(name: str) -> Iterator[str]:
    if name in SPELLED:
        yield SPELLED[name]
    first, _, rest = name.partition(" ")
    if first in DAK:
        yield from (f"{other} {rest}" for other in DAK if other != first)


if __name__ == "__main__":
    print("\n".join(make_rows(Path(sys.argv[1]))))
