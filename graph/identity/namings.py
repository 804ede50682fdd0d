"""What a claim says of whom it names: the name, and whatever may tell its bearer from others or join the two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph.ids import make_id
from graph.names import exact_key

# Sources that date a move by both ends overlap by days: measured on one person's own rows, at most 25.
HANDOVER = timedelta(days=31)
# Nobody of the 4,935 who hold a post in `loaders/sample/vietnam` comes back to it after more: the longest is 16 years.
LONGEST_AWAY = timedelta(days=17 * 365)


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that one alone holds, in a province, from one day until another: two at once are two people."""

    place: str
    since: date
    until: date

    def excludes(self, other: Seat) -> bool:
        """Tell whether nobody can hold both: in two places at once for longer than a handover takes."""
        shared = min(self.until, other.until) - max(self.since, other.since)
        return self.place != other.place and shared > HANDOVER


@dataclass(frozen=True, slots=True)
class Service:
    """Where a claim sees the person, and on which days at the least (first, last).

    `begun`: it tells that the person took the post up on `first`; `left`: the day by which it tells an end.
    """

    body: str
    place: str | None
    level: str | None
    first: date
    last: date
    begun: bool = False
    left: date | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """From when until when claims see somebody in one post; whether they tell that it was taken up then, and left."""

    first: date
    begun: bool
    last: date
    left: bool

    @classmethod
    def of(cls, service: Service) -> Presence:
        last = max(service.last, service.left or service.last)
        return cls(service.first, service.begun, last, service.left is not None)

    def __or__(self, other: Presence) -> Presence:
        first, begun = min((self.first, not self.begun), (other.first, not other.begun))
        last, left = max((self.last, self.left), (other.last, other.left))
        return Presence(first, not begun, last, left)

    def is_over_long_before(self, other: Presence) -> bool:
        """Tell whether the post was left too long before the other took it up for one person's return."""
        return self.left and other.begun and other.first - self.last > LONGEST_AWAY


@dataclass(frozen=True, slots=True)
class Naming:
    """One claim's naming of a person, with what may tell or join it."""

    claim: str
    person: str
    names: tuple[str, ...]
    ref: str | None
    born: int | None
    post: str | None
    source: str
    decision: str | None
    roster: str | None  # the seat in one list: two namings of one roster seat are two people
    seat: Seat | None = None
    service: Service | None = None
    alone: bool = False  # the post is one person's at a time

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(exact_key(name) for name in (self.person, *self.names))

    @property
    def key(self) -> str:
        """What the person's id is made of: the source's own id, else exact name and post."""
        return self.ref if self.ref is not None else name_in_post(self.person, self.post)

    @property
    def slot(self) -> str:
        """The id that this naming gives its person, if no other key comes before it."""
        return person_id(self.key)


@lru_cache(maxsize=65536)
def person_id(key: str) -> str:
    """The id of a person by one key."""
    return make_id("person", key)


def name_in_post(name: str, post: str | None) -> str:
    """The key of somebody whom no source gives an id."""
    return f"{exact_key(name)} @ {post}"
