"""A row of one of our tables as a Claim: what it says, with what the gazetteers know of its role and body."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from graph.claims import with_id
from graph.errors import Text
from graph.model import CAPACITIES, EVENTS, Capacity, ChangeKind, Claim, DateBasis, ParentKind, Source, Table
from graph.names import role_key
from loaders.gazetteers import Gazetteers
from loaders.gazetteers.roles import split_capacity
from loaders.tables.cells import Row
from loaders.tables.people import Printed, parse_person
from loaders.tables.readings import read_raw, read_rule, with_reading
from loaders.tables.vocabulary import complete_post, find_leader

LEVELS = ("central", "province", "district", "commune", "unit")
VOTE_LEVELS = ("counts", "wording", "held_only")
CHANGES: tuple[ChangeKind, ...] = get_args(ChangeKind)
PARENT_KINDS: tuple[ParentKind, ...] = get_args(ParentKind)
DATE_BASES: tuple[DateBasis, ...] = get_args(DateBasis)
IN_CHARGE = role_key("Phụ trách")


def make_claim(row: Row, table: Table, source: Source, *, id_source: str, gazetteers: Gazetteers) -> Claim:
    """Read a row as the claim it makes; raise CellError where a cell is not understood."""
    blank = Claim(
        id="",
        source=source.id,
        kind="post",
        table=table,
        raw=read_raw(row),
        quote=row.verbatim("quote"),
        rule=read_rule(row),
    )
    if table == "tenures":
        claim = complete_post(_tenure(row, _post(row, blank, id_source, gazetteers)), gazetteers, source.published)
    elif table == "decisions":
        claim = complete_post(_decision(row, _post(row, blank, id_source, gazetteers)), gazetteers, source.published)
    elif table == "organizations":
        claim = _tie(row, blank)
    elif table == "changes":
        claim = _change(row, blank)
    else:
        claim = _vote(row, blank, gazetteers)
    return with_id(with_reading(claim, row))


def _post(row: Row, blank: Claim, id_source: str, gazetteers: Gazetteers) -> Claim:
    person = parse_person(row.name("person"), gazetteers)
    person_id = row.text("person_id")
    organization = row.name("organization")
    role, told = split_capacity(row.name("role"))
    leader = find_leader(gazetteers, organization) if role_key(role) == IN_CHARGE else None
    capacity: Capacity = row.word("capacity", CAPACITIES) or told
    return replace(
        blank,
        person=person.name,
        person_id=person_id,
        id_source=(row.text("id_source") or id_source) if person_id is not None else None,
        names=_other_names(row, person, gazetteers),
        born=row.whole("born", least=1800, most=2100) or person.born,
        role=leader or role,
        inferred=("role",) if leader is not None else (),
        organization=organization,
        capacity=capacity,
        term=row.text("term"),
        seats=row.whole("seats", least=1),
        planned_end=row.partial("planned_end"),
        end=row.partial("ended"),
    )


def _other_names(row: Row, person: Printed, gazetteers: Gazetteers) -> tuple[str, ...]:
    """The names besides: in brackets after the name, then those of a column of their own."""
    listed = [parse_person(name, gazetteers) for name in row.list("names")]
    names = (*person.names, *(name for other in listed for name in (other.name, *other.names)))
    return tuple(dict.fromkeys(name for name in names if name != person.name))


def _tenure(row: Row, post: Claim) -> Claim:
    return replace(post, event="hold" if post.end is None else "held", date=row.partial("started"))


def _decision(row: Row, post: Claim) -> Claim:
    event = row.word("event", EVENTS)
    if event is None:
        row.needed("event")
    return replace(
        post,
        event=event,
        action=row.lower("action"),
        date=row.partial("date"),
        date_basis=row.word("date_basis", DATE_BASES),
        number=row.text("decision_number"),
        issuer=row.text("issuer"),
    )


def _tie(row: Row, blank: Claim) -> Claim:
    parent = row.text("parent")
    kind = row.word("parent_kind", PARENT_KINDS)
    name = row.name("organization")
    return replace(
        blank,
        kind="tie",
        organization=name,
        body_names=tuple(other for other in row.list("names") if other != name),
        body_kind=row.text("kind"),
        level=row.word("level", LEVELS),
        place=row.text("place"),
        parent=parent,
        parent_kind=(kind or "structural") if parent is not None else None,
        date=row.partial("started"),
        end=row.partial("ended"),
        founded=row.partial("founded"),
        dissolved=row.partial("dissolved"),
    )


def _change(row: Row, blank: Claim) -> Claim:
    kind = row.word("kind", CHANGES)
    row.needed("date")
    row.needed("kind")
    before, after = row.text("from"), row.text("to")
    for column, value, unwanted in (("from", before, "create"), ("to", after, "dissolve")):
        if kind == unwanted and value is not None:
            why = Text(f"với kind {unwanted} cột này phải trống", f"with the kind {unwanted} this column stays blank")
            raise row.fail(column, why)
        if kind != unwanted and value is None:
            row.needed(column)
    return replace(
        blank,
        kind="change",
        change=kind,
        before=before,
        after=after,
        date=row.partial("date"),
        number=row.text("decision_number"),
        issuer=row.text("issuer"),
    )


def _vote(row: Row, blank: Claim, gazetteers: Gazetteers) -> Claim:
    return replace(
        blank,
        kind="vote",
        body=row.name("body"),
        vote_level=row.word("level", VOTE_LEVELS),
        wording=row.text("wording"),
        subjects=row.whole("subjects"),
        person=parse_person(row.name("person"), gazetteers).name if row.text("person") is not None else None,
        role=row.text("role"),
        organization=row.text("organization"),
        high=row.whole("high"),
        medium=row.whole("medium"),
        low=row.whole("low"),
        date=row.partial("date"),
    )
