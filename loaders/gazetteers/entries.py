"""The entries of the gazetteers as values, made from the rows of their files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from loaders.gazetteers.rows import Row

NEEDS = ("province", "city", "district", "place", "host", "committee", "parent", "field", "name")
LEVELS = ("central", "province", "district", "commune", "unit", "")
DISTRICT_LEVELS = ("huyện", "quận", "thị xã", "thành phố")
PARENT_KINDS = ("structural", "organ", "leads", "")
VERB_KINDS = (
    "decision", "leave", "ask", "acting", "in_charge", "assign", "expel", "move",
    "link", "post", "join", "charge", "also", "copula",
)  # fmt: skip
COLUMN_KINDS = ("number", "person", "unit", "post", "new", "old", "time", "note", "count", "other")
WEIGHTS = ("usual", "rare")
HONORIFIC_KINDS = ("lead", "rank", "degree")
TAIL_KINDS = ("line", "start", "list")
CUE_KINDS = (
    "kill", "former", "now", "past", "struck", "new", "acting", "replaces", "passive", "toward", "alias", "and",
    "decision", "propose", "meeting", "vote", "predecessor", "blind", "proxy",
    "unnamed", "same_day", "next_day", "day_before", "undated", "signing_day", "rebuke", "turn", "later",
)  # fmt: skip
BARE_BEFORE = ("name", "head", "")


@dataclass(frozen=True, slots=True)
class BareEntry:
    """A small word as typed without diacritics, and how it must stand to be meant."""

    bare: str
    full: str
    before: str


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A title; what it swallows from its body's name; whether it leads alone."""

    title: str
    forms: tuple[str, ...]
    puts_back: str
    default_body: str
    head: bool
    rank: int
    english: str


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A phrase that names role and body at once: `Tỉnh ủy viên`."""

    forms: tuple[str, ...]
    role: str
    body: str


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """A word that opens a body's name, and what must follow it."""

    head: str
    forms: tuple[str, ...]
    kind: str
    level: str
    needs: str
    leader: str


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body known by name."""

    name: str
    forms: tuple[str, ...]
    kind: str
    level: str
    parent: str
    parent_kind: str
    valid_from: date | None
    valid_until: date | None
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A province or a city under the centre; the first day with it, the first day without."""

    name: str
    forms: tuple[str, ...]
    level: str
    successor: str
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class DistrictEntry:
    """A district in its province: the first day there, the first day no more."""

    name: str
    forms: tuple[str, ...]
    level: str
    province: str
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb of decision or a word that links one to its post."""

    forms: tuple[str, ...]
    event: str
    action: str
    kind: str


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word with a kind and one datum more: cues, honorifics, surnames, abbreviations, signs, tail marks."""

    word: str
    kind: str
    value: str = ""


def make_role(row: Row) -> RoleEntry:
    """Make a role of a row of `roles.tsv`."""
    head = row.one_of("head", ("yes", "no")) == "yes"
    return RoleEntry(
        row["title"],
        row.forms("title"),
        row["puts_back"],
        row["default_body"],
        head,
        row.number("rank"),
        row["english"],
    )


def make_title(row: Row) -> TitleEntry:
    """Make a whole title of a row of `titles.tsv`."""
    return TitleEntry(row.forms("title"), row["role"], row["body"])


def make_head(row: Row) -> HeadEntry:
    """Make a body's opening word of a row of `heads.tsv`."""
    return HeadEntry(
        row["head"],
        row.forms("head"),
        row["kind"],
        row.one_of("level", LEVELS),
        row.one_of("needs", NEEDS),
        row["leader"],
    )


def make_body(row: Row) -> BodyEntry:
    """Make a named body of a row of `bodies.tsv`."""
    return BodyEntry(
        row["name"],
        row.forms("name"),
        row["kind"],
        row.one_of("level", LEVELS),
        row["parent"],
        row.one_of("parent_kind", PARENT_KINDS),
        *row.validity(),
        row.list("successor"),
    )


def make_place(row: Row) -> PlaceEntry:
    """Make a place of a row of `places.tsv`."""
    level = row.one_of("level", ("province", "city"))
    return PlaceEntry(row["name"], row.forms("name"), level, row["successor"], *row.validity())


def make_district(row: Row, provinces: Collection[str]) -> DistrictEntry:
    """Make a district of a row of `districts.tsv`; its province is one of `places.tsv`."""
    level, province = row.one_of("level", DISTRICT_LEVELS), row["province"]
    if province not in provinces:
        raise row.fault(
            vi=f"tỉnh «{province}» không có trong places.tsv; hãy thêm vào đó trước",
            en=f"the province '{province}' is not in places.tsv; add it there first",
        )
    return DistrictEntry(row["name"], row.forms("name"), level, province, *row.validity())


def make_honorific(row: Row) -> WordEntry:
    """Make an honorific, rank or degree of a row of `honorifics.tsv`, with the sex it tells."""
    return WordEntry(row["words"], row.one_of("kind", HONORIFIC_KINDS), row.one_of("sex", ("m", "f", "")))


def make_verb(row: Row) -> VerbEntry:
    """Make a verb of a row of `verbs.tsv`."""
    return VerbEntry(
        row.forms("phrase"),
        row.one_of("event", ("gain", "lose", "")),
        row["action"],
        row.one_of("kind", VERB_KINDS),
    )
