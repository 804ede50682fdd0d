"""Small claims written by hand for the tests of what is concluded: one line a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from graph.claims import with_id
from graph.dates import parse_partial
from graph.ids import make_id
from graph.items import Item, make_items
from graph.model import Claim, Source, Tenure
from graph.names import exact_key, role_key
from graph.tenures import Concluded, Holding, PostFacts, Setting, conclude_tenures

DATES = ("date", "end", "planned_end", "founded", "dissolved")
PUBLISHED = date(2024, 1, 1)


def make_source(title: str, published: str = "2024-01-01") -> Source:
    return Source(make_id("source", title, published), "table", date.fromisoformat(published), title=title)


def make_claim(source: Source | None = None, **said: Any) -> Claim:
    """A post claim of `decisions`, unless it says otherwise; dates are given as text."""
    given: dict[str, Any] = {"kind": "post", "table": "decisions"}
    if said.get("kind", "post") == "post":
        given |= {
            "person": "Nguyễn Văn An",
            "role": "Bí thư",
            "organization": "Tỉnh ủy Sơn La",
            "head": True,
            "seats": 1,
        }
    given |= said
    for name in DATES:
        if isinstance(given.get(name), str):
            given[name] = parse_partial(given[name])
    return with_id(Claim(id="", source=(source or make_source("A")).id, **given))


def gain(when: str | None, source: Source | None = None, **more: Any) -> Claim:
    return make_claim(source, event="gain", date=when, **more)


def lose(when: str | None, source: Source | None = None, **more: Any) -> Claim:
    return make_claim(source, event="lose", date=when, **more)


def hold(source: Source | None = None, **more: Any) -> Claim:
    return make_claim(source, event="hold", **more)


def held(source: Source | None = None, *, start: str | None = None, end: str | None = None, **more: Any) -> Claim:
    return make_claim(source, event="held", date=start, end=end, **more)


def row(start: str | None, end: str | None = None, source: Source | None = None, **more: Any) -> Claim:
    """A row of `tenures`."""
    event = "hold" if end is None else "held"
    return make_claim(source, table="tenures", event=event, date=start, end=end, **more)


def change(kind: str, when: str, before: str | None, after: str | None, source: Source | None = None) -> Claim:
    return make_claim(source, kind="change", table="changes", change=kind, date=when, before=before, after=after)


def tie(organization: str, **more: Any) -> Claim:
    return make_claim(more.pop("source", None), kind="tie", table="organizations", organization=organization, **more)


Told = Claim | tuple[Claim, str]


def told_on(told: Told) -> tuple[Claim, date]:
    return (told, PUBLISHED) if isinstance(told, Claim) else (told[0], date.fromisoformat(told[1]))


def items_of(claims: Iterable[Told]) -> list[Item]:
    return [item for told in claims for item in make_items(*told_on(told))]


def holding(told: Told, *, story: str = "") -> Holding:
    """The claim with person and post by their printed names."""
    claim, published = told_on(told)
    post = f"{role_key(claim.role or '')} of {claim.organization}"
    decision = claim.number if claim.event in ("gain", "lose") else None
    return Holding(claim, published, exact_key(claim.person or ""), post, decision, story)


def facts_of(holdings: Sequence[Holding]) -> dict[str, PostFacts]:
    return {
        each.post: PostFacts(
            each.post,
            each.claim.organization or "",
            f"{each.claim.role} {each.claim.organization}",
            single=each.claim.seats == 1,
            party=each.claim.body_kind == "committee",
            head=each.claim.head is True,
        )
        for each in holdings
    }


def conclude(*told: Told, stories: Sequence[str] = (), **setting: Any) -> Concluded:
    """Conclude the tenures of some claims, published on PUBLISHED unless a day is given with them."""
    named = [*stories, *[""] * (len(told) - len(stories))]
    holdings = [holding(each, story=story) for each, story in zip(told, named, strict=True)]
    for name in ("body_ends",):
        if name in setting:
            setting[name] = {body: parse_partial(day) for body, day in setting[name].items()}
    return conclude_tenures(holdings, Setting(facts_of(holdings), **setting))


def said(tenure: Tenure) -> str:
    """A tenure in one line: start and end as printed, bounds, bases."""

    def bound(least: date | None, most: date | None) -> str:
        return str(least or "") if least == most else f"{least or ''}..{most or ''}"

    start, end = bound(tenure.start.least, tenure.start.most), bound(tenure.end.least, tenure.end.most)
    return f"{start} {tenure.started_basis} - {end} {tenure.ended_basis or 'open'}"


def lines(concluded: Concluded) -> list[str]:
    """All tenures, each in one line, in the order of their starts."""
    return [said(each) for each in in_time(concluded.tenures)]


def in_time(tenures: Iterable[Tenure]) -> list[Tenure]:
    return sorted(tenures, key=lambda each: (each.start.least or each.end.most or date.min, each.person))


def doubts(concluded: Concluded) -> list[str]:
    return sorted(doubt.kind for doubt in concluded.doubts)
