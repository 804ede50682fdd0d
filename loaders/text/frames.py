"""Step 4: the discourse frame: issuer, number, day and verb that a clause leaves to the ones before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from loaders.gazetteers.entries import VerbEntry
from loaders.text.bodies import Body
from loaders.text.chunks import Posts, Subject
from loaders.text.clausewords import kind_of
from loaders.text.complete import Post, complete_body, complete_titles
from loaders.text.context import Context, level_of
from loaders.text.dating import Dated, date_role, make_partial
from loaders.text.levels import Place
from loaders.text.lexicon import read_lexicon
from loaders.text.mentions import Token, When
from loaders.text.predicates import Predicate
from loaders.text.titles import Page, body_of_phrase

_NOT_DECIDERS = ("party_organization", "bloc", "press", "place")


@dataclass(slots=True)
class Frame:
    """What holds until a cue or a new value replaces it."""

    verb: VerbEntry | None = None
    issuer: tuple[str, int, int] | None = None
    assembly: tuple[str, int, int] | None = None  # the council or committee that meets
    announced: Dated | None = None
    effective: Dated | None = None
    term: str | None = None
    open: Predicate | None = None  # a verb and posts whose persons follow as a list
    subjects: list[Subject] = field(default_factory=list)
    given: list[Post] = field(default_factory=list)  # the posts given or taken lately, the last first
    given_at: int = -9
    houses: tuple[Post, ...] = ()  # the heads of the bodies that this sentence names
    given_to: str | None = None
    label: Body | Place | str | None = None  # what heads the line: `Ban Pháp chế: đồng chí A`, `Khu vực II: ông B`
    about: Subject | None = None  # the one person the sentences before named last
    line: int = -1
    career_line: int = -1  # the line that told a step of a career last
    at: int = 0  # the number of the sentence
    verb_at: int = -9
    gave_at: int = -9  # the sentence whose verb gave somebody a post
    giver: Predicate | None = None  # a verb over a list of posts and persons
    unnamed: Predicate | None = None  # a verb that gives posts which its list prints beside the persons
    decided_at: int = -9
    year: int | None = None
    in_item: bool = False
    number: Token | None = None
    number_day: Dated | None = None
    number_at: int = -9
    number_heads: bool = False  # the number stands over a list of decisions

    @property
    def deciding(self) -> bool:
        """Tell whether a decision was spoken of in the three sentences before."""
        return self.at - self.decided_at <= 3

    @property
    def near_posts(self) -> list[Post]:
        """Those of this sentence and the one before: one more `Phó Bí thư` is of the same committee."""
        return self.given if self.at - self.given_at <= 1 else []

    @property
    def fresh(self) -> bool:
        """Tell whether the last verb was said in this sentence or the one before."""
        return self.at - self.verb_at <= 1


def find_issuer(context: Context, predicate: Predicate) -> tuple[str, int, int] | None:
    """Name who decided, if the clause says so: the last body or lone title before the verb, or its active subject."""
    active = not predicate.passive and predicate.after and predicate.before and predicate.verb is not None
    decider = predicate.before[-1] if active else None
    for item in reversed(predicate.deciders):
        if decider is not None and item.start < decider.start:
            break
        if (found := _decider(context, item)) is not None:
            return found
    if decider is None and predicate.signed and predicate.before:
        decider = predicate.before[-1]
    titles = complete_titles(context, decider.before) if decider is not None else ()
    if decider is None or not titles:
        return None
    return title_name(titles[-1].role, titles[-1].body.name), decider.start, decider.person.start


def _decider(context: Context, item: Body | Posts) -> tuple[str, int, int] | None:
    """Name a body or a head of one that can decide; members and party organizations do not."""
    if isinstance(item, Body):
        named = complete_body(context, None, item) if kind_of(item) not in _NOT_DECIDERS else None
        return None if named is None else (named.name, item.start, item.end)
    if len(item.titles) != 1 or item.titles[0].entry is None or not item.titles[0].entry.head:
        return None
    posts = complete_titles(context, item.titles)
    return (title_name(posts[0].role, posts[0].body.name), item.start, item.end) if posts else None


def title_name(role: str, body: str) -> str:
    """Write a title as one would say it: `Thủ tướng Chính phủ`, `Chủ tịch nước`."""
    if role.endswith("nước"):
        return role
    return f"{role} {body}"


def issuer_of_number(context: Context, number: Token | None) -> str | None:
    """Name the issuer that a number's sign stands for: `/QĐ-TTg` is the Prime Minister, `-QĐ/TU` the text's Tỉnh ủy."""
    if number is None:
        return None
    parts = str(number.means["number"]).replace("/", "-").split("-")
    signs = [part.rstrip("0123456789") for part in parts if part.rstrip("0123456789")][1:]
    issuer = read_lexicon().gazetteers.issuers.get(signs[0].casefold()) if signs else None
    body = None if issuer is None else body_of_phrase(issuer)
    if body is None:
        return issuer
    named = complete_body(context, None, replace(body, start=number.start, end=number.end))
    return None if named is None else _as_city(named.name)


def _as_city(committee: str) -> str:
    """`TU` is of a province or of a city under the centre: `Tỉnh ủy Đà Nẵng` is none."""
    place = committee.removeprefix("Tỉnh ủy ")
    return f"Thành ủy {place}" if place != committee and level_of(place) == "thành phố" else committee


def find_dates(page: Page, frame: Frame, predicate: Predicate) -> tuple[Dated | None, Dated | None, str | None]:
    """Say from when a clause's decision counts, when it was made or announced, and until when."""
    effective: Dated | None = None
    made: Dated | None = None
    until: str | None = None
    for token, when in predicate.dates:
        role = date_role(page.folded, token.start, token.end)
        dated = _dated(frame, when, signed=predicate.number is not None, effective=role == "effective")
        if dated is None or role == "born":
            continue
        if role == "until":
            until = dated.date
        elif role == "effective":
            effective = effective or dated
        else:
            made = made or dated
    return effective, made, until


def _dated(frame: Frame, when: When, *, signed: bool, effective: bool) -> Dated | None:
    partial, supplied = make_partial(when, frame.year)
    if partial is None:
        return None
    return Dated(str(partial), "effective" if effective else "signed" if signed else "announced", supplied)


def note_issuer(page: Page, context: Context, frame: Frame, predicate: Predicate) -> None:
    """Keep who decides, and by which number, for the sentences that follow."""
    if predicate.number is not None and not predicate.speaks and not predicate.subjects:
        dates = find_dates(page, frame, predicate)
        frame.number, frame.number_day, frame.number_at = predicate.number, dates[1], frame.at
        frame.number_heads = True
    found = find_issuer(context, predicate)
    if found is not None and (predicate.decided or predicate.verb is not None) and not predicate.killed:
        frame.issuer = found
