"""How sources tell of a drawn world: rows of decisions and tenures, copies, contradictions, changes, votes."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.oracle.worlds import CONGRESSES, LAST, PAPERS, Row, Spell, Tables, World

LOSSES = ("miễn nhiệm", "thôi giữ chức", "nghỉ hưu", "cách chức", "")


def draw_world(seed: int) -> Tables:
    """Draw the tables of one world; a seed gives the same ones each time."""
    world = World(Random(seed))
    if world.chance(0.5):
        _congress(world)
    if world.chance(0.4):
        _change(world)
    for _ in range(world.random.randint(4, 12)):
        _tell(world, world.spell())
    if world.chance(0.4):
        _last_day(world)
    if world.chance(0.4):
        _vote(world)
    if world.chance(0.4):
        _judge(world)
    return world.tables


def _coarse(world: World, day: date) -> str:
    return day.isoformat()[: world.random.choice((10, 10, 10, 10, 7, 4))]


def _tell(world: World, spell: Spell) -> None:
    way = world.random.random()
    if way < 0.3:
        _as_row(world, spell)
    elif way < 0.75:
        _as_decisions(world, spell)
    elif way < 0.9:
        _as_seen(world, spell)
    elif way < 0.95:
        _once(world, spell)
    else:
        _dated_once(world, spell)


def _as_row(world: World, spell: Spell) -> None:
    row = world.named(spell) | {"started": _coarse(world, spell.start)}
    if spell.end is not None and world.chance(0.9):
        row["ended"] = _coarse(world, spell.end)
    elif world.chance(0.3):
        row["planned_end"] = (spell.start + timedelta(1826)).isoformat()
    published = (spell.end or spell.start) + timedelta(world.random.choice((0, 30, 700)))
    title = f"Niên giám {world.random.randint(1, 2)}"
    source = {"source_title": title, "publisher": PAPERS[0], "published": min(published, LAST).isoformat()}
    world.add("tenures", row, source)
    if world.chance(0.2):
        world.add("tenures", row | {"started": _other_day(world, spell.start)}, source | {"source_title": "Sổ tay"})


def _other_day(world: World, day: date) -> str:
    """The same day less sharply, or another one nearby."""
    if world.chance(0.5):
        return day.isoformat()[:7]
    return (day + timedelta(world.random.choice((2, 20, -15)))).isoformat()


def _act(world: World, spell: Spell, event: str, day: date, action: str) -> Row:
    row = world.named(spell) | {"event": event, "date": _coarse(world, day), "action": action}
    row["date_basis"] = world.random.choice(("effective", "effective", "signed", "announced"))
    row["issuer"] = world.issuer()
    if world.chance(0.6):
        row["decision_number"] = world.number()
    return row


def _as_decisions(world: World, spell: Spell) -> None:
    limited = world.chance(0.2)
    row = _act(
        world, spell, "gain", spell.start, world.random.choice(("bổ nhiệm", "bổ nhiệm", "điều động", "chỉ định"))
    )
    if limited:
        row["planned_end"] = (spell.start + timedelta(1826)).isoformat()
    if world.chance(0.05):
        row |= {"date": "", "date_basis": ""}
    _with_copies(world, row, spell.start)
    if spell.end is None and world.chance(0.15):
        _approve(world, spell)
    if limited and spell.end is None and world.chance(0.5):
        _prolong(world, spell)
    if spell.end is not None and world.chance(0.85):
        _with_copies(world, _act(world, spell, "lose", spell.end, world.random.choice(LOSSES)), spell.end)
    if world.chance(0.3):
        _see(world, spell)


def _with_copies(world: World, row: Row, day: date) -> None:
    """Tell of an act, and perhaps again: the same words, or another day."""
    quote = f"{row['person']}: {row['action']} {row['role']}, {day.isoformat()}." if world.chance(0.8) else ""
    world.add("decisions", row, world.source(day, quote))
    if world.chance(0.25):
        again = dict(row)
        if world.chance(0.3) and row["date"]:
            again["date"] = _other_day(world, day)
        if world.chance(0.3):
            again["decision_number"] = ""
        told = world.random.choice((quote, quote, quote.upper().replace(".", " !"), f"Tin thêm về {row['person']}."))
        later = day + timedelta(world.random.choice((0, 0, 0, 30)))
        world.add("decisions", again, world.source(later, told))


def _approve(world: World, spell: Spell) -> None:
    day = spell.start + timedelta(world.random.choice((5, 30, 90)))
    elected = _act(world, spell, "gain", spell.start, "bầu") | {"date": spell.start.isoformat()}
    approved = _act(world, spell, "gain", day, world.random.choice(("phê chuẩn", "chuẩn y"))) | {
        "date": day.isoformat()
    }
    world.add("decisions", elected, world.source(spell.start, f"Bầu {spell.person.name}."))
    world.add("decisions", approved, world.source(day, f"Phê chuẩn {spell.person.name}."))


def _prolong(world: World, spell: Spell) -> None:
    day = spell.start + timedelta(1820)
    row = _act(world, spell, "gain", day, world.random.choice(("bổ nhiệm lại", "kéo dài"))) | {"date": day.isoformat()}
    row["planned_end"] = (day + timedelta(1826)).isoformat()
    world.add("decisions", row, world.source(day, "Bổ nhiệm lại."))


def _as_seen(world: World, spell: Spell) -> None:
    for _ in range(world.random.randint(1, 2)):
        _see(world, spell)
    if spell.end is not None and world.chance(0.4):
        world.add("decisions", _act(world, spell, "lose", spell.end, "miễn nhiệm"), world.source(spell.end, ""))


def _see(world: World, spell: Spell) -> None:
    days = ((spell.end or spell.start + timedelta(900)) - spell.start).days
    day = spell.start + timedelta(world.random.randint(1, max(2, days - 1)) if world.chance(0.9) else days + 100)
    row = world.named(spell) | {"event": "hold"}
    if world.chance(0.5):
        row["term"] = ""
    world.add("decisions", row, world.source(day, f"Ông (bà) {spell.person.name} dự họp."))


def _once(world: World, spell: Spell) -> None:
    """Someone who held a post once, or a loss of what nobody is known to have held."""
    if world.chance(0.5):
        world.add("decisions", world.named(spell) | {"event": "held"}, world.source(spell.start, "Nguyên lãnh đạo."))
    else:
        world.add("decisions", _act(world, spell, "lose", spell.start, "miễn nhiệm"), world.source(spell.start, ""))


def _dated_once(world: World, spell: Spell) -> None:
    end = spell.end or spell.start + timedelta(700)
    row = world.named(spell) | {"event": "held", "date": _coarse(world, spell.start), "ended": _coarse(world, end)}
    world.add("decisions", row, world.source(end, "Từng giữ chức."))


def _last_day(world: World) -> None:
    spell = world.spell()
    action = world.random.choice(("từ trần", "từ trần", "khai trừ"))
    day = world.random.choice([day for day in world.days if day.year > 2016] or [date(2021, 5, 5)])
    row = _act(world, spell, "lose", day, action) | {"date": day.isoformat()}
    world.add("decisions", row, world.source(day, f"{action}."))


def _congress(world: World) -> None:
    """A new term: three or more are elected on one day, the head among them as a rule; some were there before."""
    bodies = sorted({body for _, body in world.posts if body.startswith("Tỉnh ủy")})
    if not bodies:
        return
    body, start, term = bodies[0], *world.random.choice(CONGRESSES[1:])
    roles = ["Bí thư" if world.chance(0.85) else "Phó Bí thư", "Phó Bí thư", "Ủy viên", "Ủy viên", "Ủy viên"]
    people = world.random.sample(world.people, min(len(world.people), world.random.randint(3, 5)))
    for person, role in zip(people, roles, strict=False):
        spell = Spell(person, role, body, start, None, "", term)
        row = _act(world, spell, "gain", start, "bầu") | {"date": start.isoformat()}
        if world.chance(0.4):
            before = Spell(person, role, body, date(2012, 3, 1), None, "", "2010-2015")
            world.add(
                "decisions", _act(world, before, "gain", before.start, "chỉ định"), world.source(before.start, "")
            )
        world.add("decisions", row, world.source(start, f"Đại hội bầu {person.name}."))


def _change(world: World) -> None:
    """A merger, a new name or an end of offices; what came of them has posts of its own."""
    offices = sorted({body for _, body in world.posts if body.startswith("Sở")})
    if not offices:
        return
    day = world.random.choice(world.days[2:])
    kind = world.random.choice(("merge", "rename", "dissolve"))
    new = "" if kind == "dissolve" else f"Sở Tổng hợp tỉnh {world.place}"
    source = {"source_title": "Sắp xếp các sở", "publisher": PAPERS[0], "published": day.isoformat()}
    change = {"date": day.isoformat(), "kind": kind, "to": new, "decision_number": "40/NQ-HĐND"}
    if kind == "merge":
        row = {"organization": new, "level": "province", "place": world.place, "started": day.isoformat()}
        world.add("organizations", row | {"parent": f"UBND tỉnh {world.place}", "parent_kind": "structural"}, source)
    for office in offices if kind == "merge" else offices[:1]:
        world.add("changes", change | {"from": office, "issuer": f"HĐND tỉnh {world.place}"}, source)
    _follow(world, kind, new, day)


def _follow(world: World, kind: str, new: str, day: date) -> None:
    old = {row["from"] for row in world.tables["changes"]}
    drawn = world.spell

    def spell() -> Spell:
        """Print the name that the body bears on the day a spell starts."""
        found = drawn()
        if found.body not in old or found.start < day:
            ended = found.body in old and kind != "rename" and found.end is not None and found.end >= day
            return Spell(**{**_fields(found), "end": None}) if ended else found
        if kind == "dissolve":
            return Spell(**{**_fields(found), "start": day - timedelta(500), "end": None})
        return Spell(**{**_fields(found), "body": new})

    world.spell = spell  # type: ignore[method-assign]


def _fields(spell: Spell) -> dict[str, object]:
    return {name: getattr(spell, name) for name in ("person", "role", "body", "start", "end", "capacity", "term")}


def _vote(world: World) -> None:
    body = f"HĐND tỉnh {world.place}"
    if not any(known == body for _, known in world.posts):
        return
    day = world.day()
    source = {"source_title": "Kỳ họp", "publisher": PAPERS[1], "published": (day + timedelta(1)).isoformat()}
    row = {
        "date": day.isoformat(),
        "body": body,
        "subjects": "12",
        "level": "wording",
        "wording": "Đa số tín nhiệm cao",
    }
    told = [row for name in ("tenures", "decisions") for row in world.tables[name] if row["organization"] != ""]
    if world.chance(0.4) or not told:
        world.add("votes", row, source)
        return
    rated = world.random.choice(told)
    names = {key: rated[key] for key in ("person", "role", "organization")}
    counts = {"subjects": "1", "level": "counts", "wording": "", "high": "40", "medium": "5", "low": "1"}
    world.add("votes", row | names | counts, source)


def _judge(world: World) -> None:
    """Verdicts by hand on two names or ids, perhaps taken back, perhaps on a name that nobody bears."""
    told = [row for name in ("tenures", "decisions") for row in world.tables[name]]
    names = {row["person"] for row in told} | {f"w:{row['person_id']}" for row in told if row["person_id"]}
    if len(names) < 2:
        return
    for _ in range(world.random.randint(1, 2)):
        pair = world.random.sample(sorted(names), 2)
        if world.chance(0.1):
            pair[1] = "Đinh Văn Chưa Có"
        for _ in range(world.random.choice((1, 1, 2))):
            day = date(2025, 1, 1) + timedelta(world.random.randrange(300))
            row = {"person_a": pair[0], "person_b": pair[1], "by": "thử", "at": f"{day.isoformat()}T08:00:00+00:00"}
            row["verdict"] = world.random.choice(("same", "same", "different", "unsure"))
            world.random.shuffle(pair)
            world.add("judgements", row | {"why": "Hồ sơ."}, {})
