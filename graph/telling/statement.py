"""One statement in words: what it says, the sentence or row, the source, who copied it, what was added, its loads."""

from __future__ import annotations

from collections.abc import Iterator

from graph.by_hand import fields_by_hand, rule_before
from graph.claims import SOURCE_COLUMNS, TABLE_RULE
from graph.evidence import Statement
from graph.items import is_struck_off
from graph.model import Claim, Inferred, Source
from graph.names import nfc
from graph.sources import LoadInfo
from graph.telling.numbers import Numbered
from graph.words import Words


def tell_statement(statement: Statement, numbered: Numbered, words: Words) -> str:
    """Say in one line what a claim says: event, person, post, verb, day, decision."""
    parts = [_event(statement.claim, words), *_particulars(statement.claim, words)]
    aside = _aside(statement, numbered, words)
    return f"[{numbered.number(statement)}] {'; '.join(parts)}.{aside}"


def tell_details(statement: Statement, numbered: Numbered, words: Words) -> list[str]:
    """Say what lets a reader check it: sentence or row, source, copies, rule, what was supplied, loads."""
    claim = statement.claim
    return [
        *_passage(statement, words),
        words("why.source", source=_source(statement.source, words)),
        *_copies(statement, numbered, words),
        words("why.rule.table") if claim.rule == TABLE_RULE else words("why.rule", rule=rule_before(claim.rule) or "–"),
        *(words("why.inferred", what=say_inferred(field, claim.rule, words)) for field in claim.inferred),
        *(_load(load, words) for load in statement.loads),
    ]


def say_inferred(field: Inferred, rule: str, words: Words) -> str:
    """Say what was corrected by hand, or completed or supplied by a loader; a rule may have words of its own for it."""
    if field in fields_by_hand(rule):
        return words(f"by_hand.{field}")
    of_rule = words.table.get(f"inferred.{field}.{rule_before(rule)}")
    return of_rule or words(f"inferred.{field}")


def undo_command(load: LoadInfo) -> str:
    """Write the command that takes a load back."""
    return f"python -m loaders undo {load.id}"


def _event(claim: Claim, words: Words) -> str:
    post = words("post", role=claim.role, organization=claim.organization)
    match claim.kind:
        case "post":
            return words(f"why.event.{claim.event}", person=claim.person, post=post)
        case "vote":
            return words("why.event.vote", body=claim.body, person=claim.person, post=post)
        case "change":
            kind = words.named("kind", claim.change or "")
            return words("why.event.change", before=claim.before or "–", after=claim.after or "–", kind=kind)
    return words("why.event.tie", body=claim.organization)


def _particulars(claim: Claim, words: Words) -> Iterator[str]:
    if claim.action:
        yield words("why.said.action", action=claim.action)
    yield from _days(claim, words)
    if claim.number:
        yield words("why.said.decision", number=claim.number)
    if claim.issuer:
        yield words("why.said.issuer", issuer=claim.issuer)
    if claim.capacity != "full":
        yield words("why.said.capacity", capacity=words(f"capacity.{claim.capacity}"))
    if claim.term:
        yield words("why.said.term", term=claim.term)


def _days(claim: Claim, words: Words) -> Iterator[str]:
    spans = claim.event in ("hold", "held") and not is_struck_off(claim)
    day = claim.dissolved if claim.kind == "tie" else claim.date
    if day is not None and spans:
        yield words("why.said.from", day=words.day(str(day)))
    elif day is not None and claim.date_basis is not None:
        yield words("why.said.on_basis", day=words.day(str(day)), basis=words(f"basis.{claim.date_basis}"))
    elif day is not None:
        yield words("why.said.on", day=words.day(str(day)))
    if spans and claim.end is not None:
        yield words("why.said.to", day=words.day(str(claim.end)))
    if day is None and claim.end is None:
        yield words("why.said.no_day")
    planned = claim.planned_end or (claim.end if claim.event == "gain" else None)
    if planned is not None:
        yield words("why.said.planned", day=words.day(str(planned)))


def _aside(statement: Statement, numbered: Numbered, words: Words) -> str:
    chain = numbered.chain
    if statement in chain.causes:
        return f" {words('why.cause')}"
    return "" if statement.post == chain.tenure.post else f" {words('why.other_post')}"


def _passage(statement: Statement, words: Words) -> Iterator[str]:
    claim, printed = statement.claim, statement.printed
    if claim.quote:
        yield words("why.quote", quote=_flat(claim.quote))
    if claim.rule == TABLE_RULE or not claim.quote:
        row = "; ".join(f"{name}: {_flat(cell)}" for name, cell in printed.items() if name not in SOURCE_COLUMNS)
        key = "why.row" if claim.quote else "why.row.only"
        yield words(key, row=row) if row else words("why.neither")
        return
    slots = [
        f"{words.named('column', name)} “{_flat(text)}”"
        for name, text in printed.items()
        if _differs(claim, name, text)
    ]
    if slots:
        yield words("why.printed", slots=", ".join(slots))
    if claim.kind == "post" and "role" not in printed and "role" not in claim.inferred:
        yield words("why.role_supplied", role=claim.role)


def _differs(claim: Claim, name: str, text: str) -> bool:
    """Tell whether a slot of the text is other words than what was read of it."""
    return nfc(getattr(claim, name) or "").casefold() != nfc(text).casefold()


def _source(source: Source, words: Words) -> str:
    day = words.day(source.published)
    if source.published_basis == "stated":
        published = words("why.published", day=day)
    else:
        published = words("why.published.supplied", day=day, how=words(f"published.{source.published_basis}"))
    title = source.title or source.url or words("sources.untitled")
    parts = [title, source.publisher, published, source.url if source.title else None]
    return " · ".join(_flat(part) for part in parts if part)


def _copies(statement: Statement, numbered: Numbered, words: Words) -> Iterator[str]:
    """Say with which other statements one story is told (RULES 21)."""
    first = statement.copy_of
    if first is None:
        return
    whose = (first, statement.person, statement.post)  # a story is copied for one person and post
    alike = [each for each in numbered.statements if (each.copy_of, each.person, each.post) == whose]
    if first == statement.source.id:
        copies = [each for each in alike if each.source.id != first]
        if copies:
            yield words("why.copied_by", refs=numbered.refs(copies))
        return
    told_first = next((each for each in alike if each.source.id == first), None)
    if told_first is None:
        yield words("why.copy_of_other", source=first)
    else:
        yield words("why.copy_of", n=numbered.number(told_first))


def _load(load: LoadInfo, words: Words) -> str:
    day = f"{words.day(load.at.date())} {load.at:%H:%M} UTC"
    return words("why.load", day=day, input=load.input, undo=undo_command(load))


def _flat(text: str) -> str:
    return " ".join(text.split())
