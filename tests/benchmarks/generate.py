"""Write a table of made-up tenures with the distributions of Vietnamese public posts; repeatable by its seed.

    python -m tests.benchmarks.generate ROWS FILE [--seed N]

Surnames and lengths of tenures follow the shares that design paper SCALE gives; all people and places are invented.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SURNAMES = ("Nguyễn", "Lê", "Trần", "Phạm", "Hoàng", "Vũ", "Phan", "Đặng", "Võ", "Bùi", "Lò", "Giàng", "Thạch")
SHARES = (28.6, 9.6, 8.9, 6.8, 3.5, 3.2, 2.9, 2.6, 2.6, 2.6, 1, 1, 1)
MIDDLES = ("Văn", "Thị", "Ngọc", "Xuân", "Đức", "Minh", "Quang", "Hữu", "Thanh", "Kim", "Công", "Bá")
GIVEN = ("Dũng", "Sơn", "Tuấn", "Hùng", "Hưng", "Hà", "Lan", "Thủy", "Hòa", "Bình", "An", "Cường", "Tiến", "Phong")
SECOND = ("", "", "", "Anh ", "Hải ", "Bảo ", "Gia ", "Nhật ", "Trung ", "Khánh ", "Tường ", "Đình ", "Thế ", "Hoài ")
ONSETS, RIMES = (
    ("B", "C", "D", "Gi", "H", "L", "Ng", "Nh", "Ph", "S", "T", "Th", "Tr", "V"),
    ("an", "ân", "inh", "ương", "iên"),
)
BODIES = (
    "Ủy ban nhân dân xã",
    "Hội đồng nhân dân xã",
    "Đảng ủy xã",
    "Công an xã",
    "Trung tâm Y tế xã",
    "Hội Nông dân xã",
    "Hội Cựu chiến binh xã",
    "Ủy ban Mặt trận Tổ quốc xã",
)
ROLES = ("Chủ tịch", "Phó Chủ tịch", "Bí thư", "Phó Bí thư", "Trưởng Ban", "Phó Trưởng Ban", "Ủy viên", "Giám đốc")
COLUMNS = ("person", "role", "organization", "started", "ended", "person_id", "id_source", "term")
COLUMNS += ("source_title", "source_url", "publisher", "published", "quote")


def make_rows(rows: int, seed: int) -> Iterator[dict[str, str]]:
    """Make so many rows; a person has four tenures on average, a body six holders a post."""
    draw = random.Random(seed)
    places = max(rows // 400, 3)
    made = 0
    number = 0
    while made < rows:
        number += 1
        name = make_name(draw)
        day = date(1995, 1, 1) + timedelta(days=draw.randrange(9000))
        for _ in range(min(1 + int(draw.expovariate(1 / 3)), 18, rows - made)):
            made += 1
            length = timedelta(days=max(30, int(draw.lognormvariate(7.1, 1.0))))
            yield _row(draw, name=name, number=number, day=day, length=length, place=draw.randrange(places))
            day += length


def make_name(draw: random.Random) -> str:
    """Make up a name with the shares of surnames and given names that are common."""
    surname = draw.choices(SURNAMES, SHARES)[0]
    return f"{surname} {draw.choice(MIDDLES)} {draw.choice(SECOND)}{_given(draw)}"


def _given(draw: random.Random) -> str:
    """Two in three given names are common ones, the rest made of syllables, so that namesakes are as rare as in life."""
    return draw.choice(GIVEN) if draw.random() < 0.66 else draw.choice(ONSETS) + draw.choice(RIMES)


def _row(draw: random.Random, *, name: str, number: int, day: date, length: timedelta, place: int) -> dict[str, str]:
    role, body = draw.choice(ROLES), f"{draw.choice(BODIES)} Thử nghiệm {place}"
    started = _printed(draw, day)
    over = day + length
    return {
        "person": name,
        "role": role,
        "organization": body,
        "started": started,
        "ended": _printed(draw, over) if over < date(2026, 1, 1) else "",
        "person_id": str(number),
        "id_source": "made-up",
        "term": f"{day.year // 5 * 5}-{day.year // 5 * 5 + 5}" if draw.random() < 0.3 else "",
        "source_title": f"Danh bạ {place % 50}",
        "source_url": "",
        "publisher": "Sở liệu thử nghiệm",
        "published": "2026-01-01",
        "quote": f"{name}, {role} {body}, từ {started}.",
    }


def _printed(draw: random.Random, day: date) -> str:
    """Print a day as wholly as sources do: most to the day, some to the month or the year."""
    chance = draw.random()
    return day.isoformat() if chance < 0.68 else day.isoformat()[:7] if chance < 0.8 else day.isoformat()[:4]


def write_table(rows: int, path: Path, seed: int = 1, *, quote: int = 0) -> None:
    """Write the table as CSV; each quote at least so many characters long, as whole sentences are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in make_rows(rows, seed):
            repeated = 1 + quote // len(row["quote"])
            writer.writerow({**row, "quote": " ".join([row["quote"]] * repeated)})


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_table(given.rows, given.file, given.seed)


if __name__ == "__main__":
    main()
