"""Write the end of the districts and the merger of the provinces of 2025-07-01 as tables, from ../shared/data.

Provinces merge by `province_merge_2025.csv`, those that stay alone go on; districts are dissolved. Which communes became
which, the files tell by a code that goes on: such a commune is merged into the new one, any other is dissolved. The
people and their days are invented.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from tests.benchmarks.generate import make_name

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "vn-admin-units"
DAY = "2025-07-01"
LEFT = "2025-05-01"  # one chair of a council in each province has gone before
LISTED, LISTED_AFTER = "2025-06-30", "2025-07-02"
TENURES = ("person", "role", "organization", "started", "ended", "person_id", "id_source")
CHANGES = ("date", "kind", "from", "to", "issuer")
SOURCE = ("source_title", "publisher", "published")
PUBLISHER = "Sở liệu thử nghiệm"
EARLIEST, DAYS = date(2020, 6, 1), 1600

Level = Literal["province", "district", "commune"]
Row = dict[str, str]

PARTY, STANDING, COUNCIL, COMMITTEE = "Đảng ủy", "Ban Thường vụ Đảng ủy", "Hội đồng nhân dân", "Ủy ban nhân dân"
HEADS = {PARTY: "Bí thư", COUNCIL: "Chủ tịch", COMMITTEE: "Chủ tịch"}
# Who sits where: body, role, and which of the unit's people; the secretary chairs the council, as is usual.
SEATS: Mapping[Level, Sequence[tuple[str, str, range]]] = {
    "province": (
        (PARTY, "Bí thư", range(1)),
        (PARTY, "Phó Bí thư", range(1, 3)),
        (PARTY, "Ủy viên", range(3, 15)),
        (STANDING, "Ủy viên", range(3, 11)),
        (COUNCIL, "Chủ tịch", range(2, 3)),
        (COUNCIL, "Phó Chủ tịch", range(15, 16)),
        (COMMITTEE, "Chủ tịch", range(1, 2)),
        (COMMITTEE, "Phó Chủ tịch", range(3, 5)),
        (COMMITTEE, "Ủy viên", range(16, 20)),
    ),
    "district": (
        (PARTY, "Bí thư", range(1)),
        (PARTY, "Phó Bí thư", range(1, 2)),
        (PARTY, "Ủy viên", range(2, 6)),
        (COUNCIL, "Chủ tịch", range(1)),
        (COUNCIL, "Phó Chủ tịch", range(6, 7)),
        (COMMITTEE, "Chủ tịch", range(1, 2)),
        (COMMITTEE, "Phó Chủ tịch", range(2, 4)),
        (COMMITTEE, "Ủy viên", range(7, 10)),
    ),
    "commune": (
        (PARTY, "Bí thư", range(1)),
        (PARTY, "Phó Bí thư", range(1, 2)),
        (PARTY, "Ủy viên", range(2, 3)),
        (COUNCIL, "Chủ tịch", range(1)),
        (COUNCIL, "Phó Chủ tịch", range(3, 4)),
        (COMMITTEE, "Chủ tịch", range(1, 2)),
        (COMMITTEE, "Phó Chủ tịch", range(4, 5)),
        (COMMITTEE, "Ủy viên", range(5, 7)),
    ),
}
PEOPLE: Mapping[Level, int] = {"province": 20, "district": 10, "commune": 7}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its code and name, where it lies, and what a unit of before became; `ends`: whether it does."""

    level: Level
    code: str
    name: str
    within: str | None = None
    after: Unit | None = None
    ends: bool = True

    def body(self, kind: str) -> str:
        """Name one of its bodies, told from its like by where it lies."""
        name = f"{kind} {self.name[0].lower()}{self.name[1:]}"
        return f"{name} @ {self.within}" if self.within is not None else name

    @property
    def kinds(self) -> list[str]:
        """The kinds of its bodies."""
        return list(dict.fromkeys(kind for kind, _, _ in SEATS[self.level]))


@dataclass(frozen=True, slots=True)
class Merger:
    """The new provinces with the units of before that lay in them, by the new province's code."""

    provinces: dict[str, Unit]
    before: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))

    def cut(self, code: str, *, districts: int, communes: int) -> Merger:
        """Keep one new province, with so many districts of each old one and so many communes of each of those."""
        seen: dict[tuple[str, str | None], int] = defaultdict(int)
        kept: list[Unit] = []
        places: set[str | None] = {None}
        for unit in self.before[code]:
            seen[unit.level, unit.within] += 1
            most = {"province": 99, "district": districts, "commune": communes}[unit.level]
            if unit.within in places and seen[unit.level, unit.within] <= most:
                kept.append(unit)
                places.add(place_of(unit))
        return Merger({code: self.provinces[code]}, {code: kept})


def place_of(unit: Unit) -> str:
    """Name a unit as the place that other units lie in."""
    return f"{unit.name}, {unit.within}" if unit.level == "district" else unit.name


def read_merger(folder: Path = DATA, share: int | None = None) -> Merger:
    """Read the first so many new provinces (None: all), those of most old ones first."""
    rows = list(_read(folder / "province_merge_2025.csv"))
    olds = defaultdict(list)
    for row in rows:
        olds[row["new_code"]].append(row["old_code"])
    codes = sorted(olds, key=lambda code: (-len(olds[code]), code))[:share]
    provinces = {row["new_code"]: Unit("province", row["new_code"], row["new_name"]) for row in rows}
    merger = Merger({code: provinces[code] for code in codes})
    places: dict[str, tuple[str, str]] = {}
    for row in rows:
        new = row["new_code"]
        places[row["old_code"]] = new, row["old_name"]
        merged = len(olds[new]) > 1
        old = Unit("province", row["old_code"], row["old_name"], after=provinces[new] if merged else None, ends=merged)
        merger.before[new].append(old)
    named = {}
    for row in _read(folder / "districts_legacy.csv"):
        new, province = places[row["province_code"]]
        district = Unit("district", row["district_code"], row["name"], province)
        named[row["district_code"]] = place_of(district)
        merger.before[new].append(district)
    for commune in _communes(folder, provinces, named):
        merger.before[places[commune[0]][0]].append(commune[1])
    return Merger(merger.provinces, {code: merger.before[code] for code in codes})


def _communes(folder: Path, provinces: Mapping[str, Unit], districts: Mapping[str, str]) -> Iterator[tuple[str, Unit]]:
    """The communes of before, each with its old province's code."""
    after = {
        row["commune_code"]: Unit("commune", row["commune_code"], row["name"], provinces[row["province_code"]].name)
        for row in _read(folder / "communes_2025.csv")
    }
    for row in _read(folder / "communes_legacy.csv.gz"):
        code = row["commune_code"]
        if code:  # five island districts have no communes
            within = districts[row["district_code"]]
            yield row["province_code"], Unit("commune", code, row["name"], within, after=after.get(code))


def _read(path: Path) -> Iterable[Row]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return csv.DictReader(io.StringIO(data.decode("utf-8-sig")))


def make_tenures(merger: Merger, seed: int = 1) -> Iterator[Row]:
    """Make the rows of who sat where on the last day, and who heads the bodies that came after."""
    draw = random.Random(seed)
    for code, units in merger.before.items():
        heads: dict[tuple[str, str], tuple[str, str]] = {}  # by new body and role, who takes it over
        vacated: set[str | None] = set()
        for unit in units:
            people = [(f"{unit.level}-{unit.code}-{n}", make_name(draw)) for n in range(PEOPLE[unit.level])]
            for kind, role, seated in SEATS[unit.level]:
                for person in (people[n] for n in seated):
                    row = _tenure(person, role, unit.body(kind), _day(draw), f"Danh bạ {unit.within or unit.name}")
                    if unit.level == "district" and kind == COUNCIL and unit.within not in vacated:
                        vacated.add(unit.within)
                        row["ended"] = LEFT
                    yield row
                    if unit.after is not None and HEADS.get(kind) == role and kind != COUNCIL:
                        heads.setdefault((unit.after.body(kind), role), person)
        for (body, role), person in heads.items():
            yield {
                **_tenure(person, role, body, DAY, f"Danh bạ mới {merger.provinces[code].name}"),
                "published": LISTED_AFTER,
            }


def _day(draw: random.Random) -> str:
    return (EARLIEST + timedelta(days=draw.randrange(DAYS))).isoformat()


def _tenure(person: tuple[str, str], role: str, body: str, started: str, title: str) -> Row:
    id, name = person
    return {
        "person": name,
        "role": role,
        "organization": body,
        "started": started,
        "ended": "",
        "person_id": id,
        "id_source": "bịa",
        "source_title": title,
        "publisher": PUBLISHER,
        "published": LISTED,
    }


def make_changes(merger: Merger) -> Iterator[Row]:
    """Make the rows of what became of each body that ended."""
    for units in merger.before.values():
        for unit in units:
            for kind in unit.kinds if unit.ends else ():
                yield {
                    "date": DAY,
                    "kind": "dissolve" if unit.after is None else "merge",
                    "from": unit.body(kind),
                    "to": unit.after.body(kind) if unit.after is not None else "",
                    "issuer": "Ủy ban Thường vụ Quốc hội" if unit.level == "commune" else "Quốc hội",
                    "source_title": f"Nghị quyết thử nghiệm về {unit.within or unit.name}",
                    "publisher": PUBLISHER,
                    "published": "2025-06-16",
                }


def write_merger(merger: Merger, folder: Path) -> tuple[Path, Path]:
    """Write the table of tenures and that of changes."""
    tenures, changes = folder / "tenures.csv", folder / "changes.csv"
    write_rows(tenures, (*TENURES, *SOURCE), make_tenures(merger))
    write_rows(changes, (*CHANGES, *SOURCE), make_changes(merger))
    return tenures, changes


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
