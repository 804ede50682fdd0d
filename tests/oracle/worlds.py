"""Small worlds drawn at random as rows of the input tables: true spells first, then sources that tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

Row = dict[str, str]
Tables = dict[str, list[Row]]
COLUMNS = {
    "tenures": "person role organization started ended person_id id_source born planned_end capacity term seats",
    "decisions": "event person role organization date action decision_number issuer date_basis person_id id_source born"
    " capacity term seats ended planned_end",
    "organizations": "organization kind level place parent parent_kind started ended founded dissolved",
    "changes": "date kind from to decision_number issuer",
    "votes": "date body subjects level wording person role organization high medium low",
    "judgements": "person_a person_b verdict by at why",
}
SOURCE = "source_title publisher published quote"
FAMILIES = ("Nguyễn Văn", "Trần Thị", "Lê Minh", "Phạm Đức", "Vũ Thị", "Hồ Xuân")
GIVEN = ("An", "Bình", "Hòa", "Thúy", "Sơn", "Quang", "Lan")
PLACES = ("Minh Giang", "Nam Bình")
DISTRICT = "Cửa Sông"
OFFICES = ("Nội vụ", "Tài chính", "Y tế", "Xây dựng")
PAPERS = ("Báo Minh Giang", "Báo Nam Bình", "Đài Truyền thanh")
TITLES = ("Tin cán bộ", "Công bố quyết định", "Nhân sự mới")
CONGRESSES = ((date(2010, 10, 15), "2010-2015"), (date(2015, 10, 20), "2015-2020"), (date(2020, 10, 12), "2020-2025"))
LAST = date(2024, 12, 31)


@dataclass(frozen=True)
class Someone:
    name: str
    number: str
    born: str


@dataclass(frozen=True)
class Spell:
    """What is true: one person in one post."""

    person: Someone
    role: str
    body: str
    start: date
    end: date | None
    capacity: str = ""
    term: str = ""


class World:
    """A world being drawn: its people, its bodies, the days on which things happen, the rows so far."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.tables: Tables = {name: [] for name in COLUMNS}
        self.days = sorted(date(2011, 1, 1) + timedelta(random.randrange(4700)) for _ in range(8))
        self.days += [start for start, _ in CONGRESSES[1:]]
        self.people = self._draw_people()
        self.place = random.choice(PLACES)
        self.posts: list[tuple[str, str]] = []
        self.numbers = 0
        self.seated = random.random() < 0.5
        self._draw_bodies()

    def _draw_people(self) -> list[Someone]:
        people = []
        for at in range(self.random.randint(4, 9)):
            name = f"{self.random.choice(FAMILIES)} {self.random.choice(GIVEN)}"
            known = self.random.random() < 0.7
            born = str(1955 + 3 * at) if known and self.random.random() < 0.4 else ""
            people.append(Someone(name, f"p{at}" if known else "", born))
        if self.random.random() < 0.4:
            people.append(Someone(people[0].name, "p90", "1990"))
        return people

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def add(self, table: str, row: Row, source: Row) -> None:
        """Write a row with all columns of its table."""
        columns = f"{COLUMNS[table]} {SOURCE if source else ''}".split()
        self.tables[table].append(dict.fromkeys(columns, "") | row | source)

    def _draw_bodies(self) -> None:
        place = self.place
        party, state = f"Tỉnh ủy {place}", f"UBND tỉnh {place}"
        if self.chance(0.8):
            self._body(party, "committee", ("Bí thư", "Phó Bí thư", "Ủy viên", "Ủy viên"))
            if self.chance(0.8):
                self._body(f"Ban Thường vụ {party}", "standing_committee", ("Ủy viên",), (party, "organ"))
            if self.chance(0.4):
                self._body(
                    f"Ban Tổ chức {party}", "party_office", ("Trưởng ban", "Phó Trưởng ban"), (party, "structural")
                )
        has_party = bool(self.posts)
        self._body(state, "people_committee", ("Chủ tịch", "Phó Chủ tịch"), (party, "leads") if has_party else ("", ""))
        if self.chance(0.5):
            self._body(f"HĐND tỉnh {place}", "council", ("Chủ tịch", "Phó Chủ tịch"))
        for office in self.random.sample(OFFICES, self.random.randint(0, 2)):
            self._body(f"Sở {office} tỉnh {place}", "", ("Giám đốc", "Phó Giám đốc"), (state, "structural"))

        if self.chance(0.3):
            self._body(
                f"UBND huyện {DISTRICT}", "people_committee", ("Chủ tịch", "Phó Chủ tịch"), (state, "structural")
            )

    def _body(self, name: str, kind: str, roles: tuple[str, ...], parent: tuple[str, str] = ("", "")) -> None:
        self.posts += [(role, name) for role in roles]
        near = ("district", DISTRICT) if name.endswith(DISTRICT) else ("province", self.place)
        row = {"organization": name, "kind": kind, "level": near[0], "place": near[1]}
        source = {"source_title": "Sơ đồ tổ chức", "publisher": PAPERS[0], "published": "2011-01-05"}
        self.add("organizations", row | {"parent": parent[0], "parent_kind": parent[1]}, source)

    def day(self) -> date:
        """One of the days on which things happen, or a day beside it."""
        return self.random.choice(self.days) + timedelta(self.random.choice((0, 0, 0, 0, 1, -1, 40)))

    def spell(self) -> Spell:
        role, body = self.random.choice(self.posts)
        start = self.day()
        end = None
        later = [day for day in self.days if day > start]
        if later and self.chance(0.5):
            end = self.random.choice(later)
        capacity = ""
        if role == "Giám đốc" and self.chance(0.3):
            capacity = self.random.choice(("acting", "in_charge"))
        if role == "Phó Giám đốc" and self.chance(0.2):
            capacity = "in_charge"
        if role == "Ủy viên" and body.startswith("Tỉnh ủy") and self.chance(0.2):
            capacity = "alternate"
        return Spell(self.random.choice(self.people), role, body, start, end, capacity, self._term(body, start))

    def _term(self, body: str, start: date) -> str:
        if "Tỉnh ủy" not in body or body.startswith("Ban Tổ chức"):
            return ""
        return next((term for day, term in reversed(CONGRESSES) if day <= start), "")

    def source(self, day: date, quote: str) -> Row:
        """A source that appears some days after what it tells."""
        published = min(day + timedelta(self.random.choice((0, 1, 3, 9))), date(2025, 6, 1))
        title = f"{self.random.choice(TITLES)} {self.random.randint(1, 3)}"
        said = {"source_title": title, "publisher": self.random.choice(PAPERS), "published": published.isoformat()}
        return said | {"quote": quote}

    def named(self, spell: Spell) -> Row:
        """The columns that say who and what."""
        person = spell.person
        name = person.name
        if self.chance(0.2):
            name = name.replace("Hòa", "Hoà").replace("Thúy", "Thuý")
        body = spell.body
        if body.startswith("Tỉnh ủy") and self.chance(0.2):
            body = f"Ban Chấp hành Đảng bộ tỉnh {self.place}"
        own = {"person_id": person.number, "id_source": "w", "born": person.born if person.number else ""}
        row = {"person": name, "role": spell.role, "organization": body, "capacity": spell.capacity, "term": spell.term}
        heads = spell.role in ("Bí thư", "Chủ tịch", "Giám đốc", "Trưởng ban")
        seats = "1" if (heads and self.chance(0.4)) or (self.seated and spell.role == "Phó Chủ tịch") else ""
        return row | {"seats": seats} | (own if person.number else {})

    def number(self) -> str:
        self.numbers += 1
        return f"{self.numbers if self.chance(0.8) else max(1, self.numbers - 1)}/QĐ-UBND"

    def issuer(self) -> str:
        return self.random.choice(
            (f"UBND tỉnh {self.place}", f"Ban Tổ chức Tỉnh ủy {self.place}", f"Tỉnh ủy {self.place}")
        )
