"""The nouns of the project as frozen values. A Claim is never edited; all else is concluded from claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.dates import Bound, PartialDate

Event = Literal["gain", "lose", "hold", "held"]
ClaimKind = Literal["post", "vote", "tie", "change", "name"]
Table = Literal["tenures", "decisions", "organizations", "changes", "votes"]
Capacity = Literal["full", "alternate", "acting", "in_charge"]
DateBasis = Literal["effective", "signed", "announced"]
StartBasis = Literal["effective", "signed", "announced", "stated", "attested", "closing_only"]
EndBasis = Literal["decision", "body_ended", "post_ended", "term", "death", "replaced", "stated"]
ChangeKind = Literal["rename", "merge", "split", "transfer", "dissolve", "create"]
ParentKind = Literal["structural", "organ", "leads"]
Verdict = Literal["same", "different", "unsure"]
Inferred = Literal["person", "role", "organization", "issuer", "date", "body", "event", "end"]  # of a date: its year
PublishedBasis = Literal["stated", "inferred", "loaded"]

CAPACITIES: tuple[Capacity, ...] = ("full", "alternate", "acting", "in_charge")
EVENTS: tuple[Event, ...] = ("gain", "lose", "hold", "held")
VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Source:
    """A document or table we learned from. `id`: of what the table gives, else of the file's hash (RULES 22)."""

    id: str
    kind: Literal["article", "decision", "table", "dataset"]
    published: date
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    sha256: str | None = None
    published_basis: PublishedBasis = "stated"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one source says, as read; `raw` is the JSON of what was printed.

    Which fields are filled depends on `kind`: post (a person in a post), vote (a confidence vote), tie (a body and
    its parent), change (a reorganisation), name (another name of a person). `table` names the input table whose row
    tells it when it is exported; a claim read from a text is exported as a row of `decisions` or `votes`.
    """

    id: str
    source: str
    kind: ClaimKind
    table: Table
    raw: str = "{}"
    # a person
    person: str | None = None
    person_id: str | None = None
    id_source: str | None = None
    names: tuple[str, ...] = ()
    born: int | None = None
    # a post
    event: Event | None = None
    action: str | None = None
    role: str | None = None
    organization: str | None = None
    capacity: Capacity = "full"
    term: str | None = None
    head: bool | None = None
    seats: int | None = None
    rank: int | None = None
    implies: tuple[str, ...] = ()
    title_en: str | None = None
    # when, and by which decision
    date: PartialDate | None = None
    date_basis: DateBasis | None = None
    elected: PartialDate | None = None
    end: PartialDate | None = None
    planned_end: PartialDate | None = None
    issuer: str | None = None
    number: str | None = None
    # a body, a tie to its parent
    body_names: tuple[str, ...] = ()
    body_kind: str | None = None
    level: str | None = None
    place: str | None = None
    parent: str | None = None
    parent_kind: ParentKind | None = None
    founded: PartialDate | None = None
    dissolved: PartialDate | None = None
    # a change of bodies
    change: ChangeKind | None = None
    before: str | None = None
    after: str | None = None
    # a confidence vote
    body: str | None = None
    vote_level: str | None = None
    wording: str | None = None
    subjects: int | None = None
    high: int | None = None
    medium: int | None = None
    low: int | None = None
    # the passage
    quote: str | None = None
    quote_start: int | None = None
    quote_end: int | None = None
    rule: str = ""
    inferred: tuple[Inferred, ...] = ()  # fields that a loader completed or supplied; each has its words


@dataclass(frozen=True, slots=True)
class Judgement:
    """What someone decided on two persons, each told by an id or by a name as printed (RULES 26). Never edited.

    `at` is the day or moment of judging in ISO form, so that its texts sort by time.
    """

    id: str
    person_a: str
    person_b: str
    verdict: Verdict
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one post over one period, concluded from claims (RULES 1-15)."""

    id: str
    person: str
    post: str
    organization: str
    start: Bound
    end: Bound
    started: PartialDate | None
    ended: PartialDate | None
    started_basis: StartBasis
    ended_basis: EndBasis | None
    capacity: Capacity
    term: str | None
    last_attested: date | None
    planned_end: PartialDate | None
    claims: tuple[str, ...]
    openers: tuple[str, ...]
    closers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a careful reader should look at: a contradiction, a closing of what nobody held (RULES 23)."""

    kind: str
    vi: str
    en: str
    claims: tuple[str, ...] = ()
